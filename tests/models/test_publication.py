"""site.yaml as an editor types it."""

from __future__ import annotations

import pytest

from site_src.models.publication import Publication
from tests.editor import replaced, set_up, sound, told

LEAST = """\
title: Harbour Checks
tagline: What is said about the harbour.
url: https://example.org/harbour/
language: en
publisher:
  name: Harbour Checks
  url: https://example.org/
"""


def findings(text: str) -> list[str]:
    """Gives what is told of the settings, as in “3:9 slug”."""
    return told(set_up(Publication, text).findings)


def test_the_least_that_a_publication_says_of_itself() -> None:
    publication = sound(set_up(Publication, LEAST))
    assert (publication.title, publication.language, publication.publisher.logo) == ("Harbour Checks", "en", None)
    assert (publication.search, publication.cards, publication.admin) == (True, False, False)
    assert (publication.repository, publication.license, publication.contact) == (None, None, None)
    assert publication.policies.methodology is None


@pytest.mark.parametrize("key", ["title", "tagline", "url", "language", "publisher"])
def test_nothing_of_it_can_be_left_out(key: str) -> None:
    assert findings(replaced(LEAST, key)) == ["1:1 missing-key"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("publisher: Harbour Checks", ["5:12 shape"]),
        ("publisher:\n  name: Harbour Checks", ["6:3 missing-key"]),
        ("publisher:\n  name: P\n  url: example.org", ["7:8 url"]),
        ("publisher:\n  name: P\n  url: https://example.org/\n  logo: mark.png", ["8:9 file"]),
        ("publisher:\n  name: P\n  url: https://example.org/\n  email: desk@example.org", ["8:3 unknown-key"]),
    ],
)
def test_the_publisher_has_a_name_and_an_address(lines: str, expected: list[str]) -> None:
    assert findings(replaced(LEAST, "publisher", lines)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("repository: {url: https://example.org/r}", ["8:13 missing-key"]),
        ("license: CC BY", ["8:10 shape"]),
        ("license: {name: CC BY, url: cc-by}", ["8:29 url"]),
        ("policies: {methods: how-we-check}", ["8:12 unknown-key"]),
        ("policies: {methodology: How we check}", ["8:25 slug"]),
        ("contact: the desk", ["8:10 contact"]),
        ("review_after: a year", ["8:15 number"]),
        ("search: yes", ["8:9 flag"]),
        ("cards: on", ["8:8 flag"]),
        ("admin: 1", ["8:8 flag"]),
        ("theme: dark", ["8:1 unknown-key"]),
    ],
)
def test_a_mistake_is_told_where_it_stands_and_once(lines: str, expected: list[str]) -> None:
    assert findings(f"{LEAST}{lines}\n") == expected


def test_switches_are_true_or_false() -> None:
    publication = sound(
        set_up(Publication, f"{LEAST}{GITHUB}search: false\ncards: true\nadmin: true\nreview_after: 12\n")
    )
    assert (publication.search, publication.cards, publication.admin, publication.review_after) == (
        False,
        True,
        True,
        12,
    )


def test_the_editors_page_needs_a_repository_on_github() -> None:
    assert findings(f"{LEAST}admin: true\n") == ["8:1 missing-key"]
    assert findings(f"{LEAST}admin: true\n{GITHUB.replace('github.com', 'code.example.org')}") == ["10:8 url"]
    assert findings(f"{LEAST}admin: false\n{GITHUB.replace('github.com', 'code.example.org')}") == []


GITHUB = "repository:\n  url: https://github.com/owner/some.name\n  branch: main\n"


def test_several_mistakes_are_all_told() -> None:
    text = replaced(replaced(replaced(LEAST, "title"), "language", "language: English"), "url", "url: /harbour/")
    assert findings(f"{text}serch: false\n") == ["1:1 missing-key", "2:6 url", "3:11 language", "7:1 unknown-key"]

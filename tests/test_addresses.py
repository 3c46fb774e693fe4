"""Links lead where they should from anywhere, served below any path or opened from a disk."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src import addresses, elsewhere
from site_src.addresses import Address, Addressing, Links, former, output_path
from site_src.elsewhere import led_to, new_file, request_target

BASE = "https://example.org/repo/"
SEGMENTS = st.from_regex(re.compile(r"[A-Za-z0-9._~-]{1,8}"), fullmatch=True).filter(lambda s: s not in (".", ".."))
FOLDERS = st.lists(SEGMENTS, max_size=4).map(lambda parts: Address("".join(f"{part}/" for part in parts)))
FILES = st.tuples(FOLDERS, SEGMENTS).map(lambda parts: Address(f"{parts[0]}{parts[1]}.html"))
ADDRESSES = st.one_of(FOLDERS, FILES)


@given(here=ADDRESSES, there=ADDRESSES)
def test_a_link_leads_from_any_address_to_any_other_below_any_path(here: Address, there: Address) -> None:
    link = Links(here, BASE).to(there)
    for home in (BASE, "http://127.0.0.1:8000/", "https://example.org/deep/er/"):
        assert urljoin(home + here, link) == home + there


@given(here=ADDRESSES, there=ADDRESSES)
def test_for_a_disk_a_link_leads_from_file_to_file(here: Address, there: Address) -> None:
    link = Links(here, BASE, for_disk=True).to(there)
    home = "file:///somewhere/site/"
    assert urljoin(home + output_path(here), link) == home + output_path(there)


@given(here=ADDRESSES, there=ADDRESSES)
def test_no_link_is_empty_or_begins_at_the_servers_root(here: Address, there: Address) -> None:
    link = Links(here, BASE).to(there)
    assert link
    assert not link.startswith("/")


@pytest.mark.parametrize(
    ("here", "fragment", "link"),
    [
        ("claims/bridge/", "s-what", "#s-what"),
        ("", "s-what", "claims/bridge/#s-what"),
        ("", "s-été", "claims/bridge/#s-%C3%A9t%C3%A9"),
    ],
)
def test_a_fragment_is_quoted_and_on_the_same_page_stands_alone(here: str, fragment: str, link: str) -> None:
    assert Links(Address(here), BASE).to(addresses.claim("bridge"), fragment) == link


def test_canonical_addresses_are_complete() -> None:
    assert Links(Address("claims/x/"), BASE, for_disk=True).canonical(addresses.HOME) == BASE
    assert Links(addresses.HOME, BASE).canonical(addresses.claim("bridge")) == f"{BASE}claims/bridge/"


def test_only_the_page_that_is_shown_at_any_address_links_from_the_servers_root() -> None:
    at = Addressing(BASE)
    assert at.links(addresses.NOT_FOUND).to(addresses.CLAIMS) == "/repo/claims/"
    assert at.links(addresses.CLAIMS).to(addresses.HOME) == "../"
    assert Addressing(BASE, for_disk=True).links(addresses.NOT_FOUND).to(addresses.CLAIMS) == "claims/index.html"


@pytest.mark.parametrize(
    ("made", "address"),
    [
        (addresses.claim("bridge"), "claims/bridge/"),
        (addresses.claims(1), "claims/"),
        (addresses.claims(2), "claims/page/2/"),
        (addresses.topic("bridge"), "topics/bridge/"),
        (addresses.matrix("bridge"), "matrix/bridge/"),
        (addresses.source("daily"), "sources/daily/"),
        (addresses.page("about"), "about/"),
        (addresses.file("bridge.png"), "files/bridge.png"),
    ],
)
def test_addresses_are_those_of_the_format(made: Address, address: str) -> None:
    assert made == address


@pytest.mark.parametrize(
    ("kind", "alias", "address"),
    [
        ("claims", "old", "claims/old/"),
        ("topics", "old", "topics/old/"),
        ("sources", "old", "sources/old/"),
        ("pages", "old", "old/"),
        ("claims", "/2024/old", "2024/old/"),
        ("claims", "/2024/old/", "2024/old/"),
        ("pages", "/old.html", "old.html"),
        ("pages", "/old.htm", "old.htm"),
        ("pages", "/old.v2", "old.v2/"),
    ],
)
def test_a_former_slug_stands_within_its_kind_and_a_former_path_where_it_was(
    kind: str, alias: str, address: str
) -> None:
    assert former(kind, alias) == address


def test_a_file_of_the_repository_can_be_edited_and_its_history_seen() -> None:
    repository = "https://example.org/editors/harbour/"
    file = "content/claims/bridge.md"
    assert elsewhere.edit(repository, "main", file) == f"{repository}edit/main/{file}"
    assert elsewhere.history(repository, "main", file) == f"{repository}commits/main/{file}"


def test_a_new_file_is_offered_with_its_name_and_its_text() -> None:
    made = new_file("https://github.com/owner/name/", "main", "content/claims", "a b.md", "---\n# é & +\n")
    assert made == (
        "https://github.com/owner/name/new/main/content/claims?filename=a+b.md&value=---%0A%23+%C3%A9+%26+%2B%0A"
    )


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org", "/"),
        ("https://example.org/?", "/"),
        ("https://example.org/a b/é?q=ü&r=1#part", "/a%20b/%C3%A9?q=%C3%BC&r=1"),
        ("https://example.org/a%20b?x=%2F", "/a%20b?x=%2F"),
    ],
)
def test_what_a_request_names_is_ascii_and_nothing_is_quoted_twice(address: str, target: str) -> None:
    assert request_target(address) == target


def test_references_on_the_web_are_put_together_with_the_page_they_stand_on() -> None:
    assert led_to("https://example.org/a/b?c", "../d") == "https://example.org/d"
    assert led_to("https://example.org/a", "//example.net/x") == "https://example.net/x"


def test_a_mistake_is_reported_with_the_address_of_its_page_and_a_claim_is_suggested() -> None:
    repository = "https://example.org/editors/harbour/"
    assert elsewhere.report(repository, "https://example.org/a&b/?x#y") == (
        "https://example.org/editors/harbour/issues/new?template=mistake.yml"
        "&page=https%3A%2F%2Fexample.org%2Fa%26b%2F%3Fx%23y"
    )
    assert elsewhere.suggest(repository) == "https://example.org/editors/harbour/issues/new?template=claim.yml"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://example.org/news", "https://example.org/news#:~:text=words"),
        ("https://example.org/news#part-2", "https://example.org/news#part-2:~:text=words"),
        ("https://example.org/news#", "https://example.org/news#:~:text=words"),
        ("https://example.org/news#:~:text=others", "https://example.org/news#:~:text=words"),
        ("https://example.org/news#part-2:~:text=others", "https://example.org/news#part-2:~:text=words"),
        ("https://example.org/#/news?id=1", "https://example.org/#/news?id=1:~:text=words"),
    ],
)
def test_a_passage_leaves_the_fragment_of_an_address_where_it_is(url: str, found: str) -> None:
    assert elsewhere.passage(url, "words") == found


def test_signs_that_mean_something_in_a_text_fragment_are_quoted() -> None:
    assert elsewhere.passage("https://example.org/", "a-b, c & d", "50%") == (
        "https://example.org/#:~:text=a%2Db%2C%20c%20%26%20d,50%25"
    )

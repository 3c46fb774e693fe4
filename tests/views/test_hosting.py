"""The files for the host: what GitHub Pages has to be told, and where security problems are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.addresses import SECURITY
from site_src.views.hosting import domain, hosting_files
from tests.bare import bare
from tests.editions import edition, links
from tests.harbour import edited

if TYPE_CHECKING:
    from collections.abc import Mapping

    Files = Mapping[str, str | bytes | None]

REPORTS = "security_contact: https://example.org/security"


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("https://checks.example.org/", "checks.example.org"),
        ("https://Checks.Example.ORG/", "checks.example.org"),
        ("https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
        ("https://owner.github.io/", ""),
        ("https://owner.github.io/repository/", ""),
        ("https://example.org/harbour/", ""),
        ("https://github.io/", ""),
        ("https://mygithub.io/", "mygithub.io"),
        ("http://localhost/", ""),
        ("http://localhost:8000/", ""),
        ("http://checks.example.org:8000/", ""),
        ("http://127.0.0.1/", ""),
        ("http://[::1]/", ""),
    ],
)
def test_a_domain_is_told_where_the_whole_of_it_is_the_sites_own(base: str, told: str) -> None:
    assert domain(base) == told


def test_pages_are_published_as_they_are() -> None:
    assert made()[".nojekyll"] == ""


def test_the_domain_stands_alone_in_its_file() -> None:
    own = {"site.yaml": edited("site.yaml", "\nurl: https://example.org/harbour/", "\nurl: https://harbour.example/")}
    assert made(own)["CNAME"] == "harbour.example\n"
    assert "CNAME" not in made()


def test_the_security_contact_is_told_for_a_year_from_the_newest_day_of_the_content() -> None:
    assert made()[SECURITY].splitlines() == [
        "Contact: https://example.org/security",
        "Expires: 2025-05-01T00:00:00Z",
        "Preferred-Languages: en",
        "Canonical: https://example.org/harbour/.well-known/security.txt",
    ]


def test_a_day_at_the_end_of_all_calendars_breaks_nothing() -> None:
    far = bare(stone="---\ntitle: The stone\nkind: document\nretrieved: 9999-12-31\n---\n")
    assert "Expires: 9999-12-31T" in dict(hosting_files(far, links(far)))[SECURITY]


def test_a_mail_address_is_told_as_an_address_that_programs_can_use() -> None:
    by_mail = edited("site.yaml", REPORTS, "security_contact: desk+bugs%25@example.org")
    lines = made({"site.yaml": by_mail})[SECURITY].splitlines()
    assert lines[0] == "Contact: mailto:desk%2Bbugs%2525@example.org"


def test_an_address_without_https_is_not_called_canonical() -> None:
    local = edited("site.yaml", "\nurl: https://example.org/harbour/", "\nurl: http://localhost:8000/")
    assert "Canonical" not in made({"site.yaml": local})[SECURITY]


def test_without_a_contact_there_is_no_such_file() -> None:
    assert SECURITY not in made({"site.yaml": edited("site.yaml", f"{REPORTS}\n", "")})


def test_without_any_day_there_is_none_for_it_must_say_until_when_it_holds() -> None:
    read = "---\ntitle: The stone\nkind: document\nretrieved: 2024-03-18\n---\n"
    nothing, something = bare(), bare(stone=read)
    assert SECURITY not in dict(hosting_files(nothing, links(nothing)))
    assert "Expires: 2025-03-17T" in dict(hosting_files(something, links(something)))[SECURITY]


def made(files: Files | None = None) -> dict[str, str]:
    """Give the text of each file by its path."""
    site = edition(files)
    return dict(hosting_files(site, links(site)))

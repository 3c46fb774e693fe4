"""An alias is a former address, at which and above which nothing else stands."""

from __future__ import annotations

import pytest

from site_src.checks import aliases
from tests.harbour import claim, found


def told(*names: str) -> list[str]:
    """Gives what is wrong with the aliases of a claim."""
    front = "aliases:\n" + "\n".join(f"  - {name}" for name in names)
    return [finding.message for finding in found(aliases, {"claims/lock.md": claim(front)})]


@pytest.mark.parametrize(
    "alias",
    [
        "old-lock",
        "/old-lock",
        "/2024/lock/",
        "/2024/lock.html",
        "/claims/old-lock/",
        "/topics/old-lock/",
        "/sources/old-lock",
        "/feed/",
        "/bridge-repair/",
        "/claims/city-statement/",
    ],
)
def test_a_former_slug_or_path_at_which_nothing_stands_is_an_alias(alias: str) -> None:
    assert told(alias) == []


@pytest.mark.parametrize(
    "alias",
    [
        "/claims/",
        "/search",
        "/feed.xml",
        "/404.html",
        "/index.html",
        "/claims/index.html",
        "/claims/page/2/",
        "/claims/2024/old-lock/",
        "/matrix/old-locks/",
        "/embed/claims/old-lock/",
        "/files/lock.png",
        "page",
    ],
)
def test_what_lies_where_the_site_puts_things_of_its_own_is_none(alias: str) -> None:
    [message] = told(alias)
    assert message.endswith("belongs to the site itself.")


@pytest.mark.parametrize(
    ("alias", "file"),
    [
        ("repair-cost", "claims/repair-cost.md"),
        ("/claims/repair-cost", "claims/repair-cost.md"),
        ("/claims/repair-cost/index.html", "claims/repair-cost.md"),
        ("ferry-passengers", "claims/drafts/ferry-passengers.md"),
        ("toll-planned", "claims/toll-planned.md"),
        ("/topics/harbour-bridge/", "topics/harbour-bridge.md"),
        ("/sources/port-blog/", "sources/port-blog.md"),
        ("/about/", "pages/about.md"),
    ],
)
def test_the_address_of_a_file_is_none_be_it_a_draft_or_retracted(alias: str, file: str) -> None:
    [message] = told(alias)
    assert message.endswith(f"is the address of content/{file}.")


def test_the_address_of_a_file_that_cannot_be_read_is_none() -> None:
    files = {"claims/lock.md": claim("aliases: [weir]"), "claims/weir.md": "The weir.\n"}
    assert [finding.message for finding in found(aliases, files)] == [
        "“/claims/weir/” is the address of content/claims/weir.md."
    ]


def test_nothing_below_the_address_of_a_page_is_an_alias() -> None:
    assert told("/how-we-check/2023/rules.html") == [
        "“/how-we-check/2023/rules.html” lies below the address of content/pages/how-we-check.md."
    ]


def test_one_address_in_two_spellings_or_two_files_stands_twice() -> None:
    assert told("old-lock", "/claims/old-lock/") == ["“/claims/old-lock/” is an alias in this file already."]
    page = "---\ntitle: The lock\naliases:\n  - imprint\n---\n"
    assert [str(finding.place) for finding in found(aliases, {"pages/lock.md": page})] == ["content/pages/lock.md:4:5"]

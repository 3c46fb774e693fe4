"""Former addresses lead on: a former slug within its kind, a former path wherever it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing
from site_src.views.redirect import moved, redirect_page
from tests.editions import edition
from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.views.redirect import Redirect

    Files = Mapping[str, str | bytes | None]


def test_every_alias_of_every_kind_leads_on() -> None:
    assert {here: made.href for here, made in redirects().items()} == {
        "claims/bridge-bill/": "../repair-cost/",
        "2024/bridge-cost/": "../../claims/repair-cost/",
        "topics/bridge-repair/": "../harbour-bridge/",
        "matrix/bridge-repair/": "../harbour-bridge/",
        "sources/city-statement/": "../city-press-release/",
        "about-us/": "../about/",
        "imprint/": "../about/",
    }


def test_the_canonical_address_is_that_of_what_is_there_now() -> None:
    made = redirects()["2024/bridge-cost/"]
    assert made.canonical == "https://example.org/harbour/claims/repair-cost/"
    assert made.title == "The bridge cost 4.2 million euros to repair."


def test_a_former_file_keeps_its_name() -> None:
    files = {"claims/lock.md": claim("aliases: [/2024/lock.html, /old.v2]")}
    assert redirects(files)["2024/lock.html"].href == "../claims/lock/"
    assert redirects(files)["old.v2/"].href == "../claims/lock/"


def test_a_draft_has_no_redirects_until_it_is_published_and_a_retracted_claim_keeps_its_own() -> None:
    draft = {"claims/lock.md": claim("status: draft\naliases: [old-lock]")}
    assert "claims/old-lock/" not in redirects(draft)
    gone = "status: retracted\nretracted:\n  date: 2024-04-01\n  reason: Wrong lock.\naliases: [old-lock]"
    assert redirects({"claims/lock.md": claim(gone)})["claims/old-lock/"].href == "../lock/"


def test_for_a_disk_redirects_end_in_files() -> None:
    assert redirects(for_disk=True)["claims/bridge-bill/"].href == "../repair-cost/index.html"


def redirects(files: Files | None = None, *, for_disk: bool = False) -> dict[str, Redirect]:
    """Give the redirects of harbour by their address."""
    site = edition(files)
    at = Addressing(site.base, for_disk=for_disk)
    return {it.here: redirect_page(site, at, it) for it in moved(site)}

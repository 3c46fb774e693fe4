"""The sitemap names what is to be found, dated by the content; and what robots are told."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from urllib.robotparser import RobotFileParser

from site_src.views.sitemap import newest, robots, sitemap_addresses, sitemap_part
from tests.bare import bare
from tests.editions import edition, links
from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.site.model import Site
    from site_src.views.sitemap import Sitemap

    Files = Mapping[str, str | bytes | None]

HOME = "https://example.org/harbour/"


def test_it_names_the_pages_that_last_and_the_indexes() -> None:
    assert set(listed(edition())) == {
        *("", "claims/", "matrix/", "sources/", "ratings/", "corrections/", "search/", "data/"),
        *("claimants/city/", "claimants/harbour-daily/", "claimants/head-of-the-building-department/"),
        *("tags/costs/", "tags/detour/"),
        *("claims/budget-kept/", "claims/closed-eleven-weeks/", "claims/detour-cost/"),
        *("claims/repair-cost/", "claims/repair-cost-ar/"),
        *("topics/harbour-bridge/", "topics/harbour-ferry/", "matrix/harbour-bridge/", "matrix/harbour-ferry/"),
        *("sources/audit-report/", "sources/city-press-release/", "sources/coast-radio/"),
        *("sources/harbour-daily/", "sources/port-blog/", "sources/traffic-counts/"),
        *("about/", "how-we-check/", "corrections-policy/"),
    }


def test_drafts_are_not_in_it_even_where_drafts_are_shown() -> None:
    assert listed(edition(drafts=True)) == listed(edition())


def test_pages_that_gather_drafts_alone_are_not_in_it() -> None:
    files = {"claims/lock.md": claim("claimant: {name: Ana Ruiz, kind: person}\ntags: [locks]\nstatus: draft")}
    assert {"claimants/ana-ruiz/", "tags/locks/"} & set(listed(edition(files, drafts=True))) == set()


def test_a_claimants_page_and_a_tags_are_as_new_as_their_newest_claim() -> None:
    days = listed(edition())
    assert days["claimants/city/"] == days["tags/costs/"] == "2024-05-02"


def test_every_page_of_the_claims_index_is_in_it() -> None:
    many = {f"claims/lock-{n:03}.md": claim() for n in range(96)}
    assert {"claims/", "claims/page/2/", "claims/page/3/"} <= set(listed(edition(many)))


def test_a_verdict_is_dated_by_the_last_thing_that_happened_to_it() -> None:
    days = listed(edition())
    assert days["claims/budget-kept/"] == "2024-03-22"
    assert days["claims/detour-cost/"] == "2024-04-10"
    assert days["claims/repair-cost/"] == "2024-05-02"


def test_a_topic_and_its_matrix_are_as_new_as_their_newest_claim() -> None:
    days = listed(edition())
    assert days["topics/harbour-bridge/"] == days["matrix/harbour-bridge/"] == "2024-05-02"


def test_a_topic_that_a_retracted_claim_has_left_changed_on_that_day() -> None:
    gone = "topic: harbour-ferry\nstatus: retracted\nretracted: {date: 2024-07-01, reason: It was another ferry.}"
    counted = "appearances:\n  - source: traffic-counts\n    stance: silent"
    days = listed(edition({"claims/lock.md": claim(f"{gone}\n{counted}")}))
    assert "claims/lock/" not in days
    assert days["topics/harbour-ferry/"] == "2024-07-01"


def test_a_source_is_as_new_as_the_claims_that_are_traced_through_it_or_its_reading() -> None:
    days = listed(edition())
    assert days["sources/harbour-daily/"] == "2024-05-02"
    assert days["sources/audit-report/"] == "2024-04-10"


def test_what_the_content_does_not_date_has_no_date() -> None:
    days = listed(edition())
    assert days["about/"] == days["topics/harbour-ferry/"] == days["sources/traffic-counts/"] == ""


def test_indexes_are_as_new_as_the_content() -> None:
    days = listed(edition())
    assert {days[index] for index in ("", "claims/", "matrix/", "sources/", "ratings/", "corrections/", "data/")} == {
        "2024-05-02"
    }


def test_the_newest_day_is_that_of_the_last_verdict_or_reading() -> None:
    read = "---\ntitle: The stone\nkind: document\nretrieved: 2024-03-18\n---\n"
    assert newest(edition()) == datetime.date(2024, 5, 2)
    assert newest(bare(stone=read)) == datetime.date(2024, 3, 18)
    assert newest(bare()) is None


def test_too_many_pages_are_divided_and_the_first_file_is_their_index() -> None:
    site = edition()
    whole = parts(site)["sitemap.xml"]
    divided = parts(site, most=len(whole.listed) - 1)
    assert list(divided) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    index = divided.pop("sitemap.xml")
    assert (whole.is_index, index.is_index) == (False, True)
    assert [(one.address, one.changed) for one in index.listed] == [
        (f"{HOME}sitemap-1.xml", "2024-05-02"),
        (f"{HOME}sitemap-2.xml", ""),
    ]
    assert [len(part.listed) for part in divided.values()] == [len(whole.listed) - 1, 1]
    assert tuple(one for part in divided.values() for one in part.listed) == whole.listed


def test_robots_may_read_everything_and_learn_where_the_sitemap_is() -> None:
    reader = RobotFileParser()
    reader.parse(robots(links(edition())).splitlines())
    assert reader.can_fetch("anyone", f"{HOME}claims/repair-cost/")
    assert reader.site_maps() == [f"{HOME}sitemap.xml"]


def listed(site: Site) -> dict[str, str]:
    """Give the address of each page in the sitemap, below the home page's, with its day."""
    found = parts(site)["sitemap.xml"].listed
    pages = {one.address.removeprefix(HOME): one.changed for one in found}
    assert len(pages) == len(found)
    return pages


def parts(site: Site, *, most: int = 50_000) -> dict[str, Sitemap]:
    """Give each sitemap by its path."""
    made = links(site)
    return {here: sitemap_part(site, made, here, most=most) for here in sitemap_addresses(site, most=most)}

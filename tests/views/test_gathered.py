"""A claimant's page and a tag's: their claims, and a caution against reading them as a sample."""

from __future__ import annotations

from site_src.views.claim import claim_page
from site_src.views.gathered import SHOWN, claimant_page, tag_page
from tests.editions import edition, links
from tests.harbour import claim


def test_a_claimant_has_its_claims_and_a_caution() -> None:
    site = edition()
    page = claimant_page(site, links(site, "claimants/city/"), "city")
    assert (page.name, page.kind, page.href) == ("City press office", "Organization", "https://example.org/city")
    assert [card.href for card in page.claims.newest] == ["../../claims/repair-cost/", "../../claims/repair-cost-ar/"]
    assert page.claims.count == "2 claims"
    assert "no sample of all that this organization says" in page.caution
    assert page.frame.title == "Claims by City press office – Harbour Checks"
    assert [link.href for link in page.frame.trail] == ["../../claims/"]


def test_of_many_claims_the_newest_are_shown_in_full() -> None:
    by = "claimant: {name: Ana Ruiz, kind: person}\ntags: [locks]"
    site = edition({f"claims/lock-{number:02}.md": claim(by) for number in range(SHOWN + 1)})
    page = claimant_page(site, links(site, "claimants/ana-ruiz/"), "ana-ruiz")
    assert (len(page.claims.newest), len(page.claims.others), page.claims.count) == (SHOWN, 1, "51 claims")


def test_a_tag_has_its_claims_and_its_feeds() -> None:
    site = edition()
    page = tag_page(site, links(site, "tags/costs/"), "costs")
    assert [card.href for card in page.claims.newest] == ["../../claims/repair-cost/", "../../claims/detour-cost/"]
    assert [feed.href for feed in page.frame.feeds] == ["../../feeds/tags/costs.xml", "../../feeds/tags/costs.json"]


def test_a_tag_of_drafts_alone_has_no_feed_and_is_kept_from_search_engines() -> None:
    site = edition({"claims/lock.md": claim("tags: [locks]\nstatus: draft")}, drafts=True)
    made = tag_page(site, links(site, "tags/locks/"), "locks").frame
    assert (made.feeds, made.listed) == ((), False)


def test_a_claim_leads_to_its_claimant_and_its_tags() -> None:
    site = edition()
    page = claim_page(site, links(site, "claims/repair-cost/"), "repair-cost")
    assert page.made.href == "../../claimants/city/"
    assert [(tag.href, tag.words) for tag in page.tags] == [
        ("../../tags/costs/", "costs"),
        ("../../tags/detour/", "detour"),
    ]


def test_a_claimant_without_a_page_is_linked_to_its_own_address() -> None:
    site = edition(
        {"claims/lock.md": claim("claimant: {name: 财政部, kind: organization, url: https://example.org/mof}")}
    )
    assert claim_page(site, links(site, "claims/lock/"), "lock").made.href == "https://example.org/mof"


def test_a_retracted_claims_tag_without_a_page_is_not_linked() -> None:
    gone = claim("tags: [weirs, costs]\nstatus: retracted\nretracted: {date: 2024-04-01, reason: Another weir.}")
    site = edition({"claims/weir.md": gone})
    assert [tag.words for tag in claim_page(site, links(site, "claims/weir/"), "weir").tags] == ["costs"]

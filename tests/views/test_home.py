"""The front page and the index of claims, fifty a page."""

from __future__ import annotations

import pytest

from site_src.views.home import LATEST, claims_page, home_page, page_count
from tests.editions import edition, links, shipped
from tests.harbour import claim


def test_the_front_page_has_the_newest_verdicts_and_leads_to_all() -> None:
    site = edition()
    made = home_page(site, links(site))
    assert [card.href for card in made.latest][:2] == ["claims/repair-cost/", "claims/closed-eleven-weeks/"]
    assert (made.all_claims.href, made.all_claims.words) == ("claims/", "All 5 claims")
    assert made.counts == "5 claims checked in 2 topics"


def test_the_front_page_has_no_more_than_the_latest() -> None:
    site = shipped()
    assert len(site.listed) > LATEST
    assert len(home_page(site, links(site)).latest) == LATEST


def test_the_front_page_leads_to_the_method_where_there_is_one() -> None:
    site = edition()
    assert [(link.href, link.words) for link in home_page(site, links(site)).method] == [
        ("how-we-check/", "How we check"),
        ("ratings/", "What the ratings mean"),
    ]
    without = edition({"site.yaml": SETTINGS})
    assert [link.words for link in home_page(without, links(without)).method] == ["What the ratings mean"]


@pytest.mark.parametrize(("more", "pages"), [(0, 1), (45, 1), (46, 2), (95, 2), (96, 3)])
def test_an_index_has_as_many_pages_as_it_needs_and_at_least_one(more: int, pages: int) -> None:
    assert page_count(edition(many(more))) == pages


def test_a_page_of_the_index_leads_to_its_neighbours() -> None:
    site = edition(many(96))
    first, second, third = (claims_page(site, links(site, here), n) for n, here in enumerate(INDEX, start=1))
    assert first.newer is None
    assert first.older is not None
    assert first.older.href == "page/2/"
    assert second.newer is not None
    assert second.older is not None
    assert (second.newer.href, second.older.href) == ("../../", "../3/")
    assert third.older is None
    assert [made.place for made in (first, second, third)] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert [len(made.claims) for made in (first, second, third)] == [50, 50, 1]


def test_an_index_of_one_page_has_no_places() -> None:
    site = edition()
    made = claims_page(site, links(site, "claims/"), 1)
    assert (made.place, made.newer, made.older) == ("", None, None)


def test_every_listed_claim_stands_on_one_page_of_the_index() -> None:
    site = edition(many(96))
    pages = [claims_page(site, links(site), n) for n in (1, 2, 3)]
    assert [card.href for made in pages for card in made.claims] == [f"claims/{slug}/" for slug in site.listed]


INDEX = ("claims/", "claims/page/2/", "claims/page/3/")
SETTINGS = """\
title: Harbour Checks
tagline: What is said about the harbour
url: https://example.org/harbour/
language: en
publisher:
  name: Harbour Checks
  url: https://example.org/harbour/
"""


def many(count: int) -> dict[str, str]:
    """Give so many claims more."""
    return {f"claims/lock-{number:03}.md": claim() for number in range(count)}

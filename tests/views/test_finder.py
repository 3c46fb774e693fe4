"""The controls of the search and of the claims index offer what leads to something; the list has every listed claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from site_src.views.finder import claims_finder, claims_list, search_finder
from site_src.views.home import claims_page
from site_src.views.policy import SCRIPTED, SEARCHING, STILL
from site_src.views.search import search_page
from tests.editions import edition, links
from tests.harbour import claim

if TYPE_CHECKING:
    import pytest


def test_the_claims_index_offers_the_ratings_that_were_given_in_the_order_of_the_scale() -> None:
    site = edition()
    finder = claims_finder(site, links(site, "claims/"))
    assert [(one.value, one.count) for one in finder.ratings] == [
        ("contradicted", 1),
        ("partly-supported", 2),
        ("supported", 1),
        ("not-checkable", 1),
    ]
    assert (finder.reads, finder.home) == ("../assets/claims.json", "../")


def test_what_leaves_no_choice_is_not_offered() -> None:
    site = edition()
    assert claims_finder(site, links(site, "claims/")).selects == ()
    ferry = "topic: harbour-ferry\nreviewed_on: 2023-01-01\nappearances: [{source: traffic-counts, stance: silent}]"
    files = {"claims/lock.md": claim(ferry)}
    selects = claims_finder(edition(files), links(site, "claims/")).selects
    assert {one.name: [choice.value for choice in one.choices] for one in selects} == {
        "topic": ["harbour-bridge", "harbour-ferry"],
        "year": ["2024", "2023"],
    }


def test_of_more_topics_than_anybody_looks_through_no_list_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    ferry = "topic: harbour-ferry\nappearances: [{source: traffic-counts, stance: silent}]"
    site = edition({"claims/lock.md": claim(ferry)})
    assert [one.name for one in claims_finder(site, links(site, "claims/")).selects] == ["topic"]
    monkeypatch.setattr("site_src.views.finder.MOST_CHOICES", 1)
    assert claims_finder(site, links(site, "claims/")).selects == ()


def test_the_list_has_every_listed_claim_in_the_order_of_the_index() -> None:
    site = edition()
    told = claims_list(site)
    assert [one[0] for one in told["claims"]] == list(site.listed)
    first = dict(zip(told["columns"], told["claims"][0], strict=True))
    assert first == {
        "slug": "repair-cost",
        "claim": "The bridge cost 4.2 million euros to repair.",
        "rating": "partly-supported",
        "topic": "harbour-bridge",
        "checked": "2024-05-02",
        "claimant": "City press office",
        "language": "",
    }
    assert (told["language"], told["rtl"]) == ("en", ["ar"])


def test_a_draft_that_was_not_checked_yet_has_no_day() -> None:
    told = claims_list(edition(drafts=True))
    draft = next(one for one in told["claims"] if one[0] == "ferry-passengers")
    assert (draft[2], draft[4]) == ("", "")


def test_a_page_may_do_only_what_its_script_needs() -> None:
    site = edition()
    index, search = claims_page(site, links(site, "claims/"), 1), search_page(site, links(site, "search/"))
    assert (index.frame.policy, search.frame.policy) == (SCRIPTED, SEARCHING)
    assert index.frame.scripts == ("../assets/finder.js", "../assets/claims.js")
    assert search.frame.scripts == ("../assets/finder.js", "../assets/search.js")
    assert search_finder(site, links(site, "search/")).reads == "../pagefind/pagefind.js"


def test_for_a_disk_nothing_is_offered_that_could_not_work_there() -> None:
    site = edition()
    index = claims_page(site, links(site, "claims/", for_disk=True), 1)
    search = search_page(site, links(site, "search/", for_disk=True))
    assert (index.finder, index.frame.scripts, index.frame.policy) == (None, (), STILL)
    assert (search.finder, search.frame.scripts, search.frame.policy) == (None, (), STILL)


def test_one_claim_needs_no_finding() -> None:
    site = edition()
    single = replace(site, listed=site.listed[:1])
    assert claims_page(single, links(site, "claims/"), 1).finder is None

"""What the search knows: every page that is listed, by all its words, with what it can be narrowed by."""

from __future__ import annotations

from site_src.views.search_entry import SearchEntry, search_entries
from tests.editions import edition
from tests.harbour import claim


def entry(address: str) -> SearchEntry:
    """Give what the search knows of one page of harbour."""
    return next(made() for found, made in search_entries(edition()) if found == address)


def test_every_listed_claim_topic_source_and_page_is_found_and_no_other() -> None:
    site = edition()
    assert [found for found, _ in search_entries(site)] == [
        *(f"claims/{slug}/" for slug in site.listed),
        *(f"topics/{slug}/" for slug in site.topics),
        *(f"sources/{slug}/" for slug in site.sources),
        *(f"{slug}/" for slug in site.pages),
    ]
    assert "toll-planned" not in site.listed


def test_a_claim_is_found_by_all_that_its_page_says() -> None:
    told = " ".join(entry("claims/repair-cost/").texts)
    for words in (
        "City press office",
        "the city's building department",
        "Gives the press office's figure first",
        "the whole operation came to more than five million",
        "Its own figure, in the second sentence.",
        "Written before the opening.",
        "What it leaves out",
        "That sum is right",
        "Final invoice",
        "Has the sum of all contracts.",
        "detour",
    ):
        assert words in told


def test_a_claim_is_narrowed_by_kind_rating_topic_source_claimant_year_and_language() -> None:
    assert entry("claims/repair-cost-ar/").filters == (
        ("kind", "claim Claims"),
        ("rating", "partly-supported Partly supported"),
        ("topic", "harbour-bridge The repair of the harbour bridge"),
        ("source", "city-press-release City press office"),
        ("claimant", "city City press office"),
        ("year", "2024 2024"),
        ("language", "ar Arabic"),
    )
    assert entry("claims/repair-cost/").on == "2024-05-02"


def test_silent_sources_and_unknown_claimants_narrow_nothing() -> None:
    named = {name for name, _ in entry("claims/closed-eleven-weeks/").filters}
    assert "claimant" not in named
    sources = [value.split()[0] for name, value in entry("claims/repair-cost/").filters if name == "source"]
    assert sources == ["city-press-release", "harbour-daily", "coast-radio"]


def test_a_claimant_without_a_page_narrows_nothing() -> None:
    site = edition({"claims/lock.md": claim("claimant: {name: 财政部, kind: organization}")})
    lock = next(made() for found, made in search_entries(site) if found == "claims/lock/")
    assert "claimant" not in dict(lock.filters)
    assert "财政部" in lock.texts


def test_sources_topics_and_pages_are_narrowed_by_what_they_are() -> None:
    assert dict(entry("sources/harbour-daily/").filters)["source"] == "harbour-daily Harbour Daily"
    assert dict(entry("topics/harbour-bridge/").filters)["topic"] == "harbour-bridge The repair of the harbour bridge"
    assert dict(entry("about/").filters) == {"kind": "page About this publication", "language": "en English"}


def test_a_draft_is_found_only_where_drafts_are_shown() -> None:
    shown = [found for found, _ in search_entries(edition(drafts=True))]
    assert "claims/ferry-passengers/" in shown
    assert "claims/ferry-passengers/" not in [found for found, _ in search_entries(edition())]

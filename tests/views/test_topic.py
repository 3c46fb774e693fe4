"""A topic's page: its claims in the order of the matrix, its sources, and how the ratings are spread."""

from __future__ import annotations

import itertools

import pytest

from site_src.views.topic import topic_page
from tests.editions import edition, links, shipped


def test_claims_and_sources_stand_as_in_the_matrix() -> None:
    site = edition()
    made = topic_page(site, links(site, "topics/harbour-bridge/"), "harbour-bridge")
    assert [card.href for card in made.claims][:2] == ["../../claims/repair-cost/", "../../claims/detour-cost/"]
    assert [card.name for card in made.sources][:2] == ["City press office", "Harbour Daily"]


def test_the_card_counts_claims_and_sources_and_leads_to_the_matrix() -> None:
    site = edition()
    card = topic_page(site, links(site, "topics/harbour-bridge/"), "harbour-bridge").card
    assert card.counts == "5 claims checked against 5 sources"
    assert card.matrix.href == "../../matrix/harbour-bridge/"


def test_ratings_are_tallied_in_the_order_of_the_scale_those_without_claims_left_out() -> None:
    site = edition()
    tallies = topic_page(site, links(site, "topics/harbour-bridge/"), "harbour-bridge").card.tallies
    assert [(tally.badge.label, tally.count) for tally in tallies] == [
        ("Contradicted", 1),
        ("Partly supported", 2),
        ("Supported", 1),
        ("Not checkable", 1),
    ]


def test_the_parts_of_the_bar_follow_each_other_and_fill_it() -> None:
    site = shipped()
    tallies = topic_page(site, links(site), "bytedance-ai-spending").card.tallies
    assert tallies[0].start == 0
    for one, following in itertools.pairwise(tallies):
        assert following.start == pytest.approx(one.start + one.share, abs=0.02)
    assert tallies[-1].start + tallies[-1].share == pytest.approx(100, abs=0.02)
    assert sum(tally.count for tally in tallies) == len(site.listed)


def test_a_topic_without_claims_says_so_and_has_no_bar() -> None:
    site = edition()
    made = topic_page(site, links(site, "topics/harbour-ferry/"), "harbour-ferry")
    assert made.card.counts == "0 claims checked against 2 sources"
    assert made.card.tallies == ()
    assert made.claims == ()

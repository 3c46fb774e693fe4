"""What is shown and what is left out: drafts, retracted claims, relations, counts, and what is known of excerpts."""

from __future__ import annotations

import pytest

from site_src.reading.catalogue import Catalogue
from site_src.reading.gather import read_catalogue
from site_src.site.assemble import assemble
from site_src.site.model import Excerpt
from tests.editions import edition
from tests.harbour import claim, edited, laid_over


def test_a_draft_is_left_out_and_nothing_leads_to_it() -> None:
    site = edition()
    assert "ferry-passengers" not in site.claims
    assert "ferry-passengers" not in site.listed
    assert site.claims["repair-cost"].related == ("detour-cost",)
    assert site.topics["harbour-ferry"].claims == ()
    assert "traffic-counts" not in site.spoken_to


def test_a_draft_is_shown_when_drafts_are_asked_for() -> None:
    site = edition(drafts=True)
    assert "ferry-passengers" in site.listed
    assert site.claims["repair-cost"].related == ("detour-cost", "ferry-passengers")
    assert site.claims["ferry-passengers"].related == ("repair-cost",)
    assert site.topics["harbour-ferry"].claims == ("ferry-passengers",)


def test_a_draft_without_rating_and_verdict_says_so() -> None:
    bare = "---\nclaim: The northern lock was built in 1911.\ntopic: harbour-bridge\nstatus: draft\n---\n"
    it = edition({"claims/lock.md": bare}, drafts=True).claims["lock"]
    assert (it.rating.label, it.rating.number) == ("Not rated yet", None)
    assert it.verdict == "There is no verdict yet."


def test_a_draft_in_the_order_of_a_topic_is_passed_over() -> None:
    order = edited("topics/harbour-bridge.md", "order:\n", "order:\n  - lock\n")
    files = {"topics/harbour-bridge.md": order, "claims/lock.md": claim("status: draft")}
    assert edition(files).topics["harbour-bridge"].claims[0] == "repair-cost"
    assert edition(files, drafts=True).topics["harbour-bridge"].claims[0] == "lock"


def test_a_retracted_claim_keeps_its_page_and_leaves_lists_topics_and_counts() -> None:
    site = edition()
    assert site.claims["toll-planned"].status == "retracted"
    assert "toll-planned" not in site.listed
    assert "toll-planned" not in site.topics["harbour-bridge"].claims
    assert all("toll-planned" not in slugs for slugs in site.spoken_to.values())


def test_a_relation_is_shown_both_ways_and_once() -> None:
    site = edition(
        {
            "claims/lock.md": claim("related: [weir]"),
            "claims/weir.md": claim("related: [gate]"),
            "claims/gate.md": claim("related: [weir]"),
        }
    )
    assert site.claims["lock"].related == ("weir",)
    assert site.claims["weir"].related == ("gate", "lock")
    assert site.claims["gate"].related == ("weir",)


def test_those_that_a_claim_names_itself_come_first_in_its_order() -> None:
    site = edition(
        {
            "claims/lock.md": claim("related: [weir, gate]"),
            "claims/weir.md": claim(),
            "claims/gate.md": claim(),
            "claims/anchor.md": claim("related: [lock]"),
        }
    )
    assert site.claims["lock"].related == ("weir", "gate", "anchor")


def test_listed_claims_are_the_newest_verdicts_first_and_an_update_counts_as_new() -> None:
    assert edition().listed == (
        "repair-cost",  # updated on 2 May
        "closed-eleven-weeks",
        "budget-kept",
        "detour-cost",
        "repair-cost-ar",
    )


def test_verdicts_of_one_day_stand_as_in_the_matrix_of_their_topic() -> None:
    files = {f"claims/{slug}.md": claim("reviewed_on: 2025-01-01") for slug in ("weir", "gate", "lock")}
    order = edited("topics/harbour-bridge.md", "order:\n", "order:\n  - lock\n")
    assert edition(files).listed[:3] == ("gate", "lock", "weir")
    assert edition({**files, "topics/harbour-bridge.md": order}).listed[:3] == ("lock", "gate", "weir")


def test_rated_entries_are_numbered_from_the_worst_and_unrated_ones_are_skipped() -> None:
    scale = "".join(
        f"- {{id: {name}, label: {name}, definition: It is {name}., tone: neutral{more}}}\n"
        for name, more in [("worst", ""), ("open", ", unrated: true"), ("middle", ", retired: true"), ("best", "")]
    )
    kept = {f"claims/{name}.md": None for name in HARBOUR_CLAIMS}
    site = edition({**kept, "ratings.yaml": scale, "claims/lock.md": claim("rating: best"), **NO_LINKS})
    assert [(rating.id, rating.number, rating.best) for rating in site.ratings] == [
        ("worst", 1, 3),
        ("open", None, 3),
        ("middle", 2, 3),
        ("best", 3, 3),
    ]


def test_an_excerpt_from_a_held_source_has_its_place_counted_in_words() -> None:
    said = edition().claims["repair-cost"].appearances[0]
    assert (said.excerpt, said.word, said.words) == (Excerpt.VERIFIED, 23, 85)


def test_an_excerpt_from_a_source_that_is_not_held_is_not_verified() -> None:
    said = edition({"sources/city-press-release.shingles": None}).claims["repair-cost"].appearances[0]
    assert (said.excerpt, said.word, said.words) == (Excerpt.UNVERIFIED, None, None)


def test_a_source_knows_who_passes_it_on() -> None:
    site = edition()
    assert site.relayed_by["audit-report"] == ("coast-radio", "harbour-daily")
    assert "port-blog" not in site.relayed_by


def test_a_source_knows_the_claims_to_which_it_speaks_the_newest_first_and_silence_is_no_speaking() -> None:
    site = edition()
    assert site.spoken_to["coast-radio"] == ("repair-cost", "closed-eleven-weeks", "detour-cost")
    assert site.spoken_to["port-blog"] == ("detour-cost",)


def test_claims_and_sources_without_a_language_have_the_sites() -> None:
    in_french = edited("site.yaml", "language: en", "language: fr")
    site = edition({"site.yaml": in_french})
    assert site.claims["detour-cost"].language == "fr"
    assert site.sources["harbour-daily"].language == "fr"
    assert site.sources["port-blog"].language == "ar"


@pytest.mark.parametrize("given", ["https://example.org/elsewhere", "https://example.org/elsewhere/"])
def test_another_base_address_takes_the_place_of_the_settings(given: str) -> None:
    catalogue, _ = read_catalogue(laid_over({}))
    assert assemble(catalogue).base == "https://example.org/harbour/"
    assert assemble(catalogue, base_url=given).base == "https://example.org/elsewhere/"


def test_no_site_is_made_of_a_catalogue_without_settings() -> None:
    with pytest.raises(ValueError, match="without errors"):
        assemble(Catalogue())


HARBOUR_CLAIMS = (
    *("budget-kept", "closed-eleven-weeks", "detour-cost", "drafts/ferry-passengers"),
    *("repair-cost", "repair-cost-ar", "toll-planned"),
)
NO_LINKS = {
    "topics/harbour-bridge.md": edited("topics/harbour-bridge.md", "order:\n  - repair-cost\n  - detour-cost\n", ""),
    "pages/how-we-check.md": "---\ntitle: How we check\n---\n",
}

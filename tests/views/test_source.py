"""A source's page: what is known of it, whom it passes on, and what it says on every claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.views.source import source_card, source_page, sources_page
from tests.editions import edition, links

if TYPE_CHECKING:
    from site_src.views.source import SourcePage


def test_a_source_has_all_that_is_known_of_it() -> None:
    it = page("city-press-release")
    assert (it.title, it.publisher, it.author) == (
        "Harbour bridge open again",
        "City press office",
        "City press office",
    )
    assert (it.kind, it.language) == ("press statement", "English")
    assert it.href == "https://example.org/city/harbour-bridge"
    assert it.archive == "https://example.org/archive/city-harbour-bridge"
    assert it.held.startswith("Held: the editors read its 85 words")


def test_what_is_not_known_is_left_empty() -> None:
    it = page("port-blog")
    assert (it.publisher, it.author, it.retrieved) == ("", "", None)
    assert (page("coast-radio").href, page("coast-radio").archive) == (None, None)
    assert it.held.startswith("Not held")


def test_relays_are_shown_both_ways_and_inferred_ones_say_so() -> None:
    radio = page("coast-radio")
    assert [(relay.link.words, relay.note) for relay in radio.relays] == [
        ("Harbour Daily", ""),
        ("Audit office", "inferred by the editors, not credited"),
    ]
    assert [(relay.link.words, relay.note) for relay in page("audit-report").relayed_by] == [
        ("Coast Radio", "inferred by the editors, not credited"),
        ("Harbour Daily", ""),
    ]


def test_it_lists_the_claims_to_which_the_source_speaks_with_its_words() -> None:
    told = [(one.href, [said.says for said in one.said]) for one in page("coast-radio").claims]
    assert told == [
        ("../../claims/repair-cost/", ["Reads out the press office's figure"]),
        ("../../claims/closed-eleven-weeks/", ["At least ten weeks"]),
        ("../../claims/detour-cost/", ["Nearly a million"]),
    ]


def test_a_claim_in_another_language_is_in_its_own_direction() -> None:
    arabic = [one for one in page("city-press-release").claims if one.language == "ar"]
    assert [(one.href, one.direction) for one in arabic] == [("../../claims/repair-cost-ar/", "rtl")]


def test_retracted_claims_are_not_listed() -> None:
    assert all("toll-planned" not in one.href for one in page("harbour-daily").claims)


def test_the_description_counts_the_claims() -> None:
    assert page("coast-radio").frame.description == ("Coast Radio: what it says on 3 claims, and where it has it from.")


def test_the_index_has_the_held_sources_first_and_every_source_once() -> None:
    site = edition()
    made = sources_page(site, links(site, "sources/"))
    assert [card.name for card in made.held] == ["City press office", "Harbour Daily"]
    assert len(made.held) + len(made.others) == len(site.sources)


def test_a_card_tells_on_how_many_claims_a_source_speaks_and_is_silent_on_none() -> None:
    site = edition()
    assert source_card(site, links(site), "coast-radio").claims == "speaks to 3 claims"
    assert source_card(site, links(site), "port-blog").claims == "speaks to 1 claim"
    assert source_card(site, links(site), "traffic-counts").claims == ""


def test_a_title_is_in_the_language_of_its_source_and_in_square_brackets_in_ours() -> None:
    text = "---\ntitle: {}\nkind: article\nlanguage: pt\n---\n"
    for title, tongue in (("A ponte", "pt"), ("'[The bridge]'", None)):
        site = edition({"sources/weir.md": text.format(title)})
        here = links(site, "sources/weir/")
        assert source_page(site, here, "weir").titled_in == tongue
        assert source_card(site, here, "weir").titled_in == tongue


def page(slug: str) -> SourcePage:
    """Give the page of a source of harbour."""
    site = edition()
    return source_page(site, links(site, f"sources/{slug}/"), slug)

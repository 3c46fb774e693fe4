"""What a source says of a claim: its name, its words, whether they are verified, and where it has them from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.site.matrix import row
from site_src.views.appearance import Quiet, SourceLinks, Statement, quiet, source_name, speakers, statements
from tests.editions import edition, links
from tests.harbour import claim, edited

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("harbour-daily", "Harbour Daily"),
        ("port-blog", "A post on the detour"),
    ],
)
def test_a_source_is_known_by_its_publisher_or_else_by_its_title_without_brackets(slug: str, name: str) -> None:
    assert source_name(edition().sources[slug]) == name


def test_sources_of_one_publisher_are_told_apart_by_their_date_or_else_by_their_title() -> None:
    site = edition(
        {
            "sources/daily-in-may.md": source("title: The bridge once more", "published: ~2024-05"),
            "sources/daily-undated.md": source('title: "[A column]"'),
        }
    )
    assert source_name(site.sources["harbour-daily"]) == "Harbour Daily, 5 March 2024"
    assert source_name(site.sources["daily-in-may"]) == "Harbour Daily, about May 2024"
    assert source_name(site.sources["daily-undated"]) == "Harbour Daily: A column"


def test_sources_speak_in_file_order_each_once_with_all_that_they_say() -> None:
    site = edition()
    told = speakers(SourceLinks(site, links(site, "claims/repair-cost/")), site.claims["repair-cost"])
    assert [(one.source.words, len(one.statements)) for one in told] == [
        ("City press office", 1),
        ("Harbour Daily", 2),
        ("Coast Radio", 1),
    ]


def test_a_verified_excerpt_tells_at_which_word_it_stands_and_where_to_read_it() -> None:
    said = first("repair-cost", "city-press-release").quote
    assert said is not None
    assert said.verified
    assert said.words == "The repair cost 4.2 million euros"
    assert said.place == "stands at word 23 of 85"
    words = "#:~:text=The%20repair%20cost%204.2%20million%20euros"
    assert said.href == f"https://example.org/city/harbour-bridge{words}"
    assert said.archive == f"https://example.org/archive/city-harbour-bridge{words}"
    assert said.cite == "https://example.org/city/harbour-bridge"


def test_an_excerpt_from_a_source_that_is_not_held_is_shown_as_not_verified() -> None:
    said = first("repair-cost", "city-press-release", {"sources/city-press-release.shingles": None}).quote
    assert said is not None
    assert not said.verified
    assert said.place == "not verified: the editors do not hold this text"


def test_an_excerpt_is_in_the_language_of_its_source_and_not_of_the_claim() -> None:
    said = first("repair-cost-ar", "city-press-release").quote
    assert said is not None
    assert (said.language, said.direction) == ("en", "ltr")


def test_the_way_to_the_origin_leaves_the_source_itself_out() -> None:
    said = first("repair-cost", "coast-radio")
    assert [link.words for link in said.chain] == ["Harbour Daily", "City press office"]
    assert first("repair-cost", "city-press-release").chain == ()


def test_a_way_that_the_editors_infer_is_marked_and_one_that_is_credited_is_not() -> None:
    inferred = claim(
        "appearances:\n  - source: coast-radio\n    stance: attributes\n    says: In 1911\n    via: audit-report"
    )
    assert first("lock", "coast-radio", {"claims/lock.md": inferred}).via == "inferred by the editors, not credited"
    assert first("repair-cost", "coast-radio").via == ""


def test_a_statement_with_a_verdict_of_its_own_leads_there() -> None:
    own = first("detour-cost", "city-press-release").own_claim
    assert own is not None
    assert (own.href, own.words) == ("../budget-kept/", "The repair of the bridge stayed within its budget.")


def test_a_statement_whose_verdict_is_a_draft_leads_nowhere() -> None:
    draft = edited("claims/detour-cost.md", "claim: budget-kept", "claim: ferry-passengers")
    assert first("detour-cost", "city-press-release", {"claims/detour-cost.md": draft}).own_claim is None


def test_figures_are_for_a_period_and_notes_stand_with_their_statement() -> None:
    said = first("detour-cost", "harbour-daily")
    assert said.figure == "about 0.9 million euros"
    assert said.as_of is not None
    assert said.as_of.words == "February 2024"
    assert told("repair-cost", "harbour-daily")[1].note == "Its own figure, in the second sentence."


def test_sources_that_say_nothing_are_gathered_by_reason_and_noted_silences_stand_alone() -> None:
    noted = claim("appearances:\n  - source: port-blog\n    stance: silent\n    note: Is about boats.")
    dated = noted.replace("topic:", "claimed_on: 2024-03-06\ntopic:")
    assert [(one.said.short, [link.words for link in one.sources], one.words, one.note) for one in silences(dated)] == [
        ("Silent", ["A post on the detour"], "says nothing of it", "Is about boats."),
        ("Not examined", ["Coast Radio"], "was not read for this", ""),
        (
            "Earlier",
            ["City press office", "Harbour Daily", "Audit office"],
            "appeared before the claim was made",
            "",
        ),
    ]


def test_several_silent_sources_say_nothing_and_one_says_nothing() -> None:
    assert [(len(one.sources), one.words) for one in silences(claim())] == [
        (1, "says nothing of it"),
        (2, "say nothing of it"),
        (2, "were not read for this"),
    ]


def source(*keys: str) -> str:
    """Give another article of the Harbour Daily."""
    return "\n".join(["---", *keys, "publisher: Harbour Daily", "kind: article", "---", ""])


def told(slug: str, source: str, files: Mapping[str, str | bytes | None] | None = None) -> tuple[Statement, ...]:
    """Give what a source says of a claim of harbour, as seen from the claim's page."""
    site = edition(files)
    it = site.claims[slug]
    said = [one for one in it.appearances if one.source == source]
    return statements(SourceLinks(site, links(site, f"claims/{slug}/")), it, said)


def first(slug: str, source: str, files: Mapping[str, str | bytes | None] | None = None) -> Statement:
    """Give the first thing that a source says of a claim."""
    return told(slug, source, files)[0]


def silences(text: str) -> tuple[Quiet, ...]:
    """Give the sources that say nothing of a claim with that text."""
    site = edition({"claims/lock.md": text})
    it = site.claims["lock"]
    return quiet(SourceLinks(site, links(site, "claims/lock/")), row(it, site.topics[it.record.topic], site.sources))

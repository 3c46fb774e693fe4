"""What a cell opens to: the statements, a silence with its note, and the way to the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.site.matrix import matrix
from site_src.views.appearance import SourceLinks
from site_src.views.matrix_panel import panel
from tests.editions import edition, links
from tests.harbour import claim

if TYPE_CHECKING:
    from site_src.site.model import Site
    from site_src.views.matrix_panel import Panel


def test_it_has_all_that_the_source_says_with_its_words_and_whom_it_credits() -> None:
    made = opened("repair-cost", "harbour-daily")
    assert made.source.words == "Harbour Daily"
    assert made.published
    assert made.published.words == "5 March 2024"
    assert [said.stance.sign for said in made.statements] == ["attributes", "differs"]
    assert [link.words for link in made.statements[0].chain] == ["City press office"]
    assert made.statements[1].quote
    assert made.statements[1].quote.verified
    assert made.statements[1].note == "Its own figure, in the second sentence."


def test_where_no_words_lead_to_the_source_it_leads_there_itself() -> None:
    silent = opened("repair-cost", "port-blog")
    assert [(link.href, link.words) for link in silent.links] == [
        ("https://example.org/port/detour", "Read the source"),
        ("https://example.org/archive/port-detour", "Archived copy"),
    ]
    assert opened("repair-cost", "coast-radio").links == ()
    quoted = opened("repair-cost", "city-press-release")
    assert quoted.statements[0].quote
    assert quoted.statements[0].quote.href
    assert quoted.links == ()


def test_a_silence_with_a_note_is_told_in_the_claims_language() -> None:
    made = opened("repair-cost", "port-blog")
    assert made.statements == ()
    assert made.silence
    assert (made.silence.long, made.note, made.language) == ("says nothing of it", "Written before the opening.", None)
    silent = "language: ar\nappearances:\n  - source: audit-report\n    stance: silent\n    note: لا يذكره."
    foreign = opened("lock", "audit-report", edition({"claims/lock.md": claim(silent)}))
    assert (foreign.language, foreign.direction) == ("ar", "rtl")


def test_a_source_of_which_nothing_was_noted_has_none() -> None:
    assert found("repair-cost", "audit-report", edition()) is None


def opened(slug: str, source: str, site: Site | None = None) -> Panel:
    """Give what a cell of the harbour bridge's matrix opens to."""
    made = found(slug, source, site or edition())
    assert made
    return made


def found(slug: str, source: str, site: Site) -> Panel | None:
    """Give what a cell opens to, if anything."""
    row = next(row for row in matrix(site, site.topics["harbour-bridge"]).rows if row.claim.slug == slug)
    cell = next(cell for cell in row.cells if cell.source == source)
    return panel(SourceLinks(site, links(site, "matrix/harbour-bridge/")), row.claim, cell, "said-1-1")

"""The matrix: which claims stand in it, in which order, and which kind of absence a source without words shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.site.matrix import Absence, Count, matrix
from tests.editions import edition
from tests.harbour import claim, edited

if TYPE_CHECKING:
    from site_src.site.matrix import Cell

HELD = {
    "sources/city-press-release.shingles": None,
    "sources/harbour-daily.shingles": None,
}


def test_columns_are_the_topics_sources_in_their_order() -> None:
    site = edition()
    columns = [column.slug for column in matrix(site, site.topics["harbour-bridge"]).columns]
    assert columns == ["city-press-release", "harbour-daily", "coast-radio", "port-blog", "audit-report"]


def test_a_cell_has_all_that_a_source_says_in_file_order() -> None:
    cell = cells("repair-cost")["harbour-daily"]
    assert [one.record.stance for one in cell.appearances] == ["attributes", "differs"]
    assert cell.absence is None


def test_a_silence_that_the_editors_noted_is_no_absence() -> None:
    cell = cells("repair-cost")["port-blog"]
    assert [one.record.stance for one in cell.appearances] == ["silent"]
    assert cell.absence is None


def test_a_held_source_without_an_appearance_is_silent() -> None:
    assert absence("harbour-daily", published="2024-03-05", claimed_on="2024-03-05", held=True) is Absence.SILENT


def test_a_source_that_is_not_held_was_not_examined() -> None:
    assert absence("harbour-daily", published="2024-03-05", claimed_on="2024-03-05") is Absence.NOT_EXAMINED


@pytest.mark.parametrize("held", [True, False])
@pytest.mark.parametrize(
    ("published", "claimed_on"),
    [
        ("2024-03-04", "2024-03-05"),
        ("2024-02", "2024-03-01"),
        ("2023", "2024"),
        ("2024-02-29", "2024-03"),
        ("~2024-02", "2024-03-01"),
        ("2024-03-04", "~2024-03-05"),
    ],
)
def test_a_source_that_was_published_before_the_claim_is_earlier_held_or_not(
    published: str, claimed_on: str, *, held: bool
) -> None:
    assert absence("harbour-daily", published=published, claimed_on=claimed_on, held=held) is Absence.EARLIER


@pytest.mark.parametrize(
    ("published", "claimed_on"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03", "2024-03-05"),
        ("~2024-03", "2024-03-31"),
        ("2024", "2024-12-31"),
        ("2024-03-04", "2024-03"),
        ("2024-03-04", "~2024"),
        ("2024-03-06", "2024-03-05"),
        ("", "2024-03-05"),
        ("2024-03-05", ""),
    ],
)
def test_a_source_that_is_not_certainly_earlier_is_not_called_so(published: str, claimed_on: str) -> None:
    assert absence("harbour-daily", published=published, claimed_on=claimed_on) is Absence.NOT_EXAMINED


def test_rows_begin_with_the_topics_order_then_go_by_date_then_by_slug_those_without_a_date_last() -> None:
    site = edition(
        {
            "claims/undated-b.md": claim(),
            "claims/undated-a.md": claim(),
            "claims/b-of-may.md": claim("claimed_on: 2023-05-01"),
            "claims/a-of-may.md": claim("claimed_on: 2023-05-01"),
            "claims/whole-of-2023.md": claim("claimed_on: 2023"),
        }
    )
    rows = [row.claim.slug for row in matrix(site, site.topics["harbour-bridge"]).rows]
    assert rows == [
        *("repair-cost", "detour-cost"),
        *("whole-of-2023", "a-of-may", "b-of-may"),
        *("closed-eleven-weeks", "budget-kept", "repair-cost-ar"),
        *("undated-a", "undated-b"),
    ]


def test_claims_that_the_order_names_stand_as_it_names_them() -> None:
    turned = edited(
        "topics/harbour-bridge.md", "  - repair-cost\n  - detour-cost\n", "  - budget-kept\n  - repair-cost\n"
    )
    site = edition({"topics/harbour-bridge.md": turned})
    rows = [row.claim.slug for row in matrix(site, site.topics["harbour-bridge"]).rows]
    assert rows[:3] == ["budget-kept", "repair-cost", "closed-eleven-weeks"]


def test_drafts_and_retracted_claims_have_no_row() -> None:
    site = edition()
    rows = [row.claim.slug for row in matrix(site, site.topics["harbour-bridge"]).rows]
    assert "toll-planned" not in rows
    assert matrix(site, site.topics["harbour-ferry"]).rows == ()


def test_a_draft_has_a_row_where_drafts_are_shown() -> None:
    site = edition(drafts=True)
    assert [row.claim.slug for row in matrix(site, site.topics["harbour-ferry"]).rows] == ["ferry-passengers"]


def test_a_source_that_carries_and_differs_counts_once_as_carrying() -> None:
    site = edition()
    counts = matrix(site, site.topics["harbour-bridge"]).counts
    assert counts == (
        Count(carries=4, otherwise=1, nothing=0),
        Count(carries=3, otherwise=1, nothing=1),
        Count(carries=3, otherwise=0, nothing=2),
        Count(carries=0, otherwise=1, nothing=4),
        Count(carries=1, otherwise=0, nothing=4),
    )


def cells(slug: str) -> dict[str, Cell]:
    """Give the cells of a claim of harbour by their source."""
    site = edition()
    rows = matrix(site, site.topics["harbour-bridge"]).rows
    return {cell.source: cell for row in rows if row.claim.slug == slug for cell in row.cells}


def absence(slug: str, *, published: str, claimed_on: str, held: bool = False) -> Absence | None:
    """Give the absence of a source, published then, on a claim of which it says nothing, made then."""
    source = edited(f"sources/{slug}.md", "published: 2024-03-05", f"published: {published}")
    files = {
        "claims/lock.md": claim(f"claimed_on: {claimed_on}"),
        f"sources/{slug}.md": source,
        **({} if held else HELD),
    }
    site = edition(files)
    rows = matrix(site, site.topics["harbour-bridge"]).rows
    return next(cell for row in rows if row.claim.slug == "lock" for cell in row.cells if cell.source == slug).absence

"""The matrix in words: a sign, a word and a figure a cell, the counts at its edges, and a legend of what is in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from site_src.views.matrix import WIDE, signs
from site_src.views.matrix_page import matrix_page
from tests.editions import edition, links
from tests.harbour import claim, edited

if TYPE_CHECKING:
    from site_src.views.matrix import Cell, Line, Matrix


def test_a_cell_has_an_entry_for_all_that_the_source_says() -> None:
    assert entries(line("repair-cost"), "Harbour Daily")[0] == ("attributes", "exactly 4.20", False)
    assert [sign for sign, _, _ in entries(line("repair-cost"), "Harbour Daily")] == ["attributes", "differs"]


def test_figures_stand_without_the_unit_that_the_claim_names() -> None:
    cells = {cell.source: cell.entries[0].figure for cell in line("detour-cost").cells}
    assert cells == {
        "City press office": "",
        "Harbour Daily": "about 0.9",
        "Coast Radio": "nearly 1",
        "A post on the detour": "2–3",
        "Audit office": "exactly 0.9",
    }


def test_a_figure_is_a_plain_number_too_alike_for_4_2_and_4_20() -> None:
    values = {cell.source: [one.value for one in cell.entries] for cell in line("repair-cost").cells}
    assert values["City press office"] == ["4.2"]
    assert values["Harbour Daily"] == ["4.2", "5"]
    assert values["Coast Radio"] == ["4 4.5"]
    assert values["A post on the detour"] == [""]


def test_a_verified_excerpt_is_marked_in_its_cell() -> None:
    assert entries(line("budget-kept"), "City press office") == [("asserts", "", True)]
    unheld = edition({"sources/city-press-release.shingles": None})
    table = matrix_page(unheld, links(unheld, "matrix/harbour-bridge/"), "harbour-bridge").matrix
    assert entries(of(table, "budget-kept"), "City press office") == [("asserts", "", False)]


def test_a_source_that_says_nothing_shows_why() -> None:
    reasons = {cell.source: cell.absence.short for cell in line("repair-cost-ar").cells if cell.absence}
    assert reasons == {
        "Harbour Daily": "Silent",
        "Coast Radio": "Not examined",
        "A post on the detour": "Earlier",
        "Audit office": "Earlier",
    }


def test_a_row_ends_with_the_sources_that_carry_the_claim_and_their_origins() -> None:
    assert (line("repair-cost").carried, line("repair-cost").origins) == ("3 sources", "1 origin")
    assert (line("detour-cost").carried, line("detour-cost").origins) == ("3 sources", "2 origins")


def test_a_row_of_a_claim_that_nobody_carries_counts_no_origins() -> None:
    site = edition({"claims/lock.md": claim()})
    made = of(matrix_page(site, links(site, "matrix/harbour-bridge/"), "harbour-bridge").matrix, "lock")
    assert (made.carried, made.origins) == ("0 sources", "")


def test_a_claim_stands_in_its_own_language_and_direction() -> None:
    assert (line("repair-cost-ar").language, line("repair-cost-ar").direction) == ("ar", "rtl")


def test_columns_name_sources_as_their_pages_do_and_count_at_their_foot() -> None:
    columns = table().columns
    assert [(column.name, column.href) for column in columns][:2] == [
        ("City press office", "../../sources/city-press-release/"),
        ("Harbour Daily", "../../sources/harbour-daily/"),
    ]
    assert (columns[0].count.carries, columns[0].count.otherwise, columns[0].count.nothing) == (4, 1, 0)
    assert [column.published for column in columns][:4] == [
        "2 March 2024",
        "5 March 2024",
        "6 March 2024",
        "about February 2024",
    ]


def test_the_signs_of_a_cell_are_named_once_each_an_absence_by_its_own() -> None:
    named = {cell.source: signs(cell) for cell in line("repair-cost").cells}
    assert named["Harbour Daily"] == ("attributes", "differs")
    assert named["A post on the detour"] == ("silent",)
    assert named["Audit office"] == ("earlier",)


def test_a_table_of_more_sources_than_stand_side_by_side_is_wide() -> None:
    assert not table().wide
    assert replace(table(), columns=table().columns[:1] * (WIDE + 1)).wide


def test_verified_is_explained_where_any_excerpt_is() -> None:
    assert table().verified
    unheld = edition({f"sources/{slug}.shingles": None for slug in ("city-press-release", "harbour-daily")})
    assert not matrix_page(unheld, links(unheld, "matrix/harbour-bridge/"), "harbour-bridge").matrix.verified


def test_the_legend_explains_the_signs_that_are_there_and_no_others() -> None:
    assert [said.sign for said in table().legend] == [
        "asserts",
        "attributes",
        "differs",
        "denies",
        "silent",
        "earlier",
        "not-examined",
    ]
    short = edited("topics/harbour-bridge.md", "order:\n  - repair-cost\n  - detour-cost\n", "")
    gone = {f"claims/{slug}.md": None for slug in ("repair-cost", "detour-cost", "closed-eleven-weeks", "toll-planned")}
    unlinked = {"pages/how-we-check.md": "---\ntitle: How we check\n---\n", "claims/repair-cost-ar.md": None}
    site = edition({**gone, **unlinked, "topics/harbour-bridge.md": short, "claims/drafts/ferry-passengers.md": None})
    legend = matrix_page(site, links(site, "matrix/harbour-bridge/"), "harbour-bridge").matrix.legend
    assert [said.sign for said in legend] == ["asserts", "attributes", "earlier", "not-examined"]


def table() -> Matrix:
    """Give the table of the harbour bridge."""
    site = edition()
    return matrix_page(site, links(site, "matrix/harbour-bridge/"), "harbour-bridge").matrix


def line(slug: str) -> Line:
    """Give the row of a claim in the table of the harbour bridge."""
    return of(table(), slug)


def of(made: Matrix, slug: str) -> Line:
    """Give the row of a claim in a table."""
    return next(line for line in made.lines if line.href == f"../../claims/{slug}/")


def entries(made: Line, source: str) -> list[tuple[str, str, bool]]:
    """Give sign, figure and mark of all that a source says in a row."""
    cell: Cell = next(cell for cell in made.cells if cell.source == source)
    return [(entry.said.sign, entry.figure, entry.verified) for entry in cell.entries]

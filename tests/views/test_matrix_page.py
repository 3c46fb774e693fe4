"""The page of a matrix: what its rows are judged by, what its cells open to, its foot and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.views.matrix_page import matrices_page, matrix_page
from tests.editions import edition, links
from tests.harbour import claim, edited

if TYPE_CHECKING:
    from site_src.site.model import Site
    from site_src.views.matrix_page import MatrixPage, MatrixRow


def test_a_row_says_by_what_it_is_filtered_and_put_in_order() -> None:
    made = row("repair-cost")
    assert (made.rating, made.scale, made.carriers, made.claimed) == ("partly-supported", 3, 3, "2024-03-02")
    assert (made.figure, made.unit) == ("5", "million euros")


def test_a_row_without_a_date_a_figure_or_a_place_on_the_scale_says_so() -> None:
    site = edition({"claims/lock.md": claim("rating: not-checkable")})
    made = row("lock", site)
    assert (made.scale, made.carriers, made.claimed, made.figure, made.unit) == (0, 0, "", "", "")


def test_a_cell_opens_where_there_is_something_to_read() -> None:
    opens = {one.cell.source: one.panel is not None for one in row("repair-cost").cells}
    assert opens == {
        "City press office": True,
        "Harbour Daily": True,
        "Coast Radio": True,
        "A post on the detour": True,  # silent, with a note
        "Audit office": False,
    }


def test_every_panel_has_an_id_of_its_own() -> None:
    ids = [one.panel.id for each in page().rows for one in each.cells if one.panel]
    assert len(set(ids)) == len(ids) > 10
    assert ids[:2] == ["said-1-1", "said-1-2"]


def test_what_says_nothing_has_its_sign_where_there_is_room_and_is_gathered_where_there_is_none() -> None:
    assert not any(one.brief for each in page().rows for one in each.cells)
    many = edition({**crowd(4), "topics/harbour-bridge.md": crowded(4)})
    made = row("repair-cost", many)
    assert [one.brief for one in made.cells] == [bool(one.cell.absence) for one in made.cells]
    assert made.absent == ("Earlier: 1 source", "Not examined: 4 sources")
    assert page(many).matrix.wide


def test_the_foot_counts_for_each_source_what_it_carries_bends_and_is_silent_on() -> None:
    feet = page().feet
    assert [foot.words for foot in feet] == ["Of 5 claims, it carries", "says otherwise on", "says nothing on"]
    first = {foot.words: foot.cells[0] for foot in feet}
    assert [(cell.source, cell.count) for cell in first.values()] == [("City press office", n) for n in (4, 1, 0)]


def test_the_table_can_be_taken_along_as_the_open_data_have_it() -> None:
    assert [(file.href, file.words) for file in page().downloads] == [
        ("../../data/matrix/harbour-bridge.csv", "CSV"),
        ("../../data/matrix/harbour-bridge.json", "JSON"),
    ]


def test_the_page_runs_the_script_of_the_matrix() -> None:
    assert "../../assets/matrix.js" in page().frame.scripts


def test_the_index_of_matrices_has_every_topic_with_its_counts() -> None:
    site = edition()
    made = matrices_page(site, links(site, "matrix/"))
    assert [(topic.href, topic.counts) for topic in made.topics] == [
        ("harbour-bridge/", "5 claims against 5 sources"),
        ("harbour-ferry/", "0 claims against 2 sources"),
    ]


def page(site: Site | None = None) -> MatrixPage:
    """Give the page of the harbour bridge's matrix."""
    site = site or edition()
    return matrix_page(site, links(site, "matrix/harbour-bridge/"), "harbour-bridge")


def row(slug: str, site: Site | None = None) -> MatrixRow:
    """Give the row of a claim on that page."""
    return next(each for each in page(site).rows if each.line.href == f"../../claims/{slug}/")


def crowd(count: int) -> dict[str, str]:
    """Give so many sources more, of which nobody read anything."""
    source = "---\ntitle: A leaflet\npublisher: Leaflet {}\nkind: article\nretrieved: 2024-03-20\n---\n"
    return {f"sources/leaflet-{number}.md": source.format(number) for number in range(count)}


def crowded(count: int) -> str:
    """Give the topic with them among its sources."""
    more = "".join(f"  - leaflet-{number}\n" for number in range(count))
    return edited("topics/harbour-bridge.md", "  - audit-report\n", f"  - audit-report\n{more}")

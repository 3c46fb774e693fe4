"""What the matrix can be filtered and put in order by: only what would leave something of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.views.matrix_page import matrix_page
from tests.editions import edition, links
from tests.harbour import claim, edited

if TYPE_CHECKING:
    from site_src.site.model import Site
    from site_src.views.matrix_filters import MatrixFilters


def test_ratings_are_those_that_the_claims_have_in_the_order_of_the_scale_with_how_many() -> None:
    chosen = [(one.value, one.badge.label, one.count) for one in filters().ratings]
    assert chosen == [
        ("contradicted", "Contradicted", 1),
        ("partly-supported", "Partly supported", 2),
        ("supported", "Supported", 1),
        ("not-checkable", "Not checkable", 1),
    ]


def test_stances_are_those_of_the_legend_with_on_how_many_claims_there_is_one() -> None:
    chosen = {one.said.sign: one.count for one in filters().stances}
    assert list(chosen)[:2] == ["asserts", "attributes"]
    assert chosen["silent"] == 2
    assert max(chosen.values()) <= 5


def test_sources_are_the_columns() -> None:
    chosen = filters().sources
    assert (len(chosen), chosen[0].value, chosen[0].words) == (5, "city-press-release", "City press office")


def test_orders_by_date_and_figure_are_there_where_a_claim_has_one() -> None:
    values = [order.value for order in filters().orders]
    assert values == ["", "rating", "-rating", "-carried", "carried", "-claimed", "claimed", "-figure", "figure"]
    bare = edited("topics/harbour-bridge.md", "order:\n  - repair-cost\n  - detour-cost\n", "")
    slugs = ("repair-cost", "repair-cost-ar", "detour-cost", "closed-eleven-weeks", "budget-kept", "toll-planned")
    gone = {f"claims/{slug}.md": None for slug in slugs}
    unlinked = {"pages/how-we-check.md": "---\ntitle: How we check\n---\n", "claims/drafts/ferry-passengers.md": None}
    site = edition({**gone, **unlinked, "topics/harbour-bridge.md": bare, "claims/lock.md": claim()})
    assert [order.value for order in filters(site).orders] == ["", "rating", "-rating", "-carried", "carried"]


def filters(site: Site | None = None) -> MatrixFilters:
    """Give the filters of the harbour bridge's matrix."""
    site = site or edition()
    return matrix_page(site, links(site, "matrix/harbour-bridge/"), "harbour-bridge").filters

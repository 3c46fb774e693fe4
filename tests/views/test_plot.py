"""Figures on one scale: what each source says, in the order of the figures, with open ends where they are open."""

from __future__ import annotations

import pytest

from site_src.views.appearance import SourceLinks
from site_src.views.plot import Plot, plot
from tests.editions import edition, links
from tests.harbour import claim

PRESS, DAILY, RADIO = "city-press-release", "harbour-daily", "coast-radio"


def test_a_claim_without_figures_has_no_plot() -> None:
    site = edition()
    assert plot(SourceLinks(site, links(site)), site.claims["repair-cost-ar"]) is None
    assert (
        plot_of(f"measure: {{label: L, unit: u}}\n{appearances(f'source: {PRESS}, stance: asserts, says: S')}") is None
    )


def test_rows_stand_in_the_order_of_their_figures_with_the_words_of_the_sources() -> None:
    made = harbour("repair-cost")
    assert [(row.sources[0].words, row.figure, row.as_of) for row in made.rows] == [
        ("Coast Radio", "four to four and a half million", ""),
        ("City press office", "4.2", "1 March 2024"),
        ("Harbour Daily", "exactly 4.20", ""),
        ("Harbour Daily", "more than five million", ""),
    ]
    assert [line.value for line in made.table] == ["4–4.5", "4.2", "4.20", "5"]
    assert made.description == "4 figures from 4 to 5 million euros; the claim’s own is 4.2."


def test_places_are_in_percent_of_the_scale() -> None:
    made = harbour("repair-cost")
    assert [(tick.x, tick.words, tick.anchor) for tick in made.ticks] == [
        (0, "0", "start"),
        (33.33, "2", "middle"),
        (66.67, "4", "middle"),
        (100, "6", "end"),
    ]
    assert [(row.mark.x, row.mark.end) for row in made.rows] == [
        (66.67, 75.0),
        (70.0, None),
        (70.0, None),
        (83.33, None),
    ]
    assert (made.zero, made.claimed and made.claimed.x) == (0, 70.0)


@pytest.mark.parametrize(
    ("bound", "signs"),
    [
        ("", ""),
        ("exactly", ""),
        ("about", "near_below near_above"),
        ("nearly", "near_below"),
        ("over", "above"),
        ("at-least", "above"),
        ("at-most", "below"),
    ],
)
def test_a_bound_is_told_by_the_mark(bound: str, signs: str) -> None:
    mark = (
        only(f"source: {PRESS}, stance: asserts, says: S, value: 3{f', bound: {bound}' if bound else ''}").rows[0].mark
    )
    told = [name for name in ("near_below", "near_above", "below", "above") if getattr(mark, name)]
    assert " ".join(told) == signs
    assert not mark.hollow


def test_a_source_that_does_not_carry_the_claim_has_a_hollow_mark() -> None:
    assert only(f"source: {PRESS}, stance: differs, says: S, value: 3").rows[0].mark.hollow


def test_figures_all_of_one_value_lie_in_one_place() -> None:
    said = [f"source: {slug}, stance: asserts, says: S, value: 7" for slug in (PRESS, DAILY, RADIO)]
    assert {row.mark.x for row in only(*said).rows} == {87.5}


def test_below_0_the_zero_stands_inside() -> None:
    made = only(
        f"source: {PRESS}, stance: asserts, says: S, value: -4", f"source: {DAILY}, stance: differs, says: S, value: 4"
    )
    assert made.zero == 50
    assert [row.figure for row in made.rows] == ["−4", "4"]


def test_what_is_unusual_about_a_scale_is_said() -> None:
    far = only(
        f"source: {PRESS}, stance: asserts, says: S, value: 1",
        f"source: {DAILY}, stance: differs, says: S, value: 1e12",
    )
    near = only(
        f"source: {PRESS}, stance: asserts, says: S, value: 99",
        f"source: {DAILY}, stance: differs, says: S, value: 100",
    )
    assert far.note == (
        "The figures lie far apart: each line of the scale stands for 1,000,000 times the one before it."
    )
    assert near.note == "The scale does not reach 0; it begins at 99."
    assert (far.zero, near.zero) == (None, None)


def test_where_sources_are_many_those_that_say_the_same_share_a_row_and_each_stands_in_the_table() -> None:
    slugs = [f"paper-{n}" for n in range(41)]
    papers = {f"sources/{slug}.md": f"---\ntitle: The {slug}\nkind: article\n---\n" for slug in slugs}
    said = [f"source: {slug}, stance: asserts, says: S, value: {5 if n < 30 else n}" for n, slug in enumerate(slugs)]
    topic = f"---\ntitle: Lock\nsummary: The lock.\nsources: [{', '.join(slugs)}]\n---\n"
    made = plot_of(f"topic: lock\n{MEASURE}{appearances(*said)}", {**papers, "topics/lock.md": topic})
    assert made is not None
    assert [len(row.sources) for row in made.rows] == [2] + [1] * 11
    assert made.rows[0].more == "28 others"
    assert len(made.table) == 41


MEASURE = "measure: {label: Cost of the lock, unit: million euros}\n"


def harbour(slug: str) -> Plot:
    """Gives the plot of one of harbour's claims."""
    site = edition()
    made = plot(SourceLinks(site, links(site)), site.claims[slug])
    assert made is not None
    return made


def only(*said: str) -> Plot:
    """Gives the plot of a claim with these appearances."""
    made = plot_of(f"{MEASURE}{appearances(*said)}")
    assert made is not None
    return made


def appearances(*said: str) -> str:
    """Gives appearances as an editor types them."""
    return "".join(["appearances:\n", *(f"  - {{{one}}}\n" for one in said)])


def plot_of(front: str, files: dict[str, str] | None = None) -> Plot | None:
    """Gives the plot of a claim with these keys."""
    site = edition({"claims/lock.md": claim(front), **(files or {})})
    return plot(SourceLinks(site, links(site)), site.claims["lock"])

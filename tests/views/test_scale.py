"""A scale for any figures: it begins at 0 where that tells more, and its ticks are round and have room."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.views.scale import scale

FIGURES = st.lists(
    st.tuples(st.integers(-(10**6), 10**6), st.integers(-30, 30)).map(lambda n: n[0] * Fraction(10) ** n[1]),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["12"], ["0", "5", "10", "15"]),
        (["4.2", "5", "4", "4.5"], ["0", "1", "2", "3", "4", "5"]),
        (["0"], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (["-3", "5"], ["-4", "-2", "0", "2", "4", "6"]),
        (["-5"], ["-5", "-4", "-3", "-2", "-1", "0"]),
        (["0.0012"], ["0", "0.0005", "0.001", "0.0015"]),
        (["1234567890"], ["0", "2000000000"]),
    ],
)
def test_figures_are_told_by_lengths_from_0(values: list[str], ticks: list[str]) -> None:
    made = scale([Fraction(value) for value in values])
    assert [tick.number for tick in made.ticks] == ticks
    assert made.has_zero


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["99.95", "100.01"], ["99.95", "100", "100.05"]),
        (["2019", "2025"], ["2015", "2020", "2025"]),
        (["-101", "-100"], ["-101", "-100.5", "-100"]),
    ],
)
def test_figures_that_are_close_together_are_told_apart_on_a_scale_without_0(
    values: list[str], ticks: list[str]
) -> None:
    made = scale([Fraction(value) for value in values])
    assert [tick.number for tick in made.ticks] == ticks
    assert not made.has_zero


def test_at_most_reaches_down_to_0_however_close_the_figures_are() -> None:
    assert scale([Fraction("6.8"), Fraction(7)], open_below=True).has_zero


def test_figures_twelve_orders_of_magnitude_apart_lie_on_powers_of_ten() -> None:
    made = scale([Fraction(1), Fraction(250_000), Fraction("1e12")])
    assert made.stride == 6
    assert [tick.number for tick in made.ticks] == ["1", "1000000", "1e12"]
    assert [made.place(Fraction(value)) for value in (1, 10**6, 10**12)] == [0, 50, 100]


def test_beyond_an_open_end_there_is_room_for_an_arrow() -> None:
    assert scale([Fraction(15)]).place(Fraction(15)) == 100
    assert scale([Fraction(15)], open_above=True).place(Fraction(15)) < 90
    assert scale([Fraction(-15)], open_below=True).place(Fraction(-15)) > 10
    assert scale([Fraction(10), Fraction(10**6)], open_below=True, open_above=True).place(Fraction(10**6)) < 95


@given(FIGURES, st.sampled_from(list(itertools.product([False, True], repeat=2))))
def test_every_figure_lies_on_its_scale_and_every_tick_where_its_number_says(
    values: list[Fraction], opens: tuple[bool, bool]
) -> None:
    made = scale(values, open_below=opens[0], open_above=opens[1])
    assert all(0 <= made.place(value) <= 100 for value in values)
    assert 2 <= len(made.ticks) <= 6
    assert [made.place(Fraction(tick.number)) for tick in made.ticks] == [tick.x for tick in made.ticks]
    assert (made.ticks[0].x, made.ticks[-1].x) == (0, 100)

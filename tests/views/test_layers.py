"""Layers from left to right: givers before takers, no node on another, and as few crossings as the order can have."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_src.views.layers import layered

GAP = 10.0


def test_a_taker_stands_right_of_all_its_givers() -> None:
    made = layered(dict.fromkeys("abc", 20.0), [("a", "b"), ("b", "c"), ("a", "c")], GAP)
    assert {name: stop.layer for name, stop in made.nodes.items()} == {"a": 0, "b": 1, "c": 2}
    assert made.layers == 3


def test_an_arrow_that_passes_by_a_layer_goes_around_what_stands_there() -> None:
    made = layered(dict.fromkeys("abc", 20.0), [("a", "b"), ("b", "c"), ("a", "c")], GAP)
    _, passing, _ = made.arrows["a", "c"]
    assert passing.layer == 1
    assert abs(passing.y - made.nodes["b"].y) >= 10 + GAP


def test_two_pairs_do_not_cross() -> None:
    made = layered(dict.fromkeys("abxy", 20.0), [("a", "y"), ("b", "x")], GAP)
    above = made.nodes["a"].y < made.nodes["b"].y
    assert above == (made.nodes["y"].y < made.nodes["x"].y)


def test_one_giver_stands_beside_the_middle_of_its_takers() -> None:
    made = layered(dict.fromkeys("abcd", 20.0), [("a", "b"), ("a", "c"), ("a", "d")], GAP)
    assert made.nodes["a"].y == made.height / 2


@given(st.integers(2, 12).flatmap(lambda count: st.tuples(st.just(count), st.sets(_steps(count), min_size=1))))
def test_nothing_stands_on_anything_else_or_outside(drawn: tuple[int, set[tuple[int, int]]]) -> None:
    count, steps = drawn
    heights = {str(n): 20.0 + n for n in range(count)}
    made = layered(heights, [(str(begin), str(end)) for begin, end in sorted(steps)], GAP)
    for layer in range(made.layers):
        column = sorted((stop.y, heights[name]) for name, stop in made.nodes.items() if stop.layer == layer)
        for (upper, height), (lower, other) in pairwise(column):
            assert lower - upper >= (height + other) / 2 + GAP - 0.2
        assert all(height / 2 - 0.2 <= y <= made.height - height / 2 + 0.2 for y, height in column)


def _steps(count: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda step: step[0] < step[1])

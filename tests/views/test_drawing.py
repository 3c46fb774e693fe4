"""Drawings fit a page: boxes as wide as there is room for, names broken where they have room, and all ways in place."""

from __future__ import annotations

import re

import pytest

from site_src.site.provenance import Relay
from site_src.views.drawing import Drawing, Named, drawing, trail


@pytest.mark.parametrize("depth", [2, 3, 5])
def test_up_to_five_layers_a_drawing_is_as_wide_as_the_text_beside_it(depth: int) -> None:
    drawn = drawing(*chain(depth))
    assert drawn.width == 640
    assert max(box.x + box.width for box in drawn.boxes) <= 640


def test_with_more_layers_boxes_keep_their_width_and_the_drawing_gets_wider() -> None:
    drawn = drawing(*chain(7))
    assert {box.width for box in drawn.boxes} == {96}
    assert drawn.width == max(box.x + box.width for box in drawn.boxes) > 640


def test_a_way_begins_at_the_right_edge_of_its_giver_and_ends_at_the_left_edge_of_its_taker() -> None:
    drawn = drawing(*chain(2))
    giver, taker = drawn.boxes
    numbers = [float(number) for number in re.findall(r"[\d.]+", drawn.ways[0].d)]
    assert numbers[:2] == [giver.x + giver.width, giver.middle]
    assert numbers[-2:] == [taker.x, taker.middle]


def test_wide_letters_take_the_room_of_two() -> None:
    names = {
        "a": Named("港口新闻社每日综合报道", origin=True, compared=False),
        "b": Named("b", origin=False, compared=True),
    }
    box = drawing(names, [Relay("a", "b", inferred=False)]).boxes[0]
    assert [len(line.words) for line in box.lines] == [10, 1]


@pytest.mark.parametrize("name", ["a" * 100_000, "a " * 50_000, "a" + "\u0301" * 100_000])
def test_a_name_of_any_length_has_four_lines_at_most(name: str) -> None:
    nodes = {"a": Named(name, origin=True, compared=False), "b": Named("b", origin=False, compared=True)}
    for drawn in (draw(nodes, [Relay("a", "b", inferred=False)]) for draw in (drawing, trail)):
        assert 1 <= len(drawn.boxes[0].lines) <= 4
        assert sum(len(line.words) for line in drawn.boxes[0].lines) <= 400


def test_a_trail_goes_down_and_right_and_shows_what_stood_before_once_more_without_what_is_below_it() -> None:
    relays = [Relay("a", "c", inferred=False), Relay("b", "c", inferred=True), Relay("c", "d", inferred=False)]
    drawn = trail({name: Named(name, origin=name in "ab", compared=True) for name in "abcd"}, relays)
    assert rows(drawn) == [("a", 4), ("c", 24), ("d", 44), ("b", 4), ("c (as above)", 24)]
    assert [way.inferred for way in drawn.ways] == [False, False, True]


def chain(depth: int) -> tuple[dict[str, Named], list[Relay]]:
    """Gives sources of which each passes on the one before it."""
    nodes = {str(n): Named(f"Source {n}", origin=n == 0, compared=n > 0) for n in range(depth)}
    return nodes, [Relay(str(n), str(n + 1), inferred=False) for n in range(depth - 1)]


def rows(drawn: Drawing) -> list[tuple[str, float]]:
    """Gives the first line of each box with its place from the left."""
    return [(box.lines[0].words, box.x) for box in drawn.boxes]

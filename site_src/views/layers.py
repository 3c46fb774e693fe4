"""A graph without cycles as layers from left to right: which node stands in which layer, in which order, how high."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SWEEPS = 8
_BEND = 4
"""The height that an arrow takes where it passes by a layer."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where an arrow or a node stands: its layer, counted from 0, and the middle of its height."""

    layer: int
    y: float


@dataclass(frozen=True, slots=True)
class Layered:
    """Where each node stands, where each arrow passes from its first node to its last, and the height of all."""

    nodes: Mapping[str, Stop]
    arrows: Mapping[tuple[str, str], tuple[Stop, ...]]
    layers: int
    height: float


# A node, or the place at which an arrow passes by a layer: the arrow's ends and the layer.
_Slot = tuple[str, ...]


def layered(heights: Mapping[str, float], arrows: Sequence[tuple[str, str]], gap: float) -> Layered:
    """Lay out nodes with their heights: those without an arrow to them on the left, each other right of all before it.

    Nodes of a layer stand below each other, `gap` apart, in the order in which arrows cross least.
    """
    layer = _layers(heights, arrows)
    ways = {arrow: _way(arrow, layer) for arrow in arrows}
    columns = _columns(heights, layer, ways.values())
    steps = [pair for way in ways.values() for pair in pairwise(way)]
    _uncross(columns, steps)
    y = _heights(columns, steps, heights, gap)
    stops = {slot: Stop(number, y[slot]) for number, column in enumerate(columns) for slot in column}
    return Layered(
        nodes={node: stops[node,] for node in heights},
        arrows={arrow: tuple(stops[slot] for slot in way) for arrow, way in ways.items()},
        layers=len(columns),
        height=max(_extent(column, heights, gap) for column in columns),
    )


def _layers(nodes: Iterable[str], arrows: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Give each node the layer after the last of those from which an arrow leads to it."""
    layer = dict.fromkeys(nodes, 0)
    moved = True
    while moved:
        moved = False
        for begin, end in arrows:
            if layer[end] <= layer[begin]:
                layer[end] = layer[begin] + 1
                moved = True
    return layer


def _way(arrow: tuple[str, str], layer: Mapping[str, int]) -> list[_Slot]:
    begin, end = arrow
    passed: list[_Slot] = [(begin, end, str(number)) for number in range(layer[begin] + 1, layer[end])]
    return [(begin,), *passed, (end,)]


def _columns(nodes: Iterable[str], layer: Mapping[str, int], ways: Iterable[list[_Slot]]) -> list[list[_Slot]]:
    columns: list[list[_Slot]] = [[] for _ in range(max(layer.values()) + 1)]
    for node in nodes:
        columns[layer[node]].append((node,))
    for way in ways:
        for number, slot in enumerate(way[1:-1], start=layer[way[0][0]] + 1):
            columns[number].append(slot)
    return columns


def _uncross(columns: list[list[_Slot]], steps: Sequence[tuple[_Slot, _Slot]]) -> None:
    """Sort each column by where its neighbours stand, from either side, and keep the best order that is met."""
    before: dict[_Slot, list[_Slot]] = {}
    after: dict[_Slot, list[_Slot]] = {}
    for begin, end in steps:
        after.setdefault(begin, []).append(end)
        before.setdefault(end, []).append(begin)
    best = [list(column) for column in columns]
    fewest = _crossings(best, steps)
    for sweep in range(_SWEEPS):
        forth = sweep % 2 == 0
        for column in columns if forth else reversed(columns):
            place = {slot: n for each in columns for n, slot in enumerate(each)}
            column.sort(key=lambda slot: _mean(place, (before if forth else after).get(slot, ()), place[slot]))
        crossings = _crossings(columns, steps)
        if crossings < fewest:
            best, fewest = [list(column) for column in columns], crossings
    columns[:] = best


def _mean(place: Mapping[_Slot, float], neighbours: Sequence[_Slot], otherwise: float) -> float:
    return sum(place[slot] for slot in neighbours) / len(neighbours) if neighbours else otherwise


def _crossings(columns: Sequence[Sequence[_Slot]], steps: Sequence[tuple[_Slot, _Slot]]) -> int:
    """Count the pairs of steps between the same columns of which one begins above the other and ends below it."""
    place = {slot: (number, n) for number, column in enumerate(columns) for n, slot in enumerate(column)}
    ends: list[list[int]] = [[] for _ in columns]
    found = 0
    for (number, _), end in sorted((place[begin], place[end][1]) for begin, end in steps):
        found += len(ends[number]) - bisect_right(ends[number], end)
        insort(ends[number], end)
    return found


def _heights(
    columns: Sequence[Sequence[_Slot]],
    steps: Sequence[tuple[_Slot, _Slot]],
    heights: Mapping[str, float],
    gap: float,
) -> dict[_Slot, float]:
    """Set each slot as near to the middle of its neighbours as its column leaves room."""
    whole = max(_extent(column, heights, gap) for column in columns)
    y = {slot: whole / 2 for column in columns for slot in column}
    neighbours: dict[_Slot, list[_Slot]] = {}
    for begin, end in steps:
        neighbours.setdefault(begin, []).append(end)
        neighbours.setdefault(end, []).append(begin)
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            wanted = [_mean(y, neighbours.get(slot, ()), whole / 2) for slot in column]
            placed = _apart(wanted, [_height(slot, heights) for slot in column], gap, whole)
            y.update(zip(column, placed, strict=True))
    return {slot: round(at, 1) for slot, at in y.items()}


def _apart(wanted: Sequence[float], heights: Sequence[float], gap: float, whole: float) -> list[float]:
    """Move middles as little as needed for things of those heights to stand `gap` apart, between 0 and `whole`."""
    first = _raised(_lowered(wanted, heights, gap), heights, gap, whole)
    other = _lowered(_raised(wanted, heights, gap, whole), heights, gap)
    return [(one + two) / 2 for one, two in zip(first, other, strict=True)]


def _lowered(wanted: Sequence[float], heights: Sequence[float], gap: float) -> list[float]:
    placed, edge = [], 0.0
    for middle, height in zip(wanted, heights, strict=True):
        placed.append(max(middle, edge + height / 2))
        edge = placed[-1] + height / 2 + gap
    return placed


def _raised(wanted: Sequence[float], heights: Sequence[float], gap: float, whole: float) -> list[float]:
    mirrored = _lowered([whole - middle for middle in reversed(wanted)], list(reversed(heights)), gap)
    return [whole - middle for middle in reversed(mirrored)]


def _extent(column: Sequence[_Slot], heights: Mapping[str, float], gap: float) -> float:
    return sum(_height(slot, heights) for slot in column) + gap * (len(column) - 1)


def _height(slot: _Slot, heights: Mapping[str, float]) -> float:
    return heights[slot[0]] if len(slot) == 1 else _BEND

"""A graph without cycles as layers from left to right: which node stands in which layer, in which order, how high."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

N = TypeVar("N")
_SWEEPS = 8
_BEND = 4
"""The height that an arrow takes where it passes by a layer."""


class Stop(NamedTuple):
    """Where an arrow or a node stands: its layer, counted from 0, and the middle of its height."""

    layer: int
    y: float


@dataclass(frozen=True, slots=True)
class Layered(Generic[N]):
    """Where each node stands, where each arrow passes from its first node to its last, and the height of all."""

    nodes: Mapping[N, Stop]
    arrows: Mapping[tuple[N, N], tuple[Stop, ...]]
    layers: int
    height: float


# Nodes and the places at which arrows pass by a layer are slots, by number: the nodes first. Then all that is told of
# slots is a list, which takes a third of the time of looking them up by name.


def layered(heights: Mapping[N, float], arrows: Sequence[tuple[N, N]], gap: float) -> Layered[N]:
    """Lay out nodes with their heights: those without an arrow to them on the left, each other right of all before it.

    Nodes of a layer stand below each other, `gap` apart, in the order in which arrows cross least.
    """
    number = {node: slot for slot, node in enumerate(heights)}
    layer = _layers(len(number), [(number[begin], number[end]) for begin, end in arrows])
    ways = {(begin, end): _way(number[begin], number[end], layer) for begin, end in dict.fromkeys(arrows)}
    tall = [*heights.values(), *[_BEND] * (len(layer) - len(number))]
    columns: list[list[int]] = [[] for _ in range(max(layer) + 1)]
    for slot, at in enumerate(layer):
        columns[at].append(slot)
    steps = [pair for way in ways.values() for pair in pairwise(way)]
    _uncross(columns, steps, layer)
    height = max(sum([tall[slot] for slot in column]) + gap * (len(column) - 1) for column in columns)
    y = _heights(columns, steps, tall, gap, height)
    stops = [Stop(at, round(middle, 1)) for at, middle in zip(layer, y, strict=True)]
    return Layered(
        nodes={node: stops[slot] for node, slot in number.items()},
        arrows={arrow: tuple([stops[slot] for slot in way]) for arrow, way in ways.items()},
        layers=len(columns),
        height=height,
    )


def _layers(nodes: int, arrows: Sequence[tuple[int, int]]) -> list[int]:
    """Give each node the layer after the last of those from which an arrow leads to it."""
    layer = [0] * nodes
    moved = True
    while moved:
        moved = False
        for begin, end in arrows:
            if layer[end] <= layer[begin]:
                layer[end] = layer[begin] + 1
                moved = True
    return layer


def _way(begin: int, end: int, layer: list[int]) -> list[int]:
    """Give the slots from one node to another, and each that is passed by its layer."""
    first = len(layer)
    layer.extend(range(layer[begin] + 1, layer[end]))
    return [begin, *range(first, len(layer)), end]


def _uncross(columns: list[list[int]], steps: Sequence[tuple[int, int]], layer: Sequence[int]) -> None:
    """Sort each column by where its neighbours stand, from either side, and keep the best order that is met."""
    before, after = _neighbours(len(layer), ((end, begin) for begin, end in steps)), _neighbours(len(layer), steps)
    place = [0] * len(layer)
    for column in columns:
        _settle(column, place)
    best = [list(column) for column in columns]
    fewest = _crossings(len(columns), steps, layer, place)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        beside = after if sweep % 2 else before
        for column in reversed(columns) if sweep % 2 else columns:
            column.sort(key=[_mean(place, each, at) for each, at in zip(beside, place, strict=True)].__getitem__)
            _settle(column, place)
        crossings = _crossings(len(columns), steps, layer, place)
        if crossings < fewest:
            best, fewest = [list(column) for column in columns], crossings
    columns[:] = best


def _neighbours(slots: int, steps: Iterable[tuple[int, int]]) -> list[list[int]]:
    beside: list[list[int]] = [[] for _ in range(slots)]
    for begin, end in steps:
        beside[begin].append(end)
    return beside


def _settle(column: Sequence[int], place: list[int]) -> None:
    for n, slot in enumerate(column):
        place[slot] = n


def _mean(place: Sequence[float], neighbours: Sequence[int], otherwise: float) -> float:
    return sum([place[slot] for slot in neighbours]) / len(neighbours) if neighbours else otherwise


def _crossings(columns: int, steps: Sequence[tuple[int, int]], layer: Sequence[int], place: Sequence[int]) -> int:
    """Count the pairs of steps between the same columns of which one begins above the other and ends below it."""
    ends: list[list[int]] = [[] for _ in range(columns)]
    found = 0
    for at, _, end in sorted([(layer[begin], place[begin], place[end]) for begin, end in steps]):
        found += len(ends[at]) - bisect_right(ends[at], end)
        insort(ends[at], end)
    return found


def _heights(
    columns: Sequence[Sequence[int]],
    steps: Sequence[tuple[int, int]],
    tall: Sequence[float],
    gap: float,
    whole: float,
) -> list[float]:
    """Set each slot as near to the middle of its neighbours as its column leaves room."""
    middle = whole / 2
    y = [middle] * len(tall)
    beside = _neighbours(len(tall), (pair for step in steps for pair in (step, step[::-1])))
    heights = [[tall[slot] for slot in column] for column in columns]
    for sweep in range(_SWEEPS):
        before = list(y)
        for at in reversed(range(len(columns))) if sweep % 2 else range(len(columns)):
            wanted = [_mean(y, beside[slot], middle) for slot in columns[at]]
            for slot, placed in zip(columns[at], _apart(wanted, heights[at], gap, whole), strict=True):
                y[slot] = placed
        if y == before:  # then every sweep that follows leaves all where it is
            break
    return y


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
    mirrored = _lowered([whole - middle for middle in wanted[::-1]], heights[::-1], gap)
    return [whole - middle for middle in mirrored[::-1]]

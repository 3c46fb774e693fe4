"""A drawing of sources from left to right without its words: where boxes stand, and the ways between them."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from site_src.views.layers import layered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from site_src.views.layers import Stop

LINE, PADDING, GAP = 17, 10, 12
_WIDE = 640
_LEAST_BETWEEN, _BETWEEN, _MOST_BETWEEN = 40, 56, 104
_WIDEST, _NARROWEST = 190, 96
_REMEMBERED = 1_000
"""Most drawings have one of few shapes, such as one source that some others pass on; so many of them are remembered."""


class Stand(NamedTuple):
    """Where a box stands, and where the lines of its name begin."""

    x: float
    y: float
    height: float
    middle: float
    arrow: str
    text: tuple[tuple[float, float], ...]


class Outline(NamedTuple):
    """The boxes, all of one width, and the ways as the `d` of SVG paths."""

    across: float
    height: float
    width: float
    stands: tuple[Stand, ...]
    ways: tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def box_width(steps: tuple[tuple[int, int], ...]) -> float:
    """Give how wide boxes are between which ways lead, so that as many as follow each other have room."""
    depth = _depth(steps)
    return max(_NARROWEST, min(_WIDEST, (_WIDE - _BETWEEN * (depth - 1)) / depth))


@lru_cache(maxsize=_REMEMBERED)
def outline(lines: tuple[int, ...], steps: tuple[tuple[int, int], ...]) -> Outline:
    """Set boxes for names of so many lines, and the ways between them, each from one number to another."""
    depth, width = _depth(steps), box_width(steps)
    across = max(_WIDE, width * depth + _LEAST_BETWEEN * (depth - 1))
    between = min(_MOST_BETWEEN, (across - width * depth) / (depth - 1))
    heights = {n: count * LINE + PADDING for n, count in enumerate(lines)}
    made = layered(heights, steps, GAP)
    stands = [_stand(made.nodes[n].layer * (width + between), made.nodes[n].y, count) for n, count in enumerate(lines)]
    ways = [_curve(made.arrows[step], width, between) for step in steps]
    return Outline(round(across, 1), round(made.height + 2, 1), round(width, 1), tuple(stands), tuple(ways))


def _depth(steps: Sequence[tuple[int, int]]) -> int:
    """Count the boxes on the longest way."""
    takers: dict[int, list[int]] = {}
    for giver, taker in steps:
        takers.setdefault(giver, []).append(taker)
    reached, depth = set(takers), 0
    while reached:
        reached = {taker for giver in reached for taker in takers.get(giver, ())}
        depth += 1
    return depth


def _stand(x: float, middle: float, lines: int) -> Stand:
    height = lines * LINE + PADDING
    y = middle - height / 2 + 1
    text = [(round(x + PADDING, 1), round(y + PADDING / 2 + 13 + LINE * n, 1)) for n in range(lines)]
    middle = round(y + height / 2, 1)
    arrow = f"M{_number(x)} {_number(middle)}l-8-4v8z" if x else ""
    return Stand(round(x, 1), round(y, 1), height, middle, arrow, tuple(text))


def _curve(stops: Sequence[Stop], width: float, between: float) -> str:
    """Lead from the right edge of one box to the left edge of another, straight on where a layer is passed by."""
    parts = [f"M{_number(stops[0].layer * (width + between) + width)} {_number(stops[0].y + 1)}"]
    for before, after in pairwise(stops):
        parts.append(_bend(before, after, width, between))
        if after is not stops[-1]:
            parts.append(f"h{_number(width)}")
    return "".join(parts)


def _bend(before: Stop, after: Stop, width: float, between: float) -> str:
    begin, end = before.layer * (width + between) + width, after.layer * (width + between)
    half = _number((begin + end) / 2)
    return f"C{half} {_number(before.y + 1)} {half} {_number(after.y + 1)} {_number(end)} {_number(after.y + 1)}"


def _number(value: float) -> str:
    return f"{round(value, 1):g}"

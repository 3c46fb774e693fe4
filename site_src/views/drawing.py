"""Sources and the ways between them as a drawing: boxes and curves from left to right, or a trail from top to bottom.

Lengths are in the drawing's own units, which are pixels where it is shown at its full width.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from site_src.views.layers import Layered, Stop, layered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from site_src.site.provenance import Relay

_WIDE, _NARROW = 640, 288
_LETTER, _LINE, _PADDING = 8.2, 17, 10
_LEAST_BETWEEN, _BETWEEN, _MOST_BETWEEN = 40, 56, 104
_WIDEST, _NARROWEST = 190, 96
_GAP = 12
_INDENT, _DOT = 20, 8
_MOST_LINES = 4
_LOOKED_AT = 400  # characters of a name: more than the lines hold, also of letters with a mark or two on each


class Named(NamedTuple):
    """A source to draw: its name, whether a statement began there, and whether it is one of those compared."""

    name: str
    origin: bool
    compared: bool


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text that begins at `x`, with its baseline at `y`."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Box:
    """A source in the drawing: from `x`, `y` on, and the lines of its name.

    `middle` is where ways reach it, and `arrow` the `d` of the path that shows it, empty where none does.
    """

    x: float
    y: float
    width: float
    height: float
    middle: float
    arrow: str
    lines: tuple[TextLine, ...]
    origin: bool
    compared: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A way between two sources, as the `d` of an SVG path."""

    d: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing with its width and height."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]


def drawing(nodes: Mapping[str, Named], relays: Sequence[Relay]) -> Drawing:
    """Draw sources in boxes, by what they are passed on by: those at which ways begin on the left."""
    depth = _depth(relays)
    width = max(_NARROWEST, min(_WIDEST, (_WIDE - _BETWEEN * (depth - 1)) / depth))
    across = max(_WIDE, width * depth + _LEAST_BETWEEN * (depth - 1))
    between = min(_MOST_BETWEEN, (across - width * depth) / (depth - 1))
    lines = {slug: _lines(named.name, width - 2 * _PADDING) for slug, named in nodes.items()}
    heights = {slug: len(each) * _LINE + _PADDING for slug, each in lines.items()}
    made = layered(heights, [(relay.giver, relay.taker) for relay in relays], _GAP)
    boxes = tuple(
        _box(named, lines[slug], made.nodes[slug].layer * (width + between), made.nodes[slug].y, width)
        for slug, named in nodes.items()
    )
    ways = tuple(Way(_curve(made, relay, width, between), relay.inferred) for relay in relays)
    return Drawing(round(across, 1), round(made.height + 2, 1), boxes, ways)


def trail(nodes: Mapping[str, Named], relays: Sequence[Relay]) -> Drawing:
    """Draw sources below each other, each below and right of the one that it passes on; one may stand there twice."""
    rows = list(_rows(nodes, relays))
    boxes: list[Box] = []
    ways: list[Way] = []
    y = 0.0
    tops: list[float] = []
    for row in rows:
        x = row.depth * _INDENT + _DOT / 2
        lines = _lines(row.name, _NARROW - x - 2 * _DOT)
        height = len(lines) * _LINE
        boxes.append(_row_box(nodes[row.slug], lines, x, y, height))
        middle = y + _LINE / 2
        tops[row.depth :] = [middle]
        if row.depth:
            begin = x - _INDENT
            ways.append(Way(f"M{begin:g} {tops[row.depth - 1] + _DOT:g}V{middle:g}H{x - _DOT / 2:g}", row.inferred))
        y += height + _GAP
    return Drawing(_NARROW, y, tuple(boxes), tuple(ways))


class _Row(NamedTuple):
    slug: str
    name: str
    depth: int
    inferred: bool


def _rows(nodes: Mapping[str, Named], relays: Sequence[Relay]) -> list[_Row]:
    below: dict[str, list[Relay]] = {}
    for relay in relays:
        below.setdefault(relay.giver, []).append(relay)
    takers = {relay.taker for relay in relays}
    rows: list[_Row] = []
    shown: set[str] = set()

    def add(slug: str, depth: int, *, inferred: bool) -> None:
        again = slug in shown and slug in below
        rows.append(_Row(slug, f"{nodes[slug].name} (as above)" if again else nodes[slug].name, depth, inferred))
        shown.add(slug)
        for relay in () if again else below.get(slug, ()):
            add(relay.taker, depth + 1, inferred=relay.inferred)

    for slug in nodes:
        if slug not in takers:
            add(slug, 0, inferred=False)
    return rows


def _row_box(named: Named, lines: Sequence[str], x: float, y: float, height: float) -> Box:
    text = tuple(TextLine(x + 1.5 * _DOT, y + _LINE * n + 13, words) for n, words in enumerate(lines))
    return Box(x, y, _DOT, height, y + _LINE / 2, "", text, named.origin, named.compared)


def _depth(relays: Sequence[Relay]) -> int:
    takers: dict[str, list[str]] = {}
    for relay in relays:
        takers.setdefault(relay.giver, []).append(relay.taker)
    reached, depth = set(takers), 0
    while reached:
        reached = {taker for slug in reached for taker in takers.get(slug, ())}
        depth += 1
    return depth


def _box(named: Named, lines: Sequence[str], x: float, middle: float, width: float) -> Box:
    height = len(lines) * _LINE + _PADDING
    y = middle - height / 2 + 1
    text = tuple(
        TextLine(round(x + _PADDING, 1), round(y + _PADDING / 2 + 13 + _LINE * n, 1), words)
        for n, words in enumerate(lines)
    )
    middle = round(y + height / 2, 1)
    arrow = f"M{_number(x)} {_number(middle)}l-8-4v8z" if x else ""
    return Box(round(x, 1), round(y, 1), round(width, 1), height, middle, arrow, text, named.origin, named.compared)


def _curve(made: Layered, relay: Relay, width: float, between: float) -> str:
    """Lead from the right edge of one box to the left edge of another, straight on where a layer is passed by."""
    stops = made.arrows[relay.giver, relay.taker]
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


def _lines(text: str, width: float) -> list[str]:
    """Break a name into lines that fit a width by a guess at its letters; what is left after the last becomes “…”."""
    room = width / _LETTER
    lines, words = [""], text[:_LOOKED_AT].split()
    while words and len(lines) <= _MOST_LINES:
        word = words.pop(0)
        joined = f"{lines[-1]} {word}".strip()
        if _letters(joined) <= room:
            lines[-1] = joined
        elif lines[-1]:
            lines.append("")
            words.insert(0, word)
        else:
            cut = _cut(word, room)
            lines[-1] = cut
            words.insert(0, word[len(cut) :])
    if len(lines) <= _MOST_LINES:
        return lines
    return [*lines[: _MOST_LINES - 1], f"{_cut(lines[_MOST_LINES - 1], room - 1)}…"]


def _cut(word: str, room: float) -> str:
    for end, letter in enumerate(word):
        room -= _letters(letter)
        if room < 0:
            return word[: max(1, end)]
    return word


def _letters(text: str) -> int:
    """Count the letters of a text by their widths: ideographs are two wide, marks none."""
    return sum(
        2 if unicodedata.east_asian_width(letter) in "WF" else 0 if unicodedata.combining(letter) else 1
        for letter in text
    )

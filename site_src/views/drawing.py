"""Sources and the ways between them as a drawing: boxes and curves from left to right, or a trail from top to bottom.

Lengths are in the drawing's own units, which are pixels where it is shown at its full width.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from site_src.views.outline import GAP, LINE, PADDING, box_width, outline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from site_src.site.provenance import Relay
    from site_src.views.outline import Stand

_NARROW = 288
_LETTER = 8.2
_INDENT, _DOT = 20, 8
_MOST_LINES = 4
_LOOKED_AT = 400  # characters of a name: more than the lines hold, also of letters with a mark or two on each


class Named(NamedTuple):
    """A source to draw: its name, whether a statement began there, and whether it is one of those compared."""

    name: str
    origin: bool
    compared: bool


class TextLine(NamedTuple):
    """A line of text that begins at `x`, with its baseline at `y`."""

    x: float
    y: float
    words: str


class Box(NamedTuple):
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


class Way(NamedTuple):
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
    number = {slug: n for n, slug in enumerate(nodes)}
    steps = tuple([(number[relay.giver], number[relay.taker]) for relay in relays])
    room = box_width(steps) - 2 * PADDING
    lines = [_lines(named.name, room) for named in nodes.values()]
    made = outline(tuple([len(each) for each in lines]), steps)
    boxes = [
        _box(named, each, stand, made.width)
        for named, each, stand in zip(nodes.values(), lines, made.stands, strict=True)
    ]
    ways = [Way(d, relay.inferred) for d, relay in zip(made.ways, relays, strict=True)]
    return Drawing(made.across, made.height, tuple(boxes), tuple(ways))


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
        height = len(lines) * LINE
        boxes.append(_row_box(nodes[row.slug], lines, x, y, height))
        middle = y + LINE / 2
        tops[row.depth :] = [middle]
        if row.depth:
            begin = x - _INDENT
            ways.append(Way(f"M{begin:g} {tops[row.depth - 1] + _DOT:g}V{middle:g}H{x - _DOT / 2:g}", row.inferred))
        y += height + GAP
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
    text = tuple(TextLine(x + 1.5 * _DOT, y + LINE * n + 13, words) for n, words in enumerate(lines))
    return Box(x, y, _DOT, height, y + LINE / 2, "", text, named.origin, named.compared)


def _box(named: Named, lines: Sequence[str], at: Stand, width: float) -> Box:
    text = tuple([TextLine(x, y, words) for (x, y), words in zip(at.text, lines, strict=True)])
    return Box(at.x, at.y, width, at.height, at.middle, at.arrow, text, named.origin, named.compared)


@lru_cache(maxsize=4_000)
def _lines(text: str, width: float) -> tuple[str, ...]:
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
        return tuple(lines)
    return (*lines[: _MOST_LINES - 1], f"{_cut(lines[_MOST_LINES - 1], room - 1)}…")


def _cut(word: str, room: float) -> str:
    for end, letter in enumerate(word):
        room -= _letters(letter)
        if room < 0:
            return word[: max(1, end)]
    return word


def _letters(text: str) -> int:
    """Count the letters of a text by their widths: ideographs are two wide, marks none."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(letter) in "WF" else 0 if unicodedata.combining(letter) else 1
        for letter in text
    )

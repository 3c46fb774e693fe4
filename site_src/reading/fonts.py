"""The fonts that share cards are drawn with, and which letters they have (OpenType 1.9, table cmap)."""

from __future__ import annotations

import hashlib
import struct
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from importlib import metadata
from typing import TYPE_CHECKING

from site_src.reading.files import read_fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_src.reading.catalogue import Catalogue
    from site_src.reading.files import ContentFile

DRAWN_BY = "typst"
_UNICODE = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}
"""Platform and encoding of the tables that go by Unicode."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Fonts together: the ranges of code points for which one of them has a letter, in order and apart.

    `told` names what draws with them and their digest: whoever draws the same with the same gets the same bytes.
    """

    told: str
    ranges: tuple[tuple[int, int], ...]

    def lacking(self, text: str) -> tuple[str, ...]:
        """Give the letters of a text that no font has, each once; what is never drawn counts for none."""
        return tuple(dict.fromkeys(letter for letter in text if _is_drawn(letter) and not self._has(ord(letter))))

    def _has(self, point: int) -> bool:
        at = bisect_right(self.ranges, (point, 0x110000)) - 1
        return at >= 0 and self.ranges[at][0] <= point <= self.ranges[at][1]


def with_fonts(catalogue: Catalogue) -> Catalogue:
    """Give a catalogue the fonts of the program, if its publication wants cards drawn."""
    if catalogue.publication is None or not catalogue.publication.record.cards:
        return catalogue
    return replace(catalogue, fonts=gather_fonts(read_fonts()))


def gather_fonts(files: Iterable[ContentFile]) -> Fonts:
    """Tell what font files have together; a file that is no font adds nothing."""
    ranges: list[tuple[int, int]] = []
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.name} {hashlib.sha256(file.content).hexdigest()}\n".encode())
        ranges += letters(file.content)
    return Fonts(f"{DRAWN_BY} {_version()} with fonts sha256:{digest.hexdigest()}", _joined(ranges))


def letters(content: bytes) -> list[tuple[int, int]]:
    """Give the ranges of code points of a TrueType or OpenType font or collection; none of anything else."""
    try:
        return [each for start in _starts(content) for each in _of_font(content, start)]
    except (struct.error, IndexError):
        return []


def _version() -> str:
    try:
        return metadata.version(DRAWN_BY)
    except metadata.PackageNotFoundError:
        return "not installed"


def _is_drawn(letter: str) -> bool:
    """Tell whether a letter needs a shape: not white space, nor what only joins, parts or turns others."""
    return unicodedata.category(letter) not in ("Zs", "Cc", "Cf", "Zl", "Zp") and not "\ufe00" <= letter <= "\ufe0f"


def _joined(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


def _starts(content: bytes) -> list[int]:
    if content[:4] == b"ttcf":
        (count,) = struct.unpack_from(">I", content, 8)
        return list(struct.unpack_from(f">{min(count, 64)}I", content, 12))
    return [0] if content[:4] in (b"\0\1\0\0", b"OTTO", b"true") else []


def _of_font(content: bytes, start: int) -> Iterator[tuple[int, int]]:
    (tables,) = struct.unpack_from(">H", content, start + 4)
    for n in range(tables):
        name, _, offset, _ = struct.unpack_from(">4sIII", content, start + 12 + 16 * n)
        if name == b"cmap":
            yield from _of_table(content, offset)


def _of_table(content: bytes, table: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", content, table + 2)
    for n in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", content, table + 4 + 8 * n)
        if (platform, encoding) in _UNICODE:
            (kind,) = struct.unpack_from(">H", content, table + offset)
            if kind == 4:
                yield from _segments(content, table + offset)
            elif kind == 12:
                yield from _groups(content, table + offset)


def _segments(content: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Give the ranges of a subtable of format 4, without the code points whose glyph is the one for missing letters."""
    (double,) = struct.unpack_from(">H", content, at + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", content, at + 14)
    starts = struct.unpack_from(f">{count}H", content, at + 16 + double)
    deltas = struct.unpack_from(f">{count}H", content, at + 16 + 2 * double)
    offsets = struct.unpack_from(f">{count}H", content, at + 16 + 3 * double)
    for n, (first, last) in enumerate(zip(starts, ends, strict=True)):
        if first > last or first == 0xFFFF:
            continue
        if offsets[n] == 0:
            none = -deltas[n] % 0x10000
            parts = [(first, min(last, none - 1)), (max(first, none + 1), last)]
            yield from ((low, high) for low, high in parts if low <= high)
            continue
        glyphs = at + 16 + 3 * double + 2 * n + offsets[n]
        listed = struct.unpack_from(f">{last - first + 1}H", content, glyphs)
        yield from ((first + k, first + k) for k, glyph in enumerate(listed) if glyph)


def _groups(content: bytes, at: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", content, at + 12)
    yield from (struct.unpack_from(">II", content, at + 16 + 12 * n) for n in range(min(count, 100_000)))

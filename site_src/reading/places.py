"""Where something stands in a body, when all that is known is its offset in the text of its block."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token


class Places:
    """Finds lines and columns (both from 1) in a body; `enter` says in which block."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._block: Token | None = None
        self._starts: list[int] = []
        self._columns: list[int] = []
        self._cell_end = (0, 0)

    def enter(self, block: Token) -> None:
        """Takes up the inline token of a paragraph, heading or cell, in which the next places are."""
        self._block = block
        self._starts = []

    def at(self, offset: int) -> tuple[int, int]:
        """Gives the place of an offset in the block; in a cell with escaped pipes the column may be too low."""
        if not self._starts:
            self._measure()
        number = bisect_right(self._starts, offset) - 1
        return self._first + number + 1, max(1, self._columns[number] + offset - self._starts[number] + 1)

    def of(self, sign: str, line: int) -> tuple[int, int]:
        """Gives the place of a sign's first occurrence in a line (from 0), or of the line's first word."""
        source = self._lines[line]
        column = source.find(sign)
        return line + 1, (len(source) - len(source.lstrip()) if column < 0 else column) + 1

    def _measure(self) -> None:
        """Note where each line of the block's text begins, in that text and in its line of the source."""
        content = self._block.content if self._block else ""
        first, end = (self._block and self._block.map) or (0, 1)
        parts = content.split("\n")
        self._first = next((row for row in range(first, end) if parts[0].strip() in self._lines[row]), first)
        self._columns = []
        start = 0
        for number, part in enumerate(parts):
            self._starts.append(start)
            self._columns.append(self._column(self._first + number, part))
            start += len(part) + 1

    def _column(self, row: int, part: str) -> int:
        source = self._lines[min(row, len(self._lines) - 1)]
        words = part.strip()
        behind = self._cell_end[1] if self._cell_end[0] == row else 0
        column = source.find(words, behind)
        if column < 0:
            column = source.find(words.split("|")[0], behind)
        self._cell_end = (row, max(behind, column + len(words)))
        return max(column, behind) - (len(part) - len(part.lstrip()))

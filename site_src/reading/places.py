"""Where something stands in a body, when all that is known is its offset in the text of its block."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token


class Places:
    """Finds lines and columns (both from 1) in a body; `enter` says in which block."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._content = ""
        self._rows = [0, 1]
        self._starts: list[int] = []
        self._columns: list[int] = []
        self._cell_end = (0, 0)

    def enter(self, block: Token) -> None:
        """Takes up the inline token of a paragraph, heading or cell, in which the next places are."""
        self._content = block.content
        self._rows = block.map or [0, 1]
        self._starts = []

    def at(self, offset: int) -> tuple[int, int]:
        """Gives the place of an offset in the block; in a cell with escaped pipes the column may be too low."""
        if not self._starts:
            self._measure()
        number = bisect_right(self._starts, offset) - 1
        return self._rows[0] + number + 1, max(1, self._columns[number] + offset - self._starts[number] + 1)

    def of(self, sign: str, line: int) -> tuple[int, int]:
        """Gives the place of a sign's first occurrence in a line (from 0), or of the line's first word."""
        source = self._lines[line]
        column = source.find(sign)
        return line + 1, (len(source) - len(source.lstrip()) if column < 0 else column) + 1

    def _measure(self) -> None:
        """Note where each line of the block begins, in the block's text and in its line of the source."""
        parts = self._content.split("\n")
        first, end = self._rows
        if end - first > 1:  # a first line of nothing but no-break spaces is not part of the text
            first = next((row for row in range(first, end) if parts[0].strip() in self._lines[row]), first)
        self._rows = [first, end]
        self._columns = [self._column(min(first + number, end - 1), part) for number, part in enumerate(parts)]
        self._starts = list(accumulate((len(part) + 1 for part in parts[:-1]), initial=0))

    def _column(self, row: int, part: str) -> int:
        source, words = self._lines[row], part.strip()
        behind = self._cell_end[1] if self._cell_end[0] == row else 0
        column = source.find(words, behind)
        if column < 0:
            column = source.find(words.split("|")[0], behind)
        self._cell_end = (row, max(behind, column + len(words)))
        return max(column, behind) - (len(part) - len(part.lstrip()))

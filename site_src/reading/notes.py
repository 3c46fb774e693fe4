"""The notes of a body: which are written and used, how they are numbered, and the HTML around them."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

SECTION_OPEN = '<section class="footnotes" role="doc-endnotes" aria-label="Notes">\n<ol>\n'
SECTION_CLOSE = "</ol>\n</section>\n"


class Notes:
    """The notes by label; `main` is the text without them, `order` has their labels in the order of their numbers."""

    def __init__(self, tokens: Iterable[Token], *, slug: str) -> None:
        self.main: list[Token] = []
        self.written: dict[str, list[Token]] = {}
        self.openings: dict[str, Token] = {}
        self.repeated: list[Token] = []
        self.missing: set[str] = set()
        self.order: list[str] = []
        self._numbers: dict[str, int] = {}
        self._uses: dict[str, int] = {}
        self._slug = html.escape(slug)
        self._sort_out(tokens)

    def number(self, label: str) -> int:
        """Gives the note's number, the next one where it has none yet."""
        if label not in self._numbers:
            self.order.append(label)
            self._numbers[label] = len(self.order)
        return self._numbers[label]

    def unused(self) -> tuple[str, ...]:
        """Gives the labels of the notes that have no number."""
        return tuple(label for label in self.written if label not in self._numbers)

    def reference(self, label: str) -> str:
        """Counts one more use of the note and gives the HTML that stands there."""
        number = self.number(label)
        use = self._uses[label] = self._uses.get(label, 0) + 1
        here, there = self._place(number, use), f"fn-{self._slug}-{number}"
        return f'<sup class="footnote-ref"><a href="#{there}" id="{here}" role="doc-noteref">[{number}]</a></sup>'

    def opening(self, label: str) -> str:
        """Gives the HTML that begins the note."""
        return f'<li id="fn-{self._slug}-{self.number(label)}">'

    def ways_back(self, label: str) -> str:
        """Gives the links from the note to the places where it is used, each with a name of its own."""
        number = self.number(label)
        return "".join(self._way_back(number, use) for use in range(1, self._uses.get(label, 0) + 1))

    def _way_back(self, number: int, use: int) -> str:
        name, sign = ("Back to the text", "") if use == 1 else (f"Back to the text ({use})", f"<sup>{use}</sup>")
        href = self._place(number, use)
        # The variation selector keeps the arrow from being drawn as an emoji.
        return f' <a class="footnote-back" href="#{href}" role="doc-backlink" aria-label="{name}">↩\ufe0e{sign}</a>'

    def _place(self, number: int, use: int) -> str:
        # A point is in no slug, so that no other body has the same id.
        return f"fnref-{self._slug}-{number}" + (f".{use}" if use > 1 else "")

    def _sort_out(self, tokens: Iterable[Token]) -> None:
        around = [self.main]  # a note may be written inside another
        for token in tokens:
            if token.type == "footnote_reference_open":
                label = str(token.meta["label"])
                if label in self.written:
                    self.repeated.append(token)
                else:
                    self.openings[label] = token
                around.append(self.written.setdefault(label, []))
            elif token.type == "footnote_reference_close":
                around.pop()
            else:
                around[-1].append(token)

"""Tokens → HTML in parts, paragraphs as plain text, headings, links and faults: what a Body is made of."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.reading.headings import Heading, headings, words
from site_src.reading.links import Link, shown
from site_src.reading.notes import SECTION_CLOSE, SECTION_OPEN, Notes
from site_src.reading.phrases import ANCHOR_PREFIX, Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

    from site_src.reading.markdown import Fault, Parsed


@dataclass(frozen=True, slots=True)
class Typeset:
    """A body that was set: in `parts` a Link stands for its address; `text` has the paragraphs without headings."""

    parts: tuple[str | Link, ...]
    text: tuple[str, ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    faults: tuple[Fault, ...]


def typeset(parsed: Parsed, *, slug: str) -> Typeset:
    """Sets a parsed body; `slug` keeps the ids of its notes apart from those of other bodies on a page."""
    setter = _Setter(parsed, slug)
    setter.set_all()
    phrases = setter.phrases
    return Typeset(
        tuple(phrases.parts),
        tuple(filter(None, setter.text)),
        setter.headings,
        tuple(sorted(phrases.links, key=_by_place)),
        tuple(sorted(dict.fromkeys(phrases.faults), key=_by_place)),
    )


def _by_place(value: Link | Fault) -> tuple[int, int]:
    return value.line, value.column


class _Setter:
    """Sets blocks; `said` is where the words of the present block go."""

    def __init__(self, parsed: Parsed, slug: str) -> None:
        self.headings = headings(parsed.tokens)
        self.notes = Notes(parsed.tokens, slug=slug)
        self.phrases = Phrases(parsed, self.notes, dict.fromkeys(heading.anchor for heading in self.headings))
        self.text: list[str] = []
        self.said = self.text
        self._anchors = {heading.line: heading.anchor for heading in self.headings}

    def set_all(self) -> None:
        """Set the text, then the notes as they are numbered, and tell of those that are of no use."""
        self._set(self.notes.main)
        used = len(self.notes.order)
        while ... 

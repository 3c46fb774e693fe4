"""The headings of a body: their words and the anchors by which links lead to them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.models.marks import normalized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: its level (2 to 6), words, anchor and line (from 1)."""

    level: int
    text: str
    anchor: str
    line: int


def headings(tokens: Sequence[Token]) -> tuple[Heading, ...]:
    """Gives the headings among a body's tokens; the second of one name has an anchor that ends in -2."""
    found: list[Heading] = []
    taken = set[str]()
    again: dict[str, int] = {}
    for place, opening in enumerate(tokens):
        if opening.type == "heading_open" and opening.map:
            text = words(tokens[place + 1].children or ())
            base = anchor = anchor_of(text)
            while anchor in taken:
                again[base] = again.get(base, 1) + 1
                anchor = f"{base}-{again[base]}"
            taken.add(anchor)
            found.append(Heading(max(2, int(opening.tag[1:])), text, anchor, opening.map[0] + 1))
    return tuple(found)


def anchor_of(text: str) -> str:
    """Gives the anchor that a heading's words make: letters, marks and numbers of every script, in small letters."""
    small = normalized("NFC", text.lower())
    kept = (character if unicodedata.category(character)[0] in "LMN" else " " for character in small)
    return "-".join("".join(kept).split()) or "section"


def words(inline: Sequence[Token]) -> str:
    """Gives what a run of inline tokens says, without its markup; a picture says its alternative text."""
    said = inline[0].content if len(inline) == 1 and inline[0].type == "text" else "".join(map(_said, inline))
    return " ".join(said.split())


def _said(token: Token) -> str:
    if token.type in ("text", "text_special", "code_inline"):
        return token.content
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return words(token.children or ())

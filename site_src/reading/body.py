"""The text below the front matter: Markdown in, and HTML out for whatever page shows it.

A body does not know where it will be shown. So its HTML is kept in pieces, and between them stand links to entries
and files of ours, whose addresses the page puts in. Only here becomes a text HTML that no template escapes.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from site_src.reading.headings import Heading
from site_src.reading.links import Link
from site_src.reading.markdown import Fault, parse
from site_src.reading.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["EMPTY", "Body", "Fault", "Heading", "Link", "read"]


@dataclass(frozen=True, slots=True)
class Body:
    """A body that was read.

    Between `pieces[i]` and `pieces[i + 1]` of its HTML belongs the address of `slots[i]`. `text` is what it says, a
    paragraph a line, without markup and without its headings; `links` has all links and pictures as they stand.
    """

    pieces: tuple[str, ...]
    slots: tuple[Link, ...]
    text: str
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]

    def html(
        self,
        address: Callable[[Link], str],
        *,
        size: Callable[[Link], tuple[int, int] | None] = lambda _link: None,
        note: Callable[[Link], str] = lambda _link: "",
    ) -> Markup:
        """Gives the HTML for one page, which knows the address of each slot.

        `size` is that of a picture in pixels; `note` is what is said in brackets at the end of a link's words.
        """
        filled = [self.pieces[0]]
        noted = ""
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            filled.append(html.escape(address(slot)))
            if slot.image and (pixels := size(slot)):
                filled.append(f'" width="{pixels[0]:d}" height="{pixels[1]:d}')  # the piece closes the quotation
            elif not slot.image:
                noted = note(slot)
            if noted and _LINK_END in piece:
                words, _, rest = piece.partition(_LINK_END)
                filled += [words, f" ({html.escape(noted)})", _LINK_END, rest]
                noted = ""
            else:
                filled.append(piece)
        return Markup("".join(filled))


_LINK_END = "</a>"
EMPTY = Body(("",), (), "", (), ())


def read(markdown: str, *, slug: str) -> tuple[Body, tuple[Fault, ...]]:
    """Reads a body and gives it with what is wrong in it; `slug` keeps the ids of its notes apart on a page."""
    if not markdown.strip():
        return EMPTY, ()
    parsed = parse(markdown)
    if isinstance(parsed, Fault):
        return EMPTY, (parsed,)
    result = typeset(parsed, slug=slug)
    pieces, slots = _split(result.parts)
    return Body(pieces, slots, "\n".join(result.text), result.headings, result.links), result.faults


def _split(parts: Iterable[str | Link]) -> tuple[tuple[str, ...], tuple[Link, ...]]:
    pieces: list[list[str]] = [[]]
    slots = []
    for part in parts:
        if isinstance(part, Link):
            slots.append(part)
            pieces.append([])
        else:
            pieces[-1].append(part)
    return tuple(map("".join, pieces)), tuple(slots)

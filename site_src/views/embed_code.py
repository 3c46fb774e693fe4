"""How another site shows an embed: its addresses, its title, and how much room it needs."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from site_src.addresses import Address, Links, claim, embedded_claim, embedded_matrix, oembed
from site_src.views.card import carried
from site_src.views.history import events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.site.model import Claim, Site, Topic
    from site_src.views.history import Event

WIDTH = 600
NARROW = 360
_MARGINS = 32
"""What an article leaves beside the frame on a narrow screen."""
_TALLEST_CLAIM = 960
_AROUND, _ROWS, _EMPTY, _TALLEST = 380, (85, 130), 180, 720
"""What stands around a matrix, a row of it at either width, one without rows, and where a matrix begins to scroll."""


@dataclass(frozen=True, slots=True)
class EmbedCode:
    """An embed as other sites place it; `oembed` is the address of what oEmbed says of it. Sizes are in pixels.

    `height` is enough at the full `width`. Where the screen is too narrow for that, the frame is as high as `tall`
    less `shrink` hundredths of the screen's width.
    """

    src: str
    oembed: str
    title: str
    width: int
    height: int
    tall: int
    shrink: int


def claim_code(site: Site, links: Links, it: Claim) -> EmbedCode:
    """Give how a claim's verdict is embedded, high enough for its text in the type of most machines."""
    title = f"Fact check by {site.publication.title}: {it.record.claim}"
    address = links.canonical(claim(it.slug))
    told = changes(it)
    paragraphs = [(_ems(text), how) for text, how in _paragraphs(site, it, address, told)]
    extra = _NOTICE if it.status != "published" else _GAP if told else 0
    wide, narrow = (_claim_height(paragraphs, extra, width) for width in (WIDTH, NARROW))
    return _code(links, embedded_claim(it.slug), title, wide, narrow)


def matrix_code(site: Site, links: Links, it: Topic) -> EmbedCode:
    """Give how a topic's matrix is embedded; one of more than a few claims scrolls."""
    title = f"Who says what, by {site.publication.title}: {it.record.title}"
    wide, narrow = (min(_TALLEST, _AROUND + row * len(it.claims)) if it.claims else _EMPTY for row in _ROWS)
    return _code(links, embedded_matrix(it.slug), title, wide, narrow)


def changes(it: Claim) -> tuple[Event, ...]:
    """Give what was changed in a verdict, the newest first; that it was given or retracted is told otherwise."""
    return tuple(event for event in events(it) if event.kind not in ("verdict", "retraction"))


def _code(links: Links, at: Address, title: str, wide: int, narrow: int) -> EmbedCode:
    """Join the two heights by a straight line, under which the height of text between them lies."""
    shrink = math.ceil(100 * (narrow - wide) / (WIDTH - NARROW))
    return EmbedCode(
        src=links.canonical(at),
        oembed=links.canonical(oembed(at)),
        title=title,
        width=WIDTH,
        height=wide,
        tall=narrow + math.ceil(shrink * (NARROW + _MARGINS) / 100),
        shrink=shrink,
    )


class _Type(NamedTuple):
    """How a paragraph is set, in pixels: the size of its letters, the height of its lines, what stands beside it."""

    size: int
    line: float
    beside: int


# As the stylesheet of the embeds has them.
_SMALL = _Type(14, 21, 34)
_CLAIM = _Type(23, 27.6, 34)
_REASON = _Type(16, 24, 62)
_VERDICT = _Type(16, 23.2, 68)
_FACTS = _Type(14, 21, 68)
_CHANGE = _Type(14, 21, 49)
_ALWAYS, _NOTICE, _GAP = 196, 85, 12
_LETTER = 0.58
"""How wide a letter is, in ems: generous, for the widest of the common typefaces."""


def _claim_height(paragraphs: list[tuple[float, _Type]], extra: int, width: int) -> int:
    lines = sum(_lines(ems, how, width) * how.line for ems, how in paragraphs)
    return min(_TALLEST_CLAIM, math.ceil(_ALWAYS + extra + lines))


def _paragraphs(site: Site, it: Claim, address: str, told: tuple[Event, ...]) -> Iterator[tuple[str, _Type]]:
    """Give what is of no fixed length in an embed; where words are the template's, others as long."""
    record = it.record
    by = [record.claimant.name, record.claimant.citing or ""] if record.claimant else []
    yield " ".join(["Claim by an unknown claimant, 20 September", *by]), _SMALL
    yield record.claim, _CLAIM
    yield it.verdict, _VERDICT
    updated = ", updated 20 September 2024" if record.updated_on else ""
    yield f"Checked 20 September 2024{updated} by {site.publication.publisher.name} · {carried(it)}", _FACTS
    yield address, _SMALL
    if record.retracted:
        yield record.retracted.reason, _REASON
    elif told:
        yield f"Corrected 20 September 2024: {told[0].note} Rating until then: Not checkable. 10 changes", _CHANGE


def _ems(text: str) -> float:
    """Guess how long a text is on one line, in ems."""
    wide = 0 if text.isascii() else sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return wide + _LETTER * (len(text) - wide)


def _lines(ems: float, how: _Type, width: int) -> int:
    """Guess how many lines a text takes, the last word of each being too long for it."""
    return 1 + int(ems * how.size / (width - how.beside))

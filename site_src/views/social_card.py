"""A claim's share card: the picture that a link to its verdict shows elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.views.wording import day, direction

if TYPE_CHECKING:
    from site_src.models.ratings import Tone
    from site_src.site.model import Claim, Site

CARD_SIZE = (1200, 630)
"""Width and height in pixels."""


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What stands on a claim's card; `drawn_by` is the program and the fonts that it is drawn with."""

    publication: str
    claim: str
    language: str
    region: str
    direction: str
    rating: str
    tone: Tone
    checked: str
    drawn_by: str


def social_card(site: Site, slug: str) -> SocialCard:
    """Make the card of a claim that has a verdict."""
    it = site.claims[slug]
    spoken, *more = it.language.split("-")
    return SocialCard(
        publication=_fitting(site.publication.title),
        claim=it.record.claim,
        language=spoken.lower(),
        region=next((part.upper() for part in more if len(part) == 2 and part.isalpha()), ""),
        direction=direction(it.language),
        rating=_fitting(it.rating.label),
        tone=it.rating.tone,
        checked=f"Checked {day(it.changed_on).words}",
        drawn_by=site.drawn_by,
    )


_MOST = 300
"""Characters, of which a card has no room for half, and which take their time to be laid out."""


def _fitting(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"


def told(site: Site, it: Claim) -> str:
    """Tell a card in a sentence, for those who do not see it."""
    return f"{it.record.claim} {it.rating.label}. {site.publication.title}, {day(it.changed_on).words}."

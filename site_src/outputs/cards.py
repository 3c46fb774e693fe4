"""Share cards, where site.yaml asks for them: the picture that a link to a verdict shows elsewhere."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from site_src.addresses import Addressing, card
from site_src.outputs.artifact import Artifact, planned
from site_src.rendering.cards import png
from site_src.views.social_card import SocialCard, social_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "cards"
TEMPLATE = "cards/card.typ"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan a card for each claim that gets one."""
    for slug in sorted(site.cards):
        yield planned(NAME, card(slug), social_card, site, slug)


def render(view: object, templates: Templates) -> bytes:
    """Draw a card."""
    if not isinstance(view, SocialCard):
        raise TypeError(view)
    return png(templates.text(TEMPLATE), TEMPLATE, asdict(view))

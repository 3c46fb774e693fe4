"""A rating's badge, and a claim's card: how it is shown where other pages name it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from site_src.addresses import RATINGS, Href, Links, claim
from site_src.views.wording import When, counted, day, direction

if TYPE_CHECKING:
    from site_src.models.ratings import Tone
    from site_src.site.model import Claim, Site
    from site_src.site.rating import Rating


class Badge(NamedTuple):
    """A rating: its word, its tone, its place on the scale in words, and where it is explained."""

    label: str
    tone: Tone
    place: str
    definition: str
    href: Href


class Card(NamedTuple):
    """A claim in brief; `standing` is empty, “Draft” or “Retracted”, `sources` says how many carry it."""

    href: Href
    claim: str
    language: str
    direction: str
    claimant: str
    badge: Badge
    verdict: str
    checked: When | None
    sources: str
    standing: str


class Brief(NamedTuple):
    """A claim in a list without the verdicts; see Card."""

    href: Href
    claim: str
    language: str
    direction: str
    badge: Badge
    standing: str


def badge(rating: Rating, links: Links) -> Badge:
    """Make the badge of a rating."""
    place = f"{rating.number} of {rating.best} on the scale" if rating.number else "not on the scale"
    anchor = f"rating-{rating.id}" if rating.id else ""
    return Badge(rating.label, rating.tone, place, rating.definition, links.to(RATINGS, anchor))


def card(site: Site, links: Links, slug: str) -> Card:
    """Make the card of the claim with that slug."""
    it = site.claims[slug]
    record, language = it.record, it.language
    return Card(
        href=links.to(claim(slug)),
        claim=record.claim,
        language=language,
        direction=direction(language),
        claimant=record.claimant.name if record.claimant else "",
        badge=badge(it.rating, links),
        verdict=it.verdict,
        checked=day(it.changed_on) if record.reviewed_on else None,
        sources=carried(it),
        standing=standing(it),
    )


def brief(links: Links, it: Claim) -> Brief:
    """Make the card of a claim in brief."""
    language = it.language
    return Brief(
        href=links.to(claim(it.slug)),
        claim=it.glance.claim,
        language=language,
        direction=direction(language),
        badge=badge(it.rating, links),
        standing=standing(it),
    )


def carried(it: Claim) -> str:
    """Say how many sources carry a claim, and from how many origins."""
    carriers = it.carriers
    if not carriers:
        return "carried by none of the sources compared"
    return f"carried by {counted(len(carriers), 'source')}, from {counted(len(it.origins), 'origin')}"


def standing(it: Claim) -> str:
    """Give the word for a claim that is not simply published."""
    status = it.status
    return "" if status == "published" else status.title()

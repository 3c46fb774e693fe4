"""A claimant's page and a tag's: the claims that they gather, the newest verdict first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_src.addresses import CLAIMS, Href, Links, claimant, tag
from site_src.site.gathered import claimant_slug
from site_src.views.card import Brief, Card, brief, card
from site_src.views.feed import tag_feed_links
from site_src.views.frame import Frame, Link, frame
from site_src.views.wording import counted, listed

if TYPE_CHECKING:
    from site_src.site.model import Claim, Site

SHOWN = 50
"""How many claims are shown with their verdicts; the others follow without them."""

_KINDS = {"person": "Person", "organization": "Organization"}


@dataclass(frozen=True, slots=True)
class Gathered:
    """Claims that a page gathers: how many, the newest of them, and the others in brief."""

    count: str
    newest: tuple[Card, ...]
    others: tuple[Brief, ...]


@dataclass(frozen=True, slots=True)
class ClaimantPage:
    """Who made claims, and which; `caution` says what can, and what cannot, be told from them."""

    frame: Frame
    name: str
    kind: str
    href: Href | None
    other_names: str
    caution: str
    claims: Gathered


@dataclass(frozen=True, slots=True)
class TagPage:
    """The claims with a tag."""

    frame: Frame
    tag: str
    claims: Gathered


def claimant_page(site: Site, links: Links, slug: str) -> ClaimantPage:
    """Make a claimant's page."""
    it = site.claimants[slug]
    claims = gathered(site, links, it.claims)
    return ClaimantPage(
        frame=_frame(site, links, f"Claims by {it.name}", f"{claims.count} by {it.name}, checked.", it.claims),
        name=it.name,
        kind=_KINDS[it.kind],
        href=Href(it.url) if it.url else None,
        other_names=listed([f"“{name}”" for name in it.other_names]),
        caution=(
            f"The editors choose which statements they check. What follows is no sample of all that this {it.kind} "
            "says: how many claims have one rating or another does not tell how often it is right."
        ),
        claims=claims,
    )


def tag_page(site: Site, links: Links, name: str) -> TagPage:
    """Make a tag's page."""
    slugs = site.tagged[name]
    claims = gathered(site, links, slugs)
    title = f"Claims with the tag “{name}”"
    made = _frame(site, links, title, f"{claims.count} with the tag “{name}”, checked.", slugs)
    # Feeds tell of no draft.
    return TagPage(replace(made, feeds=tag_feed_links(links, title, name)) if made.listed else made, name, claims)


def gathered(site: Site, links: Links, slugs: tuple[str, ...]) -> Gathered:
    """Gather claims by their slugs, in their order."""
    newest = tuple(card(site, links, slug) for slug in slugs[:SHOWN])
    return Gathered(
        counted(len(slugs), "claim"), newest, tuple(brief(links, site.claims[slug]) for slug in slugs[SHOWN:])
    )


def claimant_href(site: Site, links: Links, it: Claim) -> Href | None:
    """Give the link to the page of who made a claim, where there is one; else to an address of the claimant's own."""
    slug = claimant_slug(it.record.claimant)
    if slug in site.claimants:
        return links.to(claimant(slug))
    return Href(it.record.claimant.url) if it.record.claimant and it.record.claimant.url else None


def tag_links(site: Site, links: Links, it: Claim) -> tuple[Link, ...]:
    """Give the links to the pages of a claim's tags, each once; a retracted claim's may have none."""
    return tuple(Link(links.to(tag(name)), name) for name in dict.fromkeys(it.record.tags) if name in site.tagged)


def _frame(site: Site, links: Links, title: str, about: str, slugs: tuple[str, ...]) -> Frame:
    trail = (Link(links.to(CLAIMS), "Claims"),)
    published = any(site.claims[slug].status == "published" for slug in slugs)
    return frame(site, links, title, about, trail=trail, listed=published)

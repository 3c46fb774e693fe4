"""Former addresses: each a page that leads on to where its entry is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import (
    Address,
    Addressing,
    Href,
    claim,
    former,
    former_slugs,
    matrix,
    page,
    source,
    topic,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.site.model import Site


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that leads on: `href` is the link from here, `canonical` the full address of what is there now."""

    title: str
    language: str
    href: Href
    canonical: str


def redirect_pages(site: Site, at: Addressing) -> Iterator[tuple[Address, Redirect]]:
    """Give the address and the view of each redirect; embeds and data have none, they lie at former addresses too."""
    for here, to, title in _moved(site):
        links = at.links(here)
        yield here, Redirect(title, site.publication.language, links.to(to), links.canonical(to))


def _moved(site: Site) -> Iterator[tuple[Address, Address, str]]:
    """Give each former address, the address of what stood there, and its title."""
    for claim_slug, it in site.claims.items():
        for alias in it.record.aliases:
            yield former("claims", alias), claim(claim_slug), it.record.claim
    for topic_slug, about in site.topics.items():
        for alias in about.record.aliases:
            yield former("topics", alias), topic(topic_slug), about.record.title
        for slug in former_slugs("topics", about.record.aliases):
            yield matrix(slug), matrix(topic_slug), f"{about.record.title}: the matrix"
    for source_slug, document in site.sources.items():
        for alias in document.record.aliases:
            yield former("sources", alias), source(source_slug), document.record.title
    for page_slug, standing in site.pages.items():
        for alias in standing.record.aliases:
            yield former("pages", alias), page(page_slug), standing.record.title

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


@dataclass(frozen=True, slots=True)
class Moved:
    """A former address, and the entry that stood there: its kind, its slug, and its address now."""

    here: Address
    to: Address
    kind: str
    slug: str


def moved(site: Site) -> Iterator[Moved]:
    """Give each former address; embeds and data have none, they lie at former addresses too."""
    for slug, it in site.claims.items():
        yield from (Moved(former("claims", alias), claim(slug), "claims", slug) for alias in it.record.aliases)
    for slug, about in site.topics.items():
        yield from (Moved(former("topics", alias), topic(slug), "topics", slug) for alias in about.record.aliases)
        for old in former_slugs("topics", about.record.aliases):
            yield Moved(matrix(old), matrix(slug), "matrix", slug)
    for slug, document in site.sources.items():
        yield from (Moved(former("sources", alias), source(slug), "sources", slug) for alias in document.record.aliases)
    for slug, standing in site.pages.items():
        yield from (Moved(former("pages", alias), page(slug), "pages", slug) for alias in standing.record.aliases)


def redirect_page(site: Site, at: Addressing, it: Moved) -> Redirect:
    """Make the page at a former address."""
    links = at.links(it.here)
    return Redirect(_title(site, it), site.publication.language, links.to(it.to), links.canonical(it.to))


def _title(site: Site, it: Moved) -> str:
    if it.kind == "claims":
        return site.claims[it.slug].record.claim
    if it.kind == "topics":
        return site.topics[it.slug].record.title
    if it.kind == "matrix":
        return f"{site.topics[it.slug].record.title}: the matrix"
    return site.sources[it.slug].record.title if it.kind == "sources" else site.pages[it.slug].record.title

"""Former addresses: each a page that leads on to where its entry is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import Address, Addressing, Href, claim, former, page, source, topic

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
    """Give the address and the view of each redirect."""
    for kind, alias, to, title in _aliases(site):
        here = former(kind, alias)
        links = at.links(here)
        yield here, Redirect(title, site.publication.language, links.to(to), links.canonical(to))


def _aliases(site: Site) -> Iterator[tuple[str, str, Address, str]]:
    for claim_slug, it in site.claims.items():
        yield from (("claims", alias, claim(claim_slug), it.record.claim) for alias in it.record.aliases)
    for topic_slug, about in site.topics.items():
        yield from (("topics", alias, topic(topic_slug), about.record.title) for alias in about.record.aliases)
    for source_slug, document in site.sources.items():
        yield from (("sources", alias, source(source_slug), document.record.title) for alias in document.record.aliases)
    for page_slug, standing in site.pages.items():
        yield from (("pages", alias, page(page_slug), standing.record.title) for alias in standing.record.aliases)

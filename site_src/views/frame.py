"""What every page carries: the publication, navigation, language, and the page's own title and address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import (
    CLAIMS,
    CORRECTIONS,
    DATA,
    HOME,
    ICON,
    MATRICES,
    RATINGS,
    SOURCES,
    STYLE,
    Address,
    Href,
    Links,
    edit,
    history,
    page,
)  # fmt: skip
from site_src.views.wording import INTERFACE, direction

if TYPE_CHECKING:
    from site_src.site.model import Site


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words; `current` where it leads to the page on which it stands."""

    href: Href
    words: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that goes with a page: where it is, its title, and its media type."""

    href: Href
    title: str
    type: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around a page's own content.

    `title` is the document's title, particular part first; `interface` the language of labels, `language` and
    `direction` those of the content; `policies` and `nav` are links.
    """

    title: str
    description: str
    canonical: str
    language: str
    direction: str
    interface: str
    site_title: str
    tagline: str
    home: Link
    nav: tuple[Link, ...]
    more: tuple[Link, ...]
    publisher: Link
    license: Link | None
    style: Href
    icon: Href
    trail: tuple[Link, ...] = ()
    edit: Href | None = None
    history: Href | None = None
    listed: bool = True
    feeds: tuple[FeedLink, ...] = ()

    @property
    def foreign(self) -> bool:
        """Tell whether the content's language is not the interface's, so that labels must name theirs."""
        return self.language.split("-")[0].lower() != self.interface


def frame(
    site: Site,
    links: Links,
    title: str,
    description: str,
    *,
    language: str | None = None,
    trail: tuple[Link, ...] = (),
    file: str | None = None,
    listed: bool = True,
) -> Frame:
    """Make a page's frame; `file` is the content file behind it, `trail` the pages above it."""
    publication = site.publication
    at_home = links.here == HOME
    spoken = language or publication.language
    repository = publication.repository
    return Frame(
        title=publication.title if at_home else f"{title} – {publication.title}",
        description=description,
        canonical=links.canonical(links.here),
        language=spoken,
        direction=direction(spoken),
        interface=INTERFACE,
        site_title=publication.title,
        tagline=publication.tagline,
        home=_link(links, HOME, publication.title),
        nav=tuple(_link(links, to, words) for to, words in _sections()),
        more=_more(site, links),
        publisher=Link(Href(publication.publisher.url), publication.publisher.name),
        license=Link(Href(publication.license.url), publication.license.name) if publication.license else None,
        style=links.to(STYLE),
        icon=links.to(ICON),
        trail=trail,
        edit=edit(repository.url, repository.branch, file) if repository and file else None,
        history=history(repository.url, repository.branch, file) if repository and file else None,
        listed=listed,
    )


def _sections() -> tuple[tuple[Address, str], ...]:
    return (CLAIMS, "Claims"), (MATRICES, "Matrix"), (SOURCES, "Sources")


def _more(site: Site, links: Links) -> tuple[Link, ...]:
    """Give the standing pages that have a place in the navigation, then ratings, corrections and data."""
    standing = sorted(
        (p.record.nav, slug, p.record.title) for slug, p in site.pages.items() if p.record.nav is not None
    )
    pages = [_link(links, page(slug), title) for _, slug, title in standing]
    return (
        *pages,
        _link(links, RATINGS, "Ratings"),
        _link(links, CORRECTIONS, "Corrections log"),
        _link(links, DATA, "Data"),
    )


def _link(links: Links, to: Address, words: str) -> Link:
    current = links.here == to if to == HOME else links.here.startswith(to)
    return Link(links.to(to), words, current)

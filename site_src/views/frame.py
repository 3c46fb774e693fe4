"""What every page carries: the publication, navigation, language, and the page's own title and address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from site_src.addresses import (
    CLAIMS,
    CORRECTIONS,
    DATA,
    HOME,
    ICON,
    MATRICES,
    RATINGS,
    SEARCH,
    SOURCES,
    STYLE,
    Address,
    Href,
    Links,
    page,
)  # fmt: skip
from site_src.elsewhere import contact, edit, history, report, suggest
from site_src.views.policy import SCRIPTED, STILL
from site_src.views.preview import Preview, preview
from site_src.views.wording import INTERFACE, direction, foreign

if TYPE_CHECKING:
    from site_src.site.model import Site


class Link(NamedTuple):
    """A link with its words; `current` where it leads to the page on which it stands.

    `language` is that of the words where it is not the interface's.
    """

    href: Href
    words: str
    current: bool = False
    language: str | None = None


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
    `direction` those of the content; `policy` says what the page may load and run, `scripts` what it runs. `report` and
    `suggest` lead to where mistakes are reported and claims suggested; `preview` is what a link to it shows elsewhere.
    `titled_in` is the language of the publication's name and tagline where it is not the interface's.
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
    policy: str = STILL
    scripts: tuple[Href, ...] = ()
    trail: tuple[Link, ...] = ()
    edit: Href | None = None
    history: Href | None = None
    titled_in: str | None = None
    report: Href | None = None
    suggest: Href | None = None
    listed: bool = True
    feeds: tuple[FeedLink, ...] = ()
    preview: Preview | None = None

    @property
    def foreign(self) -> bool:
        """Tell whether the content's language is not the interface's, so that labels must name theirs."""
        return foreign(self.language) is not None

    @property
    def own(self) -> dict[str, str]:
        """Give the attributes of what is in the content's language, where labels around it are in another."""
        return {"lang": self.language} if self.foreign else {}


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
    desk = contact(publication.contact) if publication.contact else None
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
        nav=tuple(_link(links, to, words) for to, words in _sections(site)),
        more=_more(site, links),
        publisher=Link(Href(publication.publisher.url), publication.publisher.name),
        license=Link(Href(publication.license.url), publication.license.name) if publication.license else None,
        style=links.to(STYLE),
        icon=links.to(ICON),
        trail=trail,
        edit=edit(repository.url, repository.branch, file) if repository and file else None,
        history=history(repository.url, repository.branch, file) if repository and file else None,
        report=report(repository.url, links.canonical(links.here)) if repository else desk,
        suggest=suggest(repository.url) if repository else desk,
        titled_in=foreign(publication.language),
        listed=listed,
        preview=preview(site, links, title, description, spoken),
    )


def scripted(made: Frame, links: Links, *scripts: Address, policy: str = SCRIPTED) -> Frame:
    """Give a frame in which scripts of ours run, in their order, once the page is read; `policy` allows them to."""
    return replace(made, scripts=tuple(links.to(one) for one in scripts), policy=policy)


def _sections(site: Site) -> tuple[tuple[Address, str], ...]:
    always = (CLAIMS, "Claims"), (MATRICES, "Matrix"), (SOURCES, "Sources")
    return (*always, (SEARCH, "Search")) if site.publication.search else always


def _more(site: Site, links: Links) -> tuple[Link, ...]:
    """Give the standing pages that have a place in the navigation, then ratings, corrections and data."""
    records = ((slug, it.record) for slug, it in site.pages.items())
    standing = sorted((record.nav, slug, record.title) for slug, record in records if record.nav is not None)
    tongue = foreign(site.publication.language)
    pages = [_link(links, page(slug), title, tongue) for _, slug, title in standing]
    return (
        *pages,
        _link(links, RATINGS, "Ratings"),
        _link(links, CORRECTIONS, "Corrections log"),
        _link(links, DATA, "Data"),
    )


def _link(links: Links, to: Address, words: str, language: str | None = None) -> Link:
    current = links.here == to if to == HOME else links.here.startswith(to)
    return Link(links.to(to), words, current, language)

"""A source's page: what it is, where it has its statements from, and what it says on every claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import SOURCES, Href, Links, claim, source
from site_src.views.appearance import SourceLinks, Statement, source_name, statements
from site_src.views.body import body_html
from site_src.views.card import Badge, badge, standing
from site_src.views.evidence import titled_in
from site_src.views.frame import Frame, Link, frame
from site_src.views.wording import INFERRED, When, counted, date, day, direction, kind, language_name

if TYPE_CHECKING:
    from markupsafe import Markup

    from site_src.site.model import Claim, Site, Source


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source in brief; `held` says whether its text was read.

    `titled_in` is the language of its title where it is not the interface's.
    """

    href: Href
    name: str
    title: str
    kind: str
    published: When | None
    held: str
    claims: str
    titled_in: str | None = None


@dataclass(frozen=True, slots=True)
class Relay:
    """A source that another passes on; `note` says where the editors infer it."""

    link: Link
    note: str


@dataclass(frozen=True, slots=True)
class OnClaim:
    """What the source says on one claim."""

    href: Href
    claim: str
    language: str
    direction: str
    badge: Badge
    standing: str
    said: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """All that a source's page shows; `titled_in` is the language of its title where it is not the interface's."""

    frame: Frame
    name: str
    title: str
    kind: str
    publisher: str
    author: str
    language: str
    published: When | None
    retrieved: When | None
    href: Href | None
    archive: Href | None
    held: str
    relays: tuple[Relay, ...]
    relayed_by: tuple[Relay, ...]
    body: Markup
    claims: tuple[OnClaim, ...]
    titled_in: str | None = None


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """The index of sources: those whose text is held, then the others."""

    frame: Frame
    held: tuple[SourceCard, ...]
    others: tuple[SourceCard, ...]


def source_page(site: Site, links: Links, slug: str) -> SourcePage:
    """Make the page of the source with that slug."""
    it = site.sources[slug]
    record = it.record
    name, named = source_name(it), SourceLinks(site, links)
    claims = _claims(site, slug)
    about = f"{name}: what it says on {counted(len(claims), 'claim')}, and where it has it from."
    return SourcePage(
        frame=frame(site, links, record.title, about, trail=(Link(links.to(SOURCES), "Sources"),), file=it.file),
        name=name,
        title=record.title,
        kind=kind(record.kind),
        publisher=record.publisher or "",
        author=record.author or "",
        language=language_name(it.language),
        published=date(record.published) if record.published else None,
        retrieved=day(record.retrieved) if record.retrieved else None,
        href=Href(record.url) if record.url else None,
        archive=Href(record.archive_url) if record.archive_url else None,
        held=_held(it),
        relays=tuple(_relay(named, to, inferred=to in record.inferred) for to in record.relays),
        relayed_by=tuple(
            _relay(named, other.slug, inferred=slug in other.record.inferred)
            for other in (site.sources[by] for by in site.relayed_by.get(slug, ()))
        ),
        body=body_html(site, links, it),
        claims=tuple(_on_claim(named, one, slug) for one in claims),
        titled_in=titled_in(site, record),
    )


def sources_page(site: Site, links: Links) -> SourcesPage:
    """Make the index of sources."""
    cards = [(it.is_held, source_card(site, links, slug)) for slug, it in site.sources.items()]
    return SourcesPage(
        frame=frame(site, links, "Sources", "The documents that claims are traced through, and what each one says."),
        held=tuple(card for held, card in cards if held),
        others=tuple(card for held, card in cards if not held),
    )


def source_card(site: Site, links: Links, slug: str) -> SourceCard:
    """Make the card of the source with that slug."""
    it = site.sources[slug]
    speaks = len(site.spoken_to.get(slug, ()))
    return SourceCard(
        href=links.to(source(slug)),
        name=source_name(it),
        title=it.record.title,
        kind=kind(it.record.kind),
        published=date(it.record.published) if it.record.published else None,
        held="text held" if it.is_held else "",
        claims=f"speaks to {counted(speaks, 'claim')}" if speaks else "",
        titled_in=titled_in(site, it.record),
    )


def _claims(site: Site, slug: str) -> list[Claim]:
    """Give the listed claims to which a source speaks."""
    return [site.claims[claim_slug] for claim_slug in site.spoken_to.get(slug, ())]


def _on_claim(named: SourceLinks, it: Claim, slug: str) -> OnClaim:
    language = it.language
    return OnClaim(
        href=named.links.to(claim(it.slug)),
        claim=it.record.claim,
        language=language,
        direction=direction(language),
        badge=badge(it.rating, named.links),
        standing=standing(it),
        said=statements(named, it, [one for one in it.appearances if one.source == slug]),
    )


def _relay(named: SourceLinks, slug: str, *, inferred: bool) -> Relay:
    return Relay(named[slug], INFERRED if inferred else "")


def _held(it: Source) -> str:
    if it.words is None:
        return "Not held: excerpts from it cannot be verified here."
    verified = "every excerpt from it is verified against them at each build"
    return f"Held: the editors read its {it.words} words, and {verified}."

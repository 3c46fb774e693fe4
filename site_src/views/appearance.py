"""What one source says of a claim, and where it has it from."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.addresses import Href, Links, claim, source
from site_src.site.matrix import Absence, Row
from site_src.site.model import Appearance, Claim, Excerpt, Site, Source
from site_src.views.frame import Link
from site_src.views.passage import passage
from site_src.views.wording import (
    INFERRED,
    Said,
    When,
    absence,
    absent,
    counted,
    date,
    direction,
    figure,
    foreign,
    stance,
)

NAMED_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Quote:
    """An excerpt in the language of its source; `place` says where it stands, or why nobody could tell.

    `href` and `archive` lead to the very words, `cite` is the plain address of the page.
    """

    words: str
    language: str
    direction: str
    verified: bool
    place: str
    href: Href | None
    archive: Href | None
    cite: Href | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a source says of a claim; `chain` leads to its origin, the source itself left out.

    `language` is the claim's, in which the editors tell it, where it is not the interface's.
    """

    stance: Said
    says: str
    figure: str
    as_of: When | None
    quote: Quote | None
    chain: tuple[Link, ...]
    via: str
    own_claim: Link | None
    note: str
    language: str | None = None
    direction: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source with all that it says of a claim."""

    source: Link
    published: When | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Sources that say nothing of a claim, for one reason: `words` go on after their names, or a note stands there.

    `count` says how many they are where they are too many to name at once, `language` that of the note where it is not
    the interface's.
    """

    said: Said
    sources: tuple[Link, ...]
    words: str
    note: str = ""
    count: str = ""
    language: str | None = None


def speakers(site: Site, links: Links, it: Claim) -> tuple[Speaker, ...]:
    """Give every source that speaks with all that it says, in the order of their first appearance."""
    slugs = dict.fromkeys(one.source for one in it.appearances if one.speaks)
    return tuple(
        Speaker(source_link(site, links, slug), _published(site, slug), statements(site, links, it, slug))
        for slug in slugs
    )


def statements(site: Site, links: Links, it: Claim, slug: str) -> tuple[Statement, ...]:
    """Give what one source says of a claim, in file order."""
    return tuple(_statement(site, links, it, one) for one in it.appearances if one.source == slug and one.speaks)


def quiet(site: Site, links: Links, row: Row) -> tuple[Quiet, ...]:
    """Give the sources that say nothing: silences with a note each by itself, the others gathered by reason."""
    noted = [
        Quiet(
            stance("silent"),
            (source_link(site, links, cell.source),),
            absent(Absence.SILENT, 1),
            one.record.note or "",
            language=foreign(row.claim.language),
        )
        for cell in row.cells
        for one in cell.appearances
        if not one.speaks
    ]
    gathered = []
    for reason in Absence:
        slugs = [cell.source for cell in row.cells if cell.absence is reason]
        if slugs:
            sources = tuple(source_link(site, links, slug) for slug in slugs)
            count = counted(len(slugs), "source") if len(slugs) > NAMED_AT_ONCE else ""
            gathered.append(Quiet(absence(reason), sources, absent(reason, len(slugs)), count=count))
    return (*noted, *gathered)


def _published(site: Site, slug: str) -> When | None:
    published = site.sources[slug].record.published
    return date(published) if published else None


def _statement(site: Site, links: Links, it: Claim, one: Appearance) -> Statement:
    record = one.record
    chain = tuple(source_link(site, links, slug) for slug in one.chain[1:])
    other = site.claims.get(record.claim) if record.claim else None
    return Statement(
        stance=stance(record.stance),
        says=record.says or "",
        figure=figure(record, it.record.measure, it.language),
        as_of=date(record.as_of) if record.as_of else None,
        quote=_quote(site, one),
        chain=chain,
        via=_via(site, one),
        own_claim=_claim_link(links, other) if other else None,
        note=record.note or "",
        language=(tongue := foreign(it.language)),
        direction=direction(it.language) if tongue else None,
    )


def _claim_link(links: Links, it: Claim) -> Link:
    return Link(links.to(claim(it.slug)), it.record.claim, language=foreign(it.language))


def source_link(site: Site, links: Links, slug: str) -> Link:
    """Make the link to a source's page, in the words by which readers know the source."""
    return Link(links.to(source(slug)), source_name(site.sources[slug]))


def source_name(it: Source) -> str:
    """Name a source as readers know it: by its publisher, with the date where it has several, or its title."""
    record = it.record
    if record.publisher is None:
        return record.title.strip("[]")
    if it.by_name or record.published is None:
        return record.publisher if it.by_name else f"{record.publisher}: {record.title.strip('[]')}"
    return f"{record.publisher}, {date(record.published).words}"


def _via(site: Site, one: Appearance) -> str:
    """Say how the way to the origin is known: credited by the source, or inferred by the editors."""
    if len(one.chain) < 2:
        return ""
    inferred = one.chain[1] in site.sources[one.source].record.inferred
    return INFERRED if inferred else ""


def _quote(site: Site, one: Appearance) -> Quote | None:
    if one.excerpt is Excerpt.NONE:
        return None
    it = site.sources[one.source]
    verified = one.excerpt is Excerpt.VERIFIED
    words = one.record.excerpt or ""
    place = (
        f"stands at word {one.word} of {one.words}" if verified else "not verified: the editors do not hold this text"
    )
    return Quote(
        words=words,
        language=it.language,
        direction=direction(it.language),
        verified=verified,
        place=place,
        href=passage(it.record.url, words) if it.record.url else None,
        archive=passage(it.record.archive_url, words) if it.record.archive_url else None,
        cite=Href(it.record.url) if it.record.url else None,
    )

"""What one source says of a claim, and where it has it from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_src.models.claim import Measure

NAMED_AT_ONCE = 8


class Quote(NamedTuple):
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


class Statement(NamedTuple):
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


class Speaker(NamedTuple):
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


class SourceLinks(dict[str, Link]):
    """The links from one page to sources' pages, each made when it is first asked for: a page names few, and often."""

    __slots__ = ("links", "site")

    def __init__(self, site: Site, links: Links) -> None:
        """Take the site, and what makes the page's links."""
        super().__init__()
        self.site = site
        self.links = links

    def __missing__(self, slug: str) -> Link:
        made = self[slug] = source_link(self.site, self.links, slug)
        return made


def speakers(named: SourceLinks, it: Claim) -> tuple[Speaker, ...]:
    """Give every source that speaks with all that it says, in the order of their first appearance."""
    said: dict[str, list[Appearance]] = {}
    for one in it.appearances:
        if one.speaks:
            said.setdefault(one.source, []).append(one)
    measure, language = it.record.measure, it.language
    return tuple(
        Speaker(
            named[slug],
            _published(named.site, slug),
            tuple([_statement(named, one, measure, language) for one in each]),
        )
        for slug, each in said.items()
    )


def statements(named: SourceLinks, it: Claim, said: Iterable[Appearance]) -> tuple[Statement, ...]:
    """Give what one source says of a claim by some of its appearances."""
    measure, language = it.record.measure, it.language
    return tuple(_statement(named, one, measure, language) for one in said if one.speaks)


def quiet(named: SourceLinks, row: Row) -> tuple[Quiet, ...]:
    """Give the sources that say nothing: silences with a note each by itself, the others gathered by reason."""
    noted = [
        Quiet(
            stance("silent"),
            (named[cell.source],),
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
            sources = tuple(named[slug] for slug in slugs)
            count = counted(len(slugs), "source") if len(slugs) > NAMED_AT_ONCE else ""
            gathered.append(Quiet(absence(reason), sources, absent(reason, len(slugs)), count=count))
    return (*noted, *gathered)


def _published(site: Site, slug: str) -> When | None:
    published = site.sources[slug].record.published
    return date(published) if published else None


def _statement(named: SourceLinks, one: Appearance, measure: Measure | None, language: str) -> Statement:
    record, site = one.record, named.site
    other = site.claims.get(record.claim) if record.claim else None
    tongue = foreign(language)
    return Statement(
        stance=stance(record.stance),
        says=record.says or "",
        figure=figure(record, measure, language),
        as_of=date(record.as_of) if record.as_of else None,
        quote=_quote(site.sources[one.source], one) if one.excerpt is not Excerpt.NONE else None,
        chain=tuple([named[slug] for slug in one.chain[1:]]),
        via=_via(site, one),
        own_claim=_claim_link(named.links, other) if other else None,
        note=record.note or "",
        language=tongue,
        direction=direction(language) if tongue else None,
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


def _quote(it: Source, one: Appearance) -> Quote:
    record, language = it.record, it.language
    verified = one.excerpt is Excerpt.VERIFIED
    words = one.record.excerpt or ""
    place = (
        f"stands at word {one.word} of {one.words}" if verified else "not verified: the editors do not hold this text"
    )
    return Quote(
        words=words,
        language=language,
        direction=direction(language),
        verified=verified,
        place=place,
        href=passage(record.url, words) if record.url else None,
        archive=passage(record.archive_url, words) if record.archive_url else None,
        cite=Href(record.url) if record.url else None,
    )

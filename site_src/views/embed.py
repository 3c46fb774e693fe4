"""A verdict, or a topic's matrix, as other sites show it: in brief, and never older than the page it is of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import EMBED_STYLE, HOME, Address, Href, Links, claim, matrix
from site_src.site.matrix import matrix as set_out
from site_src.views.card import Badge, badge, carried, standing
from site_src.views.change import Change, retraction, was
from site_src.views.claim import Made, made
from site_src.views.embed_code import EmbedCode, changes, claim_code, matrix_code
from site_src.views.frame import Link
from site_src.views.history import last_change
from site_src.views.matrix import Line, Matrix, counts, matrix_view
from site_src.views.wording import INTERFACE, When, counted, day, direction

if TYPE_CHECKING:
    from site_src.site.model import Claim, Site
    from site_src.views.history import Event

_CHANGED = {"correction": "Corrected", "update": "Updated", "clarification": "Clarified"}


@dataclass(frozen=True, slots=True)
class EmbedFrame:
    """Everything around an embed's own content; `full` leads to the whole page, whose `address` is for people."""

    title: str
    canonical: str
    address: str
    language: str
    direction: str
    interface: str
    publication: Link
    publisher: str
    full: Link
    style: Href

    @property
    def foreign(self) -> bool:
        """Tell whether the content's language is not the interface's, so that labels must name theirs."""
        return self.language.split("-")[0] != self.interface


@dataclass(frozen=True, slots=True)
class ClaimEmbed:
    """A verdict in brief; `change` is the last thing that readers are told of, `changes` leads to all where several."""

    frame: EmbedFrame
    claim: str
    made: Made
    badge: Badge
    verdict: str
    checked: When | None
    updated: When | None
    carried: str
    standing: str
    retraction: Change | None
    change: Change | None
    changes: Link | None


@dataclass(frozen=True, slots=True)
class EmbeddedLine:
    """A row of the matrix; `changed` says what became of its verdict since it was first given, and when."""

    line: Line
    changed: str


@dataclass(frozen=True, slots=True)
class MatrixEmbed:
    """A topic's matrix in brief; `changed` is the day of its newest or last changed verdict."""

    frame: EmbedFrame
    title: str
    counts: str
    changed: When | None
    matrix: Matrix
    lines: tuple[EmbeddedLine, ...]


@dataclass(frozen=True, slots=True)
class OEmbed:
    """What oEmbed 1.0 asks of a page that can be embedded."""

    title: str
    author: Link
    provider: Link
    code: EmbedCode


def claim_embed(site: Site, links: Links, slug: str) -> ClaimEmbed:
    """Make the embed of the claim with that slug."""
    it = site.claims[slug]
    record = it.record
    told = () if it.status == "retracted" else changes(it)
    full = Link(links.to(claim(slug)), "Read the full check")
    return ClaimEmbed(
        frame=_frame(site, links, claim(slug), full, f"Fact check: {record.claim}", it.language),
        claim=record.claim,
        made=made(site, links, it),
        badge=badge(it.rating, links),
        verdict=it.verdict,
        checked=day(record.reviewed_on) if record.reviewed_on else None,
        updated=day(record.updated_on) if record.updated_on else None,
        carried=carried(it),
        standing=standing(it),
        retraction=retraction(it),
        change=_change(site, told[0]) if told else None,
        changes=_all(links, slug, len(told)) if len(told) > 1 else None,
    )


def matrix_embed(site: Site, links: Links, slug: str) -> MatrixEmbed:
    """Make the embed of the matrix of the topic with that slug."""
    it = site.topics[slug]
    table = matrix_view(links, set_out(site, it))
    rows = [site.claims[claim_slug] for claim_slug in it.claims]
    days = [on for row in rows if (on := last_change(row))]
    full = Link(links.to(matrix(slug)), "Compare the sources in full")
    return MatrixEmbed(
        frame=_frame(site, links, matrix(slug), full, f"{it.record.title}: who says what", site.publication.language),
        title=it.record.title,
        counts=counts(it),
        changed=day(max(days)) if days else None,
        matrix=table,
        lines=tuple(EmbeddedLine(line, _changed(row)) for line, row in zip(table.lines, rows, strict=True)),
    )


def claim_oembed(site: Site, links: Links, slug: str) -> OEmbed:
    """Make what oEmbed says of the claim with that slug."""
    it = site.claims[slug]
    retracted = "Retracted: " if it.status == "retracted" else ""
    return _oembed(site, links, f"{retracted}{it.record.claim}", claim_code(site, links, it))


def matrix_oembed(site: Site, links: Links, slug: str) -> OEmbed:
    """Make what oEmbed says of the matrix of the topic with that slug."""
    it = site.topics[slug]
    return _oembed(site, links, f"{it.record.title}: who says what", matrix_code(site, links, it))


def _frame(site: Site, links: Links, of: Address, full: Link, title: str, language: str) -> EmbedFrame:
    publication = site.publication
    return EmbedFrame(
        title=f"{title} – {publication.title}",
        canonical=links.canonical(of),
        address=links.canonical(of).partition("://")[2],
        language=language,
        direction=direction(language),
        interface=INTERFACE,
        publication=Link(links.to(HOME), publication.title),
        publisher=publication.publisher.name,
        full=full,
        style=links.to(EMBED_STYLE),
    )


def _change(site: Site, event: Event) -> Change:
    """Tell a change in a few words: of what stood until then, the rating alone."""
    former = was(site, event.correction) if event.correction else ()
    rating = tuple(each for each in former if each[0] == "Rating")
    return Change(day(event.on), _CHANGED[event.kind], event.note, rating)


def _all(links: Links, slug: str, count: int) -> Link:
    return Link(links.to(claim(slug), "history"), f"All {counted(count, 'change')}")


def _changed(it: Claim) -> str:
    return next((f"{_CHANGED[event.kind].lower()} {day(event.on).words}" for event in changes(it)), "")


def _oembed(site: Site, links: Links, title: str, code: EmbedCode) -> OEmbed:
    publisher = site.publication.publisher
    return OEmbed(
        title=title,
        author=Link(Href(publisher.url), publisher.name),
        provider=Link(Href(links.canonical(HOME)), site.publication.title),
        code=code,
    )

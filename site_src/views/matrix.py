"""A topic's matrix: claims against sources, for the page and the topic alike."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.addresses import MATRICES, Href, Links, claim, matrix, source, topic
from site_src.site.matrix import Absence, Count, Row
from site_src.site.matrix import Cell as SiteCell
from site_src.site.matrix import matrix as set_out
from site_src.site.model import Appearance, Excerpt, Site, Topic
from site_src.views.appearance import source_name
from site_src.views.card import Badge, badge, standing
from site_src.views.embed_code import EmbedCode, matrix_code
from site_src.views.frame import Frame, Link, frame
from site_src.views.wording import Said, absence, counted, direction, figure, stance


@dataclass(frozen=True, slots=True)
class CellEntry:
    """One appearance in a cell: the sign and word of its stance, its figure, and whether its excerpt is verified."""

    said: Said
    figure: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says of a claim, in the shape of its first entry, or the reason why it says nothing."""

    source: str
    entries: tuple[CellEntry, ...]
    absence: Said | None


@dataclass(frozen=True, slots=True)
class Line:
    """A claim's row; `carried` says how many sources carry it, `origins` from how many origins."""

    href: Href
    claim: str
    language: str
    direction: str
    badge: Badge
    standing: str
    cells: tuple[Cell, ...]
    carried: str
    origins: str


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A source at the head of a column, with the counts at its foot."""

    href: Href
    name: str
    language: str
    count: Count


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table."""

    columns: tuple[SourceColumn, ...]
    lines: tuple[Line, ...]
    legend: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """The page of a topic's matrix."""

    frame: Frame
    topic: Link
    title: str
    summary: str
    matrix: Matrix
    counts: str
    embed: EmbedCode


@dataclass(frozen=True, slots=True)
class MatrixCard:
    """A topic in the index of matrices."""

    href: Href
    title: str
    summary: str
    counts: str


@dataclass(frozen=True, slots=True)
class MatricesPage:
    """The index of the topics' matrices."""

    frame: Frame
    topics: tuple[MatrixCard, ...]


def matrix_page(site: Site, links: Links, slug: str) -> MatrixPage:
    """Make the page of the matrix of the topic with that slug."""
    it = site.topics[slug]
    title = f"{it.record.title}: the matrix"
    up = Link(links.to(topic(slug)), it.record.title)
    about = f"Who says what: {counts(it)}."
    return MatrixPage(
        frame=frame(site, links, title, about, trail=(Link(links.to(MATRICES), "Matrix"), up), file=it.file),
        topic=up,
        title=it.record.title,
        summary=it.record.summary,
        matrix=matrix_view(site, links, it),
        counts=counts(it),
        embed=matrix_code(site, links, it),
    )


def matrices_page(site: Site, links: Links) -> MatricesPage:
    """Make the index of the matrices."""
    cards = tuple(
        MatrixCard(links.to(matrix(slug)), it.record.title, it.record.summary, counts(it))
        for slug, it in site.topics.items()
    )
    about = "Claims set against sources: who says what, who repeats whom, and where the figures part."
    return MatricesPage(frame(site, links, "Matrix", about), cards)


def matrix_view(site: Site, links: Links, it: Topic) -> Matrix:
    """Make the table of a topic."""
    set_up = set_out(site, it)
    columns = tuple(
        SourceColumn(links.to(source(column.slug)), source_name(column), column.language, count)
        for column, count in zip(set_up.columns, set_up.counts, strict=True)
    )
    lines = tuple(_line(links, row, columns) for row in set_up.rows)
    signs = _signs(lines)
    return Matrix(columns, lines, tuple(said for said in _every_said() if said.sign in signs))


def _line(links: Links, row: Row, columns: tuple[SourceColumn, ...]) -> Line:
    it = row.claim
    return Line(
        href=links.to(claim(it.slug)),
        claim=it.record.claim,
        language=it.language,
        direction=direction(it.language),
        badge=badge(it.rating, links),
        standing=standing(it),
        cells=tuple(_cell(row, cell, column) for cell, column in zip(row.cells, columns, strict=True)),
        carried=counted(len(it.carriers), "source"),
        origins=counted(len(it.origins), "origin") if it.carriers else "",
    )


def _cell(row: Row, cell: SiteCell, column: SourceColumn) -> Cell:
    if cell.absence is not None:
        return Cell(column.name, (), absence(cell.absence))
    return Cell(column.name, tuple(_entry(row, one) for one in cell.appearances), None)


def _entry(row: Row, one: Appearance) -> CellEntry:
    return CellEntry(
        said=stance(one.record.stance),
        figure=figure(one.record, row.claim.record.measure, row.claim.language, unit=False),
        verified=one.excerpt is Excerpt.VERIFIED,
    )


def _signs(lines: tuple[Line, ...]) -> set[str]:
    cells = [cell for line in lines for cell in line.cells]
    said = {entry.said.sign for cell in cells for entry in cell.entries}
    return said | {cell.absence.sign for cell in cells if cell.absence}


def _every_said() -> tuple[Said, ...]:
    stances = (stance("asserts"), stance("attributes"), stance("differs"), stance("denies"), stance("silent"))
    return (*stances, absence(Absence.EARLIER), absence(Absence.NOT_EXAMINED))


def counts(it: Topic) -> str:
    """Say how many claims of a topic are set against how many sources."""
    return f"{counted(len(it.claims), 'claim')} against {counted(len(it.record.sources), 'source')}"

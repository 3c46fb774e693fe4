"""The page of a topic's matrix: the table with what its cells open to, its filters, and the index of such pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from site_src.addresses import COPY_SCRIPT, MATRICES, MATRIX_SCRIPT, Href, Links, data, matrix, topic
from site_src.site.matrix import Row
from site_src.site.matrix import matrix as set_out
from site_src.views.appearance import SourceLinks
from site_src.views.embed_code import EmbedCode, matrix_code
from site_src.views.frame import Frame, Link, frame, scripted
from site_src.views.matrix import WIDE, Cell, Line, Matrix, counts, ends, matrix_view, plain_number, signs
from site_src.views.matrix_filters import MatrixFilters, matrix_filters
from site_src.views.matrix_panel import Panel, panel
from site_src.views.wording import counted

if TYPE_CHECKING:
    from site_src.site.model import Site


class MatrixCell(NamedTuple):
    """A cell with what it opens to, if anything; `signs` are those in it, each once.

    `brief` tells whether there is room for the word alone of why it says nothing.
    """

    cell: Cell
    signs: tuple[str, ...]
    panel: Panel | None
    brief: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim's row with what it is filtered and put in order by.

    `scale` is its rating's place, 0 off the scale; `figure` the largest that a source gives, in `unit`; `absent` tells
    how many sources say nothing, for screens without room for each.
    """

    line: Line
    cells: tuple[MatrixCell, ...]
    rating: str
    scale: int
    carriers: int
    claimed: str
    figure: str
    unit: str
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FootCell:
    """On how many claims a source does what its row counts."""

    source: str
    count: int


@dataclass(frozen=True, slots=True)
class Foot:
    """A row at the foot of the table: what is counted, and a cell a source."""

    words: str
    cells: tuple[FootCell, ...]


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """The page of a topic's matrix."""

    frame: Frame
    topic: Link
    title: str
    summary: str
    matrix: Matrix
    rows: tuple[MatrixRow, ...]
    feet: tuple[Foot, ...]
    filters: MatrixFilters
    counts: str
    downloads: tuple[Link, ...]
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
    trail = (Link(links.to(MATRICES), "Matrix"), up)
    set_up = set_out(site, it)
    table = matrix_view(links, set_up)
    lines = enumerate(zip(set_up.rows, table.lines, strict=True), start=1)
    named = SourceLinks(site, links)
    return MatrixPage(
        frame=scripted(frame(site, links, title, about, trail=trail, file=it.file), links, MATRIX_SCRIPT, COPY_SCRIPT),
        topic=up,
        title=it.record.title,
        summary=it.record.summary,
        matrix=table,
        rows=tuple(_row(named, row, line, number) for number, (row, line) in lines),
        feet=_feet(table, counted(len(it.claims), "claim")),
        filters=matrix_filters(site, links, it, table),
        counts=counts(it),
        downloads=tuple(Link(links.to(data(f"matrix/{slug}.{kind}")), kind.upper()) for kind in ("csv", "json")),
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


def _row(named: SourceLinks, row: Row, line: Line, number: int) -> MatrixRow:
    claim, record = row.claim, row.claim.record
    figures = sorted((end for one in claim.appearances for end in ends(one)), key=lambda end: end.exact)
    cells = zip(row.cells, line.cells, strict=True)
    return MatrixRow(
        line=line,
        cells=tuple(
            MatrixCell(
                cell=shown,
                signs=signs(shown),
                panel=panel(named, claim, cell, f"said-{number}-{column}"),
                brief=shown.absence is not None and len(line.cells) > WIDE,
            )
            for column, (cell, shown) in enumerate(cells, start=1)
        ),
        rating=claim.rating.id,
        scale=claim.rating.number or 0,
        carriers=len(claim.carriers),
        claimed=record.claimed_on.text if record.claimed_on else "",
        figure=plain_number(figures[-1]) if figures else "",
        unit=record.measure.unit if record.measure and figures else "",
        absent=_absent(line),
    )


def _feet(table: Matrix, total: str) -> tuple[Foot, ...]:
    columns = table.columns
    return (
        Foot(f"Of {total}, it carries", tuple(FootCell(one.name, one.count.carries) for one in columns)),
        Foot("says otherwise on", tuple(FootCell(one.name, one.count.otherwise) for one in columns)),
        Foot("says nothing on", tuple(FootCell(one.name, one.count.nothing) for one in columns)),
    )


def _absent(line: Line) -> tuple[str, ...]:
    """Tell for each kind of absence how many sources it is of, as in “Silent: 2 sources”."""
    kinds = Counter(cell.absence.short for cell in line.cells if cell.absence)
    return tuple(f"{kind}: {counted(count, 'source')}" for kind, count in kinds.items())

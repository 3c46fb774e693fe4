"""A topic's matrix: claims against sources, as its page and its embed show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from site_src.addresses import Href, Links, claim, source
from site_src.site.matrix import Absence, Count, Row
from site_src.site.matrix import Cell as SiteCell
from site_src.site.matrix import Matrix as SiteMatrix
from site_src.site.model import Appearance, Excerpt, Topic
from site_src.views.appearance import source_name
from site_src.views.card import Badge, badge, standing
from site_src.views.wording import Said, absence, counted, date, direction, figure, stance

if TYPE_CHECKING:
    from site_src.models.values import Number

WIDE = 6
"""How many sources stand side by side on most screens; of more, what says nothing is shown by its sign alone."""


class CellEntry(NamedTuple):
    """One appearance in a cell: the sign and word of its stance, its figure, and whether its excerpt is verified.

    `value` is the figure as a plain number, or as two, and empty where it has none.
    """

    said: Said
    figure: str
    value: str
    verified: bool


class Cell(NamedTuple):
    """What one source says of a claim, in the shape of its first entry, or the reason why it says nothing."""

    source: str
    entries: tuple[CellEntry, ...]
    absence: Said | None


class Line(NamedTuple):
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
    """A source at the head of a column, with the day that it is of, and the counts at the column's foot."""

    slug: str
    href: Href
    name: str
    language: str
    published: str
    count: Count


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table; `verified` tells whether any excerpt in it is."""

    columns: tuple[SourceColumn, ...]
    lines: tuple[Line, ...]
    legend: tuple[Said, ...]
    verified: bool

    @property
    def wide(self) -> bool:
        """Tell whether it has more sources than stand side by side."""
        return len(self.columns) > WIDE


def matrix_view(links: Links, set_out: SiteMatrix) -> Matrix:
    """Make the table of a topic whose claims are set out against its sources."""
    columns = tuple(
        SourceColumn(
            slug=column.slug,
            href=links.to(source(column.slug)),
            name=source_name(column),
            language=column.language,
            published=date(column.record.published).words if column.record.published else "",
            count=count,
        )
        for column, count in zip(set_out.columns, set_out.counts, strict=True)
    )
    lines = tuple(_line(links, row, columns) for row in set_out.rows)
    shown = {sign for line in lines for cell in line.cells for sign in signs(cell)}
    verified = any(one.verified for line in lines for cell in line.cells for one in cell.entries)
    return Matrix(columns, lines, tuple(said for said in _every_said() if said.sign in shown), verified)


def signs(cell: Cell) -> tuple[str, ...]:
    """Give the signs of a cell, each once: of the absence, or of each stance in it."""
    return (cell.absence.sign,) if cell.absence else tuple(dict.fromkeys(one.said.sign for one in cell.entries))


def ends(one: Appearance) -> tuple[Number, ...]:
    """Give the figure of an appearance, or both ends of a range."""
    return one.record.value.ends if one.record.value else ()


def plain_number(value: Number) -> str:
    """Write a number as every program reads it, alike for 4.2 and 4.20."""
    return f"{float(value.exact):.15g}"


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
        figure=figure(one.record, None, row.claim.language),
        value=" ".join(plain_number(end) for end in ends(one)),
        verified=one.excerpt is Excerpt.VERIFIED,
    )


def _every_said() -> tuple[Said, ...]:
    stances = (stance("asserts"), stance("attributes"), stance("differs"), stance("denies"), stance("silent"))
    return (*stances, absence(Absence.EARLIER), absence(Absence.NOT_EXAMINED))


def counts(it: Topic) -> str:
    """Say how many claims of a topic are set against how many sources."""
    return f"{counted(len(it.claims), 'claim')} against {counted(len(it.record.sources), 'source')}"

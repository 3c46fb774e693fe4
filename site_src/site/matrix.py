"""A topic's claims against its sources: what each says, and which kind of absence where it says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from site_src.site.model import Appearance, Claim, Site, Source, Topic


class Absence(Enum):
    """Why a source has no appearance on a claim."""

    SILENT = "silent"
    NOT_EXAMINED = "not-examined"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Cell:
    """One source on one claim: its appearances in file order, or the absence of any."""

    source: str
    appearances: tuple[Appearance, ...]
    absence: Absence | None


@dataclass(frozen=True, slots=True)
class Row:
    """One claim, with a cell for each source of the topic."""

    claim: Claim
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """On how many claims a source carries the claim, says otherwise (differs or denies only), or says nothing."""

    carries: int
    otherwise: int
    nothing: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """A topic's matrix: columns are sources, rows claims; `counts` has one entry a column."""

    topic: Topic
    columns: tuple[Source, ...]
    rows: tuple[Row, ...]
    counts: tuple[Count, ...]


def matrix(site: Site, topic: Topic) -> Matrix:
    """Set the topic's listed claims against its sources."""
    columns = tuple(site.sources[slug] for slug in topic.record.sources)
    rows = tuple(row(site.claims[slug], topic, site.sources) for slug in topic.claims)
    counts = tuple(_count([line.cells[index] for line in rows]) for index in range(len(columns)))
    return Matrix(topic, columns, rows, counts)


def row(claim: Claim, topic: Topic, sources: Mapping[str, Source]) -> Row:
    """Give a claim's row: a cell for each of the topic's sources, in their order."""
    said: dict[str, list[Appearance]] = {}
    for appearance in claim.appearances:
        said.setdefault(appearance.source, []).append(appearance)
    return Row(
        claim,
        tuple(_cell(slug, tuple(said.get(slug, ())), claim, sources[slug]) for slug in topic.record.sources),
    )


def _cell(slug: str, appearances: tuple[Appearance, ...], claim: Claim, source: Source) -> Cell:
    return Cell(slug, appearances, None if appearances else _absence(claim, source))


def _absence(claim: Claim, source: Source) -> Absence:
    published, claimed = source.record.published, claim.record.claimed_on
    if published is not None and claimed is not None and _ended(published.last, claimed.first):
        return Absence.EARLIER
    return Absence.SILENT if source.is_held else Absence.NOT_EXAMINED


def _ended(last: datetime.date, first: datetime.date) -> bool:
    """Compare so that an uncertain date makes no source earlier: its last day against the claim's first."""
    return last < first


def _count(cells: list[Cell]) -> Count:
    carries = sum(any(a.record.carries for a in cell.appearances) for cell in cells)
    speaks = sum(any(a.speaks for a in cell.appearances) for cell in cells)
    return Count(carries, speaks - carries, len(cells) - speaks)

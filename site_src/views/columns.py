"""Flat rows: what a column of a table holds, of which type it is, and how its cells are written as text."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from site_src.models.values import Number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from site_src.addresses import Address, Links
    from site_src.models.record import Record
    from site_src.models.values import PartialDate
    from site_src.site.model import Site

R = TypeVar("R")
Cell = str | int | datetime.date | Number | tuple[str, ...] | None
Type = Literal["string", "date", "number", "integer", "boolean", "list"]


@dataclass(frozen=True, slots=True)
class Row(Generic[R]):
    """What one row is about, and where it stands."""

    site: Site
    links: Links
    it: R

    def page(self, address: Address) -> str:
        """Give the full address of a page of the site."""
        return self.links.canonical(address)


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: its name, its type (a field type of Table Schema), what it means, and what it holds of a row."""

    name: str
    type: Type
    means: str
    cell: Callable[[Row[R]], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as text: numbers with the digits that were typed, days of ISO 8601, lists joined by one space."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """A table that is written out already: the line of its header, and one for each row, with their ends."""

    header: str
    lines: tuple[str, ...]


def table(columns: tuple[Column[R], ...], rows: Iterable[Row[R]]) -> Table:
    """Write out the cells of each row."""
    return Table(
        tuple(column.name for column in columns),
        tuple(tuple(written(column.cell(row)) for column in columns) for row in rows),
    )


def written(cell: Cell) -> str:
    """Give a cell as text; nothing is an empty text."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, Number):
        return cell.text
    return " ".join(cell) if isinstance(cell, tuple) else str(cell)


def meaning(model: type[Record], key: str) -> str:
    """Give what the content format says of a key."""
    return model.model_fields[key].description or ""


def span(
    name: str, means: str, date: Callable[[Row[R]], PartialDate | None], *, inferred: bool = True
) -> tuple[Column[R], ...]:
    """Give the columns of a date of which perhaps only the month or the year is known: its first and its last day."""

    def earliest(row: Row[R]) -> Cell:
        return found.first if (found := date(row)) else None

    def latest(row: Row[R]) -> Cell:
        return found.last if (found := date(row)) else None

    def is_inferred(row: Row[R]) -> Cell:
        return found.inferred if (found := date(row)) else None

    columns: tuple[Column[R], ...] = (
        Column(f"{name}_earliest", "date", f"{means} The first day that is meant.", earliest),
        Column(f"{name}_latest", "date", "The last day that is meant; the same where the day is known.", latest),
    )
    if not inferred:
        return columns
    return (*columns, Column(f"{name}_inferred", "boolean", "Whether the editors infer this date.", is_inferred))

"""What readers will notice, as plain data: headings, the things under them, and what was and is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_src.addresses import Address


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is otherwise: what it is called, what it was and what it is, either of which may be nothing."""

    label: str
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """One claim, source, topic or page; `address` is that of its page, None where it has none any more."""

    title: str
    address: Address | None
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell of a matrix that shows something else: the topic's title, the claim with its page, and the source."""

    topic: str
    claim: str
    address: Address
    source: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, in order."""

    heading: str
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that readers will notice; sections without notices are left out."""

    sections: tuple[Section, ...]
    cells: tuple[CellChange, ...]


def details(*triples: tuple[str, ...]) -> tuple[Detail, ...]:
    """Gives, of labels with what was and what is, those that differ."""
    return tuple(Detail(label, was, now) for label, was, now in triples if was != now)

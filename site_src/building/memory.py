"""Texts that are one of many of a large file, remembered each by itself: a table's row is made again with its claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from site_src.reading.trace import crowded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from site_src.building.ledger import Ledger
    from site_src.reading.trace import Fact, Trace

PIECE = "piece of "


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that was made: of which file, of which entry, and the facts that were looked at."""

    name: str
    slug: str
    text: str
    facts: set[Fact]


@dataclass(slots=True)
class Memory:
    """What is remembered in a ledger; `fresh` are the pieces made since."""

    ledger: Ledger
    fresh: list[Piece] = field(default_factory=list)
    _known: dict[str, dict[str, str]] = field(default_factory=dict)

    def recalling(self, trace: Trace) -> Callable[[str, str, Callable[[], str]], str]:
        """Give what recalls a text, or makes it under a trace."""

        def recall(name: str, slug: str, work: Callable[[], str]) -> str:
            known = self._known.get(name)
            if known is None:
                known = self._known[name] = self.ledger.users(f"{PIECE}{name}")
            if slug in known:
                return known[slug]
            with trace.watching() as facts:
                text = work()
            self.fresh.append(Piece(name, slug, text, crowded(facts)))
            return text

        return recall

    def taken(self) -> list[Piece]:
        """Give the pieces made since this was asked last."""
        made, self.fresh = self.fresh, []
        return made


def note_pieces(ledger: Ledger, pieces: Iterable[Piece]) -> None:
    """Note in a ledger what is to be remembered."""
    by_name: dict[str, list[Piece]] = {}
    for piece in pieces:
        by_name.setdefault(piece.name, []).append(piece)
    for name, some in by_name.items():
        numbers = ledger.number(f"{PIECE}{name}", [(piece.slug, piece.text) for piece in some])
        uses: dict[Fact, list[int]] = {}
        for number, piece in zip(numbers, some, strict=True):
            for fact in piece.facts:
                uses.setdefault(fact, []).append(number)
        ledger.uses.note(uses)


def forget_all_pieces(ledger: Ledger, name: str) -> None:
    """Forget all pieces of a large file."""
    ledger.drop_sort(f"{PIECE}{name}")


def forget_pieces(ledger: Ledger, stale: Iterable[tuple[str, str]]) -> None:
    """Forget the pieces among stale users."""
    for sort, slug in stale:
        if sort.startswith(PIECE):
            ledger.drop_users(sort, [slug])

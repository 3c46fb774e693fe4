"""Which state of each file a preview shows, while some of them are being worked on and cannot be shown as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from site_src.building.stand_in import stand_in
from site_src.checks import errors
from site_src.models.record import Record
from site_src.reading.entry import Entry, any_errors
from site_src.reading.gather import FileRead, file_away

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from site_src.reading.catalogue import Catalogue

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Choice:
    """Files of which a site can be made: what was read of each, by its name, and the catalogue of them.

    `stand_ins` names those in whose place something else stands, for they were never sound.
    """

    reads: Mapping[str, FileRead]
    catalogue: Catalogue
    stand_ins: frozenset[str] = frozenset()


def choose(newest: Iterable[FileRead], former: Choice | None, unread: Iterable[str] = ()) -> Choice | None:
    """Choose a state of each file so that no error is left: its newest, or the former choice's, or a stand-in.

    So where a mistake was made, what was shown stays, and all other changes are taken up. `unread` names files that
    are there and could not be read. Gives nothing where nothing can be shown, as where site.yaml was wrong from the
    beginning.
    """
    latest = {read.name: read for read in newest}
    before = former.reads if former else {}
    stood_in = former.stand_ins if former else frozenset[str]()
    known = sorted({*latest, *unread})
    further: dict[str, Iterator[FileRead]] = {}
    reads = dict(latest)
    at_fault = {*unread, *(name for name, read in latest.items() if any_errors(read.findings))}
    while True:
        for name in sorted(at_fault):
            states = further.setdefault(name, _further(name, latest.get(name), before.get(name), known))
            if following := next(states, None):
                reads[name] = following
            elif reads.pop(name, None) is None:
                return None
        changed = {name for name in {*reads, *before} if reads.get(name) is not before.get(name)}
        if former and not changed:
            return former
        catalogue, findings = file_away([read for _, read in sorted(reads.items())])
        wrong = [*errors(catalogue), *(finding for finding in findings if finding.is_error)]
        if not wrong:
            fallen_back = {name for name, read in reads.items() if read is not latest.get(name)}
            return Choice(reads, catalogue, frozenset(fallen_back & changed | fallen_back & stood_in))
        at_fault = {error.place.file.removeprefix("content/") for error in wrong}
        if former and not at_fault & changed:
            return former  # where a mistake shows is not always where it was made
        at_fault = at_fault & changed or at_fault


def choose_quickly(newest: Iterable[FileRead], former: Choice) -> Choice | None:
    """Choose as `choose` does where nothing but known claims and pages changed, and look for errors in those alone.

    What their change makes wrong in other files is not found: `errors` has still to be asked. None of that keeps a
    site from being made. Gives nothing where this does not hold.
    """
    latest = {read.name: read for read in newest}
    broken = {name for name, read in latest.items() if any_errors(read.findings)}
    reads = latest | {name: former.reads[name] for name in broken if name in former.reads}
    changed = {name for name in {*reads, *former.reads} if reads.get(name) is not former.reads.get(name)}
    known = reads.keys() & former.reads.keys() - former.stand_ins
    if not changed or not changed <= known or not all(name.startswith(("claims/", "pages/")) for name in changed):
        return None
    catalogue, _ = file_away([read for _, read in sorted(reads.items())])
    if errors(_showing(catalogue, changed)):
        return None
    return Choice(reads, catalogue, former.stand_ins)


def _showing(catalogue: Catalogue, names: set[str]) -> Catalogue:
    """Give a catalogue in which only some files are gone through, and all others are found when they are asked for."""
    return replace(
        catalogue,
        topics=_Some(catalogue.topics, names),
        sources=_Some(catalogue.sources, names),
        claims=_Some(catalogue.claims, names),
        pages=_Some(catalogue.pages, names),
    )


class _Some(Mapping[str, Entry[R]]):
    """Entries of which only those in some files are gone through."""

    def __init__(self, entries: Mapping[str, Entry[R]], names: set[str]) -> None:
        self._entries = entries
        self._gone_through = [slug for slug, it in entries.items() if it.file.removeprefix("content/") in names]

    def __getitem__(self, slug: str) -> Entry[R]:
        return self._entries[slug]

    def __contains__(self, slug: object) -> bool:
        return slug in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._gone_through)

    def __len__(self) -> int:
        return len(self._gone_through)


def _further(name: str, latest: FileRead | None, former: FileRead | None, known: Sequence[str]) -> Iterator[FileRead]:
    """Give the states that a file can fall back on, one after another."""
    if former and former is not latest:
        yield former
    if standing_in := stand_in(name, latest, known):
        yield standing_in

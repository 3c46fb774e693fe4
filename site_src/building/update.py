"""Brings the ledger up to date with the content: reads what changed, and checks again what that concerns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from site_src.building import changes
from site_src.building.checking import CHECKED, Verdict, checked, everything, findings_in
from site_src.building.fingerprint import settled
from site_src.building.holdings import Source, catalogue_of
from site_src.building.intake import Desk, start_intake
from site_src.building.ledger import Ledger
from site_src.building.making import read_setting
from site_src.building.pool import FORKS, spread
from site_src.building.store import Store
from site_src.diagnostics.finding import in_order
from site_src.reading.catalogue import KINDS
from site_src.reading.fonts import with_fonts
from site_src.reading.gather import lonely_shingles, missing_settings
from site_src.reading.scanning import scan_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from site_src.building.filed import Filed
    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.scanning import Marks, Scanned
    from site_src.reading.trace import Fact

T = TypeVar("T")
AT_ONCE = 50
FEW = 150
"""With so few files another process would not have begun before they are done."""


@dataclass(frozen=True, slots=True)
class Cache:
    """Where a site's cache is, and the moment at which this build began to look at files."""

    folder: Path
    key: str
    store: Store
    moment: int


@dataclass(frozen=True, slots=True)
class Updated:
    """The content as it is now: its catalogue, all findings, and how many files were read and entries checked."""

    catalogue: Catalogue
    findings: tuple[Finding, ...]
    parsed: int
    checked: int


def update(root: Path, ledger: Ledger, cache: Cache, *, jobs: int, seen: Scanned | None = None) -> Updated:
    """Bring a ledger up to date with a content folder; the facts that changed are noted for the next build.

    `seen` are its files as somebody has just seen them.
    """
    source = Source(root, ledger, cache.store)
    scanned, findings = seen or scan_content(root)
    read, gone = _read_changed(root, scanned, ledger, cache, jobs=jobs)
    facts = _filed_away(ledger, scanned, read, gone)
    catalogue = catalogue_at(source)
    drawn_by = catalogue.fonts.told if catalogue.fonts else ""
    if drawn_by != ledger.said("drawn by"):
        ledger.say("drawn by", drawn_by)
        facts.add(changes.EVERYTHING)
    ledger.await_change(facts)
    names = _to_check(ledger, catalogue, facts)
    _note(ledger, _verdicts(source, cache, catalogue, names, jobs=jobs))
    told = [
        *findings,
        *findings_in(ledger.file_findings()),
        *missing_settings({*scanned, *(one.place.file.removeprefix("content/") for one in findings)}),
        *lonely_shingles([name for name in scanned if name.endswith(".shingles")], scanned).values(),
        *findings_in(ledger.users(CHECKED).values()),
    ]
    return Updated(catalogue, in_order(told), len(read), len(names))


def catalogue_at(source: Source) -> Catalogue:
    """Give the catalogue of a ledger's files, and of the settings, and fonts, as they stand now."""
    publication, ratings = (read_setting(source.root, name) for name in ("site.yaml", "ratings.yaml"))
    return with_fonts(catalogue_of(source, publication=publication, ratings=ratings))


def batches(values: Sequence[T], size: int) -> list[Sequence[T]]:
    """Part values into runs of a size."""
    return [values[at : at + size] for at in range(0, len(values), size)]


def _read_changed(
    root: Path, scanned: Mapping[str, Marks], ledger: Ledger, cache: Cache, *, jobs: int
) -> tuple[list[Filed], list[str]]:
    """Take in the files whose bytes are not those known; give them, and the names of those that are no more."""
    known, read_at = ledger.marks(), int(ledger.said("read at") or 0)
    same = {name for name, marks in scanned.items() if known.get(name) == marks and settled(marks, read_at)}
    doubtful = sorted(scanned.keys() - same)
    tasks = batches(list(_with_digests(ledger, doubtful)), AT_ONCE)
    answers = spread(start_intake, Desk(root, cache.folder, cache.key), tasks, jobs=jobs if len(doubtful) > FEW else 1)
    read = [filed for answer in answers for filed in answer if filed]
    ledger.mark((name, scanned[name]) for name in doubtful if name in known)
    ledger.say("read at", str(cache.moment))
    return read, sorted(known.keys() - scanned.keys())


def _with_digests(ledger: Ledger, names: Sequence[str]) -> Iterable[tuple[str, bytes]]:
    """Give names with the digests that these files had, empty where they are new."""
    digests = dict(ledger.digests() if len(names) > FEW else ledger.digests_of(names))
    return ((name, digests.get(name, b"")) for name in names)


def _filed_away(ledger: Ledger, scanned: Mapping[str, Marks], read: Sequence[Filed], gone: Sequence[str]) -> set[Fact]:
    """Note files in the ledger; give the facts in which they differ from what they were."""
    is_new = not ledger.said("begun")
    former = [] if is_new else [filed for name in (*gone, *(one.name for one in read)) if (filed := ledger.file(name))]
    keys = set() if is_new else {(one.kind, one.slug) for one in (*former, *read)}
    before = {key: ledger.filed(*key) for key in keys}
    for name in gone:
        ledger.drop_file(name)
    for filed in read:
        ledger.put_file(filed, scanned[filed.name])
    if is_new:
        ledger.say("begun", "yes")
        return {changes.EVERYTHING}
    came_or_went = {one.name for one in former} ^ {one.name for one in read} | set(gone)
    facts = {(one.kind, "*", "") for one in (*former, *read) if one.name in came_or_went}
    for key, one in before.items():
        facts.update(changes.of_file(one, ledger.filed(*key)))
    if any(kind not in (*KINDS, "files", "shingles") for kind, _ in keys):
        facts.add(changes.EVERYTHING)  # settings, or what should not be there
    return facts


def _to_check(ledger: Ledger, catalogue: Catalogue, facts: set[Fact]) -> list[str]:
    """Give the names of what is to be checked again; what is no more is forgotten."""
    if changes.EVERYTHING in facts:
        ledger.drop_sort(CHECKED)
        return everything(catalogue)
    stale = {name for sort, name in ledger.uses.stale(facts) if sort == CHECKED}
    if any(part == "" and name == "*" for _, name, part in facts):
        known, there = ledger.users(CHECKED), dict.fromkeys(everything(catalogue))
        ledger.drop_users(CHECKED, known.keys() - there.keys())
        stale = (stale | (there.keys() - known.keys())) & there.keys()
    return sorted(stale)


def _verdicts(
    source: Source, cache: Cache, catalogue: Catalogue, names: Sequence[str], *, jobs: int
) -> Iterable[list[Verdict]]:
    if jobs < 2 or len(names) <= FEW:
        return [list(checked(catalogue, names))]
    if FORKS:
        return spread(checker, catalogue, batches(names, 4 * AT_ONCE), jobs=jobs)
    setting = CheckSetting(source.root, cache.folder, cache.key, source.ledger.as_bytes())
    return spread(start_checking, setting, batches(names, 4 * AT_ONCE), jobs=jobs)


@dataclass(frozen=True, slots=True)
class CheckSetting:
    """All that another process needs to check entries."""

    root: Path
    cache: Path
    key: str
    ledger: bytes


def start_checking(setting: CheckSetting) -> Callable[[Sequence[str]], list[Verdict]]:
    """Give what checks the entries that are named."""
    catalogue = catalogue_at(Source(setting.root, Ledger(setting.ledger), Store(setting.cache, setting.key)))
    return checker(catalogue)


def checker(catalogue: Catalogue) -> Callable[[Sequence[str]], list[Verdict]]:
    """Give what checks the entries of a catalogue that are named."""
    return lambda names: list(checked(catalogue, names))


def _note(ledger: Ledger, answers: Iterable[list[Verdict]]) -> None:
    uses: dict[Fact, list[int]] = {}
    for verdicts in answers:
        numbers = ledger.number(CHECKED, [(name, findings) for name, findings, _ in verdicts])
        for number, (_, _, facts) in zip(numbers, verdicts, strict=True):
            for fact in facts:
                uses.setdefault(fact, []).append(number)
    ledger.uses.note(uses)

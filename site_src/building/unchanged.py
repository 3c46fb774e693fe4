"""Whether there is anything to do at all: what was read, what it is read by and what was made are as they were left.

Most builds of a preview, or of a server that looks in every hour, find nothing new. So the last build leaves a mark:
the marks of all that it read and the prints of all that it made. They are compared without reading any file and
without the ledger; whatever differs, or is too young to tell, makes it an ordinary build.
"""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from site_src.building.beside import beside
from site_src.building.fingerprint import language, settled
from site_src.building.open_tree import OpenTree, stands
from site_src.building.spare import spare_stands
from site_src.building.writer import spare_of
from site_src.diagnostics.plain import findings_of, plain_findings
from site_src.reading.scanning import scan_content, scan_lock, scan_source, scan_trusted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from site_src.building.beside import Asked
    from site_src.building.store import Store
    from site_src.diagnostics.finding import Finding
    from site_src.reading.scanning import Marks, Scanned

MARK, LEDGER = "mark", "ledger"

Print = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True)
class Left:
    """What the last build left: how many claims and files, and its warnings."""

    claims: int
    files: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What was found: the marks of the content's files, and what the last build left if all is as it was then.

    If it is not, `ledger` waits for the ledger, which is being read meanwhile, and `spare` for whether the spare tree
    stands as it was left; that is known by its build.json, the digest of which stands before it.
    """

    scanned: Scanned | None = None
    left: Left | None = None
    spare: tuple[str, Asked] | None = None
    ledger: Callable[[], memoryview | None] | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The two trees: the prints of the live one, what the spare one is known by, and in what that is behind."""

    prints: Iterable[Print]
    marker: str
    behind: dict[str, list[Any]]


def leave_mark(
    store: Store,
    moment: int,
    left: Left,
    marks: Iterable[Mapping[str, Marks]],
    trees: Standing,
) -> None:
    """Leave the mark of a build that began at a moment."""
    told = [language(), moment, trees.marker, trees.behind, left.claims, left.files, plain_findings(left.findings)]
    parts: list[bytes] = [json.dumps(told).encode()]
    for some in marks:
        parts += _packed([(name, *of) for name, of in some.items()])
    parts += _packed(list(trees.prints))
    store.write(MARK, b"".join(len(part).to_bytes(8, "big") + part for part in parts))


def look(store: Store, content: Path, templates: Path, output: Path) -> Look:
    """Look at all that the last build read and made: gives what it left, if nothing has changed since."""
    text = store.read(MARK)
    told, *packed = _parts(text) if text is not None else [memoryview(b"[]")]
    known, moment, marker, behind, *left = json.loads(bytes(told)) or ("", 0, "", {})
    if known != language() or not stands(output):
        return Look(ledger=store.begin_reading(LEDGER))
    stands_still = beside(lambda: _stands_as_made(output, packed[-2:]))
    scanned = scan_content(content)
    scans = (with_troubles(scanned), scan_trusted(templates), scan_program())
    kept = [_marks(*packed[2 * at : 2 * at + 2]) for at in range(len(scans))]
    is_read = all(
        before == now and all(settled(marks, moment) for marks in before.values())
        for before, now in zip(kept, scans, strict=True)
    )
    if not is_read:
        stands_still.drop()
        spare = beside(lambda: spare_stands(spare_of(output), _prints(*packed[-2:]), behind))
        return Look(scanned, spare=(marker, spare), ledger=store.begin_reading(LEDGER))
    if not stands_still():
        return Look(scanned, ledger=store.begin_reading(LEDGER))
    claims, files, findings = left
    return Look(scanned, Left(claims, files, findings_of(findings)))


def _stands_as_made(output: Path, packed: list[memoryview]) -> bool:
    tree = OpenTree(output)
    try:
        return not tree.differing(_prints(*packed))
    finally:
        tree.close()


def with_troubles(scanned: Scanned) -> dict[str, Marks]:
    """Give the marks of a content folder that was scanned; what is no plain file there is never as it was."""
    found, findings = scanned
    return {**found, **{str(finding.place): (-1, 0, 0, 0) for finding in findings}}


def scan_program() -> dict[str, Marks]:
    """Give the marks of the program and of the list of its packages."""
    return {**scan_source(), **scan_lock()}


def _packed(rows: list[tuple[str, *tuple[int, ...]]]) -> list[bytes]:
    names = "\n".join(row[0] for row in rows).encode("utf-8", "surrogatepass")
    return [names, array("q", chain.from_iterable(row[1:] for row in rows)).tobytes()]


def _parts(text: memoryview) -> list[memoryview]:
    found, at = [], 0
    while at < len(text):
        end = at + 8 + int.from_bytes(text[at : at + 8], "big")
        found.append(text[at + 8 : end])
        at = end
    return found


def _marks(names: memoryview, numbers: memoryview) -> dict[str, Marks]:
    of = iter(array("q", bytes(numbers)))
    return dict(zip(_names(names), zip(of, of, of, of, strict=True), strict=True))


def _prints(names: memoryview, numbers: memoryview) -> Iterable[Print]:
    of = iter(array("q", bytes(numbers)))
    return zip(_names(names), of, of, of, strict=True)


def _names(names: memoryview) -> list[str]:
    return bytes(names).decode("utf-8", "surrogatepass").split("\n") if names else []

"""The ledger's files as a catalogue: each entry is fetched when it is asked for, and what is asked is noted."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, cast

from site_src.building.intake import NOTHING, TROUBLED, take_in
from site_src.building.rows import Rows
from site_src.reading.catalogue import KINDS, Catalogue
from site_src.reading.files import ContentFile, read_file_of
from site_src.reading.gather import FileRead, lonely_shingles, read_file
from site_src.reading.glimpse import Glimpse
from site_src.reading.keeping import body_of, record_of
from site_src.reading.shelf import Recent, Shelf, Whole
from site_src.reading.trace import Trace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from site_src.building.filed import Filed
    from site_src.building.ledger import Ledger
    from site_src.building.store import Store
    from site_src.diagnostics.finding import Finding, Severity
    from site_src.models.record import Record
    from site_src.reading.body import Body
    from site_src.reading.catalogue import AnyEntry
    from site_src.reading.document import Document, Loc
    from site_src.reading.media import MediaFile
    from site_src.reading.shingles import Shingles


@dataclass(frozen=True, slots=True)
class Source:
    """Where entries come from: the content folder, the ledger that knows its files, and the store with their texts."""

    root: Path
    ledger: Ledger
    store: Store
    recent: Recent[Any] = field(default_factory=Recent)


def catalogue_of(source: Source, *, publication: FileRead | None, ratings: FileRead | None) -> Catalogue:
    """Give the catalogue of a ledger's files; settings are handed in as read, for every build reads them."""
    trace = Trace()
    index = _Index(source.ledger)
    shelves: dict[str, Any] = {kind: _shelf(kind, source, index, trace) for kind in KINDS}
    return Catalogue(
        publication=publication.publication if publication else None,
        ratings=ratings.ratings if ratings else None,
        files=Shelf("files", lambda: index.names["files"], lambda name: _media(source, name), trace),
        shingles=Shelf("shingles", lambda: index.held, lambda slug: _shingles(source, slug), trace),
        sizes=Whole("sizes", source.ledger.sizes, trace),
        failed=index.failed,
        twice=tuple(_read_anew(source, name) for name in index.twice),
        trace=trace,
        **shelves,
    )


class _Index:
    """Which file holds what: for each kind the names in order, those that failed, and those that come twice."""

    def __init__(self, ledger: Ledger) -> None:
        self.names: dict[str, dict[str, str]] = {kind: {} for kind in (*KINDS, "files", "shingles")}
        self.twice: list[str] = []
        self.troubled: set[str] = set()
        failed: set[tuple[str, str]] = set()
        every = set()
        for name, kind, slug, state in ledger.holdings():
            every.add(name)
            if state == TROUBLED:
                self.troubled.add(name)
            if state == NOTHING or kind not in self.names:
                failed.add((kind, slug))
            elif self.names[kind].setdefault(slug, name) != name:
                self.twice.append(name)
        self.failed = frozenset(failed)
        self._every = every

    @cached_property
    def held(self) -> dict[str, str]:
        """The fingerprints that stand beside a source, by its slug."""
        lonely = lonely_shingles(self.names["shingles"].values(), self._every)
        return {slug: name for slug, name in self.names["shingles"].items() if name not in lonely}


def _shelf(kind: str, source: Source, index: _Index, trace: Trace) -> Shelf[Any]:
    rows = Rows(kind, source.ledger)

    def fetch(slug: str) -> Any:
        name = index.names[kind][slug]
        if name in index.troubled:
            return _read_anew(source, name)
        return KeptEntry(kind, slug, name, source, rows, trace)

    return Shelf(kind, lambda: index.names[kind], fetch, trace)


class _Opened:
    """The larger part of an entry, which takes more memory."""

    def __init__(self, record: Record, body: str) -> None:
        self.record = record
        self._text = body

    @cached_property
    def body(self) -> Body:
        return body_of(self._text)


class KeptEntry:
    """A sound entry as it was kept: answers as reading.entry.Entry does, and fetches no more than it is asked for."""

    sound = True

    def __init__(self, kind: str, slug: str, name: str, source: Source, rows: Rows, trace: Trace) -> None:
        self.kind = kind
        self.slug = slug
        self.file = f"content/{name}"
        self._name = name
        self._source = source
        self._rows = rows
        self._trace = trace
        self._looked_at = (kind, slug, "*")
        self._held = source.recent.held
        self._row: Mapping[str, Any] | None = None
        self._glimpse = Glimpse(kind, slug, self._small, lambda: self._whole, trace)

    @property
    def record(self) -> Glimpse | Record:
        """Give its record, or what stands in for it where few fields of many records are looked at."""
        return self._glimpse if self._trace.fine else self.whole

    @property
    def glance(self) -> Glimpse:
        """Give what stands in for its record, to somebody who looks at few of its smaller fields."""
        return self._glimpse

    @property
    def whole(self) -> Record:
        """Give its record to somebody who looks at most of it."""
        self._trace.seen.add(self._looked_at)
        return self._whole

    def _small(self) -> Mapping[str, Any]:
        if self._row is None:
            self._row = self._rows.of(self.slug)
        return self._row

    def _texts(self) -> tuple[str, str]:
        """Give the rest of the front matter and the body as JSON; taken in anew where the store has lost them."""
        lent = self._source.store.fetch(self._source.ledger.loan(self.kind, self.slug))
        if lent is None:
            again = take_in(self._source.root, self._name)
            return (again.large, again.body) if again else ("", "")
        large, _, body = lent.decode("utf-8").partition("\n")
        return large, body

    def _opened(self) -> _Opened:
        large, body = self._texts()
        opened = _Opened(record_of(self.kind, self._small(), large), body)
        self._source.recent.hold(self._looked_at, opened)
        return opened

    @property
    def _whole(self) -> Record:
        return (self._held.get(self._looked_at) or self._opened()).record

    @property
    def body(self) -> Body:
        """Give its body."""
        self._trace.seen.add((self.kind, self.slug, "body"))
        return (self._held.get(self._looked_at) or self._opened()).body

    @cached_property
    def _anew(self) -> AnyEntry:
        return _read_anew(self._source, self._name)

    @property
    def document(self) -> Document:
        """Give the file as it is read, with the places of all that is in it."""
        return self._anew.document

    def knows(self, _: Loc) -> bool:
        """Tell that every value is the editor's, for the entry is sound."""
        self._trace.seen.add((self.kind, self.slug, "sound"))
        return True

    def finding(self, loc: Loc, rule: str, message: str, hint: str = "", **more: Severity) -> Finding:
        """Make a finding at the place of the value at `loc`."""
        return self._anew.finding(loc, rule, message, hint, **more)

    def body_finding(self, line: int, column: int, rule: str, message: str, hint: str = "") -> Finding:
        """Make a finding at a line and column of the body."""
        return self._anew.body_finding(line, column, rule, message, hint)


class _Held:
    """The fingerprints of a source: how many words it has is kept, and the rest is read when it is asked for."""

    def __init__(self, count: int, source: Source, name: str) -> None:
        self.count = count
        self._read = cache(lambda: _read(source, name).shingles)

    def __getattr__(self, key: str) -> Any:
        return getattr(self._read(), key)


def _shingles(source: Source, slug: str) -> Shingles:
    filed = _filed(source.ledger, "shingles", slug)
    return cast("Shingles", _Held(json.loads(filed.row)["count"], source, filed.name))


def _media(source: Source, name: str) -> MediaFile:
    found = _read(source, f"files/{name}").media
    if found is None:
        raise ContentChanged(f"files/{name}")
    return found


def _filed(ledger: Ledger, kind: str, slug: str) -> Filed:
    filed = ledger.filed(kind, slug)
    if filed is None:
        raise KeyError(slug)
    return filed


class ContentChanged(Exception):
    """A file is no more what it was when this build began."""


def _read(source: Source, name: str) -> FileRead:
    content, _ = read_file_of(source.root, name)
    if content is None:
        raise ContentChanged(name)
    return read_file(ContentFile(name, content))


def _read_anew(source: Source, name: str) -> AnyEntry:
    entry = _read(source, name).entry
    if entry is None:
        raise ContentChanged(name)
    return entry

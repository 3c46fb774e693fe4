"""A file as it was read: values as text, the place of every key and value, and the body."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from site_src.diagnostics.finding import Finding, Place

Loc = tuple[str | int, ...]
Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """One file: `values` are texts, lists and groups of keys.

    `values_at` and `keys_at` give line and column, counted from 1, for the way that leads to a value. `unread` are
    top-level keys whose value could not be read; `dropped` is what `without` took out, and the
    lists out of which it took an entry. `front` is the front matter as typed, from line 2 on.
    """

    file: str
    values: dict[str, Any]
    values_at: dict[Loc, Position]
    keys_at: dict[Loc, Position]
    unread: frozenset[str] = frozenset()
    body: str = ""
    body_line: int = 1
    dropped: frozenset[Loc] = frozenset()
    front: str = ""

    def has(self, loc: Loc) -> bool:
        """Tell whether there is a value at `loc`."""
        value: Any = self.values
        for part in loc:
            in_list = isinstance(value, list) and isinstance(part, int) and 0 <= part < len(value)
            if not in_list and not (isinstance(value, dict) and part in value):
                return False
            value = value[part]
        return True

    def place(self, loc: Loc) -> Place:
        """Give the place of the value at `loc`, or of the nearest group around it that is in the file."""
        while loc and loc not in self.values_at:
            loc = loc[:-1]
        return Place(self.file, *self.values_at.get(loc, (1, 1)))

    def key_place(self, loc: Loc) -> Place:
        """Give the place of the key at `loc`, or of the nearest value around it."""
        return Place(self.file, *self.keys_at[loc]) if loc in self.keys_at else self.place(loc)

    def place_in(self, loc: Loc, text: str, offset: int) -> Place:
        """Give the place of a character of the text at `loc`, where that stands on one line as it was read."""
        place = self.place(loc)
        line = self.front.split("\n")[place.line - 2] if self.front else ""
        start = place.column - 1
        start += line[start : start + 1] in ("'", '"')
        return Place(self.file, place.line, start + 1 + offset) if line.startswith(text, start) else place

    def body_place(self, line: int, column: int) -> Place:
        """Give the place of a line and column of the body."""
        return Place(self.file, self.body_line + line - 1, column)

    def without(self, locs: set[Loc]) -> Document:
        """Give the document without the values at `locs`; what follows them in a list moves up."""
        cut = _Cut(locs)
        values = cut.kept(self.values, (), ())
        return replace(
            self,
            values=values,
            values_at={cut.moved[loc]: at for loc, at in self.values_at.items() if loc in cut.moved},
            keys_at={cut.moved[loc]: at for loc, at in self.keys_at.items() if loc in cut.moved},
            dropped=frozenset({*cut.dropped, *filter(None, map(cut.gone, self.dropped))}),
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document as far as it could be read, or none, with what is wrong in it."""

    document: Document | None
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Cut:
    """Takes `locs` out of nested values and remembers where everything went."""

    locs: set[Loc]
    moved: dict[Loc, Loc] = field(default_factory=lambda: {(): ()})
    dropped: set[Loc] = field(default_factory=set)

    def kept(self, value: Any, old: Loc, new: Loc) -> Any:
        if isinstance(value, dict):
            return {
                key: self._step(part, (*old, key), (*new, key))
                for key, part in value.items()
                if self._stays(old, new, key)
            }
        if isinstance(value, list):
            stays = [(index, part) for index, part in enumerate(value) if (*old, index) not in self.locs]
            if len(stays) < len(value):
                self.dropped.add(new)
            return [self._step(part, (*old, index), (*new, moved)) for moved, (index, part) in enumerate(stays)]
        return value

    def gone(self, loc: Loc) -> Loc | None:
        """Say where a value that was taken out before would be now, if what it stood in is still there."""
        if loc in self.moved:
            return self.moved[loc]
        return (*self.moved[loc[:-1]], loc[-1]) if loc and loc[:-1] in self.moved else None

    def _stays(self, old: Loc, new: Loc, key: str) -> bool:
        if (*old, key) not in self.locs:
            return True
        self.dropped.add((*new, key))
        return False

    def _step(self, part: Any, old: Loc, new: Loc) -> Any:
        self.moved[old] = new
        return self.kept(part, old, new)

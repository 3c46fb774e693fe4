"""One object of schema.org JSON-LD that keeps account: what is not asked for, or cannot be used, is left over."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from site_src.editing.importing.dates import read_date
from site_src.editing.importing.texts import clean, one_line, shortened
from site_src.models.texts import url_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Json = object
"""A value as JSON has it: None, truth values, numbers, texts, lists and objects."""


class Left(NamedTuple):
    """What was not taken over as it stood: the field, the reason in a few words, and the value."""

    field: str
    why: str
    text: str


class Node:
    """One object; `known` has the objects of its document by `@id`, `path` is the way to it, ending in a point."""

    def __init__(self, values: Mapping[str, Json], known: Mapping[str, Mapping[str, Json]], path: str = "") -> None:
        """Take an object's values by their names, with or without schema.org's prefix."""
        self._values: dict[str, list[Json]] = {}
        for name, value in values.items():
            self._values.setdefault(local(name), []).extend(_each(value))
        self._known = known
        self._path = path
        self._asked: set[str] = set()
        self._parts: list[Node] = []
        self._left: list[Left] = []

    @property
    def name(self) -> str:
        """Give the key under which it stands."""
        return self._path.rstrip(".").rpartition(".")[2]

    @property
    def types(self) -> tuple[str, ...]:
        """Give the names of its types, without prefix."""
        return tuple(local(each) for each in self._values.get("@type", ()) if isinstance(each, str))

    def nodes(self, key: str) -> list[Node]:
        """Give the objects under a key; a bare text stands for an object of that address or name."""
        self._asked.add(key)
        return [self._part(key, value) for value in self._values.get(key, ())]

    def node(self, key: str) -> Node:
        """Give the first object under a key, or an empty one."""
        first, *others = self.nodes(key) or [Node({}, {})]
        for other in others:
            self.leave(key, "only the first is taken", other.words())
            self._parts.remove(other)
        return first

    def words(self) -> str:
        """Give every single value that it holds, in one line."""
        return "; ".join(text for values in self._values.values() for _, text in leaves(values))

    def texts(self, key: str) -> list[str]:
        """Give the texts under a key, cleaned, their lines and paragraphs apart; an object gives its name."""
        objects = [self._part(key, value) for value in self._values.get(key, ()) if isinstance(value, dict)]
        return self._bare(key) + [text for part in objects for text in part.bare("name") or part.bare("alternateName")]

    def bare(self, key: str) -> list[str]:
        """Give the texts under a key, cleaned; objects there are left over."""
        for value in self._values.get(key, ()):
            if isinstance(value, dict):
                for field, text in leaves(value, key):
                    self.leave(field, _NO_PLACE, text)
        return self._bare(key)

    def text(self, key: str, *, most: int = 0) -> str:
        """Give the first text under a key as one line, of at most so many characters if `most` is given."""
        first, *others = [one_line(text) for text in self.texts(key)] or [""]
        for other in others:
            self.leave(key, "only the first is taken", other)
        if most and (short := shortened(first, most)) != first:
            self.leave(key, f"shortened to {most} characters", first)
            return short
        return first

    def urls(self, key: str) -> list[str]:
        """Give the web addresses under a key, also those of objects; what is none is left over."""
        objects = [self._part(key, value) for value in self._values.get(key, ()) if isinstance(value, dict)]
        found = []
        for text in self._bare(key) + [text for part in objects for text in part.bare("url")]:
            if problem := url_problem(text):
                self.leave(key, problem, text)
            else:
                found.append(text)
        return list(dict.fromkeys(found))

    def url(self, key: str) -> str:
        """Give the first web address under a key."""
        first, *others = self.urls(key) or [""]
        for other in others:
            self.leave(key, "only the first is taken", other)
        return first

    def date(self, key: str, *, language: str, whole: bool = False) -> str:
        """Give the date under a key, as far as it is certain; with `whole`, nothing less than a day."""
        text = self.text(key)
        found = read_date(text, language)
        if text and not found:
            self.leave(key, "is no certain date", text)
        elif whole and 0 < len(found) < len("2025-01-24"):
            self.leave(key, "names no day", text)
            return ""
        return found

    def leave(self, key: str, why: str, text: str) -> None:
        """Put on account that a value was not taken over as it stands."""
        self._left.append(_left(f"{self._path}{key}", why, text))

    def left(self) -> Iterator[Left]:
        """Give all that is left over, here and in the objects that were asked for; ask last."""
        yield from self._left
        for part in self._parts:
            yield from part.left()
        for name, values in self._values.items():
            if name not in self._asked and not name.startswith("@"):
                for field, text in leaves(values, f"{self._path}{name}"):
                    yield _left(field, _NO_PLACE, text)

    def _bare(self, key: str) -> list[str]:
        self._asked.add(key)
        found = []
        for value in self._values.get(key, ()):
            if not isinstance(value, dict):
                cleaned = clean(_as_text(value))
                for remark in cleaned.remarks:
                    self.leave(key, remark, "")
                found.append(cleaned.text)
        return [text for text in found if text]

    def _part(self, key: str, value: Json) -> Node:
        values: Mapping[str, Json] = value if isinstance(value, dict) else {_property(value): value}
        name = values.get("@id")
        if isinstance(name, str) and len(values) == 1:
            values = self._known.get(name, {"url": name})
        self._parts.append(Node(values, self._known, f"{self._path}{key}."))
        return self._parts[-1]


def local(name: str) -> str:
    """Give the name of a property or type without schema.org's prefix."""
    return _PREFIX.sub("", name)


def leaves(value: Json, name: str = "") -> Iterator[tuple[str, str]]:
    """Give each single value inside another as text, with the way to it; of any depth."""
    waiting = [(name, value)]
    while waiting:
        where, found = waiting.pop()
        if isinstance(found, list):
            waiting += [(where, each) for each in reversed(found)]
        elif isinstance(found, dict):
            before = f"{where}." if where else ""
            inside = [
                (where if key == "@value" else f"{before}{local(key)}", each)
                for key, each in found.items()
                if key not in ("@type", "@context", "@language")
            ]
            waiting += reversed(inside)
        elif found not in (None, ""):
            yield where, _as_text(found)


_NO_PLACE = "has no place in the format"
_PREFIX = re.compile(r"^(?:schema:|https?://schema\.org/)")


def _left(field: str, why: str, text: str) -> Left:
    return Left(one_line(clean(field).text), why, clean(text).text)


def _property(value: Json) -> str:
    """Say as what a bare value stands for an object."""
    return "url" if isinstance(value, str) and re.match("https?://", value) else "name"


def _each(value: Json) -> Iterator[Json]:
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, list):
            waiting += reversed(found)
        elif isinstance(found, dict) and (inside := found.keys() & {"@value", "@list", "@set"}):
            waiting += [found[key] for key in sorted(inside)]
        elif found is not None:
            yield found


def _as_text(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value)

"""A record of which so far only the small fields are at hand: the whole is fetched when any other is asked for.

Indexes and feeds look at a few fields of every record. These stand in a row of their own, as the editor typed them;
each gets its type when it is asked for, and is noted as looked at.
"""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from site_src.models.appearance import Voice
from site_src.models.claim import Claim
from site_src.models.page import Page
from site_src.models.source import Source
from site_src.models.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from site_src.models.record import Record
    from site_src.reading.trace import Fact, Trace

MODELS: Mapping[str, type[Record]] = {"topics": Topic, "sources": Source, "claims": Claim, "pages": Page}
LARGE = {"claims": ("appearances", "evidence", "calculations", "measure", "media", "reviewers")}
"""The fields that are not among the small ones."""
VOICES = "voices"
"""What the row of a claim has beside fields: who speaks in each appearance."""


def row_of(kind: str, values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Part the values of a record into its row and the rest."""
    large = LARGE.get(kind, ())
    row = {key: value for key, value in values.items() if key not in large}
    if said := values.get("appearances"):
        row[VOICES] = [[one.get(key) for key in Voice._fields] for one in said]
    return row, {key: value for key, value in values.items() if key in large}


class Glimpse:
    """Stands in for a record of `kind`; whatever is asked of it is what the record itself would answer."""

    __slots__ = ("_kind", "_known", "_row", "_slug", "_trace", "_whole")

    def __init__(
        self, kind: str, slug: str, row: Callable[[], Mapping[str, Any]], whole: Callable[[], Record], trace: Trace
    ) -> None:
        self._kind = kind
        self._slug = slug
        self._row = row
        self._whole = whole
        self._trace = trace
        self._known: dict[str, tuple[Any, Fact]] = {}

    def whole(self) -> Record:
        """Give the record itself."""
        self._trace.seen.add((self._kind, self._slug, "*"))
        return self._whole()

    def __getattr__(self, key: str) -> Any:
        found = self._known.get(key)
        if found is None:
            read = _readers(self._kind).get(key)
            if read is None:
                return getattr(self.whole(), key)
            found = self._known[key] = read(self._row()), (self._kind, self._slug, key)
        self._trace.seen.add(found[1])
        return found[0]


@cache
def _readers(kind: str) -> Mapping[str, Callable[[Mapping[str, Any]], Any]]:
    """Give for each small field what reads it out of a row."""
    model, large = MODELS[kind], LARGE.get(kind, ())
    types = get_type_hints(model, include_extras=True)
    readers = {
        key: _reader(key, types[key], None if field.is_required() else field.default)
        for key, field in model.model_fields.items()
        if key not in large
    }
    if kind == "claims":
        readers[VOICES] = lambda row: tuple(Voice(*one) for one in row.get(VOICES, ()))
    return readers


def _reader(key: str, kind: Any, default: Any) -> Callable[[Mapping[str, Any]], Any]:
    # What the field makes of a text is that text, so there is nothing to read; else it reads as it did at first.
    if _is_text(kind):
        return lambda row: row.get(key, default)
    if get_origin(kind) is tuple and _is_text(get_args(kind)[0]):
        return lambda row: tuple(row.get(key, default))
    adapter = cache(lambda: TypeAdapter[Any](kind))
    return lambda row: adapter().validate_python(row[key]) if key in row else default


def _is_text(kind: Any) -> bool:
    """Tell whether a field of this type holds text alone, or nothing."""
    parts = [part for part in get_args(kind) if part is not type(None)]
    if get_origin(kind) is Annotated:
        return _is_text(parts[0])
    if get_origin(kind) is Literal:
        return True
    return kind is str or (get_origin(kind) in (Union, UnionType) and all(map(_is_text, parts)))

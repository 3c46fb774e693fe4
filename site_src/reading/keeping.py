"""A file that was read as plain JSON values, and back: what the editor typed above the body, and the body as HTML."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic_core import SchemaValidator, from_json, to_json

from site_src.reading.body import EMPTY, Body
from site_src.reading.glimpse import MODELS, VOICES, row_of
from site_src.reading.headings import Heading
from site_src.reading.links import Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.models.record import Record
    from site_src.reading.catalogue import AnyEntry


def kept(entry: AnyEntry) -> tuple[str, str, str]:
    """Give the row of a sound entry, the rest of its values, and its body, each as JSON."""
    row, large = row_of(entry.kind, entry.document.values)
    return _json(row), _json(large), _json(_of_body(entry.body)) if entry.body is not EMPTY else ""


def record_of(kind: str, row: Mapping[str, Any], large: str) -> Record:
    """Give the record that was kept; raises ValueError where it is none."""
    values = {key: value for key, value in row.items() if key != VOICES}
    record: Record = _reader(kind).validate_python({**values, **from_json(large)})
    return record


def body_of(text: str) -> Body:
    """Give the body that was kept; raises ValueError, TypeError or KeyError where it is none."""
    if not text:
        return EMPTY
    pieces, slots, said, headings, links = from_json(text)
    return Body(
        tuple(pieces),
        tuple(Link(*link) for link in slots),
        said,
        tuple(Heading(*heading) for heading in headings),
        tuple(Link(*link) for link in links),
    )


@cache
def _reader(kind: str) -> SchemaValidator:
    """Give what makes a record of values that have passed every rule already: it gives them their types alone."""
    return SchemaValidator(_without_rules(MODELS[kind].__pydantic_core_schema__))


def _without_rules(schema: Any) -> Any:
    """Leave out of a schema of pydantic-core the functions that only look at a value and give it back."""
    if isinstance(schema, list):
        return [_without_rules(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") in ("function-before", "function-after"):
        return _without_rules(schema["schema"])
    return {key: value if key in ("metadata", "default") else _without_rules(value) for key, value in schema.items()}


def _of_body(body: Body) -> list[Any]:
    headings = [(one.level, one.text, one.anchor, one.line) for one in body.headings]
    return [body.pieces, _links(body.slots), body.text, headings, _links(body.links)]


def _links(links: tuple[Link, ...]) -> list[tuple[object, ...]]:
    return [(one.kind, one.target, one.image, one.line, one.column) for one in links]


def _json(value: object) -> str:
    return to_json(value).decode()

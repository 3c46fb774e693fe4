"""Keys that go together, in JSON Schema: the rules that records tell in `faults`, for those who check without us."""

from __future__ import annotations

from pydantic.types import JsonValue

Schema = dict[str, JsonValue]


def present(*keys: str) -> Schema:
    """Give the schema of a group that has all these keys, each with a value."""
    return {"required": list(keys), "properties": {key: {"not": {"type": "null"}} for key in keys}}


def absent(*keys: str) -> Schema:
    """Give the schema of a group that has none of these keys, or has them without a value."""
    return {"properties": {key: {"type": "null"} for key in keys}}


def equal(key: str, value: str) -> Schema:
    """Give the schema of a group in which a key has that value."""
    return {"required": [key], "properties": {key: {"const": value}}}

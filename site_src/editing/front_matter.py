"""Values as YAML that our own reader, and any other, reads back as they were: every text stands in double quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = str | int | bool | None | Sequence["Value"] | Mapping[str, "Value"]
"""What a key may hold; one that holds None is left out."""


def front_matter(values: Mapping[str, Value], body: str = "") -> str:
    """Give the text of a Markdown file: the values between two lines of hyphens, in their order, and the body."""
    return f"---\n{yaml(values)}---\n{body}"


def yaml(value: Mapping[str, Value] | Sequence[Value]) -> str:
    """Give a group of keys or a list as YAML 1.2 in block style."""
    return "".join(f"{line}\n" for line in _lines(value))


def quoted(text: str) -> str:
    """Give a text in double quotes, as JSON (RFC 8259) and YAML 1.2 both read it; what cannot be seen is escaped."""
    return _HIDDEN.sub(lambda found: json.dumps(found[0]).strip('"'), json.dumps(text, ensure_ascii=False))


# What YAML allows in no text or takes for the end of a line, and what changes the direction of others.
_HIDDEN = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
# A key that other readers would not take for a word of YAML's own: `no` is a language as well.
_KEY = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z_][a-z0-9_-]*", re.IGNORECASE)


def _lines(value: Value) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            if each is not None:
                yield from _entry(f"{key if _KEY.fullmatch(key) else quoted(key)}:", each)
    elif isinstance(value, Sequence):
        for each in value:
            first, *rest = _lines(each) if _is_block(each) else [_flow(each)]
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)


def _entry(key: str, value: Value) -> Iterator[str]:
    if not _is_block(value):
        yield f"{key} {_flow(value)}"
        return
    yield key
    yield from (f"  {line}" for line in _lines(value))


def _is_block(value: Value) -> bool:
    if isinstance(value, Mapping):
        return any(each is not None for each in value.values())
    return isinstance(value, Sequence) and not isinstance(value, str) and len(value) > 0


def _flow(value: Value) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else "{}" if isinstance(value, Mapping) else "[]"

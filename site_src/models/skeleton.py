"""The front matter of a new file, from the model's own fields: a note above each key, and what is not needed off.

A key is off behind a `#` without a space; a note has the space. Deleting the `#` of a group's lines switches it on.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from site_src.models.described import Key, keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.models.record import Record

Filled = str | Sequence[str] | Mapping[str, str] | Sequence[Mapping[str, str]]
"""What stands at a key: YAML on one line, a list of such, a group of keys with such, or a list of groups."""

AFTERWARDS = ("updated_on", "retracted", "corrections", "aliases")
"""The keys that come in only once something is published."""


def skeleton(
    model: type[Record],
    filled: Mapping[str, Filled],
    *,
    known: Mapping[str, Sequence[str]],
    passing: Sequence[str] = AFTERWARDS,
) -> str:
    """Give the front matter of a new file with notes, between its two lines of hyphens.

    `known` has the slugs and ids that can be named, by kind. Keys in `passing` are passed over.
    """
    every = [each for each in keys(model) if each.name not in passing or each.name in filled]
    first = [each for each in every if each.needed or each.name in filled]
    later = [each for each in every if each.unless_draft and each not in first]
    rest = [each for each in every if each not in first and each not in later]
    parts = [_entry(each, filled.get(each.name), known) for each in (*first, *later)]
    if rest:
        parts += [_REST, *(_entry(each, None, known) for each in rest)]
    return "\n".join([f"---\n{_HOW}", *parts]) + "---\n"


def bare(model: type[Record], filled: Mapping[str, Filled]) -> str:
    """Give the front matter of a new file without notes: what has a value, and the keys that it cannot do without."""
    made = ["---"]
    for each in keys(model):
        if each.name in filled:
            made += _on(each, filled[each.name], None)
        elif each.needed or each.unless_draft:
            made.append(f"{each.name}:")
    return "\n".join([*made, "---", ""])


def note(key: Key, known: Mapping[str, Sequence[str]]) -> str:
    """Say what a key is for and how its value is written."""
    names = key.names and not key.parts and key.form.shape == "slug"
    rule = _named(key, known.get(key.names or "", ())) if names else key.rule
    return " ".join(filter(None, [key.means, _sentence(rule), _LATER if key.unless_draft else ""]))


_MOST_NAMES = 24
_WIDTH = 112
_HOW = """\
# Write behind the colons. Lines that begin with "# " are notes for you: readers never see them.
# A key behind "#" is switched off. To use it, delete that "#", and the "#" of the lines that belong to it.
"""
_LATER = "Needed before it is published."
_REST = "# What follows is there if you need it.\n"
_PLACES = {
    "topics": "the name of a file in content/topics/, without .md",
    "sources": "the name of a file in content/sources/, without .md",
    "claims": "the name of a file in content/claims/, without .md",
    "pages": "the name of a file in content/pages/, without .md",
}

_Known = Mapping[str, Sequence[str]] | None


def _sentence(rule: str) -> str:
    return f"{rule[0].upper()}{rule[1:]}." if rule else ""


def _named(key: Key, names: Sequence[str]) -> str:
    each = "each " if key.many else ""
    if 0 < len(names) <= _MOST_NAMES:
        return f"{each}one of: {', '.join(names)}"
    place = _PLACES.get(key.names or "", "")
    return f"{each}{place}" if place else ""


def _entry(key: Key, filled: Filled | None, known: Mapping[str, Sequence[str]]) -> str:
    if filled is not None:
        lines = list(_on(key, filled, known))
    elif key.parts or not (key.needed or key.unless_draft):
        lines = [f"#{line}" for line in _on(key, [{}] if key.many and key.parts else {} if key.parts else "", known)]
    else:
        lines = [f"{key.name}:"]
    return "".join(f"{line}\n" for line in [*_noted(key, known), *lines])


def _on(key: Key, filled: Filled, known: _Known) -> Iterator[str]:
    """Give the lines of a key with what stands there; with `known`, a group's keys are all there, with notes."""
    if isinstance(filled, str):
        yield f"{key.name}: {filled}".rstrip()
        if key.many and not filled:
            yield "  -"
        return
    yield f"{key.name}:"
    if isinstance(filled, Mapping):
        yield from (f"  {line}" for line in _group(key, filled, known, noted=True))
        return
    for number, each in enumerate(filled):
        if not isinstance(each, Mapping):
            yield f"  - {each}"
            continue
        lines = list(_group(key, each, known, noted=not number))
        start = next(at for at, line in enumerate(lines) if not line.startswith("#"))
        yield from (f"  {line}" for line in lines[:start])
        yield f"  - {lines[start]}"
        yield from (f"    {line}" for line in lines[start + 1 :])


def _group(key: Key, filled: Mapping[str, str], known: _Known, *, noted: bool) -> Iterator[str]:
    for part in key.parts:
        if known is None and part.name not in filled:
            continue
        if known is not None and noted:
            yield from _noted(part, known)
        empty: Filled = {} if part.parts else ""
        yield from _on(part, filled.get(part.name, empty), known if noted else None)


def _noted(key: Key, known: _Known) -> list[str]:
    return textwrap.wrap(
        note(key, known or {}),
        _WIDTH,
        initial_indent="# ",
        subsequent_indent="# ",
        break_long_words=False,
        break_on_hyphens=False,
    )

"""Orders as text, on what each of them rests, and in what two of one name differ."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

from site_src.site.gathered import Claimant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from site_src.reading.trace import Fact

_SHOWN = {("claims", ""), ("claims", "status")}
_ROWS = {*_SHOWN, ("claims", "topic"), ("claims", "claimed_on"), ("topics", ""), ("topics", "order")}
_LISTED = {*_ROWS, ("claims", "reviewed_on"), ("claims", "updated_on")}
DRAWN_ON: Mapping[str, Collection[tuple[str, str]]] = {
    "shown": _SHOWN,
    "related": {*_SHOWN, ("claims", "related")},
    "rows": _ROWS,
    "listed": _LISTED,
    "claimants": {*_LISTED, ("claims", "claimant")},
    "tagged": {*_LISTED, ("claims", "tags")},
    "spoken_to": {*_LISTED, ("claims", "voices")},
    "relayed_by": {("sources", ""), ("sources", "relays")},
    "told": {*_LISTED, ("claims", "tags")},
    "oldest": {*_SHOWN, ("claims", "reviewed_on")},
    "rated": {*_SHOWN, ("claims", "rating")},
    "used": {*_SHOWN, ("claims", "rating")},
    "years": _LISTED,
    "by_name": {("sources", ""), ("sources", "publisher")},
}
"""For each order the kinds and parts of entries on which it rests: where none of them changed, it did not either."""

IN_A_ROW = ("listed", "oldest", "used", "years")
AS_IT_IS = ("shown", "rated")


def kept(order: object) -> str:
    """Give an order as JSON, to be compared with another."""
    return json.dumps(order, separators=(",", ":"), default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, Claimant):
        return (value.name, value.other_names, value.kind, value.url, value.claims)
    if isinstance(value, frozenset):
        return dict.fromkeys(sorted(value))
    raise TypeError(value)


def read(name: str, text: str) -> object:
    """Give an order of what was kept; raises ValueError, KeyError, TypeError or AttributeError where it is none."""
    found = json.loads(text)
    if name in IN_A_ROW:
        return tuple(found)
    if name == "claimants":
        return {slug: _claimant(slug, *values) for slug, values in found.items()}
    if name in AS_IT_IS:
        return found
    return frozenset(found) if name == "by_name" else {key: tuple(slugs) for key, slugs in found.items()}


def stale(facts: Iterable[Fact]) -> frozenset[str]:
    """Give the names of the orders that may be others when these facts have changed."""
    parts = {(kind, part) for kind, _, part in facts}
    return frozenset(name for name, drawn_on in DRAWN_ON.items() if not parts.isdisjoint(drawn_on))


def changed(name: str, before: str, after: str, parts: Iterable[str]) -> Iterator[Fact]:
    """Give the facts in which two orders of a name, as they are kept, differ; `parts` those of a row that matter."""
    if before == after:
        return
    former, present = json.loads(before), json.loads(after)
    if name not in IN_A_ROW:
        yield from _differing(name, former, present)
        return
    if len(former) != len(present):
        yield (name, "length", "")
    for part in parts:
        if part != "length" and _part(former, part) != _part(present, part):
            yield (name, part, "")


def _differing(kind: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Fact]:
    names = {name for name in before.keys() | after.keys() if before.get(name, kind) != after.get(name, kind)}
    if names or list(before) != list(after):
        yield (kind, "*", "")
    yield from ((kind, name, "") for name in names)


def _claimant(
    slug: str, name: str, others: list[str], kind: Literal["person", "organization"], url: str | None, claims: list[str]
) -> Claimant:
    return Claimant(slug, name, tuple(others), kind, url, tuple(claims))


def _part(names: list[str], part: str) -> list[str]:
    start, _, stop = part.partition(":")
    return names[int(start) : int(stop) if stop else None]

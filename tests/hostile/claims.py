"""Claims by chance in which nothing is wrong, with every key that a claim may have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.hostile.chance import LANGUAGES, about, days, numbers, periods, slugs, some, texts, urls

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RATINGS = ("wrong", "unclear", "right", "unrated-one")
STATUSES = ("published", "published", "published", "draft", "retracted")
STANCES = ("asserts", "attributes", "differs", "denies", "silent")
BOUNDS = ("exactly", "about", "over", "at-least", "nearly", "at-most")
# Each with what it comes to.
SUMS = (("1 + 1", "2"), ("10 ÷ 4", "2.5"), ("5% × 200", "1e1"), ("2**-2", "25%"), ("(1 − 3) * 0", "0"))


@dataclass(frozen=True)
class Known:
    """What a claim may name: its topic's columns, what each source relays, the words held of it, the other claims."""

    columns: Sequence[str]
    relayed: Mapping[str, Sequence[str]]
    held: Mapping[str, Sequence[str]]
    others: Sequence[str]


@st.composite
def claim(draw: st.DrawFn, topic: str, known: Known, slug: str, status: str) -> dict[str, Any]:
    """Draw the keys of a claim."""
    first, last = sorted(draw(st.tuples(days, days)))
    measured = draw(st.booleans())
    appearances = [_appearance(draw, source, known, measured=measured) for source in known.columns]
    return {
        "claim": draw(texts.map(lambda text: f"It is said that {text}")),
        "topic": topic,
        "claimant": draw(st.none() | _claimant()),
        "claimed_on": draw(st.none() | about),
        "language": draw(st.none() | st.sampled_from(LANGUAGES)),
        "translations": dict(zip(draw(some(LANGUAGES)), draw(some(known.others)), strict=False)),
        "rating": draw(st.sampled_from(RATINGS)),
        "verdict": draw(texts),
        "reviewed_on": first,
        "updated_on": draw(st.sampled_from([None, last])),
        "reviewers": draw(st.lists(texts, max_size=2)),
        "status": status,
        "retracted": {"date": last, "reason": draw(texts)} if status == "retracted" else None,
        "measure": {"label": draw(texts), "unit": draw(texts)} if measured else None,
        "appearances": appearances,
        "evidence": draw(st.lists(_evidence(known), max_size=3)),
        "calculations": [_calculation(draw) for _ in range(draw(st.integers(0, 2)))],
        "related": draw(some(known.others)),
        "media": draw(st.sampled_from([None, {"file": "file:bridge.png", "alt": draw(texts)}])),
        "corrections": draw(st.lists(_correction(), max_size=2)),
        "tags": draw(st.lists(slugs, unique=True, max_size=3)),
        "aliases": draw(some([f"former-{slug}", f"/former/claim/{slug}.html"])),
    }


def _claimant() -> st.SearchStrategy[dict[str, Any]]:
    needed = {"name": texts, "kind": st.sampled_from(["person", "organization"])}
    return st.fixed_dictionaries(needed, optional={"slug": slugs, "url": urls, "citing": texts})


def _evidence(known: Known) -> st.SearchStrategy[dict[str, Any]]:
    further = {"url": urls, "carrier": texts, "kind": st.just("filing"), "published": about, "retrieved": days}
    document = st.fixed_dictionaries({"title": texts}, optional={"note": texts, "archive_url": urls, **further})
    return document | st.fixed_dictionaries({"source": st.sampled_from(known.columns)}, optional={"note": texts})


def _calculation(draw: st.DrawFn) -> dict[str, Any]:
    expression, equals = draw(st.sampled_from(SUMS))
    more: dict[str, Any] = draw(st.sampled_from([{}, {"tolerance": "0.01"}, {"rounded": True}]))
    return {"label": draw(texts), "expression": expression, "equals": equals, **more}


def _correction() -> st.SearchStrategy[dict[str, Any]]:
    was = st.fixed_dictionaries({}, optional={"rating": st.sampled_from(RATINGS), "verdict": texts})
    kinds = st.sampled_from(["correction", "update", "clarification"])
    return st.fixed_dictionaries({"date": days, "kind": kinds, "note": texts}, optional={"was": was})


def _appearance(draw: st.DrawFn, source: str, known: Known, *, measured: bool) -> dict[str, Any]:
    stance, note = draw(st.sampled_from(STANCES)), draw(st.none() | texts)
    if stance == "silent":
        return {"source": source, "stance": stance, "note": note}
    value = draw(st.none() | _value()) if measured else None
    relays = known.relayed[source]
    return {
        "source": source,
        "stance": stance,
        "says": draw(texts),
        "value": value,
        "bound": draw(st.none() | st.sampled_from(BOUNDS)) if isinstance(value, str) else None,
        "figure": draw(st.none() | texts.map(lambda text: text[:40].strip())) if value else None,
        "as_of": draw(st.none() | periods),
        "excerpt": _excerpt(draw, known.held.get(source, ())),
        "via": draw(st.none() | st.sampled_from(relays)) if relays else None,
        "origin": draw(st.sampled_from([None, source, *relays])),
        "claim": draw(st.sampled_from([None, *known.others])),
        "note": note,
    }


def _value() -> st.SearchStrategy[Any]:
    ranges = st.tuples(st.integers(-99, 99), st.integers(1, 99)).map(lambda pair: [pair[0], pair[0] + pair[1]])
    return numbers | ranges | numbers.map(lambda number: [number])


def _excerpt(draw: st.DrawFn, held: Sequence[str]) -> str | None:
    if not held:
        return draw(st.sampled_from([None, "four words or more of it"]))
    first = draw(st.integers(0, len(held) - 4))
    return " ".join(held[first : first + draw(st.integers(4, 25))])

"""What one source says of a claim: which keys go with which stance, and values with their bounds."""

from __future__ import annotations

from typing import get_args

import pytest

from site_src.models.appearance import Appearance, Bound, Stance
from site_src.models.claim import Claim
from site_src.models.values import Figure, Number, PartialDate
from tests.editor import front, sound, told, typed

SPOKEN = "source: harbour-daily\n    stance: asserts\n    says: Five metres"


def claim(appearance: str) -> str:
    """Gives a claim with this appearance, which begins on line 10."""
    return front(
        "claim: The northern lock is five metres deep.",
        "topic: harbour-locks",
        "rating: supported",
        "verdict: It was measured.",
        "reviewed_on: 2024-03-20",
        "measure: {label: Depth, unit: metres}",
        "appearances:",
        "  - source: audit-report",
        f"    stance: silent\n  - {appearance}",
    )


def read(appearance: str) -> Appearance:
    """Gives the appearance, in which nothing is wrong."""
    return sound(typed(Claim, claim(appearance))).appearances[1]


def findings(appearance: str) -> list[str]:
    """Gives what is told of the claim, as in “3:9 slug”."""
    return told(typed(Claim, claim(appearance)).findings)


@pytest.mark.parametrize("stance", [stance for stance in get_args(Stance) if stance != "silent"])
def test_who_speaks_says_something(stance: str) -> None:
    assert read(f"source: a\n    stance: {stance}\n    says: S").stance == stance
    assert findings(f"source: a\n    stance: {stance}") == ["11:5 missing-key"]
    assert findings(f"source: a\n    stance: {stance}\n    says: ''") == ["13:5 missing-key"]


def test_only_who_asserts_or_attributes_carries_the_claim() -> None:
    says = {stance: "" if stance == "silent" else "\n    says: S" for stance in get_args(Stance)}
    carrying = [stance for stance in says if read(f"source: a\n    stance: {stance}{says[stance]}").carries]
    assert carrying == ["asserts", "attributes"]


@pytest.mark.parametrize(
    "line",
    [
        "says: S",
        "value: 5",
        "figure: five",
        "as_of: 2024",
        "excerpt: four words of it",
        "via: a",
        "origin: a",
        "claim: a",
    ],
)
def test_who_is_silent_takes_a_note_and_nothing_else(line: str) -> None:
    silent = "source: a\n    stance: silent"
    assert read(f"{silent}\n    note: Looked for.").note == "Looked for."
    assert findings(f"{silent}\n    {line}") == [f"13:{7 + line.index(':')} silent"]


def test_every_key_that_does_not_go_with_silence_is_told() -> None:
    assert len(findings("source: a\n    stance: silent\n    says: S\n    value: 5\n    bound: over")) == 3


@pytest.mark.parametrize(
    ("typed_value", "value"),
    [
        ("5", Figure(Number("5"))),
        ("5.00", Figure(Number("5.00"))),
        ('"5"', Figure(Number("5"))),
        ("-2", Figure(Number("-2"))),
        ("[4, 5.5]", Figure(Number("4"), Number("5.5"))),
        ("\n      - 4\n      - 5.5", Figure(Number("4"), Number("5.5"))),
    ],
)
def test_a_value_is_a_number_or_a_range_and_keeps_its_digits(typed_value: str, value: Figure) -> None:
    assert read(f"{SPOKEN}\n    value: {typed_value}").value == value


@pytest.mark.parametrize(
    "value",
    ["five", "5 metres", "5,5", "1,000", "[5, 4]", "[5, 5.0]", "[4, 5, 6]", "{low: 4, high: 5}", "≈5", "5–6"],
)
def test_anything_else_is_told_at_the_value(value: str) -> None:
    assert findings(f"{SPOKEN}\n    value: {value}") == ["14:12 number"]


@pytest.mark.parametrize("value", ["[4, null]", "[~, 5]"])
def test_a_range_with_an_end_missing_is_told_once(value: str) -> None:
    assert len(findings(f"{SPOKEN}\n    value: {value}")) == 1


@pytest.mark.parametrize("bound", get_args(Bound))
def test_a_bound_limits_a_value(bound: str) -> None:
    assert read(f"{SPOKEN}\n    value: 5\n    bound: {bound}").bound == bound
    assert findings(f"{SPOKEN}\n    bound: {bound}") == ["14:12 bound"]
    assert findings(f"{SPOKEN}\n    value: [4, 5]\n    bound: {bound}") == ["15:12 bound"]


def test_a_bound_beside_a_wrong_value_is_not_told_of() -> None:
    assert findings(f"{SPOKEN}\n    value: five\n    bound: over") == ["14:12 number"]


@pytest.mark.parametrize(("wrong", "near"), [("at least", "at-least"), ("At-Most", "at-most"), ("exact", "exactly")])
def test_the_hint_has_the_bound_that_was_likely_meant(wrong: str, near: str) -> None:
    (finding,) = typed(Claim, claim(f"{SPOKEN}\n    value: 5\n    bound: {wrong}")).findings
    assert f"`{near}`" in finding.hint


def test_a_figure_may_stand_alone_or_beside_a_value() -> None:
    assert read(f"{SPOKEN}\n    figure: five metres").figure == "five metres"
    assert read(f"{SPOKEN}\n    figure: five metres\n    value: 5").figure == "five metres"


@pytest.mark.parametrize("when", ["2024", "2024-03", "2024-03-02"])
def test_a_figure_is_for_a_day_a_month_or_a_year(when: str) -> None:
    assert read(f"{SPOKEN}\n    as_of: {when}").as_of == PartialDate(when)
    assert findings(f"{SPOKEN}\n    as_of: ~{when}") == ["14:12 date"]


def test_a_source_may_stand_twice() -> None:
    twice = f"{SPOKEN}\n  - source: harbour-daily\n    stance: denies\n    says: Six metres"
    assert len(sound(typed(Claim, claim(twice))).appearances) == 3


def test_mistakes_in_one_appearance_are_all_told() -> None:
    lines = "source: Harbour Daily\n    stance: says\n    says: S\n    valu: 5\n    as_of: March\n    via: A B"
    assert findings(lines) == ["11:13 slug", "12:13 choice", "14:5 unknown-key", "15:12 date", "16:10 slug"]

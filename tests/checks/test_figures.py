"""Figures of one statement agree as far as their bounds allow, or an appearance differs."""

from __future__ import annotations

import pytest

from site_src.checks import figures
from tests.harbour import claim, found

MEASURE = "measure: {label: Width, unit: metres}\nappearances:\n"


def of(*appearances: str) -> str:
    lines = [f"  - {{source: audit-report, stance: {one}}}" for one in appearances]
    return claim(MEASURE + "\n".join(lines))


def asserted(value: str) -> str:
    return f"asserts, says: X, value: {value}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12", "12"),
        ("12", "12.4"),
        ("40", "43"),
        ("4.20", "4.2, bound: exactly"),
        ("12, bound: about", "13"),
        ("12, bound: nearly", "11"),
        ("12, bound: over", "15"),
        ("12, bound: at-least", "12"),
        ("12, bound: at-most", "7"),
        ("'[10, 14]'", "13"),
        ("12, as_of: 2023", "15, as_of: 2024"),
        ("-4", "-4.3"),
        ("1e3", "1200"),
    ],
)
def test_figures_that_can_be_one_are_let_be(one: str, other: str) -> None:
    assert found(figures, {"claims/lock.md": of(asserted(one), asserted(other)).replace("'", "")}) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12", "13"),
        ("12, bound: exactly", "12.4, bound: exactly"),
        ("12.0", "12.2"),
        ("12, bound: about", "14"),
        ("12, bound: nearly", "13"),
        ("12, bound: over", "11"),
        ("12, bound: at-most", "13"),
        ("'[10, 12]'", "'[13, 14]'"),
        ("12, as_of: 2024", "15"),
        ("12, as_of: 2024", "15, as_of: 2024"),
    ],
)
def test_figures_that_cannot_be_one_are_told_at_the_second(one: str, other: str) -> None:
    (finding,) = found(figures, {"claims/lock.md": of(asserted(one), asserted(other)).replace("'", "")})
    assert (finding.place.line, finding.is_error) == (10, False)
    assert "in line 9" in finding.message


@pytest.mark.parametrize(
    "others",
    [
        ["differs, says: X, value: 15"],
        ["asserts, says: X, value: 15", "differs, says: Y"],
        ["denies, says: X, value: 15"],
        ["asserts, says: X"],
    ],
)
def test_where_something_differs_or_has_no_figure_nothing_is_told(others: list[str]) -> None:
    assert found(figures, {"claims/lock.md": of(asserted("12"), *others)}) == []

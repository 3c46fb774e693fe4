"""A sum that does not come out is told with what it comes to and what to write."""

from __future__ import annotations

import pytest

from site_src.checks import calculations
from tests.harbour import claim, found


def told(*keys: str) -> list[tuple[str, str, str]]:
    """Gives place, message and hint of what is wrong with the one calculation of a claim."""
    front = "calculations:\n  - label: Sum\n" + "\n".join(f"    {key}" for key in keys)
    findings = found(calculations, {"claims/lock.md": claim(front)})
    return [(str(finding.place), finding.message, finding.hint) for finding in findings]


@pytest.mark.parametrize(
    "keys",
    [
        ["expression: 4.2 + 0.9", "equals: 5.10"],
        ["expression: 2 / 3", "equals: 67%", "rounded: true"],
        ["expression: 2 / 3", "equals: 0.66", "tolerance: 0.011"],
        ["expression: 5.1 − 4.2", "equals: 0.9"],
        ["expression: -7 × 2", "equals: -14"],
    ],
)
def test_a_sum_that_comes_out_is_passed_over(keys: list[str]) -> None:
    assert told(*keys) == []


@pytest.mark.parametrize(
    ("keys", "comes_to", "instead"),
    [
        (["expression: 4.2 + 0.9", "equals: 5"], "5.1, not 5", "`equals: 5.1`"),
        (["expression: 4.2 + 0.9", "equals: 5.20"], "5.1, not 5.20", "`equals: 5.10`"),
        (["expression: 0.3 / 2", "equals: 14%"], "15%, not 14%", "`equals: 15%`"),
        (["expression: 0.31 / 2", "equals: 15%"], "15.5%, not 15%", "`equals: 15.5%`"),
        (["expression: 3 - 10", "equals: 7"], "-7, not 7", "`equals: -7`"),
        (["expression: 4000 + 230", "equals: 4.2e3"], "4230, not 4.2e3", "`equals: 4230`"),
        (["expression: 4000 + 230", "equals: 4.3e3", "rounded: true"], "4230, not 4.3e3", "`equals: 4.2e3`"),
        (["expression: 2 / 3", "equals: 0.66", "rounded: true"], "0.666666…, not 0.66", "`equals: 0.67`"),
        (["expression: -2 / 3", "equals: 66%", "rounded: true"], "-66.666666…%, not 66%", "`equals: -67%`"),
        (
            ["expression: 2 / 3", "equals: 0.6"],
            "0.666666…, not 0.6",
            "`equals: 0.7` and below it `rounded: true`",
        ),
        (["expression: 1 / 300", "equals: 3"], "0.00333333…, not 3", "more digits of the result"),
        (["expression: 0.004", "equals: 3", "rounded: true"], "0.004, not 3", "`equals: 0.004`"),
        (["expression: 2 / 3", "equals: 0.6", "tolerance: 0.05"], "0.666666…, not 0.6", "`equals: 0.7`"),
        (
            ["expression: 2 / 3", "equals: 0.6", "tolerance: 0.001"],
            "0.666666…, not 0.6",
            "more digits of the result",
        ),
        (["expression: 5 - 5", "equals: 1"], "0, not 1", "`equals: 0`"),
    ],
)
def test_what_to_write_is_a_figure_that_would_hold(keys: list[str], comes_to: str, instead: str) -> None:
    assert told(*keys) == [
        (
            "content/claims/lock.md:13:13",
            f"“Sum” comes to {comes_to}.",
            f"Check the expression, or write {instead}.",
        )
    ]


def test_every_calculation_of_a_claim_is_worked() -> None:
    front = """
calculations:
  - label: Two gates
    expression: 1 + 1
    equals: 3
  - label: Three gates
    expression: 1 + 2
    equals: 3
  - label: Four gates
    expression: 2 + 2
    equals: 5
"""
    findings = found(calculations, {"claims/lock.md": claim(front)})
    assert [finding.place.line for finding in findings] == [13, 19]

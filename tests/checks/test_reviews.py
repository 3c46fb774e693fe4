"""A verdict is due again after the months that the publication has set."""

from __future__ import annotations

import datetime

import pytest

from site_src.checks import reviews, run
from site_src.reading.gather import read_catalogue
from tests.harbour import claim, edited, laid_over

AFTER = {months: edited("site.yaml", "review_after: 1200", f"review_after: {months}") for months in (0, 6, 12, 999_999)}


def due(front: str, today: str, months: int = 12) -> list[str]:
    files = {"site.yaml": AFTER[months], "claims/lock.md": claim(front)}
    catalogue, _ = read_catalogue(laid_over(files))
    found = reviews.check(catalogue, datetime.date.fromisoformat(today))
    return [finding.hint for finding in found if finding.place.file == "content/claims/lock.md"]


@pytest.mark.parametrize(
    ("front", "today", "months", "told"),
    [
        ("reviewed_on: 2024-03-20", "2025-03-20", 12, 0),
        ("reviewed_on: 2024-03-20", "2025-03-21", 12, 1),
        ("reviewed_on: 2024-08-31", "2025-02-28", 6, 0),
        ("reviewed_on: 2024-08-31", "2025-03-01", 6, 1),
        ("reviewed_on: 2024-03-20\nupdated_on: 2025-01-01", "2025-03-21", 12, 0),
        ("reviewed_on: 2024-03-20\nstatus: draft", "2030-01-01", 12, 0),
        ("reviewed_on: 1990-03-20", "2030-01-01", 0, 0),
        ("reviewed_on: 1990-03-20", "9999-12-31", 999_999, 0),
    ],
)
def test_it_is_due_on_the_day_after(front: str, today: str, months: int, told: int) -> None:
    assert len(due(front, today, months)) == told


def test_the_hint_names_the_key_in_which_the_new_day_belongs() -> None:
    (once,) = due("reviewed_on: 2024-03-20", "2026-01-01")
    (again,) = due("reviewed_on: 2024-03-20\nupdated_on: 2024-04-01", "2026-01-01")
    assert "`reviewed_on: 2026-01-01`" in once
    assert "`updated_on: 2026-01-01`" in again


def test_without_a_day_nothing_is_due_so_that_a_build_does_not_depend_on_the_clock() -> None:
    catalogue, _ = read_catalogue(laid_over({"site.yaml": AFTER[6]}))
    assert not [finding for finding in run(catalogue) if finding.rule == reviews.RULE]
    assert [finding for finding in run(catalogue, today=datetime.date(2030, 1, 1)) if finding.rule == reviews.RULE]

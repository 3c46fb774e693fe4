"""What happened to a verdict, for all who tell it: each thing once, with a mark that stays when texts change."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from site_src.views.history import events, last_change
from tests.editions import edition
from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.site.model import Claim

TWICE = """corrections:
  - {date: 2024-04-01, kind: correction, note: The year was wrong.}
  - {date: 2024-04-01, kind: correction, note: The place was wrong.}
  - {date: 2024-04-01, kind: update, note: The gate was found.}"""
REWORDED = TWICE.replace("was wrong", "had been mistaken")


def test_all_that_happened_is_told_the_newest_first() -> None:
    assert [(event.on.isoformat(), event.kind) for event in events(of("repair-cost"))] == [
        ("2024-05-02", "correction"),
        ("2024-04-02", "clarification"),
        ("2024-03-20", "verdict"),
    ]


def test_a_retraction_comes_with_its_reason() -> None:
    event = events(of("toll-planned"))[0]
    assert (event.kind, event.note) == ("retraction", "The statement was about another bridge.")


@pytest.mark.parametrize(
    ("updated", "told"),
    [("2024-06-01", ["update", "verdict"]), ("2024-03-20", ["verdict"])],
    ids=["later", "on the day of the verdict"],
)
def test_an_update_is_told_by_its_date_unless_something_else_of_that_day_is(updated: str, told: list[str]) -> None:
    assert [event.kind for event in events(lock(f"updated_on: {updated}"))] == told


def test_an_update_that_a_correction_explains_is_told_once() -> None:
    changed = lock(f"updated_on: 2024-04-01\n{TWICE}")
    assert [event.kind for event in events(changed)] == ["correction", "correction", "update", "verdict"]


def test_changes_of_one_kind_and_day_are_told_apart_by_their_order() -> None:
    marks = ["correction-2024-04-01", "correction-2024-04-01-2", "update-2024-04-01", "verdict"]
    assert [event.mark for event in events(lock(TWICE))] == marks
    assert [event.mark for event in events(lock(REWORDED))] == marks


def test_the_last_change_is_that_of_the_newest_event() -> None:
    assert last_change(of("repair-cost")) == datetime.date(2024, 5, 2)
    assert last_change(of("detour-cost")) == datetime.date(2024, 4, 10)
    assert last_change(of("toll-planned")) == datetime.date(2024, 4, 1)


def test_nothing_has_happened_to_a_draft_without_a_verdict() -> None:
    draft = edition(drafts=True).claims["ferry-passengers"]
    assert events(draft) == ()
    assert last_change(draft) is None


def lock(front: str) -> Claim:
    """Give a claim of harbour with these keys."""
    return of("lock", {"claims/lock.md": claim(front)})


def of(slug: str, files: Mapping[str, str | bytes | None] | None = None) -> Claim:
    """Give a claim of harbour."""
    return edition(files).claims[slug]

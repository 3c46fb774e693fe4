"""A claim is not updated before it is reviewed."""

from __future__ import annotations

import pytest

from site_src.checks import dates
from tests.harbour import claim, found


@pytest.mark.parametrize("updated", ["2024-03-20", "2024-03-21", "2025-01-01"])
def test_a_claim_can_be_updated_on_the_day_of_its_review_or_later(updated: str) -> None:
    assert found(dates, {"claims/lock.md": claim(f"updated_on: {updated}")}) == []


@pytest.mark.parametrize("front", ["updated_on: 2024-03-02\nstatus: draft", "updated_on: 2024-03-02"])
def test_a_draft_is_checked_as_a_published_claim_is(front: str) -> None:
    [finding] = found(dates, {"claims/lock.md": claim(front)})
    assert finding.message == "`updated_on` (2024-03-02) is earlier than `reviewed_on` (2024-03-20)."


@pytest.mark.parametrize("reviewed", ["reviewed_on: 2024-03-32", "reviewed_on: ~"])
def test_nothing_follows_from_a_date_that_is_wrong_or_missing(reviewed: str) -> None:
    assert found(dates, {"claims/lock.md": claim(f"updated_on: 2024-03-02\n{reviewed}")}) == []

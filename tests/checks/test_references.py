"""What is named must be there; what follows from another mistake is not told again."""

from __future__ import annotations

import pytest

from site_src.checks import references
from tests.harbour import claim, edited, found

RETRACTED = "retracted:\n  date: 2024-04-01\n  reason: It was another lock."
TOPIC = "---\ntitle: The locks\nsummary: When they were built.\nsources:\n  - audit-report\n{}\n---\n"


def test_related_and_order_can_name_drafts() -> None:
    front = "related:\n  - ferry-passengers"
    topic = edited("topics/harbour-ferry.md", "---\ntitle", "---\norder:\n  - ferry-passengers\ntitle")
    assert found(references, {"topics/harbour-ferry.md": topic, "claims/lock.md": claim(front)}) == []


def test_a_retired_rating_is_for_what_stood_before_a_correction_only() -> None:
    front = """
corrections:
  - date: 2024-04-01
    kind: correction
    note: The rating was changed.
    was:
      rating: half-right
"""
    assert found(references, {"claims/lock.md": claim(front)}) == []
    for status in ("status: draft", "status: published", f"status: retracted\n{RETRACTED}"):
        [finding] = found(references, {"claims/lock.md": claim(f"rating: half-right\n{status}")})
        assert finding.message == "The rating “half-right” is retired: no claim may take it any more."


@pytest.mark.parametrize(
    "ratings", [None, "nothing\n", "- id: Supported\n  label: a\n  definition: b\n  tone: neutral\n"]
)
def test_no_rating_is_missed_where_the_scale_itself_is_missing_or_wrong(ratings: str | None) -> None:
    assert found(references, {"ratings.yaml": ratings}) == []


def test_a_file_that_cannot_be_read_is_there_all_the_same() -> None:
    files: dict[str, str | bytes | None] = {
        "topics/harbour-bridge.md": "The bridge.\n",
        "claims/repair-cost.md": "The repair.\n",
        "sources/audit-report.md": b"\xff",
        "pages/about.md": "About.\n",
    }
    assert found(references, files) == []


def test_a_value_that_is_wrong_in_itself_names_nothing() -> None:
    files = {
        "claims/lock.md": claim("topic: The Bridge\nrating: Supported\nrelated:\n  - Repair Cost"),
        "topics/harbour-ferry.md": "---\ntitle: The ferry\nsummary: Who pays.\nsources: none\n---\n",
    }
    assert found(references, files) == []


def test_a_claim_whose_topic_is_wrong_can_stand_in_an_order() -> None:
    files = {
        "claims/lock.md": claim("topic: The Bridge"),
        "topics/harbour-locks.md": TOPIC.format("order:\n  - lock"),
    }
    assert found(references, files) == []


@pytest.mark.parametrize(
    ("slug", "hint"),
    [
        ("repair-costs", "Did you mean repair-cost?"),
        ("bridge-bill", "It is called repair-cost now: write that."),
        ("moon-landing", "Add the file content/claims/moon-landing.md, or take this out."),
    ],
)
def test_the_hint_is_the_present_name_or_the_nearest_or_how_to_add_it(slug: str, hint: str) -> None:
    [finding] = found(references, {"claims/lock.md": claim(f"related:\n  - {slug}")})
    assert finding.message == f"There is no claim “{slug}”."
    assert finding.hint == hint

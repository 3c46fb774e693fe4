"""A rating fits what the sources say of the claim."""

from __future__ import annotations

import pytest

from site_src.checks import ratings
from tests.harbour import HARBOUR, claim, found

SCALE = (HARBOUR / "ratings.yaml").read_text(encoding="utf-8")
DENIAL = "appearances:\n  - source: port-blog\n    stance: denies\n    says: Not so"
CONTESTED = "- {id: contested, label: Contested, definition: Somebody denies it., tone: warning, disputed: true}\n"
DISPUTED = SCALE + CONTESTED


@pytest.mark.parametrize(
    ("front", "told"),
    [
        (DENIAL, 1),
        (f"{DENIAL}\n    note: It had other figures then.", 0),
        (f"{DENIAL}\n    claim: budget-kept", 0),
        (f"{DENIAL}\nrating: contradicted", 0),
        (f"{DENIAL}\nrating: not-checkable", 0),
        (f"{DENIAL}\nstatus: draft", 0),
        (f"{DENIAL}\n  - source: harbour-daily\n    stance: denies\n    says: Nor so", 2),
    ],
)
def test_a_denial_beside_a_favourable_rating_needs_a_word(front: str, told: int) -> None:
    assert len(found(ratings, {"claims/lock.md": claim(front)})) == told


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("", 1),
        (DENIAL, 0),
        ("evidence:\n  - title: Register", 1),
        ("evidence:\n  - title: Statement\n    kind: press-statement", 0),
        ("evidence:\n  - source: city-press-release", 0),
        ("evidence:\n  - source: audit-report", 1),
        ("related: [budget-kept]", 0),
        ("related: [repair-cost]", 1),
    ],
)
def test_what_is_rated_as_disputed_is_denied_by_someone(front: str, told: int) -> None:
    files = {"ratings.yaml": DISPUTED, "claims/lock.md": claim(f"rating: contested\n{front}".strip())}
    assert [finding.place.file for finding in found(ratings, files)] == ["content/claims/lock.md"] * told


def test_a_source_counts_from_which_a_denial_comes_anywhere() -> None:
    denial = f"claim: The gate is blue.\nrating: contradicted\n{DENIAL}\n    via: audit-report"
    files = {
        "ratings.yaml": DISPUTED,
        "claims/gate.md": claim(denial),
        "claims/lock.md": claim("rating: contested\nevidence:\n  - source: audit-report"),
    }
    assert found(ratings, files) == []


def test_without_ratings_nothing_is_told() -> None:
    assert found(ratings, {"ratings.yaml": None, "claims/lock.md": claim(DENIAL)}) == []

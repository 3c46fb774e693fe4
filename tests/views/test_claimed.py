"""The claim's own figure is one that its words name and that a source which carries it gives."""

from __future__ import annotations

from fractions import Fraction

import pytest

from site_src.views.claimed import claimed
from site_src.views.scale import scale
from tests.editions import edition
from tests.harbour import claim


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The lock was built for 3 million euros.", "3"),
        ("The lock was built for $3.", "3"),
        ("The lock was built for 3.5 million euros.", None),
        ("The lock was built for 13 million euros.", None),
        ("The lock was built in 3,000 days.", None),
        ("Three million euros went into the lock.", None),
    ],
)
def test_the_number_stands_in_the_claim_by_itself(text: str, figure: str | None) -> None:
    assert own(text, "stance: asserts, value: 3") == figure
    assert own(text, "stance: differs, value: 3") is None


def test_a_number_is_known_in_the_way_the_claims_language_writes_it() -> None:
    assert own("Die Schleuse kostete 3.500,5 Euro.", "stance: asserts, value: 3500.5", "language: de") == "3.500,5"


def test_a_range_is_nobodys_own_figure() -> None:
    assert own("The lock cost 3 to 4 million euros.", "stance: asserts, value: [3, 4]") is None


def own(text: str, said: str, *more: str) -> str | None:
    """Gives the own figure of a claim that one source speaks to."""
    keys = [f"claim: {text}", *more, "measure: {label: Cost of the lock, unit: million euros}", "appearances:"]
    front = "\n".join([*keys, f"  - {{source: city-press-release, says: So, {said}}}"])
    it = edition({"claims/lock.md": claim(front)}).claims["lock"]
    found = claimed(it.record, it.language, scale([Fraction(0), Fraction(4000)]))
    return found.figure if found else None

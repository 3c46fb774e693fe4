"""Statements that stand twice are told, and statements that only look alike are not."""

from __future__ import annotations

import pytest

from site_src.checks import repeats
from tests.harbour import claim, found

BRIDGE = "claim: The drawbridge over the old canal was opened for ships at night."


@pytest.mark.parametrize(
    "other",
    [
        "claim: The drawbridge over the old canal was opened for ships at night.",
        'claim: "At night, the drawbridge over the old canal was opened for ships!"',
        "claim: A drawbridge over the old canal was opened for ships at night.",
    ],
)
def test_a_near_repeat_is_told_at_the_newer_claim(other: str) -> None:
    files = {"claims/b.md": claim(BRIDGE), "claims/a.md": claim(f"{other}\nreviewed_on: 2024-04-01")}
    (finding,) = found(repeats, files)
    assert (finding.place.file, finding.is_error) == ("content/claims/a.md", False)
    assert "“b”" in finding.message


@pytest.mark.parametrize(
    "other",
    [
        "claim: The swing bridge over the new canal was closed to cars at noon.",
        "claim: The drawbridge over the old canal was opened for 12 ships at night.",
        f"{BRIDGE}\nrelated: [b]",
        f"{BRIDGE}\nlanguage: pt",
        f"{BRIDGE}\nlanguage: pt\ntranslations: {{en: b}}",
        f"{BRIDGE}\nstatus: retracted\nretracted: {{date: 2024-04-01, reason: Of another bridge.}}",
        f"{BRIDGE}\ntopic: harbour-ferry\nappearances:\n  - {{source: traffic-counts, stance: silent}}",
    ],
)
def test_what_differs_or_is_known_is_not_told(other: str) -> None:
    assert found(repeats, {"claims/b.md": claim(BRIDGE), "claims/a.md": claim(other)}) == []


def test_two_ratings_are_told_across_topics() -> None:
    ferry = "topic: harbour-ferry\nrating: contradicted\nappearances:\n  - {source: traffic-counts, stance: silent}"
    (finding,) = found(repeats, {"claims/b.md": claim(BRIDGE), "claims/c.md": claim(f"{BRIDGE}\n{ferry}")})
    assert "which is rated supported, not contradicted" in finding.message


def test_a_few_words_are_each_claimants_own() -> None:
    def of(name: str) -> str:
        return claim(f"claim: On the bridge toll.\nclaimant: {{name: {name}, kind: person}}")

    assert found(repeats, {"claims/a.md": of("One"), "claims/b.md": of("Two")}) == []
    assert len(found(repeats, {"claims/a.md": of("One"), "claims/b.md": of("One")})) == 1


def test_the_language_of_the_site_is_that_of_claims_without_one() -> None:
    files = {"claims/a.md": claim(BRIDGE), "claims/b.md": claim(f"{BRIDGE}\nlanguage: en")}
    assert len(found(repeats, files)) == 1

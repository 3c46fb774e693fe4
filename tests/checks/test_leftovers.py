"""What begins with TODO is found wherever it stands in a claim that readers can see."""

from __future__ import annotations

import pytest

from site_src.checks import leftovers
from tests.harbour import claim, found

RETRACTED = "status: retracted\nretracted:\n  date: 2024-04-01\n  reason: It was another lock."


def places(front: str = "", body: str = "") -> list[str]:
    """Gives the places of what is left over in a claim."""
    findings = found(leftovers, {"claims/lock.md": claim(front, body)})
    return [str(finding.place).removeprefix("content/claims/lock.md:") for finding in findings]


@pytest.mark.parametrize(
    "line",
    [
        "TODO",
        "TODO: ask",
        "## TODO",
        "- TODO ask",
        "1. TODO ask",
        "> TODO ask",
        "> - **TODO** ask",
        "| TODO | ask |",
        "[^1]: TODO ask",
        "[TODO](claim:repair-cost)",
        "  TODOs",
    ],
)
def test_a_line_of_the_body_that_begins_with_todo_is_told_at_that_word(line: str) -> None:
    assert places(body=f"The stone.\n\n{line}\n") == [f"13:{line.index('TODO') + 1}"]


@pytest.mark.parametrize("line", ["A TODO", "todo", "“TODO” is no word", "ToDo", "MY TODO"])
def test_a_line_that_only_has_it_further_on_is_not(line: str) -> None:
    assert places(body=line) == []


@pytest.mark.parametrize(
    "front",
    [
        "verdict: TODO",
        "tags:\n  - locks\nreviewers:\n  - TODO name",
        "claimant:\n  name: TODO\n  kind: person",
        "media:\n  file: file:bridge.png\n  alt: 'TODO describe'",
        "appearances:\n  - source: audit-report\n    stance: silent\n    note: TODO look",
    ],
)
def test_every_text_of_the_front_matter_is_looked_at(front: str) -> None:
    assert len(places(front)) == 1


@pytest.mark.parametrize("spelled", [r'"\x54ODO ask"', r'"TO\u0044O ask"', '"TO\\\n  DO ask"'])
def test_it_is_found_however_it_is_spelled_between_quotes(spelled: str) -> None:
    assert places(f"verdict: {spelled}")


def test_a_draft_can_have_it_and_a_retracted_claim_cannot() -> None:
    assert places("status: draft\nverdict: TODO", "TODO\n") == []
    assert places(f"verdict: TODO\n{RETRACTED}") == ["9:10"]


@pytest.mark.parametrize("status", ["Draft", '"draft', "[draft]"])
def test_nothing_is_left_over_where_the_status_itself_is_wrong(status: str) -> None:
    assert places(f"status: {status}\nverdict: TODO") == []

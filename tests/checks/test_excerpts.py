"""An excerpt has a length, and stands in the source where that is held."""

from __future__ import annotations

import pytest

from site_src.checks import excerpts
from site_src.diagnostics.finding import Severity
from site_src.reading.shingles import make
from tests.harbour import claim, found

BRIDGE = "港口大桥于二〇二四年三月一日重新开放，修缮费用为四百二十万欧元，关闭了十一周。"


def told(source: str, excerpt: str, **more: str | bytes) -> list[tuple[Severity, str, str]]:
    """Gives severity, message and hint of what is wrong with the one excerpt of a claim."""
    front = f"appearances:\n  - source: {source}\n    stance: asserts\n    says: So\n    excerpt: {excerpt}"
    files = {f"sources/{source}.{ending}": text for ending, text in more.items()}
    findings = [
        finding
        for finding in found(excerpts, {"claims/lock.md": claim(front), **files})
        if finding.place.file == "content/claims/lock.md"
    ]
    return [(finding.severity, finding.message, finding.hint) for finding in findings]


def words(count: int) -> str:
    """Gives so many words, no two of them alike."""
    return " ".join(f"word{number}" for number in range(count))


@pytest.mark.parametrize(
    "excerpt",
    [
        "the whole operation came to more than five million",
        "THE WHOLE OPERATION CAME TO",
        "the bill that nobody mentions According to the press office",
        "5.1 million euros in February",
    ],
)
def test_capitals_and_punctuation_do_not_count(excerpt: str) -> None:
    assert told("harbour-daily", excerpt) == []


@pytest.mark.parametrize(
    "excerpt", ["the whole operation cost more than", "51 million euros in February", "a b c d e f"]
)
def test_every_word_counts(excerpt: str) -> None:
    [(severity, message, _)] = told("harbour-daily", excerpt)
    assert severity is Severity.ERROR
    assert message == "These words do not stand in “harbour-daily” one after the other."


@pytest.mark.parametrize(
    ("count", "message", "hint"),
    [
        (3, "This excerpt has 3 words; it should have 4 to 25.", "Quote more of the same sentence."),
        (26, "This excerpt has 26 words; it should have 4 to 25.", "Leave out 1 word at its beginning or end."),
        (30, "This excerpt has 30 words; it should have 4 to 25.", "Leave out 5 words at its beginning or end."),
    ],
)
def test_a_length_is_told_once_whether_or_not_the_words_stand_there(count: int, message: str, hint: str) -> None:
    assert told("harbour-daily", words(count)) == [(Severity.ERROR, message, hint)]
    assert told("port-blog", words(count)) == [(Severity.ERROR, message, hint)]


@pytest.mark.parametrize("count", [4, 25])
def test_four_to_twenty_five_words_are_looked_up(count: int) -> None:
    assert told("port-blog", words(count), shingles=make(words(30))) == []


@pytest.mark.parametrize("length", [8, 33])
def test_where_each_sign_is_a_word_eight_to_sixty_are_looked_up(length: int) -> None:
    assert told("port-blog", BRIDGE[:length], shingles=make(BRIDGE)) == []


@pytest.mark.parametrize(("length", "counted"), [(7, "7 words"), (61, "61 words")])
def test_where_each_sign_is_a_word_fewer_and_more_are_too_few_and_too_many(length: int, counted: str) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(length))
    [(_, message, _)] = told("port-blog", text, shingles=make(text))
    assert message == f"This excerpt has {counted}; it should have 8 to 60."


def test_an_excerpt_of_a_source_that_is_not_held_is_a_warning() -> None:
    [(severity, message, hint)] = told("audit-report", "the lock was built in 1911")
    assert severity is Severity.WARNING
    assert message == "This excerpt cannot be verified: the text of “audit-report” is not held."
    assert "python build.py shingle TEXT --source audit-report" in hint


def test_an_excerpt_of_a_source_that_does_not_exist_is_left_to_the_references() -> None:
    assert told("nowhere", "the lock was built in 1911") == []


def test_an_excerpt_is_not_called_unverified_where_the_shingles_cannot_be_read() -> None:
    assert told("harbour-daily", "the lock was built in 1911", shingles=b"shingles 1\n") == []

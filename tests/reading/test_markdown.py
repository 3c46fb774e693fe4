"""How much a body may hold: beyond it, the whole is refused with one plain fault, at once."""

from __future__ import annotations

import pytest

from site_src.reading.body import EMPTY, Fault, read

SPLIT = "Split the text, or put tables into a file in files/ and link to it: [the figures](file:figures.csv)."


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("a\n" * 20_001, "20,000 lines"),
        ("[" * 10_001, "10,000 brackets ["),
        ("![a](" * 200_000, "10,000 brackets ["),
        ("*a " * 50_001, "50,000 signs that may be markup, such as * or |"),
        ("<" * 25_001 + "#" * 25_000, "50,000 signs that may be markup, such as * or |"),
    ],
)
def test_too_much_of_something_is_refused(text: str, most: str) -> None:
    message = f"A text may have at most {most}, and this one has more."
    assert read(text, slug="x") == (EMPTY, (Fault("limit", message, SPLIT, 1, 1),))


def test_a_long_text_in_plain_words_is_read() -> None:
    text = "The press office counts the contractor's invoice only. " * 18_000
    body, faults = read(text, slug="x")
    assert faults == ()
    assert body.text == text.strip()


@pytest.mark.parametrize(
    ("tables", "line"),
    [
        (f"{'a|' * 300}\n{'-|' * 300}\n" + f"{'a|' * 300}\n" * 66, 3),
        (f"{'a|' * 300}\n{'-|' * 300}\n" + "a\n" * 66, 3),
        ((f"{'a|' * 100}\n{'-|' * 100}\n" + "a\n" * 99 + "\n") * 2 + "a|\n-|\n", 207),
    ],
    ids=["full", "filled up", "several"],
)
def test_tables_of_too_many_cells_are_refused_where_it_becomes_too_much(tables: str, line: int) -> None:
    message = "A text may have at most 20,000 cells in tables, and this one has more."
    assert read(f"a\n\n{tables}", slug="x") == (EMPTY, (Fault("limit", message, SPLIT, line, 1),))


def test_tables_of_as_many_cells_as_allowed_are_read() -> None:
    body, faults = read(f"{'a|' * 100}\n{'-|' * 100}\n" + f"{'a|' * 100}\n" * 199, slug="x")
    assert faults == ()
    assert body.text.count("a") == 20_000


@pytest.mark.parametrize(
    ("sign", "depth"), [("> ", 19), ("- ", 9), ("1. ", 9)], ids=["quotes", "lists", "numbered lists"]
)
def test_what_stands_too_deep_is_refused_and_never_lost(sign: str, depth: int) -> None:
    body, faults = read(f"a\n\n{sign * depth}deep", slug="x")
    assert faults == ()
    assert body.text == "a\ndeep"
    body, (fault,) = read(f"a\n\n{sign * (depth + 1)}deep", slug="x")
    assert body == EMPTY
    assert fault == Fault(
        "limit",
        "Quotes, lists and notes stand too deep inside each other from here on.",
        "Set them out flatter: at most 9 deep.",
        3,
        1,
    )


@pytest.mark.parametrize("opening", ["[^1]: ", "> - "])
def test_notes_and_mixtures_that_stand_too_deep_are_refused(opening: str) -> None:
    assert [fault.rule for fault in read(f"{opening * 30}a", slug="x")[1]] == ["limit"]

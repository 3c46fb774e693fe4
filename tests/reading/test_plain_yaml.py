"""YAML as plain data: what is typed is text, and every key and value has its place."""

from __future__ import annotations

import pytest

from site_src.reading.plain_yaml import PlainYaml


def read(text: str) -> PlainYaml:
    """Reads a text as the file x.yaml."""
    return PlainYaml(text, file="x.yaml")


def value(text: str) -> object:
    """Gives what a text holds; nothing is wrong in it."""
    whole = read(text)
    assert whole.findings == []
    found: object = whole.value
    return found


@pytest.mark.parametrize(
    "typed",
    [
        "false", "no", "on", "Yes", "12:30", "0777", "1_000", "1e3", ".inf", ".nan", "0x1f", "4.20", "2024-03-02",
        "-1", "+1", "=", "Null", "NULL", "nil", "none", "<<", "a:b", "a#b", "it's", 'the "bridge"', "https://a.org/#b",
        "5 %", "100 €", "日本語", "😀", "a - b", "a, b", "a [b] {c}", "-a", ":a", "?a",
    ],
)  # fmt: skip
def test_a_value_is_the_text_that_stands_there(typed: str) -> None:
    assert value(f"key: {typed}") == {"key": typed}


@pytest.mark.parametrize(
    "quoted", ['"null"', "'null'", '"~"', "'~'", '"true"', '"# x"', '"a # b"', '"&a"', '"!a"', "'*a'"]
)
def test_quotation_marks_keep_a_text_as_it_is(quoted: str) -> None:
    assert value(f"key: {quoted}") == {"key": quoted[1:-1]}


@pytest.mark.parametrize("absent", ["", "~", "null", '""', "''", '"  "', '"\\n\\t"', "|\n", "# a comment"])
def test_a_key_without_a_value_is_as_good_as_absent(absent: str) -> None:
    assert value(f"a: x\nkey: {absent}\nb: y") == {"a": "x", "b": "y"}


@pytest.mark.parametrize(
    "typed",
    [
        "  two   words ",
        '"two words "',
        "two\n  words",
        "two\n\n\n  words",
        ">\n  two\n  words\n",
        "|\n  two\n  words\n",
        '"two\n  words"',
        '"two\\nwords"',
        '"two\\twords"',
        '"two \\\n  words"',
        "two\twords",
        '"\u00a0two words\u3000"',
    ],
)
def test_white_space_around_a_text_is_nothing_and_within_it_one_space(typed: str) -> None:
    assert value(f"key: {typed}\nb: y") == {"key": "two words", "b": "y"}


def test_a_space_that_does_not_break_stays_in_a_text() -> None:
    assert value("key: 5\u00a0% of 1\u202f000") == {"key": "5\u00a0% of 1\u202f000"}


def test_lists_and_groups_may_be_written_either_way() -> None:
    block = "list:\n  - a\n  - b\ngroup:\n  x: 1\n  y:\n    - c\nflat:\n- d\n"
    flow = "list: [a, b]\ngroup: {x: 1, y: [c]}\nflat: [d]\n"
    assert value(block) == value(flow) == {"list": ["a", "b"], "group": {"x": "1", "y": ["c"]}, "flat": ["d"]}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "~", "null"])
def test_a_text_may_hold_nothing(text: str) -> None:
    assert value(text) is None


def test_every_key_and_value_has_its_place() -> None:
    text = "a: x\n\n# comment\nlist:\n  - one\n  - k: two\n    'q': \"three\"\nb: 😀 y\nflow: [日, {本: z}]\n"
    whole = PlainYaml(text, file="x.yaml", first_line=2)
    assert whole.keys_at == {
        ("a",): (2, 1),
        ("list",): (5, 1),
        ("list", 1, "k"): (7, 5),
        ("list", 1, "q"): (8, 5),
        ("b",): (9, 1),
        ("flow",): (10, 1),
        ("flow", 1, "本"): (10, 12),
    }
    assert whole.values_at == {
        (): (2, 1),
        ("a",): (2, 4),
        ("list",): (6, 3),
        ("list", 0): (6, 5),
        ("list", 1): (7, 5),
        ("list", 1, "k"): (7, 8),
        ("list", 1, "q"): (8, 10),
        ("b",): (9, 4),
        ("flow",): (10, 7),
        ("flow", 0): (10, 8),
        ("flow", 1): (10, 11),
        ("flow", 1, "本"): (10, 15),
    }

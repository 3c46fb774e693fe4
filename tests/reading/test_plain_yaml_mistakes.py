"""Mistakes in YAML: each is told once, where it stands, and hides no other; what is sound is kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_src.reading.plain_yaml import PlainYaml
from tests.editor import told


def read(text: str) -> PlainYaml:
    """Reads a text as the file x.yaml."""
    return PlainYaml(text, file="x.yaml")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x b", "1:4"),
        ("a: *x", "1:4"),
        ("a: !!str b", "1:4"),
        ("a: !x b", "1:4"),
        ("a: !!python/object/apply:os.system [ls]", "1:4"),
        ("a: !!binary aGk=", "1:4"),
        ("a:\n  - &x b\n  - *x", "2:5"),
        ("a: &x [*x]", "1:4"),
        ("<<: *x", "1:5"),
        ("&x a: b", "1:1"),
        ("!x a: b", "1:1"),
        ("*x : b", "1:1"),
        ("[a]: b", "1:1"),
        ("{a: b}: c", "1:1"),
        ("? [a]\n: b", "1:3"),
    ],
)
def test_tags_anchors_aliases_and_keys_that_are_no_words_are_refused(text: str, place: str) -> None:
    assert told(read(f"{text}\nz: 1").findings) == [f"{place} yaml"]


def test_a_key_that_stands_twice_is_told_at_the_second() -> None:
    whole = read("a: 1\nb: 2\na: 3\ng:\n  x: 1\n  x: 2\nlist:\n  - {k: 1, k: 2}\na: 4\n")
    assert told(whole.findings) == ["3:1 repeated", "6:3 repeated", "8:12 repeated", "9:1 repeated"]
    assert whole.value == {"a": "1", "b": "2", "g": {"x": "1"}, "list": [{"k": "1"}]}


def test_keys_may_come_again_in_another_group() -> None:
    assert read("a: {k: 1}\nb: {k: 2}\nc: [{k: 3}, {k: 4}]").findings == []


@pytest.mark.parametrize("entry", ["", "~", "null", '""', "''"])
def test_an_entry_of_a_list_is_not_empty(entry: str) -> None:
    whole = read(f"list:\n  - a\n  - {entry}\n  - b\n")
    assert (told(whole.findings), whole.value) == (
        ["3:5 empty-entry" if entry else "3:4 empty-entry"],
        {"list": ["a", "b"]},
    )
    assert whole.lost == {("list",)}


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("says: costs # 5", "1:13"),
        ("says: costs #5", "1:13"),
        ("says: costs\t# 5", "1:13"),
        ("says: #5 in the list", "1:7"),
        ("list:\n  - the #1\n  - b", "2:9"),
        ("list:\n  - #1\n  - b", "2:5"),
        ("list: [a #b\n  , c]", "1:10"),
        ("says: null # not known", "1:12"),
        ("says: one\n  two # three", "2:7"),
    ],
)
def test_a_hash_sign_that_would_cut_a_text_off_is_told(typed: str, place: str) -> None:
    whole = read(f"{typed}\nz: y")
    assert told(whole.findings) == [f"{place} comment"]
    assert whole.value["z"] == "y"


def test_the_hint_has_the_whole_text_in_quotation_marks() -> None:
    (finding,) = read('says: the "big" bridge #1').findings
    assert '"the \\"big\\" bridge #1"' in finding.hint


@pytest.mark.parametrize(
    "text", ["a: b#c", "a: 'b' # c", "a: # c\n  x: y", "a: [b] # c", "# c\na: b", "a: b\n  # c\nz: y", "a: |\n  b # c"]
)
def test_comments_that_cut_nothing_off_are_comments(text: str) -> None:
    assert read(text).findings == []


def test_three_mistakes_are_all_told_and_what_is_sound_is_kept() -> None:
    text = (
        "claim: The bridge: a history\ntopic: harbour\nverdict: @home it cost less\nappearances:\n  - source: a\n"
        "    says: 'It's closed'\nrating: supported\ntags: [a, b\nreviewed_on: 2024-03-20\n"
    )
    whole = read(text)
    assert told(whole.findings) == ["1:18 yaml", "3:10 yaml", "6:11 yaml", "8:7 yaml"]
    assert whole.value == {"topic": "harbour", "rating": "supported", "reviewed_on": "2024-03-20"}
    assert whole.unread == {"claim", "verdict", "appearances", "tags"}


def test_a_mistake_in_one_entry_of_a_list_hides_none_in_the_others() -> None:
    whole = read("- id: a\n  label: A: one\n- id: b\n- id: [c\n- id: d\n  id: e\n")
    assert told(whole.findings) == ["2:11 yaml", "4:7 yaml", "6:3 repeated"]
    assert whole.value == [{"id": "b"}, {"id": "d"}]
    assert (whole.keys_at[1, "id"], whole.values_at[1, "id"], whole.lost) == ((5, 3), (5, 7), {()})


def test_a_mistake_of_ours_and_one_of_the_parser_are_both_told() -> None:
    assert told(read("a: &x b\nc: [d\ne: f # g\na: h\n").findings) == [
        "1:4 yaml",
        "2:4 yaml",
        "3:6 comment",
        "4:1 repeated",
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("- a\nb: c\n", ["2:1 yaml"]),
        ("a: b\n\tc: d\n", ["2:1 yaml"]),
        ("a: b\n  c: d\n", ["2:4 yaml"]),
        ("a: b\nlost words\nc: d\n", ["2:1 yaml"]),
        ('a: "b\nc: d\n', ["1:4 yaml"]),
        ("a: b\n--- \nc: d\n", ["2:1 yaml"]),
        ("a: b\n...\nc: d\n", ["3:1 yaml"]),
        ('"a: b"\nc: [d\n', ["1:1 yaml", "2:4 yaml"]),
        ("a: b\n'c: d\n", ["2:1 yaml"]),
        ("%a: b\nc: d\n", ["1:3 yaml"]),
        ("@a: b\nc: d\n", ["1:1 yaml"]),
        ("? \n", ["1:2 yaml"]),
        (": a\n", ["1:1 yaml"]),
        ("a: b\nc:d\ne: f\n", ["2:1 yaml"]),
        ("a: b\nc:d\n'e: f\n", ["2:1 yaml"]),
        ("a: one\n  two # three\n  four\nb: c\n", ["2:7 comment"]),
    ],
)
def test_one_mistake_is_told_once_where_it_stands(text: str, places: list[str]) -> None:
    assert told(read(text).findings) == places


def test_twenty_levels_are_enough() -> None:
    def nested(levels: int) -> str:
        return "a: " + "[" * (levels - 1) + "x" + "]" * (levels - 1) + "\nz: y\n"

    assert read(nested(20)).findings == []
    whole = read(nested(21))
    assert told(whole.findings) == ["1:23 limit"]
    assert whole.value == {"z": "y"}


@pytest.mark.parametrize("sign", ["[", "{", "- ", "a:\n ", "? ", "[{", "&a [", "!a ["])
def test_thousands_of_levels_are_refused(sign: str) -> None:
    whole = read(f"a: {sign * 30_000}\nz: y")
    assert len(whole.findings) == 1


def test_a_list_has_at_most_a_thousand_entries() -> None:
    def listed(count: int) -> str:
        return "a:\n" + "".join(f"  - e{n}\n" for n in range(count)) + "z: y\n"

    assert len(read(listed(1000)).value["a"]) == 1000
    whole = read(listed(1001))
    assert (told(whole.findings), whole.value) == (["1002:5 limit"], {"z": "y"})


def test_a_group_has_at_most_a_thousand_keys() -> None:
    def grouped(count: int) -> str:
        return "a:\n" + "".join(f"  k{n}: e\n" for n in range(count)) + "z: y\n"

    assert len(read(grouped(1000)).value["a"]) == 1000
    whole = read(grouped(1001))
    assert (told(whole.findings), whole.value) == (["1002:3 limit"], {"z": "y"})
    assert told(read("".join(f"k{n}: e\n" for n in range(1001))).findings) == ["1001:1 limit"]


def test_two_hundred_mistakes_are_told_and_that_there_are_more() -> None:
    whole = read("".join(f"k{n}: [\n" for n in range(300)) + "z: y\n")
    assert [found.rule for found in whole.findings] == ["yaml"] * 200 + ["limit"]
    assert whole.unread == {"z", *(f"k{n}" for n in range(300))}


SIGNS = [*"abc:-#'\"[]{}&*!|>%@`,?~ \n\t", "\n  ", ": ", "- ", "null", "---\n", "é", "😀", "\ufffe", "\x00"]


@settings(max_examples=500)
@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
def test_no_text_at_all_breaks_the_reading(text: str) -> None:
    whole = PlainYaml(text, file="x.yaml", first_line=2)
    lines = len(text.split("\n"))
    assert all(2 <= finding.place.line <= lines + 2 for finding in whole.findings)
    assert all(finding.message and finding.hint for finding in whole.findings)
    assert len(set(whole.findings)) == len(whole.findings)
    assert whole.value is None or whole.values_at

"""A file as it was read: what stands where, also after what is wrong was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.reading.frontmatter import read_markdown

if TYPE_CHECKING:
    from site_src.reading.document import Document, Loc

TEXT = """\
---
title: A
group:
  x: 1
  y: 2
list:
  - a
  - b: c
    d: "e f"
  - g
flow: [h, {i: j}]
---
The body.
"""


@pytest.fixture
def document() -> Document:
    read = read_markdown(TEXT.encode(), file="content/a.md").document
    assert read
    return read


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        (("title",), "2:8", "2:1"),
        (("group",), "4:3", "3:1"),
        (("group", "y"), "5:6", "5:3"),
        (("list", 0), "7:5", "7:5"),
        (("list", 1, "d"), "9:8", "9:5"),
        (("flow", 1, "i"), "11:15", "11:12"),
        (("group", "z"), "4:3", "4:3"),
        (("list", 9, "k", "m"), "7:3", "7:3"),
        (("nothing",), "1:1", "1:1"),
        ((), "1:1", "1:1"),
    ],
)
def test_a_place_is_that_of_the_value_or_key_or_of_what_is_around_it(
    document: Document, loc: Loc, value: str, key: str
) -> None:
    assert str(document.place(loc)) == f"content/a.md:{value}"
    assert str(document.key_place(loc)) == f"content/a.md:{key}"


def test_a_line_of_the_body_has_its_place_in_the_file(document: Document) -> None:
    assert str(document.body_place(1, 5)) == "content/a.md:13:5"


def test_a_character_of_a_text_has_its_place(document: Document) -> None:
    assert str(document.place_in(("list", 1, "d"), "e f", 2)) == "content/a.md:9:11"
    assert str(document.place_in(("title",), "A", 0)) == "content/a.md:2:8"


def test_a_character_of_a_text_that_was_typed_otherwise_has_the_place_of_the_text() -> None:
    read = read_markdown(b"---\nsays: >\n  two\n  words\nnote: a   b\n---\n", file="a.md").document
    assert read
    assert str(read.place_in(("says",), "two words", 4)) == "a.md:2:7"
    assert str(read.place_in(("note",), "a b", 2)) == "a.md:5:7"


def test_it_knows_what_is_there(document: Document) -> None:
    there: list[Loc] = [(), ("group", "x"), ("list", 1, "b"), ("flow", 1, "i"), ("list", 2)]
    not_there: list[Loc] = [
        ("z",),
        ("group", "z"),
        ("list", 3),
        ("list", -1),
        ("list", "b"),
        ("title", 0),
        ("group", 0),
    ]
    assert [loc for loc in [*there, *not_there] if document.has(loc)] == there


def test_what_follows_an_entry_that_is_left_out_moves_up_and_keeps_its_place(document: Document) -> None:
    left = document.without({("list", 0)})
    assert left.values["list"] == [{"b": "c", "d": "e f"}, "g"]
    assert str(left.place(("list", 0, "d"))) == "content/a.md:9:8"
    assert str(left.key_place(("list", 0, "b"))) == "content/a.md:8:5"
    assert str(left.place(("list", 1))) == "content/a.md:10:5"
    assert ("list", 2) not in left.values_at


def test_it_remembers_what_was_left_out(document: Document) -> None:
    left = document.without({("title",), ("group", "x"), ("list", 1)})
    assert left.values == {"group": {"y": "2"}, "list": ["a", "g"], "flow": ["h", {"i": "j"}]}
    assert left.dropped == {("title",), ("group", "x"), ("list",)}


def test_it_remembers_it_where_it_went_itself(document: Document) -> None:
    left = document.without({("list", 1, "b")}).without({("list", 0)})
    assert left.values["list"] == [{"d": "e f"}, "g"]
    assert left.dropped == {("list",), ("list", 0, "b")}
    assert left.without({("list", 0)}).dropped == {("list",)}


def test_leaving_nothing_out_changes_nothing(document: Document) -> None:
    assert document.without(set()) == document
    assert document.without({("nothing",), ("list", 7), ("title", "x")}) == document


def test_the_document_itself_stays_as_it_was(document: Document) -> None:
    document.without({("list", 0), ("group",)})
    assert document.values["list"][0] == "a"
    assert "group" in document.values

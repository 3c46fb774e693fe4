"""One file's bytes: front matter, body, their lines, and files that are not what they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.reading.frontmatter import read_markdown, read_yaml
from tests.editor import told

if TYPE_CHECKING:
    from site_src.reading.document import Document

FILE = "content/claims/a.md"


def document(content: bytes) -> Document:
    """Gives the document of a Markdown file in which nothing is wrong."""
    outcome = read_markdown(content, file=FILE)
    assert outcome.findings == ()
    assert outcome.document
    return outcome.document


def findings(content: bytes) -> list[str]:
    """Gives what is told of a Markdown file, as in “3:9 slug”."""
    return told(read_markdown(content, file=FILE).findings)


def test_the_front_matter_stands_between_two_lines_and_the_body_below() -> None:
    read = document(b"---\ntitle: A\n---\nThe body.\n\nIts end.\n")
    assert (read.file, read.values, read.body) == (FILE, {"title": "A"}, "The body.\n\nIts end.\n")


def test_lines_count_from_the_top_of_the_file() -> None:
    read = document(b"---\n\ntitle: A\nsummary:\n  - B\n---\nThe body.\n")
    assert str(read.key_place(("title",))) == f"{FILE}:3:1"
    assert str(read.place(("title",))) == f"{FILE}:3:8"
    assert str(read.place(("summary", 0))) == f"{FILE}:5:5"
    assert str(read.body_place(1, 5)) == f"{FILE}:7:5"


@pytest.mark.parametrize("body", ["", "\n", "\n\n"])
def test_the_body_may_be_empty(body: str) -> None:
    assert document(f"---\ntitle: A\n---{body}".encode()).body.strip() == ""


@pytest.mark.parametrize("body", ["---\n", "a\n---\nb: c\n---\n", "***\n", "  ---\n"])
def test_lines_of_the_body_may_look_like_the_end_of_front_matter(body: str) -> None:
    assert document(f"---\ntitle: A\n---\n{body}".encode()).body == body


def test_white_space_behind_the_dashes_is_nothing() -> None:
    assert document(b"--- \ntitle: A\n---\t\nB").values == {"title": "A"}


def test_a_byte_order_mark_and_other_line_ends_are_as_if_they_were_not_there() -> None:
    plain = "---\ntitle: Ä 😀\nlist:\n  - b\n---\nThe body.\nIts end.\n"
    assert document(b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode()) == document(plain.encode())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ["1:1 front-matter"]),
        (b"title: A\n", ["1:1 front-matter"]),
        (b"\n---\ntitle: A\n---\n", ["1:1 front-matter"]),
        (b" ---\ntitle: A\n---\n", ["1:1 front-matter"]),
        (b"---\ntitle: A\n", ["1:1 front-matter"]),
        (b"---", ["1:1 front-matter"]),
        (b"---\ntitle: A\n--\nBody.\n", ["1:1 front-matter"]),
        (b"---\n---\n", ["2:1 front-matter"]),
        (b"---\n\n# nothing\n---\n", ["2:1 front-matter"]),
        (b"---\n- a\n---\n", ["2:1 front-matter"]),
        (b"---\njust words\n---\n", ["2:1 front-matter"]),
    ],
)
def test_a_file_without_front_matter_is_told_so(content: bytes, expected: list[str]) -> None:
    assert findings(content) == expected
    assert read_markdown(content, file=FILE).document is None


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"---\ntitle: caf\xe9\n---\n", "2:11"),
        ("---\ntitle: ünï\n---\nÄ ".encode() + b"\xff", "4:3"),
        (b"\xef\xbb\xbf--\xff", "1:3"),
        ("---\ntitle: A\n---\n".encode("utf-16"), "1:1"),
        (b"---\ntitle: A\n---\n\xed\xa0\x80", "4:1"),
        (b"---\ntitle: A\n---\n\xc0\xaf", "4:1"),
    ],
)
def test_a_file_that_is_not_utf_8_is_told_where_it_ceases_to_be(content: bytes, place: str) -> None:
    assert findings(content) == [f"{place} encoding"]


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\u202d", "\u202e"]
)
def test_an_invisible_character_is_told_once_wherever_it_stands(character: str) -> None:
    for text, place in (
        (f"---\ntopic: har{character}bour\ntags: [a, b]\n---\nBody.\n", "2:11"),
        (f"---\ntop{character}ic: harbour\ntags: [a, b]\n---\nBody.\n", "2:4"),
        (f"---\ntopic: harbour\ntags: [a, {character}b]\n---\nBody.\n", "3:11"),
        (f"---\ntopic: harbour\ntags: [a, b]\n---\nBo{character}dy.\n", "5:3"),
    ):
        outcome = read_markdown(text.encode(), file=FILE)
        assert told(outcome.findings) == [f"{place} characters"]
        assert f"U+{ord(character):04X}" in outcome.findings[0].message
        assert outcome.document
        assert outcome.document.values == {"topic": "harbour", "tags": ["a", "b"]}
        assert outcome.document.body == "Body.\n"


def test_a_carriage_return_by_itself_is_one_of_them() -> None:
    assert "2:9 characters" in findings(b"---\ntitle: A\rB\n---\n")


def test_a_file_full_of_them_gives_a_handful_of_findings() -> None:
    assert len(findings(b"---\ntitle: A\n---\n" + b"\x00" * 10_000)) == 5


def test_marks_that_only_join_or_direct_letters_may_stand() -> None:
    text = "नमस्‍ते \u200fעברית\u200e \u2067x\u2069 می\u200cخواهم"
    assert document(f"---\ntitle: {text}\n---\n".encode()).values == {"title": text}


def test_front_matter_has_at_most_200_000_bytes() -> None:
    def of(size: int) -> bytes:
        lines = "title: Ä\nsummary: ".encode()
        return b"---\n" + lines + b"x" * (size - len(lines)) + b"\n---\nBody.\n"

    assert len(document(of(200_000)).values["summary"]) == 199_981
    outcome = read_markdown(of(200_001), file=FILE)
    assert (told(outcome.findings), outcome.document) == (["1:1 limit"], None)


def test_the_body_may_be_longer_than_that() -> None:
    assert len(document(b"---\ntitle: A\n---\n" + b"word " * 100_000).body) == 500_000


def test_settings_are_yaml_from_the_first_line() -> None:
    outcome = read_yaml(b"\xef\xbb\xbftitle: A\r\nurl: B\r\n", file="content/site.yaml")
    assert outcome.document
    assert outcome.document.values == {"title": "A", "url": "B"}
    assert str(outcome.document.key_place(("url",))) == "content/site.yaml:2:1"


def test_a_list_is_filed_under_its_key_with_its_places() -> None:
    outcome = read_yaml(b"- id: a\n- id: b\n", file="content/ratings.yaml", list_key="ratings")
    assert outcome.document
    assert outcome.document.values == {"ratings": [{"id": "a"}, {"id": "b"}]}
    assert str(outcome.document.place(("ratings", 1, "id"))) == "content/ratings.yaml:2:7"


@pytest.mark.parametrize("content", [b"", b"# nothing\n", b"- a\n", b"words"])
def test_settings_that_are_no_keys_are_told_so(content: bytes) -> None:
    outcome = read_yaml(content, file="content/site.yaml")
    assert (told(outcome.findings), outcome.document) == (["1:1 front-matter"], None)


@pytest.mark.parametrize("content", [b"", b"a: b\n", b"ratings: []\n", b"words"])
def test_a_scale_that_is_no_list_is_told_so(content: bytes) -> None:
    outcome = read_yaml(content, file="content/ratings.yaml", list_key="ratings")
    assert (told(outcome.findings), outcome.document) == (["1:1 front-matter"], None)


def test_settings_have_at_most_200_000_bytes() -> None:
    outcome = read_yaml(b"title: " + b"a" * 200_000, file="content/site.yaml")
    assert (told(outcome.findings), outcome.document) == (["1:1 limit"], None)

"""Anyone can check that an excerpt stands in a source whose text is not there to be read."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from site_src.reading.shingles import Shingles, ShinglesError, longest_part, make, parse, position
from site_src.reading.words import placed_words, words

VECTORS = json.loads((Path(__file__).parent / "vectors" / "shingles.json").read_text(encoding="utf-8"))
EXCERPTS = [(vector, excerpt) for vector in VECTORS for excerpt in vector["excerpts"]]

TEXTS = st.lists(
    st.sampled_from(["a", "b", "Cost", "-3.5", "€4,2", "12%", "计划在", "บริษัท", "½", "㍿", "ﬁn", "e\u0301", "–", "x-1"])
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    max_size=12,
).map(" ".join)


def held(text: str) -> Shingles:
    return parse(make(text).encode())


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_the_file_is_the_one_made_apart_from_the_program(vector: dict[str, Any]) -> None:
    assert vector["shingles"] == make(vector["text"])
    assert len(vector["words"]) == parse(vector["shingles"].encode()).count


@pytest.mark.parametrize(("vector", "case"), EXCERPTS, ids=[case["excerpt"] for _, case in EXCERPTS])
def test_an_excerpt_is_found_where_it_was_found_apart_from_the_program(
    vector: dict[str, Any], case: dict[str, Any]
) -> None:
    assert case["word"] == position(parse(vector["shingles"].encode()), case["excerpt"])


@given(TEXTS, st.data())
def test_any_four_words_or_more_are_found_where_they_stand(text: str, data: st.DataObject) -> None:
    placed = placed_words(text)
    assume(len(placed) >= 4)
    first = data.draw(st.integers(0, len(placed) - 4))
    end = data.draw(st.integers(first + 4, len(placed)))
    excerpt = text[placed[first].start : placed[end - 1].end]
    wanted = words(excerpt)
    # Cut after a minus or inside "¼", it would be other words.
    assume(wanted == [word.text for word in placed[first:end]])
    place = position(held(text), excerpt)
    assert place is not None
    assert wanted == words(text)[place - 1 :][: len(wanted)]


@given(TEXTS)
@example("")
@example("one two three")
def test_a_file_is_read_as_it_was_made(text: str) -> None:
    made = make(text)
    shingles = held(text)
    assert made.splitlines()[0] == f"shingles 1 sha256:{shingles.digest} words:{shingles.count}"
    assert len(words(text)) == shingles.count
    assert 6 * max(0, shingles.count - 3) == len(shingles.windows)


@given(st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=4, max_size=30), st.data())
def test_a_changed_word_is_not_found(found: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(found) - 4))
    excerpt = found[first : data.draw(st.integers(first + 4, len(found)))]
    excerpt[data.draw(st.integers(0, len(excerpt) - 1))] = "five"
    assert position(held(" ".join(found)), " ".join(excerpt)) is None


@given(
    st.lists(st.sampled_from(["one", "two"]), min_size=4, max_size=40),
    st.lists(st.sampled_from(["one", "two"])),
)
def test_an_excerpt_is_found_at_the_first_place_where_its_windows_stand(found: list[str], excerpt: list[str]) -> None:
    size = len(excerpt)
    places = [at + 1 for at in range(len(found) - size + 1) if found[at : at + size] == excerpt]
    expected = places[0] if places and size >= 4 else None
    assert expected == position(held(" ".join(found)), " ".join(excerpt))


@pytest.mark.parametrize("excerpt", ["", "…", "one", "one two three"])
def test_fewer_than_four_words_hold_nowhere(excerpt: str) -> None:
    shingles = held("one two three four five")
    assert position(shingles, excerpt) is None
    assert longest_part(shingles, excerpt) is None


def test_hashes_that_match_across_the_border_of_two_windows_are_no_find() -> None:
    text = "one two three four"
    shingles = held(text)
    straddling = Shingles(shingles.digest, 5, b"abc" + shingles.windows + b"def")
    assert position(straddling, text) is None
    assert position(Shingles(shingles.digest, 6, straddling.windows + shingles.windows), text) == 3
    assert longest_part(straddling, text) is None


@pytest.mark.parametrize(
    ("excerpt", "part"),
    [
        ("the bridge was closed on 3 March", "the bridge was closed on 3 March"),
        ("“The BRIDGE was closed, on 4 March", "The BRIDGE was closed, on"),
        ("it says the bridge was closed — quickly", "the bridge was closed"),
        ("the bridge was open; cost €4.2 million — 12 %", "cost €4.2 million — 12 %"),
        ("was closed on 3 May, was closed on 3 March!", "was closed on 3 March"),
        ("closed on 3 March or the bridge was closed", "closed on 3 March"),
        ("down −3.5% by the end", "−3.5% by the end"),
        ("fell by a tenth, to −4.5%", None),
        ("the bridge is closed", None),
    ],
)
def test_the_longest_part_that_holds_is_told_in_the_excerpts_own_spelling(excerpt: str, part: str | None) -> None:
    text = "The bridge was closed on 3 March. Repairs cost €4.2 million: 12% more."
    shingles = held(f"{text} It fell a tenth, to −3.5% by the end.")
    assert part == longest_part(shingles, excerpt)


def test_the_longest_part_is_found_in_texts_without_spaces() -> None:
    shingles = held("字节跳动计划在2025年投入1600亿元。")
    assert longest_part(shingles, "据说字节跳动计划在2026年投入1600亿元") == "字节跳动计划在"


@given(TEXTS, TEXTS, TEXTS)
def test_the_longest_part_holds_and_no_longer_one_does(text: str, before: str, after: str) -> None:
    shingles, excerpt = held(text), f"{before} {text[: len(text) // 2]} {after}"
    placed = placed_words(excerpt)
    ends = range(4, len(placed) + 1)
    parts = [excerpt[placed[a].start : placed[b - 1].end] for b in ends for a in range(b - 3)]
    holding = [len(words(part)) for part in parts if position(shingles, part) is not None]
    longest = longest_part(shingles, excerpt)
    if longest is None:
        assert holding == []
    else:
        assert longest in excerpt
        assert position(shingles, longest) is not None
        assert max(holding) == len(words(longest))


MADE = make(" ".join(f"word{number}" for number in range(30)))
HEAD, *LINES = MADE.splitlines()


@pytest.mark.parametrize(
    "data",
    [
        MADE.encode(),
        MADE.rstrip("\n").encode(),
        MADE.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + MADE.encode(),
        (MADE + "\n").encode(),
    ],
    ids=["as made", "no last newline", "CRLF", "byte-order mark", "empty line at the end"],
)
def test_what_editors_and_systems_do_to_line_ends_is_read_as_if_it_were_not_there(data: bytes) -> None:
    assert parse(MADE.encode()) == parse(data)


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [
        ([], 1, "The first line should be"),
        (["word0 word1 word2 word3"], 1, "and is “word0 word1 word2 word3”"),
        ([HEAD.replace("shingles 1", "shingles 2"), *LINES], 1, "version 2 of the shingles format"),
        ([HEAD.replace("sha256:", "sha1:"), *LINES], 1, "The first line should be"),
        ([HEAD.replace("words:30", "words:030"), *LINES], 1, "The first line should be"),
        ([HEAD.replace("words:30", "words:-30"), *LINES], 1, "The first line should be"),
        ([HEAD.replace("words:30", "words:" + "9" * 5000), *LINES], 1, "The first line should be"),
        ([HEAD[:-11] + HEAD[-9:], *LINES], 1, "The first line should be"),
        ([HEAD + " ", *LINES], 1, "The first line should be"),
        ([HEAD.replace("words:30", "words:31"), *LINES], 1, "31 words needs 224 characters"),
        ([HEAD.replace("words:30", "words:29"), *LINES], 1, "and there are 216"),
        ([HEAD.replace("words:30", "words:3"), *LINES], 1, "3 words needs 0 characters"),
        ([HEAD], 1, "and there are 0"),
        ([HEAD, *LINES[:-1]], 1, "and there are 152"),
        ([HEAD, *LINES[:-1], LINES[-1][:-1]], 1, "and there are 215"),
        ([HEAD, *LINES[:-1], LINES[-1][:-1] + "="], 4, "“=” cannot stand"),
        ([HEAD, LINES[0], "=" + LINES[1][1:], LINES[2]], 3, "“=” cannot stand"),
        ([HEAD, LINES[0], LINES[1][:5] + "é" + LINES[1][6:], LINES[2]], 3, "“é” cannot stand"),
        ([HEAD, LINES[0][:5] + "-" + LINES[0][6:], *LINES[1:]], 2, "“-” cannot stand"),
        ([HEAD, LINES[0] + " ", *LINES[1:]], 2, "“ ” cannot stand"),
        ([HEAD, LINES[0], "", *LINES[1:]], 3, "This line has 0 characters"),
        (
            [HEAD, LINES[0][:70], LINES[0][70:] + LINES[1][:70], LINES[1][70:] + LINES[2]],
            2,
            "has 70 characters",
        ),
        ([HEAD, LINES[0] + LINES[1], LINES[2]], 2, "This line has 152 characters"),
        ([HEAD, "".join(LINES)], 2, "This line has 216 characters"),
    ],
)
def test_a_file_that_was_tampered_with_is_told_with_its_line(lines: list[str], line: int, message: str) -> None:
    with pytest.raises(ShinglesError) as caught:
        parse("\n".join(lines).encode())
    assert line == caught.value.line
    assert message in caught.value.message
    assert caught.value.message == str(caught.value)
    assert caught.value.message.endswith("Make the file again from the source's text.")


@given(st.text("Aa+/=-\n\r\ufeff", max_size=20).map(str.encode) | st.binary(min_size=12, max_size=12).map(b64encode))
def test_lines_are_refused_or_read_as_the_windows_they_encode(body: bytes) -> None:
    windows = windows_of_five_words(body)
    if windows is not None:
        assert len(windows) == 12
        assert b64encode(windows) == body.replace(b"\r\n", b"\n").rstrip(b"\n")


def windows_of_five_words(body: bytes) -> bytes | None:
    try:
        return parse(f"shingles 1 sha256:{'0' * 64} words:5\n".encode() + body).windows
    except ShinglesError:
        return None

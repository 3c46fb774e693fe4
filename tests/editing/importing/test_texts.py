"""Texts lose what the format cannot hold, and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.editing.importing.texts import clean, latin, markdown, one_line, shortened, slug
from site_src.models.texts import text_problem
from site_src.reading.body import read


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("<p>One</p><p>two<br>three</p>", "One\n\ntwo\nthree"),
        ("a <em>word</em>, a <a href='x>y'>link</a>", "a word, a y'>link"),
        ("&lt;b&gt;bold&lt;/b&gt; &amp;quot;so&amp;quot;", 'bold "so"'),
        ("x<script>alert('<p>')</script>y<style>p {}</style>z", "x\ny\nz"),
        ("<!-- a <b> comment -->kept", "kept"),
        ("1 < 2 > 0, a<b, <foo>, AT&T, R&D;", "1 < 2 > 0, a<b, <foo>, AT&T, R&D;"),
        ("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"),
        ("a\x00b\ud800c\u202ed\u200d", "abcd\u200d"),
        (" \u00a0 a \t b \u3000", "a b"),
        ("&#0;&#xD800;&nosuch;", "\ufffd\ufffd&nosuch;"),
    ],
)
def test_markup_and_what_cannot_be_seen_is_taken_out(text: str, cleaned: str) -> None:
    assert clean(text).text == cleaned


def test_what_was_taken_out_is_told() -> None:
    assert clean("a &amp; b\r\n").remarks == ()
    assert clean("<p>a\x07b\x00</p>").remarks == (
        "HTML was taken out",
        "invisible characters were taken out (U+0000, U+0007)",
    )


@given(st.text())
def test_whatever_is_cleaned_our_format_takes(text: str) -> None:
    assert text_problem(clean(text).text) == ""


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="<&\u202d\u202e")))
def test_a_text_without_markup_keeps_every_character(text: str) -> None:
    assert clean(text).text == one_line(text)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("A short one.", "A short one."),
        ("The bridge is old. It was built in 1911.", "The bridge is old."),
        ("The bridge is old, but it was built well", "The bridge is old, but it…"),
        (
            "大桥已经很旧了。它是在一九一一年建成的，而且从来没有维修过，一次也没有",
            "大桥已经很旧了。它是在一九一一年建成的，而且从来没有维…",
        ),
        ("हिन्दी" * 6, "हिन्दी" * 4 + "हि…"),
    ],
)
def test_a_long_text_is_cut_after_a_sentence_or_a_word(text: str, short: str) -> None:
    assert shortened(text, 28) == short


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_what_is_shortened_fits(text: str, most: int) -> None:
    assert len(unicodedata.normalize("NFC", shortened(text, most))) <= most


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't “Straße” Łódź Ærø İstanbul!", "dont-strasse-lodz-aero-istanbul"),
        ("A" * 100, "a" * 60),
        ("one two " * 20, "one-two-one-two-one-two-one-two-one-two-one-two-one-two-one"),
        ("Ｆｕｌｌ ｗｉｄｔｈ ２０２４", "full-width-2024"),
        ("Мост 2024", "most-2024"),
        ("这座大桥 2024 年", ""),
        ("!!!", ""),
    ],
)
def test_a_slug_is_made_of_what_can_be_written_in_a_to_z(text: str, words: str) -> None:
    assert latin(text) == words


def test_a_text_in_another_script_gets_a_slug_that_is_the_same_every_time() -> None:
    assert slug("这座大桥", otherwise="claim") == slug("这座大桥", otherwise="claim")
    assert slug("这座大桥", otherwise="claim") != slug("那座大桥", otherwise="claim")


@pytest.mark.parametrize(
    "text",
    [
        "# not a heading",
        "- no\n+ list\n* here\n1. nor\n2) here",
        "> no quote",
        "---\n===\n***",
        "*no* _emphasis_ ~~struck~~ `code` **b**",
        "[no] (javascript:x) ![picture] [ ^1] [x]: y",
        "<b>no</b> <https://example.org> &amp; &copy; AT&T 1 < 2",
        "a \\ b \\* c\\",
        "```\ncode\n```",
        "| a | b |\n|---|---|\n| c | d |",
        "TODO: 5-year 3.5",
    ],
)
def test_a_plain_text_as_markdown_says_the_same(text: str) -> None:
    body, faults = read(markdown(text), slug="x")
    assert faults == ()
    assert body.text == text
    assert (body.headings, body.links) == ((), ())


def test_what_looks_like_a_link_or_a_note_gets_a_space() -> None:
    body, faults = read(markdown("[no](javascript:x) ![p](file:x.png) [^1] [^a b]"), slug="x")
    assert faults == ()
    assert body.text == "[no] (javascript:x) ![p] (file:x.png) [ ^1] [ ^a b]"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="^("), max_size=80))
def test_any_text_as_markdown_says_the_same(text: str) -> None:
    plain = clean(text).text
    body, faults = read(markdown(plain), slug="x")
    assert faults == ()
    assert body.text == "\n".join(line for line in plain.split("\n") if line)

"""What anybody wrote is words in Markdown and nothing else: no markup, no link, no mention, no command."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from site_src.editing.comparing.plain_words import target, words

# As GitHub reads it, as far as it is known: tables, strikethrough, HTML.
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- hidden",
    "<img src=x onerror=alert(1)>",
    "<https://evil.example/>",
    "[click](javascript:alert(1))",
    "[click][1]",
    "![](https://evil.example/pixel.png)",
    "*bold* _bold_ **bold** ~~gone~~ `code` ``` fence",
    "| cell | cell |",
    "# heading",
    "- entry",
    "1. entry",
    "1) entry",
    "+ entry",
    "> quote",
    "=== rule",
    "--- rule",
    "&lt;b&gt; &amp; &#64;somebody",
    "a\\*b\\",
    "line\nbreak\r\n\r\n# heading",
    "$x$ $$y$$",
    "[^1] and [x] and [ ] task",
    "::error file=a::b",
    "##[add-path]/tmp",
]


def shown(markdown: str) -> str:
    """Gives the words that a reader sees, without what joins them."""
    return html.unescape(re.sub(r"<[^>]+>", "", markdown)).replace("\u2060", "").strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_shown_as_it_was_typed(text: str) -> None:
    made = GITHUB.render(words(text))
    assert re.findall(r"<[^>]+>", made) == ["<p>", "</p>"]
    assert shown(made) == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_it_stays_in_its_cell_and_in_its_entry(text: str) -> None:
    table = GITHUB.render(f"| a | b |\n| --- | --- |\n| {words(text)} | after |\n")
    assert table.count("<td>") == 2
    entry = GITHUB.render(f"- {words(text)}\n- after\n")
    assert (entry.count("<li>"), entry.count("<ul>"), entry.count("<h")) == (2, 1, 0)


@given(st.text(max_size=80))
def test_no_text_at_all_becomes_markup(text: str) -> None:
    made = GITHUB.render(f"- x {words(text)}")
    assert re.sub(r"\s", "", re.sub(r"<(/?)(ul|li)>", "", made)).count("<") == 0
    assert "\n" not in words(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("@everyone", r"@\w"),
        ("mail a@example.org", r"@\w"),
        ("owner/repo#12 and #12", r"#\d"),
        ("GH-12", r"GH-\d"),
        ("https://evil.example/", r"https?://"),
        ("ftp://evil.example/", r"\w+://"),
        ("www.evil.example", r"www\."),
        ("b4fe010aa12", r"\b[0-9a-f]{7,}\b"),
        (":tada:", r":\w+:"),
        ("::set-output name=x::y", r"^::"),
        ("##[set-env]", r"##\["),
    ],
)
def test_what_github_makes_links_and_commands_of_is_broken(text: str, made: str) -> None:
    assert re.search(made, text)
    assert not re.search(made, words(text))


def test_it_is_no_longer_than_it_should_be_and_has_nothing_hidden() -> None:
    assert words("x" * 300, 100) == "x" * 99 + "…"
    assert words("a\u202eb\x07c\u200bd") == "abcd"
    assert words("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize("address", ["https://example.org/a>b", "https://example.org/ a|b`", "https://example.org/<x"])
def test_a_target_cannot_be_left(address: str) -> None:
    made = GITHUB.render(f"[x]({target(address)})")
    assert made.count("<a ") == 1
    assert not re.search(r"[\s<>|`]", target(address)[1:-1])

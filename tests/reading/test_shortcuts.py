"""The parser's shortcuts: whatever a body holds, its tokens are the same without them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.reading.markdown import parser
from site_src.reading.shortcuts import shortened
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path

    from markdown_it.token import Token

LONG, SHORT = parser(), shortened(parser())
SIGNS = [
    "- ",
    "1. ",
    "2) ",
    "> ",
    "# ",
    "    ",
    "\t",
    "  ",
    "|",
    "---",
    "===",
    "```",
    "~~~",
    "[^1]: ",
    "[a]: /b",
    ":--|",
]
INSIDE = [
    "*",
    "**",
    "_",
    "`",
    "~~",
    "[a]",
    "](b)",
    "![",
    "<a:b>",
    "&amp;",
    "&#1;",
    "\\",
    "[^1]",
    "  ",
    " ",
    ":",
    "%",
    "-",
]
WORDS = ["a", "Plan", "é", "漢字", "ª", "2", "“so”", "(b)", "\u00a0", ""]
LINES = st.lists(st.lists(st.sampled_from(SIGNS + INSIDE + WORDS), max_size=6).map("".join), max_size=9)


def tokens(text: str, *, short: bool) -> tuple[list[Token], dict[str, Any]]:
    env: dict[str, Any] = {"cells": 0}
    return (SHORT if short else LONG).parse(text, env), env


@given(LINES.map("\n".join))
def test_lines_of_every_kind_give_the_same_tokens(text: str) -> None:
    assert tokens(text, short=True) == tokens(text, short=False)


@given(st.text())
def test_any_text_gives_the_same_tokens(text: str) -> None:
    assert tokens(text, short=True) == tokens(text, short=False)


@pytest.mark.parametrize("path", sorted(HARBOUR.rglob("*.md")), ids=lambda path: path.stem)
def test_bodies_of_editors_give_the_same_tokens(path: Path) -> None:
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    assert tokens(text, short=True) == tokens(text, short=False)

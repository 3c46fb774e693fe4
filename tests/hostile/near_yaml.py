"""Front matter by chance: nearly YAML, nearly a claim's keys, and what people do to both with a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from site_src.models.appearance import Appearance
from site_src.models.claim import Claim
from site_src.models.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = (
    "",
    "name",
    "label",
    *Claim.model_fields,
    *Appearance.model_fields,
    *Evidence.model_fields,
    "<<",
    "no",
    "?",
    "…",
)
INDENTS = ("", "  ", "    ", " ", "   ", "\t", "  - ", "- ", "    - ", "  -", "\u00a0\u00a0", "\u3000", "# ")
COLONS = (": ", ":", " : ", "：", ":\t", " ", ": |\n    ", ": >-\n    ", ": &a ", ": !!str ", ": *a ", "::")
VALUES = (
    *("", "4.2", "2024-03-20", "asserts", "published", "repair-cost", "harbour-daily", "true", "null", "~", "no"),
    *("12:30", "# note", "words # cut", "a: b", "- a", "[a, b]", "{a: b}", "[a, [b]", "{a", "'it''s'", "'it's'"),
    *('"a\\u202eb"', '"a\\x00"', '"\\q"', '"open', "'open", "“quoted”", "%5", "@a", "`a`", "|", ">", "*a", "&a", "!a"),
    *(
        "9" * 60,
        "1e999",
        "-0",
        "é" * 30,
        "e\u0301",
        "漢字",
        "\ufeff",
        "💥",
        "\u200b",
        "a\u2028b",
        "---",
        "...",
        "\x07",
        "\r",
    ),
)
KEYBOARD = "\"'“”„‘’:：,;-–—_#&*!|>%@`~?[]{}()<>\\/ \t\u00a0\u3000\u200b\ufeff\x00\x1b\x7f\x85\u2029\u202e\r0aé漢"

lines = st.tuples(
    st.sampled_from(INDENTS), st.sampled_from(KEYS), st.sampled_from(COLONS), st.sampled_from(VALUES)
).map("".join)
fronts = st.lists(lines | st.sampled_from(VALUES), max_size=12).map("\n".join)


@st.composite
def mistyped(draw: st.DrawFn, text: str) -> str:
    """Draw a text with one to five slips of the hand in it."""
    for slip in draw(st.lists(st.sampled_from(_SLIPS), min_size=1, max_size=5)):
        text = slip(draw, text)
    return text


def _swapped(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, max(0, len(text) - 2)))
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _left_out(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    return text[:at] + text[at + draw(st.integers(1, 3)) :]


def _put_in(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from(KEYBOARD) | st.characters(exclude_categories=["Cs"])) + text[at:]


def _in_a_line(change: Callable[[st.DrawFn, str], str]) -> Callable[[st.DrawFn, str], str]:
    def changed(draw: st.DrawFn, text: str) -> str:
        typed = text.split("\n")
        at = draw(st.integers(0, len(typed) - 1))
        return "\n".join([*typed[:at], change(draw, typed[at]), *typed[at + 1 :]])

    return changed


def _indented(draw: st.DrawFn, line: str) -> str:
    return draw(st.sampled_from(INDENTS)) + (line.lstrip() if draw(st.booleans()) else line)


def _valued(draw: st.DrawFn, line: str) -> str:
    return line.partition(":")[0] + draw(st.sampled_from(COLONS)) + draw(st.sampled_from(VALUES))


def _quoted(draw: st.DrawFn, line: str) -> str:
    key, colon, value = line.partition(": ")
    mark = draw(st.sampled_from(["'", '"', "“", "[", "{", "|", "`"]))
    return f"{key}{colon}{mark}{value}{draw(st.sampled_from(['', mark, ']', '}', ' #']))}"


def _twice(_: st.DrawFn, line: str) -> str:
    return f"{line}\n{line}"


_SLIPS: tuple[Callable[[st.DrawFn, str], str], ...] = (
    *(_swapped, _left_out, _put_in, _put_in),
    *map(_in_a_line, (_indented, _valued, _quoted, _twice, lambda *_: "")),
)

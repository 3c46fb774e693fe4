"""Harbour with something broken in it by chance, as a hurried editor or a hostile one might break it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from site_src.reading.files import read_content
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Callable

Files = dict[str, str | bytes | None]


@st.composite
def broken(draw: st.DrawFn) -> Files:
    """Draw harbour with one to three of its text files changed by chance."""
    files: Files = {}
    named = [file for file in read_content(HARBOUR).files if not file.name.startswith("files/")]
    for file in draw(st.lists(st.sampled_from(named), min_size=1, max_size=3, unique_by=lambda one: one.name)):
        content = file.content
        for change in draw(st.lists(st.sampled_from(_CHANGES), min_size=1, max_size=3)):
            content = change(draw, content)
        files[file.name] = content
    return files


def _cut(draw: st.DrawFn, content: bytes) -> bytes:
    return content[: draw(st.integers(0, len(content)))]


def _line_taken_out(draw: st.DrawFn, content: bytes) -> bytes:
    lines = content.split(b"\n")
    place = draw(st.integers(0, len(lines) - 1))
    return b"\n".join(lines[:place] + lines[place + 1 :])


def _line_doubled(draw: st.DrawFn, content: bytes) -> bytes:
    lines = content.split(b"\n")
    place = draw(st.integers(0, len(lines) - 1))
    return b"\n".join([*lines[:place], lines[place], *lines[place:]])


def _lines_swapped(draw: st.DrawFn, content: bytes) -> bytes:
    lines = content.split(b"\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _put_in(draw: st.DrawFn, content: bytes) -> bytes:
    place = draw(st.integers(0, len(content)))
    return content[:place] + draw(st.sampled_from(_PIECES) | st.binary(max_size=8)) + content[place:]


def _value_replaced(draw: st.DrawFn, content: bytes) -> bytes:
    lines = content.split(b"\n")
    place = draw(st.integers(0, len(lines) - 1))
    key, colon, _ = lines[place].partition(b":")
    lines[place] = key + colon + b" " + draw(st.sampled_from(_PIECES))
    return b"\n".join(lines)


_CHANGES: tuple[Callable[[st.DrawFn, bytes], bytes], ...] = (
    _cut,
    _line_taken_out,
    _line_doubled,
    _lines_swapped,
    _put_in,
    _put_in,
    _value_replaced,
    _value_replaced,
)
_PIECES = tuple(
    piece.encode()
    for piece in (
        *(
            "---",
            "\n---\n",
            ": ",
            " #",
            "- ",
            "  ",
            "\t",
            "\r",
            "\r\n",
            "\0",
            "\u2028",
            "\u202e",
            "\ufeff",
            "'",
            '"',
            "|",
        ),
        *(
            ">",
            "&a",
            "*a",
            "!!python/object:os.system",
            "<<: *a",
            "[",
            "]",
            "{",
            "}",
            "%",
            "@",
            "`",
            "?",
            ",",
            "~",
            "null",
        ),
        *("0", "-1", "1e999", "9" * 50, "[1, 2]", "{a: b}", "2024-02-30", "0000-01-01", "true", "no", "../../etc", "/"),
        *(
            "https://",
            "javascript:alert(1)",
            "http://a:b@example.org",
            "harbour-daily",
            "repair-cost",
            "draft",
            "retracted",
        ),
        *(
            "[a](claim:repair-cost)",
            "![a](file:bridge.png)",
            "[a](javascript:x)",
            "[^1]",
            "[^1]: a",
            "# a",
            "| a |\n| - |",
        ),
        *("<b>", "1 / 0", "9 ** 9 ** 9", "((((((", "💥", "e\u0301" * 20, "a" * 300),
    )
)

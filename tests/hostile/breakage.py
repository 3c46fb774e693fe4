"""Content with something broken in it by chance, as a hurried editor or a hostile one might break it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@st.composite
def broken(draw: st.DrawFn, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Draw one to three of these files, by name, each changed by chance; most often one change in one."""
    return {name: draw(changed(files[name])) for name in draw(_few(sorted(files)))}


@st.composite
def changed(draw: st.DrawFn, content: bytes) -> bytes:
    """Draw a file to which one to three things have happened."""
    for change in draw(_few(_CHANGES, unique=False)):
        content = change(draw, content)
    return content


def _few(values: Sequence[Any], *, unique: bool = True) -> st.SearchStrategy[list[Any]]:
    value = st.sampled_from(values)
    return st.lists(value, min_size=1, max_size=1) | st.lists(value, min_size=1, max_size=3, unique=unique)


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

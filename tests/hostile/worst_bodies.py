"""The bodies that take longest, as long as a file and the limits of markup allow, by what they are made of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hostile.worst_keys import Files

_ROOM = 990_000
_SIGNS = "\n!#$%&*+-:<=>@[\\]^_`{|}~"
_MOST = {"signs": 50_000, "[": 10_000, "\n": 20_000}


def flood(unit: str, before: str = "", after: str = "", room: int = _ROOM) -> Files:
    """Give a body of a piece of markup, as often as the limits allow, with plain words to fill the file."""
    counts = [room // len(unit.encode())]
    counts += [(_MOST["["] - 50) // unit.count("[")] if "[" in unit else []
    counts += [(_MOST["\n"] - 50) // unit.count("\n")] if "\n" in unit else []
    signs = sum(map(unit.count, _SIGNS))
    counts += [(_MOST["signs"] - 2_000) // signs] if signs else []
    return {"claims/x.md": claim(body=before + unit * min(counts) + after)}


_UNITS = (
    *("[", "]", "~", "`", "&", "|", "!", "\\", ">", "*", "_", "<", "#", "=", "- ", "+ ", "1. ", "> ", "\n\n", "\t"),
    *("![", "[a](", "![a](", "[a](<b", "[x](y't", "[a][", "[a][b]", "](", "[a](#b)", "[a](#b) ", "\\[", "!\\["),
    *("*a_", "_*", "**a", "a**b", "~~a", "`a``b", "<a:", "<!--", "<a@b.", "&#", "&#x41;", "a|", "|-", ">-", "*a "),
    *("[^", "[^a", "[^1]", "[^1]:", "^[", "[a]: b\n", "[^1]: b\n\n", "- a\n", "> a\n", "a\n===\n", "## a\n", "```\n"),
    *("[a](claim:b)", "[a](claim:repair-cost)", "![](file:a.png)", "[a](javascript:x)", "[a](https://b) ", "[](b)\n"),
    *("    a\n", "1. a\n", "- a\n  - b\n", "> - a\n", "a  \n", "a\\\n", "***\n", "| a |\n", "a|b\n-|-\n"),
    *("&copy;", "&#1;", "&#x301;&#x323;", "<b>", "</b>", "<b a='", "<?", "<![CDATA[", "**a**", "*a*", "`a`", "~~a~~"),
    *("[a]\n", "[[a]]", "[a", "a]", "a@b.c ", "https://a.b ", "<https://x.org>", "a_b", "x" * 60 + "\n"),
    *("\u0301\u0323", "\u4e00", "\U0001f468\u200d", "\ufdfa"),
)


def _floods() -> dict[str, Callable[[], Files]]:
    """Give a flood of each piece, and of those that fit on a line also on lines and between words."""
    pieces = {repr(unit): unit for unit in _UNITS}
    pieces |= {f"{unit!r} on lines": f"{unit}\n" for unit in _UNITS if "\n" not in unit}
    pieces |= {f"{unit!r} between words": f"{unit} aa " for unit in _UNITS if "\n" not in unit}
    return {name: partial(flood, unit) for name, unit in pieces.items()}


WORST_BODIES: dict[str, Callable[[], Files]] = {
    **_floods(),
    "links to a definition with a long title": lambda: flood(
        "[a] ", before='[a]: https://example.org "' + "b" * 900_000 + '"\n\n', room=80_000
    ),
    "pictures of a definition with a long title": lambda: flood(
        "![b][a] ", before='[a]: file:bridge.png "' + "b" * 900_000 + '"\n\n', room=80_000
    ),
    "links to a definition with a long address": lambda: flood(
        "[a] ", before="[a]: https://example.org/" + "b" * 900_000 + "\n\n", room=80_000
    ),
    "definitions and their uses": lambda: flood(
        "[a] ", before="".join(f"[a{n}]: claim:b\n" for n in range(4_000)), room=50_000
    ),
    "bad links at the end of a long line": lambda: flood("[a](b) ", before="b " * 450_000, room=60_000),
    "bad links in the cells of a long row": lambda: {
        "claims/x.md": claim(
            body="a|" * 4_000 + "\n" + "-|" * 4_000 + "\n" + ("\\|[a](b)" + "c" * 200 + "|") * 4_000 + "\n"
        )
    },
    "a heading of marks": lambda: {"claims/x.md": claim(body="## a" + "\u0301" * 240_000 + "\u0323" * 240_000)},
    "a heading of marks as codes": lambda: {"claims/x.md": claim(body="## a" + "&#769;" * 12_000 + "&#803;" * 12_000)},
    "headings of one name": lambda: flood("## a\n"),
    "a link to a heading of marks": lambda: {
        "claims/x.md": claim(body="".join(f"[a](#{'%CC%81%CC%A3' * 160}{n}) " for n in range(480)))
    },
    "lines that go on lazily": lambda: {"claims/x.md": claim(body=("> " * 9 + "a\n") + "b\n" * 19_000)},
    "lists in lists, each a little deeper": lambda: {
        "claims/x.md": claim(body="".join(" " * (2 * (n % 8)) + "- a\n" for n in range(19_000)))
    },
    "a table and lines below it": lambda: {"claims/x.md": claim(body="a\n" * 9_000 + "|a|\n|-|\n" + "a\n" * 10_900)},
    "one long line": lambda: {"claims/x.md": claim(body="a" * _ROOM)},
    "one long word of codes": lambda: {"claims/x.md": claim(body="&#x41;" * 24_000)},
    "backticks of every length": lambda: {"claims/x.md": claim(body=" ".join("`" * (n % 200 + 1) for n in range(480)))},
    "notes, each within the one before": lambda: {
        "claims/x.md": claim(body="[^0]\n\n" + "".join(f"[^{n}]: [^{n + 1}]\n\n" for n in range(4_000)))
    },
}

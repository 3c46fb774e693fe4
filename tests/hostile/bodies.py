"""Bodies by chance in which nothing is wrong: every kind of block, links to what is there, and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from site_src.reading.headings import anchor_of
from tests.hostile.chance import texts

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKUP = "[]<!\\`~|&*_"

said = texts.map(lambda text: "So " + "".join(c for c in text if c not in MARKUP))


@st.composite
def sound(draw: st.DrawFn, targets: Sequence[str]) -> str:
    """Draw a body whose links lead to these targets, such as `claim:bridge-bill`."""
    kinds = draw(st.lists(st.sampled_from(_KINDS), max_size=5))
    return "\n\n".join(_block(draw, kind, place, targets) for place, kind in enumerate(kinds))


_KINDS = ("words", "words", "heading", "list", "numbers", "quote", "code", "fence", "table", "link", "picture", "note")
_ELSEWHERE = ("https://example.org/a?b=1&c=2", "mailto:desk@example.org", "http://example.org:8080/%20")


def _block(draw: st.DrawFn, kind: str, place: int, targets: Sequence[str]) -> str:
    words = draw(said)
    if kind == "link":
        target = draw(st.sampled_from((*_ELSEWHERE, *targets)))
        return f"[{words}]({target})" if draw(st.booleans()) else f"[{words}][{place}]\n\n[{place}]: {target} 'Words'"
    if kind == "heading":
        return f"{'#' * draw(st.integers(2, 6))} {words}\n\n[{words}](#{anchor_of(words.strip())})"
    return {
        "words": words,
        "list": f"- {words}\n- {words}\n\n  - {words}",
        "numbers": f"{draw(st.integers(0, 999_999_999))}. {words}\n2. {words}",
        "quote": f"> {words}\n> > {words}",
        "code": f"    {words}",
        "fence": f"```words\n{words}\n```",
        "table": f"| {words} | b |\n| --- | :-: |\n| c | {words} |\n| d |",
        "picture": f"![{words}](file:bridge.png)",
        "note": f"{words}[^{place}] and *again*[^{place}]\n\n[^{place}]: {words}",
    }[kind]

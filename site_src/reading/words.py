"""The words of a text, as shingles and excerpts count them: the content format's section "Shingles".

Spelling that only looks different (case, width, ligatures, soft hyphens) is folded; nothing else is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from site_src.models.marks import normalized

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word and where it stands: `original[start:end]` is its spelling in the text it was read from."""

    text: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """Returns the words of the text in order, folded, as the content format defines them."""
    folded = _without_format(_fold(text))
    return [folded[start:end] for start, end in _runs(folded)]


def placed_words(text: str) -> list[PlacedWord]:
    """Returns the words of the text with their places in it; words out of one character share its place."""
    folded: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end in _clusters(text):
        piece = _without_format(_fold(text[start:end]))
        folded.append(piece)
        places += [(start, end)] * len(piece)
    whole = "".join(folded)
    return [PlacedWord(whole[a:b], places[a][0], places[b - 1][1]) for a, b in _runs(whole)]


def is_dense(text: str) -> bool:
    """Tells whether more than half of the text's words are in the scripts where each character is a word."""
    if text.isascii():
        return False
    found = words(text)
    return 2 * sum(_DENSE.match(word) is not None for word in found) > len(found)


def spaced(text: str) -> str:
    """Returns the text with spaces around each character that is a word by itself, the marks after it included."""
    alone = () if text.isascii() else [found.span() for found in _ALONE.finditer(text.translate(_KINDS))]
    if not alone:
        return text
    ends = [0, *(end for span in alone for end in span), len(text)]
    return " ".join(filter(None, (text[start:end].strip() for start, end in pairwise(ends))))


_DENSE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
# Over the kinds of the characters (see _kind), one letter each, so that one pattern serves every script.
_WORD = re.compile(r"[am0]+(?:(?<=0)\.(?=0)[am0]+)*|[c9]m*|[$%]|(?<![^ $(])-(?=[09])")

_ALONE = re.compile("[c9]m*")


class _Kinds(dict[int, str]):
    """The kind of every character met so far, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = _kind(chr(code))
        return kind


_KINDS = _Kinds()
_NAMED = {"Nd": "0", "Sc": "$", "Ps": "(", "Cf": "f"}


def _kind(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] in "LN" and _DENSE.match(character):
        return "9" if category == "Nd" else "c"
    if category[0] in "LM":
        return "a" if category[0] == "L" else "m"
    if character in "%-.":
        return character
    if character.isspace():
        return " "
    return {",": ".", "‰": "%"}.get(character) or _NAMED.get(category, "_")


def _fold(text: str) -> str:
    folded = normalized("NFKC", normalized("NFKC", text).casefold())
    return folded.replace("−", "-")


def _runs(folded: str) -> Iterator[tuple[int, int]]:
    return map(re.Match.span, _WORD.finditer(folded.translate(_KINDS)))


def _without_format(folded: str) -> str:
    if folded.isascii() or "f" not in (kinds := folded.translate(_KINDS)):
        return folded
    return "".join(character for character, kind in zip(folded, kinds, strict=True) if kind != "f")


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Cuts the text where folding the parts gives the same as folding the whole."""
    start = 0
    for here in range(1, len(text)):
        if _is_apart(text, start, here):
            yield start, here
            start = here
    if text:
        yield start, len(text)


def _is_apart(text: str, start: int, here: int) -> bool:
    character = text[here]
    if unicodedata.combining(character) or unicodedata.combining(unicodedata.normalize("NFKC", character)[0]):
        return False
    return _fold(text[start : here + 1]) == _fold(text[start:here]) + _fold(character)

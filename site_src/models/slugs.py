"""Slugs out of texts: their words in a–z and 0–9.

Accents are dropped; Cyrillic, Greek, Hangul and kana are spelled out, letter by letter. Other scripts cannot be
spelled by rule.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import lru_cache

from site_src.models.marks import normalized


@lru_cache(maxsize=4_000)
def slug_of(text: str, *, most: int = 80) -> str:
    """Give a slug of a text's words, or nothing where half of its letters or more cannot be written in a–z and 0–9."""
    spelled = _spelled(text)
    words = re.findall("[a-z0-9]+", spelled)
    if not words or 2 * sum(map(len, words)) <= sum(map(str.isalnum, spelled)):
        return ""
    lengths = itertools.accumulate(len(word) + 1 for word in words)
    fitting = [word for word, length in zip(words, lengths, strict=True) if length <= most + 1]
    return "-".join(fitting) or words[0][:most]


# Letters that Unicode does not take apart into one of a–z and a mark.
_LATIN = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "\u0131": "i", "'": "", "’": ""}
)
# By the names of letters in Unicode. Cyrillic as in passports (ICAO 9303, part 3), Greek as in ISO 843.
_ALPHABETS = {
    "CYRILLIC SMALL LETTER ": """
        A a BE b VE v GHE g DE d IE e ZHE zh ZE z I i KA k EL l EM m EN n O o PE p ER r ES s TE t U u EF f HA kh TSE ts
        CHE ch SHA sh SHCHA shch YERU y E e YU iu YA ia UKRAINIAN_IE ie BYELORUSSIAN-UKRAINIAN_I i GHE_WITH_UPTURN g
        JE j LJE lj NJE nj DJE d TSHE c DZHE dz DZE dz
    """,
    "GREEK SMALL LETTER ": """
        ALPHA a BETA v GAMMA g DELTA d EPSILON e ZETA z ETA i THETA th IOTA i KAPPA k LAMDA l MU m NU n XI x OMICRON o
        PI p RHO r SIGMA s TAU t UPSILON y PHI f CHI ch PSI ps OMEGA o
    """,
}
_LETTERS = {
    script + name.replace("_", " "): spelling
    for script, table in _ALPHABETS.items()
    for name, spelling in zip(table.split()[::2], table.split()[1::2], strict=True)
}
_SILENT = ("CYRILLIC SMALL LETTER SOFT SIGN", "CYRILLIC SMALL LETTER HARD SIGN")
# Letters that are spelled as they are, not taken apart: kana and Hangul.
_WHOLE = re.compile("[\u3041-\u30ff\uac00-\ud7a3]")
# Letters whose names end in how they sound.
_SPEAKING = re.compile("(?:HANGUL SYLLABLE|(?:HIRAGANA|KATAKANA) LETTER(?: SMALL)?) ([A-Z]+)")


def _spelled(text: str) -> str:
    """Write a text's letters in Latin ones as far as they can be, without accents; other signs stay."""
    small = normalized("NFKC", text.casefold()).translate(_LATIN)
    if small.isascii():
        return small
    apart = (each for letter in small for each in (letter if _WHOLE.match(letter) else _decomposed(letter)))
    return "".join(_letter(each) for each in apart if not unicodedata.combining(each))


def _decomposed(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)


def _letter(letter: str) -> str:
    if letter.isascii():
        return letter
    name = unicodedata.name(letter, "")
    if name in _SILENT:
        return ""
    found = _SPEAKING.fullmatch(name)
    return found[1].lower() if found else _LETTERS.get(name, letter)

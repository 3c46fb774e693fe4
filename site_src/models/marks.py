"""Texts in Unicode's normal forms, in a time that grows with the text alone.

The library sorts the marks on a letter by insertion, which takes hours for a letter that bears some hundred thousand.
So runs of more marks than any text needs (UAX #15, section 13) are taken apart and sorted before; what comes out is
the same.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]


def normalized(form: Form, text: str) -> str:
    """Give a text in a normal form."""
    if text.isascii():
        return text
    apart: Form = "NFKD" if "K" in form else "NFD"
    return unicodedata.normalize(form, _RUN.sub(lambda found: "".join(_in_order(found[0], apart)), text))


# More than 30 of what may be marks: neither letters nor digits, but the two halfwidth signs that NFKC makes marks of.
_RUN = re.compile("(?:[^\\w\\s\x00-\x7f]|[\uff9e\uff9f]){31,}")


def _in_order(run: str, form: Form) -> Iterator[str]:
    apart = "".join(unicodedata.normalize(form, sign) for sign in run)
    for are_marks, signs in groupby(apart, key=lambda sign: unicodedata.combining(sign) > 0):
        found = "".join(signs)
        yield from sorted(found, key=unicodedata.combining) if are_marks else found

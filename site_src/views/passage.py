"""Where an excerpt stands in its source: the address of the page with a text fragment, so that browsers go there.

They look for the words letter by letter. Of a long excerpt, and of one with a gap, they get the first few words and the
last few; a comma that stands otherwise in between then does no harm.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from site_src import addresses, elsewhere

_WHOLE = 10
"""Up to so many words are looked for as they stand."""
_FEW = 5
_GAP = re.compile(r"\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3}")
_NEEDED = "%‰"


def passage(url: str, excerpt: str) -> addresses.Href:
    """Give the address at which browsers show an excerpt of a page; “…” in the excerpt is a gap."""
    return elsewhere.passage(url, *ends(excerpt))


@lru_cache(maxsize=4_000)
def ends(excerpt: str) -> tuple[str, ...]:
    """Give an excerpt as browsers are to look for it: the whole of it, or its first and its last words."""
    # To look for a gap letter by letter takes long, and few have one.
    gapped = _GAP.split(excerpt) if "…" in excerpt or "..." in excerpt else [excerpt]
    parts = [part for part in (_bare(part) for part in gapped) if part]
    if len(parts) == 1 and len(parts[0].split()) <= _WHOLE:
        return (parts[0],)
    few = (parts[0].split()[:_FEW], parts[-1].split()[-_FEW:])
    return tuple(filter(None, (_bare(" ".join(words)) for words in few)))


def _bare(text: str) -> str:
    """Give a text without the punctuation around it, which may differ in the source."""
    if text[:1].isalnum() and text[-1:].isalnum():
        return text
    first = next((place for place, sign in enumerate(text) if not _around(sign)), len(text))
    after = next((place for place in range(len(text), first, -1) if not _around(text[place - 1])), first)
    return text[first:after]


def _around(sign: str) -> bool:
    return sign.isspace() or (unicodedata.category(sign)[0] == "P" and sign not in _NEEDED)

"""Words that anybody wrote, as Markdown in which they are words and nothing else.

What GitHub makes of text besides Markdown (mentions, references, addresses that become links, HTML) is broken by a
word joiner (U+2060), for a backslash does not keep it from any of these.
"""

from __future__ import annotations

import re
import unicodedata


def words(text: str, most: int = 240) -> str:
    """Gives a text of at most so many characters, on one line, as Markdown that shows it literally."""
    line = "".join(sign for sign in " ".join(text.split()) if sign in _JOINERS or not _is_hidden(sign))
    cut = line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
    for pattern in _MADE_LINKS:
        cut = pattern.sub(lambda found: f"{found[1]}{_JOINER}{found[2]}", cut)
    escaped = _SIGNS.sub(lambda found: _ESCAPED.get(found[0], f"\\{found[0]}"), cut)
    return _AT_THE_START.sub(r"\1\\\2", escaped)


def target(address: str) -> str:
    """Gives a link's target in angle brackets; what would end it is percent-encoded (RFC 3986, section 2.1)."""
    return f"<{_ENDS_A_TARGET.sub(lambda found: f'%{ord(found[0]):02X}', address)}>"


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs")


_JOINER = "\u2060"
_JOINERS = ("\u200c", "\u200d")  # part of how many scripts are spelled
_ENDS_A_TARGET = re.compile(r"[<>\s|`\\]")
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIGNS = re.compile(r"[\\`*_\[\]<>&|~$]")
_AT_THE_START = re.compile(r"^(\d*)((?<!\d)[-+=:]|(?<=\d)[.)](?=\s|$))")
_MADE_LINKS = (
    re.compile(r"(@)()"),
    re.compile(r"(#)()"),
    re.compile(r"(\b[A-Za-z][A-Za-z0-9+.-]*:)(//)"),
    re.compile(r"(\bwww)(\.)", re.IGNORECASE),
    re.compile(r"(\bGH)(-\d)", re.IGNORECASE),
    re.compile(r"(\b[0-9a-f]{6})([0-9a-f]+\b)"),
    re.compile(r"(:)(\w[\w+-]*:)"),
)

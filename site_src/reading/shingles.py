"""What is known of a held source's text: hashes of every four words, against which excerpts are verified.

The content format's section "Shingles" defines the file; it is made here and read here.
"""

from __future__ import annotations

import binascii
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING

from site_src.reading.words import PlacedWord, placed_words, words

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Shingles:
    """A shingles file as read: SHA-256 of the text (64 hex digits), its words, six bytes for each window."""

    digest: str
    count: int
    windows: bytes


class ShinglesError(ValueError):
    """A shingles file that is not as the program makes it: what is wrong, and in which line (from 1)."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def make(text: str) -> str:
    """Returns the shingles file of a source's text."""
    found = words(text)
    key = sha256(text.encode()).digest()
    code = binascii.b2a_base64(_windows(found, key), newline=False).decode()
    lines = [code[at : at + _LINE] for at in range(0, len(code), _LINE)]
    return "\n".join([f"shingles 1 sha256:{key.hex()} words:{len(found)}", *lines, ""])


def parse(data: bytes) -> Shingles:
    """Reads a shingles file; raises `ShinglesError` with the first line that is not as it is to be."""
    text = data.removeprefix(b"\xef\xbb\xbf")
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n")
    head, _, body = text.partition(b"\n")
    if not (match := _HEAD.fullmatch(head)):
        raise ShinglesError(_what_is_wrong_with_head(head), 1)
    digest, count = match[1].decode().lower(), int(match[2])
    body = body.rstrip(b"\n")
    windows = _decoded(body, max(0, count - 3))
    if windows is None:
        raise _what_is_wrong_with_body(body, count)
    return Shingles(digest, count, windows)


@lru_cache(maxsize=100)
def words_of(excerpt: str) -> tuple[str, ...]:
    """Returns the words of an excerpt, which are counted, and then sought."""
    return tuple(words(excerpt))


def position(shingles: Shingles, excerpt: str) -> int | None:
    """Returns the place (from 1) of the excerpt's first word in the text, None if it does not hold."""
    wanted = _sought(excerpt, shingles.digest)
    place = _find(shingles.windows, wanted) if wanted else None
    return None if place is None else place + 1


def longest_part(shingles: Shingles, excerpt: str) -> str | None:
    """Returns the longest part of the excerpt, as spelled there, that holds; None if no four words do."""
    placed = placed_words(excerpt)
    wanted = _windows([word.text for word in placed], bytes.fromhex(shingles.digest))
    cuts = [at for at in range(len(placed) + 1) if _is_cut(placed, at)]
    longest = (0, 0)
    for first in cuts:
        for end in cuts[bisect_left(cuts, first + max(4, longest[1] - longest[0] + 1)) :]:
            if _find(shingles.windows, wanted[_WIDTH * first : _WIDTH * (end - 3)]) is None:
                break
            longest = (first, end)
    return excerpt[placed[longest[0]].start : placed[longest[1] - 1].end] if longest[1] else None


_WIDTH = 6  # bytes a window
_LINE = 76  # characters a line of base64
_HEAD = re.compile(rb"shingles 1 sha256:([0-9a-fA-F]{64}) words:(0|[1-9][0-9]{0,8})")
_AGAIN = "Make the file again from the source's text."


@lru_cache(maxsize=32_768)
def _sought(excerpt: str, digest: str) -> bytes:
    # Each excerpt is sought by its check, and again for every page and file that shows it.
    return _windows(words_of(excerpt), bytes.fromhex(digest))


def _windows(found: Sequence[str], key: bytes) -> bytes:
    return b"".join(
        blake2b(" ".join(found[at : at + 4]).encode(), digest_size=_WIDTH, key=key).digest()
        for at in range(len(found) - 3)
    )


def _find(windows: bytes, wanted: bytes) -> int | None:
    at = windows.find(wanted)
    while at >= 0 and at % _WIDTH:  # a match that begins inside a window is chance
        at = windows.find(wanted, at + 1)
    return at // _WIDTH if at >= 0 else None


def _is_cut(placed: list[PlacedWord], at: int) -> bool:
    if not 0 < at < len(placed):
        return True
    # Two words can come out of one character ("½"), and a minus is a word only while its digit follows.
    return placed[at - 1].end <= placed[at].start and placed[at - 1].text != "-"


def _decoded(body: bytes, windows: int) -> bytes | None:
    """The windows, or None if the lines are not exactly as `make` writes them; no loop, for cold builds."""
    code = body.replace(b"\n", b"")
    breaks = body[_LINE :: _LINE + 1]
    # Six bytes are eight characters without a remainder, so there is never any padding.
    if len(code) != 8 * windows or breaks.strip(b"\n") or len(body) != len(code) + len(breaks):
        return None
    try:
        decoded = binascii.a2b_base64(code, strict_mode=True)
    except binascii.Error:
        return None
    return decoded if len(decoded) == _WIDTH * windows else None


def _what_is_wrong_with_head(head: bytes) -> str:
    version = re.match(rb"shingles ([0-9]{1,9}) ", head)
    if version and version[1] != b"1":
        told = f"This file has version {version[1].decode()} of the shingles format, not 1."
        return f"{told} {_AGAIN}"
    shown = head[:60].decode(errors="replace")
    return f"The first line should be “shingles 1 sha256:… words:…” and is “{shown}”. {_AGAIN}"


def _what_is_wrong_with_body(body: bytes, count: int) -> ShinglesError:
    lines = body.split(b"\n") if body else []
    for number, line in enumerate(lines, start=2):
        if foreign := re.search(rb"[^A-Za-z0-9+/]", line):
            shown = line[foreign.start() :].decode(errors="replace")[0]
            return ShinglesError(f"“{shown}” cannot stand in this line of base64. {_AGAIN}", number)
        is_last = number == len(lines) + 1
        if len(line) > _LINE or not line or (len(line) < _LINE and not is_last):
            told = f"This line has {len(line)} characters; lines have {_LINE}, the last one perhaps fewer."
            return ShinglesError(f"{told} {_AGAIN}", number)
    needed, there = 8 * max(0, count - 3), sum(map(len, lines))
    told = f"A text of {count} words needs {needed} characters below this line, and there are {there}."
    return ShinglesError(f"{told} {_AGAIN}", 1)

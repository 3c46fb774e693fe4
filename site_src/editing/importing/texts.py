"""Texts as other publishers serve them → texts that our format takes, each with what was done to it."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from typing import NamedTuple

from site_src.models.marks import normalized
from site_src.models.slugs import slug_of
from site_src.models.texts import text_problem


class Cleaned(NamedTuple):
    """A text without markup and invisible characters, and sentences on what was taken out of it."""

    text: str
    remarks: tuple[str, ...]


def clean(text: str) -> Cleaned:
    """Take HTML and what no text may hold out of a text; lines and paragraphs stay apart, spaces are single."""
    plain, remarks = re.sub("\r\n?", "\n", text), []
    for _ in range(3):  # some publishers escape what is escaped already
        if _TAG.search(plain):
            plain, remarks = _without_tags(plain), ["HTML was taken out"]
        plain = _ENTITY.sub(lambda found: html.unescape(found[0]), plain)
    if hidden := sorted({each for each in plain if text_problem(each)} if text_problem(plain) else ()):
        remarks.append(f"invisible characters were taken out ({', '.join(f'U+{ord(each):04X}' for each in hidden)})")
        plain = plain.translate({ord(each): "\n" if each in _LINE_ENDS else None for each in hidden})
    lines = (one_line(line) for line in plain.split("\n"))
    return Cleaned(re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip(), tuple(remarks))


def one_line(text: str) -> str:
    """Give a text with every run of white space as one space."""
    return " ".join(text.split())


def shortened(text: str, most: int) -> str:
    """Give a text of at most so many characters (code points of NFC), cut after a sentence or a word."""
    composed = normalized("NFC", text)
    if len(composed) <= most:
        return text
    cut = composed[: most - 1]
    sentences = [found.end() for found in _SENTENCE_END.finditer(cut)]
    if sentences and sentences[-1] > most // 2:
        return cut[: sentences[-1]].rstrip()
    space = cut.rfind(" ")
    end = space if space > most // 2 else len(cut)
    while end > 1 and unicodedata.category(composed[end])[0] == "M":  # a mark stays with its letter
        end -= 1
    return f"{cut[:end].rstrip(' ,;:')}…"


def latin(text: str) -> str:
    """Give a slug of a text's words, or nothing where half of its letters or more cannot be written in a–z and 0–9."""
    return slug_of(text, most=_SLUG)


def slug(text: str, *, otherwise: str) -> str:
    """Give a slug of a text's words, or `otherwise` and a short digest of the text where a–z cannot write them."""
    return latin(text) or f"{otherwise}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def markdown(text: str) -> str:
    """Give a plain text as Markdown that shows the same words: its paragraphs apart, its signs escaped."""
    return "\n\n".join(_LEADING.sub(r"\1\\\2", inline(each)) for each in re.split(r"\n+", text))


def inline(text: str) -> str:
    """Give a plain text as Markdown within a line."""
    # Our reader takes these, escaped or not, for a link or a note that went wrong.
    apart = one_line(text).replace("](", "] (").replace("[^", "[ ^")
    return _SIGNS.sub(r"\\\g<0>", apart)


_NAMES = (
    "a abbr address article aside audio b base big blockquote body br button caption center cite code col colgroup dd "
    "del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr "
    "html i iframe img input ins kbd label li link main map mark meta nav nobr noscript object ol o:p option p param "
    "path picture pre q s samp script section select small source span strike strong style sub summary sup svg table "
    "tbody td textarea tfoot th thead time title tr track tt u ul var video wbr"
)
_TAG = re.compile(
    rf"<!--(?:(?!<!--).){{0,4000}}?-->|<(/?)({'|'.join(_NAMES.split())})(?:\s[^<>]*)?/?>", re.IGNORECASE | re.DOTALL
)
_INLINE = re.compile(
    "a|abbr|b|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|"
    "tt|u|var|wbr"
)
_UNSEEN = frozenset(("script", "style"))
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|[\u3002\uff01\uff1f\u061f\u0964]")
_SLUG = 60
_SIGNS = re.compile(r"[\\`*_\[~]|<(?=[a-zA-Z/!?])|&(?=[#a-zA-Z])")
_LEADING = re.compile(r"^((?:[0-9]{1,9}(?=[.)]))?)([-+#>.)])")


def _without_tags(text: str) -> str:
    parts: list[str] = []
    start, unseen = 0, ""
    for found in _TAG.finditer(text):
        name = (found[2] or "").lower()
        if not unseen:
            parts += [text[start : found.start()], "" if not name or _INLINE.fullmatch(name) else "\n"]
        if name in _UNSEEN and unseen in ("", name):
            unseen = "" if found[1] else name
        start = found.end()
    return "".join([*parts, text[start:]])

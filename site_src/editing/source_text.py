"""The text of a source, as it is fetched or lies in a file: its characters set right, and what is known about it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.editing.answers import Refused
from site_src.reading.named_files import FileRefused, read_bounded, repository_of, write_new, write_text
from site_src.reading.shingles import make
from site_src.reading.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from site_src.editing.fetched import Fetched


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text, what is known of the document by the keys of a source, and remarks for the editor."""

    text: str
    known: Mapping[str, str]
    remarks: tuple[str, ...] = ()


def of_answer(fetched: Fetched, extract: Callable[[str, str], SourceText]) -> SourceText:
    """Give the text of what was fetched; `extract` takes it out of a page, by HTML and address. Raises Refused."""
    if fetched.failure:
        raise Refused(f"{fetched.address} could not be read. {fetched.failure}", _BY_HAND)
    if not fetched.complete:
        raise Refused(f"{fetched.address} is too large to be read.", _BY_HAND)
    is_text = fetched.type.startswith("text/") or fetched.type == "application/xhtml+xml"
    if not is_text:
        raise Refused(f"{fetched.address} is not a page but {fetched.type}.", _BY_HAND)
    made = _text(fetched.body, fetched.charset, fetched.address, extract, is_page=fetched.type != "text/plain")
    remarks = tuple(f"{hop.status}: it leads to {hop.address}" for hop in fetched.hops)
    return SourceText(made.text, {"url": fetched.address, **made.known}, (*remarks, *made.remarks))


def of_file(path: Path, extract: Callable[[str, str], SourceText]) -> SourceText:
    """Give the text of a file, a plain text or a saved page; raises Refused."""
    try:
        content = read_bounded(path, most=_LARGEST)
    except FileRefused as refused:
        raise Refused(refused.message) from refused
    if content.startswith((b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Refused(f"{path} is a document of another program.", "Copy its text into a file that ends in .txt.")
    is_page = (
        re.match(rb"\s*(?:<!doctype html|<html|<\?xml)", content[:1000].lower().lstrip(b"\xef\xbb\xbf")) is not None
    )
    return _text(content, "", "", extract, is_page=is_page or path.suffix.lower() in (".html", ".htm", ".xhtml"))


def decoded(content: bytes, charset: str) -> tuple[str, str]:
    """Read bytes as text, by byte-order mark, the server's word, the page's own, or UTF-8; gives also which it was."""
    for mark, name in _MARKS.items():
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), name
    named = [_codec(name) for name in (charset, _declared(content)) if name]
    known = [name for name in named if name]
    for name in (*known, "utf-8"):
        try:
            return content.decode(name), name
        except UnicodeDecodeError:
            continue
    # A page that says what it is written in, and has a slip in it, is not written in something else.
    name = known[0] if known else "cp1252"
    return content.decode(name, "replace"), name


def keep(text: str, folder: Path, slug: str, content: Path) -> Path:
    """Write a source's text where the editor keeps such texts, never inside the repository; raises Refused."""
    home = repository_of(content)
    path = folder / f"{slug}.txt"
    if path.resolve().is_relative_to(home):
        message = f"{folder} lies in the repository ({home}), where no source's text may be kept."
        raise Refused(message, "Name a folder outside it with --keep.")
    try:
        write_new(path, text)
    except FileExistsError as error:
        raise Refused(f"{path} is there already.", "Move it away, or name another folder with --keep.") from error
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror}.", "Name another folder with --keep.") from error
    return path


def write_shingles(source: Path, text: str) -> int:
    """Write the fingerprints of a text beside its source's file, and give the number of its words."""
    write_text(source.with_suffix(".shingles"), make(text))
    return len(words(text))


_LARGEST = 10_000_000
_BY_HAND = "Open it yourself, copy its text into a file, and call again with --text FILE."
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
# What pages call by the name of a smaller set is read by every browser as the larger one (WHATWG, Encoding).
_LARGER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "utf-16": "utf-8", "utf-16-le": "utf-8",
}  # fmt: skip


def _text(
    content: bytes, charset: str, address: str, extract: Callable[[str, str], SourceText], *, is_page: bool
) -> SourceText:
    text, read_as = decoded(content, charset)
    made = extract(text, address) if is_page else SourceText(text.replace("\r\n", "\n"), {})
    if len(words(made.text)) < _LEAST:
        raise Refused("There is no text in it to speak of.", _BY_HAND)
    remark = f"It does not say which characters it is written in; it was read as {read_as}. Look the text over."
    is_guess = read_as == "cp1252" and not (charset or _declared(content))
    return SourceText(made.text, made.known, (*made.remarks, *([remark] if is_guess else [])))


def _declared(content: bytes) -> str:
    """Give the character set that a page itself names in its first lines."""
    found = _DECLARED.search(content[:4096])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


_LEAST = 4


def _codec(name: str) -> str:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return ""
    return _LARGER.get(known, known)

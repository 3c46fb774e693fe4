"""Files as publishers serve them → the ClaimReview objects in them: JSON, JSON lines, or JSON-LD in a page's HTML."""

from __future__ import annotations

import codecs
import json
import re
import zlib
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from site_src.editing.importing.node import Json, local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST = 100_000_000
"""How many bytes a file may have, also when it is unpacked."""


class TooLarge(Exception):
    """A packed file that holds more than MOST bytes."""


@dataclass(frozen=True, slots=True)
class Record:
    """One ClaimReview as it stood: `known` has the objects of its document by `@id`, `language` is the page's."""

    values: Mapping[str, Json]
    known: Mapping[str, Mapping[str, Json]]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The records of a file in their order, and sentences on what in it could not be read."""

    records: tuple[Record, ...]
    troubles: tuple[str, ...]


def read_records(content: bytes) -> Found:
    """Find every ClaimReview in a file's bytes, packed with gzip or not; raises TooLarge."""
    unpacked = _unpacked(content)
    text = None if unpacked is None else _decoded(unpacked)
    if text is None:
        return Found((), ("This is not text, or it is damaged, or it does not say in which encoding it is.",))
    if text.lstrip().startswith("<"):
        return _of_page(text)
    try:
        return Found(tuple(_reviews(_loaded(text))), ())
    except ValueError as error:
        return _of_lines(text) if text.strip().count("\n") else Found((), (f"This is not JSON: {error}.",))


def _of_lines(text: str) -> Found:
    records: list[Record] = []
    troubles = []
    for number, line in enumerate(text.split("\n"), start=1):
        try:
            records += _reviews(_loaded(line)) if line.strip() else ()
        except ValueError as error:
            troubles.append(f"Line {number} is not JSON: {error}.")
    # A single broken document, laid out over many lines, is no list of lines.
    return Found(tuple(records), tuple(troubles) if records else ("This is not JSON, as a whole or line by line.",))


def _of_page(text: str) -> Found:
    page = _Page()
    try:
        page.feed(text)
        page.close()
    except AssertionError:  # as the library has it, of a declaration that is none
        return Found((), ("This cannot be read as HTML.",))
    records: list[Record] = []
    troubles = []
    for number, script in enumerate(page.scripts, start=1):
        try:
            records += _reviews(_loaded(_WRAPPING.sub("", script)), page.language)
        except ValueError as error:
            troubles.append(f"JSON-LD block {number} is not JSON: {error}.")
    return Found(tuple(records), tuple(troubles))


class _Page(HTMLParser):
    """Collects a page's language and its blocks of JSON-LD."""

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.scripts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.language = given.get("lang") or ""
        if tag == "script" and (given.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            self._inside = True
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] += data


_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$|;\s*$")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})")


def _unpacked(content: bytes) -> bytes | None:
    """Give what is packed with gzip (RFC 1952), in one part or several; None where a part is damaged."""
    unpacked = b""
    while content.startswith(b"\x1f\x8b"):
        part = zlib.decompressobj(wbits=31)
        try:
            unpacked += part.decompress(content, MOST + 1 - len(unpacked))
        except zlib.error:
            return None
        if len(unpacked) > MOST:
            raise TooLarge
        if not part.eof:
            return None
        content = part.unused_data
        if not content:
            return unpacked
    return None if unpacked else content


def _decoded(content: bytes) -> str | None:
    declared = _CHARSET.search(content[:4096])
    named = declared[1].decode() if declared else ""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", named):
        try:
            return content.decode(encoding) if encoding else None
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _loaded(text: str) -> Json:
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def _reviews(document: Json, language: str = "") -> Iterator[Record]:
    known = {name: each for each in _objects(document) if isinstance(name := each.get("@id"), str) and len(each) > 1}
    yield from (Record(each, known, language) for each in _objects(document) if _is_review(each))


def _objects(document: Json) -> Iterator[Mapping[str, Json]]:
    """Give every object of a document in the order in which they stand."""
    waiting = [document]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            yield found
            waiting += reversed(found.values())
        elif isinstance(found, list):
            waiting += reversed(found)


def _is_review(found: Mapping[str, Json]) -> bool:
    types = found.get("@type")
    names = types if isinstance(types, list) else [types]
    return "ClaimReview" in [local(name) for name in names if isinstance(name, str)] or any(
        local(key) == "claimReviewed" for key in found
    )

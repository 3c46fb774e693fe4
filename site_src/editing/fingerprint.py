"""A source's text → the fingerprints that stand beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.reading.named_files import find_content, read_text, write_text
from site_src.reading.nearest import near
from site_src.reading.shingles import make
from site_src.reading.words import words

if TYPE_CHECKING:
    from pathlib import Path


class NoSuchSource(Exception):
    """There is no file of that source: `message` says so, `hint` names the nearest."""

    def __init__(self, slug: str, question: str) -> None:
        """Word the message and the hint."""
        super().__init__(slug)
        self.message = f"There is no source “{slug}” in the content folder."
        self.hint = question or f"Write sources/{slug}.md first."


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What was made: the file, and how many words the text has."""

    path: Path
    words: int


def fingerprint(text: Path, slug: str, content: Path) -> Fingerprint:
    """Write `<slug>.shingles` beside the source's file; raises NoSuchSource, OSError or UnicodeDecodeError."""
    sources = {path.stem: path for path in find_content(content / "sources", "*.md")}
    if slug not in sources:
        raise NoSuchSource(slug, near(slug, sources))
    read = read_text(text)
    path = sources[slug].with_suffix(".shingles")
    write_text(path, make(read))
    return Fingerprint(path, len(words(read)))

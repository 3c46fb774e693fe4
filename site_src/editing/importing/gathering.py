"""The files that an editor names → the reviews in all of them, each once, numbered file by file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.editing.importing.account import Entry
from site_src.editing.importing.node import leaves
from site_src.editing.importing.records import MOST, TooLarge, read_records
from site_src.editing.importing.review import Review, read_review
from site_src.reading.named_files import FileRefused, read_bounded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from site_src.editing.importing.records import Record


class ImportRefused(Exception):
    """Nothing is imported: `message` says why, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep both."""
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Numbered:
    """A review with its file and its number among the records of that file, from 1."""

    file: str
    number: int
    review: Review


@dataclass(frozen=True, slots=True)
class Gathered:
    """The reviews of all files, the number of records among which they are, and what is to be told of the others."""

    reviews: tuple[Numbered, ...]
    records: int
    entries: tuple[Entry, ...]


def gather(paths: Sequence[Path]) -> Gathered:
    """Read every review in some files; raises ImportRefused for a file that is too large or cannot be read."""
    reviews: list[Numbered] = []
    entries: list[Entry] = []
    seen: set[str] = set()
    records = 0
    for path in paths:
        file = path.as_posix()
        try:
            found = read_records(read_bounded(path, most=MOST))
        except FileRefused as refused:
            raise ImportRefused(refused.message, "Name files of ClaimReview that lie on this disk.") from refused
        except TooLarge as error:
            raise ImportRefused(f"{path} holds more than {MOST // 1_000_000} MB.", "Split it.") from error
        entries += [Entry(file, 0, "", trouble) for trouble in found.troubles]
        if not found.records and not found.troubles:
            entries.append(Entry(file, 0, "", "there is no ClaimReview in this file"))
        records += len(found.records)
        for number, record in enumerate(found.records, start=1):
            if (same := _digest(record)) in seen:
                entries.append(Entry(file, number, "", "the same record stands before it"))
                continue
            seen.add(same)
            review = read_review(record)
            if review.claim or review.headline:
                reviews.append(Numbered(file, number, review))
            else:
                entries.append(Entry(file, number, "", "it names no claim and has no headline", review.address))
    return Gathered(tuple(reviews), records, tuple(entries))


def _digest(record: Record) -> str:
    told = "\0".join(f"{name}\0{text}" for name, text in leaves(dict(record.values)))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

"""One file of the content as it is taken in: read, checked by itself, and put into the form in which it is kept.

This is the first of the steps that are remembered: it depends on the file's name and bytes and on the program alone.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from site_src.building.filed import Filed
from site_src.building.store import NO_LOAN, Store
from site_src.checks import BY_ITSELF
from site_src.diagnostics.plain import plain_findings
from site_src.reading.catalogue import Catalogue
from site_src.reading.entry import any_errors
from site_src.reading.files import ContentFile, read_file_of
from site_src.reading.gather import FileRead, key_of, read_file
from site_src.reading.keeping import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from site_src.diagnostics.finding import Finding

SOUND, TROUBLED, NOTHING = "sound", "troubled", "nothing"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What is kept of a file: kind and slug of what it holds, the digest of its bytes, and what is wrong in it.

    `state` is sound where all of it is kept (as JSON: its row, the rest of its front matter, its body); troubled where
    an entry is in it that is not sound and will be read anew when it is asked for; nothing where none could be read.
    """

    name: str
    kind: str
    slug: str
    state: str
    digest: bytes
    findings: tuple[Finding, ...] = ()
    row: str = ""
    large: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where files are taken in: the content folder, and the cache into which their texts go."""

    root: Path
    cache: Path
    key: str


def start_intake(desk: Desk) -> Callable[[Sequence[tuple[str, bytes]]], list[Filed | None]]:
    """Give what takes in files, named with the digests that they had: None for each that has it still."""
    store = Store(desk.cache, desk.key)
    return lambda files: [_filed(desk.root, name, known, store) for name, known in files]


def take_in(root: Path, name: str, known: bytes = b"") -> TakenIn | None:
    """Read a file of the content folder; gives what is kept of it, or None where its digest is the one known."""
    content, findings = read_file_of(root, name)
    kind, slug = key_of(name)
    if content is None:
        return TakenIn(name, kind, slug, NOTHING, b"", findings)
    digest = hashlib.sha256(content).digest()
    if digest == known:
        return None
    read = read_file(ContentFile(name, content))
    findings = (*read.findings, *_by_itself(read))
    if read.entry is None or any_errors(findings):
        row = f'{{"count":{read.shingles.count}}}' if read.shingles else ""
        return TakenIn(name, kind, slug, _state(read), digest, findings, row)
    return TakenIn(name, kind, slug, SOUND, digest, findings, *kept(read.entry))


def _filed(root: Path, name: str, known: bytes, store: Store) -> Filed | None:
    """Take in a file, and put its larger texts into the store."""
    it = take_in(root, name, known)
    if it is None:
        return None
    findings = json.dumps(plain_findings(it.findings), ensure_ascii=False) if it.findings else ""
    loan = store.lend(f"{it.large}\n{it.body}".encode()) if it.large or it.body else NO_LOAN
    front, body = _digest(f"{it.row}\n{it.large}"), _digest(it.body)
    return Filed(it.name, it.kind, it.slug, it.state, it.digest, findings, it.row, front, body, loan)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _by_itself(read: FileRead) -> Iterable[Finding]:
    """Give what those checks find that look at one entry alone."""
    entry = read.entry
    if entry is None or entry.kind != "claims":
        return ()
    alone = Catalogue(claims={entry.slug: cast("Any", entry)})
    return [finding for check in BY_ITSELF for finding in check.check(alone)]


def _state(read: FileRead) -> str:
    if read.media or read.shingles or read.publication or read.ratings:
        return SOUND
    return TROUBLED if read.entry else NOTHING

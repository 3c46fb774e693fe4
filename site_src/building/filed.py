"""What the ledger knows of a file of the content, and the tables in which it and all else stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_src.building.store import Loan

TABLES = """
PRAGMA page_size = 8192; -- of what is longer than a quarter of a page, the rest takes a page of its own
CREATE TABLE said (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (
    name TEXT PRIMARY KEY, size INT, mtime INT, ctime INT, inode INT, kind TEXT, slug TEXT, state TEXT, digest BLOB,
    findings TEXT, row TEXT, front BLOB, body BLOB, pack TEXT, at INT, length INT, checksum INT
) WITHOUT ROWID;
CREATE INDEX files_by_slug ON files (kind, slug, name);
CREATE TABLE users (id INTEGER PRIMARY KEY, sort TEXT, name TEXT, about TEXT, UNIQUE (sort, name));
CREATE TABLE uses (kind TEXT, name TEXT, part TEXT, users BLOB, PRIMARY KEY (kind, name, part)) WITHOUT ROWID;
CREATE TABLE changed (kind TEXT, name TEXT, part TEXT, PRIMARY KEY (kind, name, part)) WITHOUT ROWID;
CREATE TABLE made (path TEXT PRIMARY KEY, output TEXT, digest BLOB, size INT, mtime INT, inode INT) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Filed:
    """What the ledger knows of a file; `front` and `body` are digests of what stands above and in its body."""

    name: str
    kind: str
    slug: str
    state: str
    digest: bytes
    findings: str
    row: str
    front: bytes
    body: bytes
    loan: Loan


GET = "SELECT name, kind, slug, state, digest, findings, row, front, body, pack, at, length, checksum FROM files"
"""How the ledger is asked for what it knows of files."""


def filed_of(row: tuple[str, str, str, str, bytes, str, str, bytes, bytes, str, int, int, int]) -> Filed:
    """Give what a row that was so asked for tells."""
    return Filed(*row[:9], row[9:])

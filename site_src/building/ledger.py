"""What the last build found and made, in tables: files read, findings, artifacts, and who looked at which fact.

It is a database in memory, read from the cache whole and kept whole again; so it is as its build left it, or not there.

A *user* is whatever was worked out and need not be again: the checks of an entry, the list of an output's artifacts,
one artifact. `uses` has for each fact (see reading/trace.py) the users that looked at it. When facts change, theirs
are the results to be made again. A user that is made again may look at less than before: then it is named once too
often, and made again for nothing, which costs a little time and no truth.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from site_src.building.filed import GET, TABLES, filed_of
from site_src.building.uses import Uses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from site_src.building.filed import Filed
    from site_src.building.store import Loan
    from site_src.reading.scanning import Marks
    from site_src.reading.trace import Fact

_MANY = 1000
_PUT = "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Ledger:
    """The tables of one site."""

    def __init__(self, text: bytes | memoryview | None = None) -> None:
        """Open the tables that were kept, or begin new ones; raises sqlite3.Error where they cannot be read."""
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        if text is None:
            self.db.executescript(TABLES)
        else:
            self.db.execute("PRAGMA trusted_schema = OFF")
            self.db.deserialize(text)
            self.db.execute("SELECT count(*) FROM said").fetchone()
        self.db.execute("BEGIN")
        self.uses = Uses(self.db)

    def as_bytes(self) -> bytes:
        """Give the tables as they are to be kept."""
        self.uses.write()
        self.db.execute("COMMIT")
        text = self.db.serialize()
        self.db.execute("BEGIN")
        return text

    def remember_here(self) -> None:
        """Remember how the tables are now, so that one can go back."""
        self.uses.write()
        self.db.execute("SAVEPOINT here")

    def go_back(self) -> None:
        """Make the tables what they were when this was to be remembered."""
        self.uses.forget()
        self.db.execute("ROLLBACK TO here")

    def say(self, key: str, value: str) -> None:
        """Note a single text."""
        self.db.execute("INSERT OR REPLACE INTO said VALUES (?, ?)", (key, value))

    def said(self, key: str) -> str:
        """Give a text that was noted, or an empty one."""
        found = self.db.execute("SELECT value FROM said WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else ""

    def marks(self) -> dict[str, Marks]:
        """Give the marks of every file."""
        return {row[0]: row[1:] for row in self.db.execute("SELECT name, size, mtime, ctime, inode FROM files")}

    def mark(self, marks: Iterable[tuple[str, Marks]]) -> None:
        """Note new marks of files that are the same by their bytes."""
        query = "UPDATE files SET size = ?, mtime = ?, ctime = ?, inode = ? WHERE name = ?"
        self.db.executemany(query, ((*of, name) for name, of in marks))

    def put_file(self, it: Filed, marks: Marks) -> None:
        """Note a file."""
        row = (it.name, *marks, it.kind, it.slug, it.state, it.digest, it.findings, it.row, it.front, it.body, *it.loan)
        self.db.execute(_PUT, row)

    def drop_file(self, name: str) -> None:
        """Forget a file."""
        self.db.execute("DELETE FROM files WHERE name = ?", (name,))

    def file(self, name: str) -> Filed | None:
        """Give what is known of a file by its name."""
        found = self.db.execute(f"{GET} WHERE name = ?", (name,)).fetchone()
        return filed_of(found) if found else None

    def filed(self, kind: str, slug: str) -> Filed | None:
        """Give what is known of the first file of that kind and slug."""
        found = self.db.execute(f"{GET} WHERE kind = ? AND slug = ? ORDER BY name LIMIT 1", (kind, slug)).fetchone()
        return filed_of(found) if found else None

    def row(self, kind: str, slug: str) -> str:
        """Give the row of the first file of that kind and slug; raises KeyError where there is none."""
        found = self.filed(kind, slug)
        if found is None:
            raise KeyError(slug)
        return found.row

    def rows(self, kind: str) -> list[tuple[str, str]]:
        """Give slug and row of every sound file of a kind."""
        return self.db.execute("SELECT slug, row FROM files WHERE kind = ? AND state = 'sound'", (kind,)).fetchall()

    def sizes(self) -> dict[str, int]:
        """Give the size of every file in bytes, in the order of the names."""
        return dict(self.db.execute("SELECT name, size FROM files ORDER BY name").fetchall())

    def holdings(self) -> list[tuple[str, str, str, str]]:
        """Give name, kind, slug and state of every file, in the order of the names."""
        return self.db.execute("SELECT name, kind, slug, state FROM files ORDER BY name").fetchall()

    def digests(self) -> list[tuple[str, bytes]]:
        """Give name and digest of every file, in the order of the names."""
        return self.db.execute("SELECT name, digest FROM files ORDER BY name").fetchall()

    def digests_of(self, names: Iterable[str]) -> list[tuple[str, bytes]]:
        """Give name and digest of some files, as far as they are known."""
        found = (self.db.execute("SELECT name, digest FROM files WHERE name = ?", (name,)) for name in names)
        return [row for rows in found for row in rows]

    def file_findings(self) -> list[str]:
        """Give the findings of single files, as JSON, in the order of the files' names."""
        return [row[0] for row in self.db.execute("SELECT findings FROM files WHERE findings != '' ORDER BY name")]

    def packs(self) -> dict[str, int]:
        """Give the names of the packs in which something lies, and how many bytes of each are in use."""
        return dict(self.db.execute("SELECT pack, sum(length) FROM files WHERE pack != '' GROUP BY pack").fetchall())

    def loans(self, pack: str) -> list[tuple[str, Loan]]:
        """Give the files that have something in a pack, and where."""
        rows = self.db.execute("SELECT name, pack, at, length, checksum FROM files WHERE pack = ?", (pack,))
        return [(row[0], row[1:]) for row in rows]

    def loan(self, kind: str, slug: str) -> Loan:
        """Give where the texts of the first file of that kind and slug lie; raises KeyError where there is none."""
        query = "SELECT pack, at, length, checksum FROM files WHERE kind = ? AND slug = ? ORDER BY name LIMIT 1"
        found: Loan | None = self.db.execute(query, (kind, slug)).fetchone()
        if found is None:
            raise KeyError(slug)
        return found

    def lend(self, name: str, loan: Loan) -> None:
        """Note where a file's texts lie now."""
        self.db.execute("UPDATE files SET pack = ?, at = ?, length = ?, checksum = ? WHERE name = ?", (*loan, name))

    def number(self, sort: str, named: Sequence[tuple[str, str]]) -> list[int]:
        """Give the numbers of users, named with what there is to say about each, which is noted."""
        query = "SELECT name, id FROM users WHERE sort = ?"
        known = dict(self.db.execute(query, (sort,))) if len(named) > _MANY else {}
        least = int(self.db.execute("SELECT coalesce(max(id), 0) FROM users").fetchone()[0]) + 1
        numbers = list[int]()
        for name, about in named:
            number = known.get(name) if known else self._number(sort, name)
            number, least = (least, least + 1) if number is None else (number, least)
            self.db.execute("INSERT OR REPLACE INTO users VALUES (?, ?, ?, ?)", (number, sort, name, about))
            numbers.append(number)
        return numbers

    def _number(self, sort: str, name: str) -> int | None:
        found = self.db.execute("SELECT id FROM users WHERE sort = ? AND name = ?", (sort, name)).fetchone()
        return found and int(found[0])

    def users(self, sort: str) -> dict[str, str]:
        """Give all users of a sort, with what was said about each."""
        return dict(self.db.execute("SELECT name, about FROM users WHERE sort = ?", (sort,)).fetchall())

    def drop_users(self, sort: str, names: Iterable[str]) -> None:
        """Forget users."""
        self.db.executemany("DELETE FROM users WHERE sort = ? AND name = ?", ((sort, name) for name in names))

    def drop_sort(self, sort: str) -> None:
        """Forget all users of a sort."""
        self.db.execute("DELETE FROM users WHERE sort = ?", (sort,))

    def drop_pieces(self) -> None:
        """Forget all users that are pieces of files."""
        self.db.execute("DELETE FROM users WHERE sort LIKE 'piece of %'")

    def await_change(self, facts: Iterable[Fact]) -> None:
        """Note facts that have changed since the last build; the next one makes again what looked at them."""
        self.db.executemany("INSERT OR IGNORE INTO changed VALUES (?, ?, ?)", facts)

    def take_changes(self) -> list[Fact]:
        """Give the facts that have changed since the last build, in order, and begin anew."""
        found = self.db.execute("SELECT kind, name, part FROM changed ORDER BY kind, name, part").fetchall()
        self.db.execute("DELETE FROM changed")
        return found

    def note_made(self, rows: Iterable[tuple[str, str, bytes, int, int, int]]) -> None:
        """Note files that were made: path, output, digest, size, time of change, and number."""
        self.db.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?, ?, ?)", rows)

    def drop_made(self, paths: Sequence[str]) -> None:
        """Forget files that are no more."""
        self.db.executemany("DELETE FROM made WHERE path = ?", ((path,) for path in paths))

    def prints(self) -> Iterator[tuple[str, int, int, int]]:
        """Give path, size, time of change and number of each file that was made, by path."""
        return self.db.execute("SELECT path, size, mtime, inode FROM made ORDER BY path")

    def made_digests(self) -> Iterator[tuple[str, bytes]]:
        """Give path and digest of each file that was made."""
        return self.db.execute("SELECT path, digest FROM made")

    def print_of(self, path: str) -> tuple[int, int, int] | None:
        """Give size, time of change and number of a file that was made, or None."""
        found = self.db.execute("SELECT size, mtime, inode FROM made WHERE path = ?", (path,)).fetchone()
        return (found[0], found[1], found[2]) if found else None

    def digest_of(self, path: str) -> bytes:
        """Give the digest of a file that was made, or an empty one."""
        found = self.db.execute("SELECT digest FROM made WHERE path = ?", (path,)).fetchone()
        return bytes(found[0]) if found else b""

    def count_made(self) -> int:
        """Give the number of files that were made."""
        return int(self.db.execute("SELECT count(*) FROM made").fetchone()[0])

    def maker(self, path: str) -> str:
        """Give the output that made a file, or an empty text."""
        found = self.db.execute("SELECT output FROM made WHERE path = ?", (path,)).fetchone()
        return str(found[0]) if found else ""

    def made_of(self, output: str) -> set[str]:
        """Give the paths that an output made."""
        return {row[0] for row in self.db.execute("SELECT path FROM made WHERE output = ?", (output,))}


def opened(text: bytes | memoryview | None) -> Ledger | None:
    """Give the ledger that was kept, or None where there is none that can be read."""
    if text is not None:
        with suppress(sqlite3.Error):
            return Ledger(text)
    return None

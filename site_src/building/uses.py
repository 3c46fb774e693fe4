"""Who looked at which fact, as the ledger has it: for each fact the numbers of its users."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from site_src.reading.trace import Fact

_USERS = "SELECT users FROM uses WHERE kind = ? AND name = ? AND part = ?"


class Uses:
    """The uses in a ledger's tables."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._noted: dict[Fact, array[int]] = {}

    def forget(self) -> None:
        """Forget what was noted and is not written down."""
        self._noted.clear()

    def note(self, uses: Mapping[Fact, Sequence[int]]) -> None:
        """Note for each fact users that looked at it, beside those that did before."""
        for fact, users in uses.items():
            if fact not in self._noted:
                self._noted[fact] = array("I")
            self._noted[fact].extend(users)

    def write(self) -> None:
        """Write down what was noted; until then it is gathered, for the same facts are noted many times."""
        for fact, users in self._noted.items():
            found = self._db.execute(_USERS, fact).fetchone()
            known = set(array("I", found[0])) if found else set()
            if not known.issuperset(users):
                text = array("I", sorted(known.union(users))).tobytes()
                self._db.execute("INSERT OR REPLACE INTO uses VALUES (?, ?, ?, ?)", (*fact, text))
        self._noted.clear()

    def parts_of(self, kind: str) -> list[str]:
        """Give the names under which facts of a kind were looked at."""
        self.write()
        return [row[0] for row in self._db.execute("SELECT DISTINCT name FROM uses WHERE kind = ?", (kind,))]

    def stale(self, facts: Iterable[Fact]) -> dict[tuple[str, str], Fact]:
        """Give the sort and name of each user that looked at one of these facts, with the first such fact."""
        self.write()
        found: dict[int, Fact] = {}
        for fact in facts:
            for row in self._db.execute(_USERS, fact):
                found.update((user, fact) for user in array("I", row[0]) if user not in found)
        named = {}
        for user, fact in found.items():
            row = self._db.execute("SELECT sort, name FROM users WHERE id = ?", (user,)).fetchone()
            if row:
                named[(row[0], row[1])] = fact
        return named

"""What a computation looked at, fact by fact, so that it is known when it must be done again.

A fact is a kind, a name and a part: `("claims", "bridge-cost", "rating")` is that claim's rating, `("claims",
"bridge-cost", "")` whether there is such a claim, and the name `*` all of that kind. Whatever hands out facts notes
them here by itself, so nobody who looks at one can forget to say so.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Fact = tuple[str, str, str]


class Trace:
    """The facts that are being noted: `seen` is where those who hand them out add them.

    With `fine`, records are looked at field by field, as who goes over all of them wishes; without, as a whole, which
    takes less time.
    """

    __slots__ = ("fine", "seen")

    def __init__(self) -> None:
        self.seen: set[Fact] = _Deaf()
        self.fine = True

    @contextmanager
    def watching(self) -> Iterator[set[Fact]]:
        """Note what is looked at from here on in a set of its own, and then in the one around it."""
        around, self.seen = self.seen, set()
        inside = self.seen
        try:
            yield inside
        finally:
            self.seen = around
            around.update(inside)

    @contextmanager
    def finely(self) -> Iterator[None]:
        """Look at records field by field from here on, for few of their fields count."""
        around, self.fine = self.fine, True
        try:
            yield
        finally:
            self.fine = around

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Note nothing, for what is worked out here is a fact of its own."""
        around, fine = self.seen, self.fine
        self.seen, self.fine = _Deaf(), True
        try:
            yield
        finally:
            self.seen, self.fine = around, fine


CROWD = 1_000
"""Who looked at the same part of so many entries of a kind is taken to have looked at that of all."""


def crowded(facts: set[Fact]) -> set[Fact]:
    """Give facts in which the same part of many entries is one fact of them all."""
    if len(facts) <= CROWD:
        return facts
    count = Counter((kind, part) for kind, _, part in facts)
    return {(kind, "*" if count[kind, part] > CROWD else name, part) for kind, name, part in facts}


class _Deaf(set[Fact]):
    """Where facts are added that nobody wants to know."""

    def add(self, element: Fact, /) -> None:
        """Forget the fact."""

    def update(self, *others: object) -> None:
        """Forget the facts."""

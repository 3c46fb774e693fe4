"""What to write instead of a name that leads nowhere: the present name of a former one, or the nearest."""

from __future__ import annotations

import difflib
import heapq
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from site_src.reading.catalogue import Catalogue


class Guesses:
    """Hints for one file: a nearest name is looked for some fifty times, each time among all."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Begin to guess among the entries of a catalogue."""
        self._catalogue = catalogue
        self._left = _GUESSES

    def instead_of(self, kind: str, slug: str) -> str:
        """Gives the hint for a slug that no file of its kind has (one of KINDS)."""
        self._left -= 1
        return instead_of(self._catalogue, kind, slug) if self._left >= 0 else _addable(kind, slug)

    def near(self, name: str, known: Iterable[str]) -> str:
        """Gives the question whether the nearest of the known names was meant, or nothing."""
        self._left -= 1
        return near(name, known) if self._left >= 0 else ""


def instead_of(catalogue: Catalogue, kind: str, slug: str) -> str:
    """Gives the hint for a slug that no file of its kind has (one of KINDS)."""
    for entry in catalogue.every(kind):
        if slug in entry.record.aliases:
            return f"It is called {entry.slug} now: write that."
    return near(slug, catalogue.slugs(kind)) or _addable(kind, slug)


def near(name: str, known: Iterable[str]) -> str:
    """Gives the question whether the nearest of the known names was meant, or nothing if none is near."""
    if len(name) > _LONGEST:
        return ""
    matcher = difflib.SequenceMatcher(b=name)
    likely = heapq.nlargest(_LOOKS, ((_at_best(matcher, each), each) for each in known if len(each) <= _LONGEST))
    ratio, nearest = max(((_likeness(matcher, each), each) for best, each in likely if best >= _NEAR), default=(0, ""))
    return f"Did you mean {nearest}?" if ratio >= _NEAR else ""


def some_of(names: Collection[str]) -> str:
    """Gives names between commas, as many as a hint has room for."""
    return ", ".join(islice(names, _NAMED)) + (", …" if len(names) > _NAMED else "")


_GUESSES = 50
_LOOKS = 30  # at those that share the most letters; to compare all as they stand would take minutes
_LONGEST = 100
_NEAR = 0.6
_NAMED = 40


def _at_best(matcher: difflib.SequenceMatcher[str], name: str) -> float:
    """Give how near a name can be at best: in its letters alone, whatever their order."""
    matcher.set_seq1(name)
    return matcher.quick_ratio() if matcher.real_quick_ratio() >= _NEAR else 0


def _likeness(matcher: difflib.SequenceMatcher[str], name: str) -> float:
    matcher.set_seq1(name)
    return matcher.ratio()


def _addable(kind: str, slug: str) -> str:
    return f"Add the file content/{kind}/{slug}.md, or take this out."

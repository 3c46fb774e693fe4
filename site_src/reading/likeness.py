"""Which of many short texts say nearly the same: by their words, of which rare ones count for more.

Two texts are compared only if they share one of their rarest words, so that ten thousand are not compared in pairs.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.reading.words import is_dense, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Alike:
    """The key of a text, and how much it is like another: from 0 to 1, which is the same words."""

    key: str
    likeness: float


class Likeness:
    """Texts by key, ready to be compared. Texts that have different numbers in them are not alike."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Read the words of all texts, and count in how many of them each word stands."""
        found = {key: _words(text) for key, text in texts.items()}
        self._spread = Counter(word for each in found.values() for word in each)
        self._weights = {word: _weight(len(found), spread) for word, spread in self._spread.items()}
        self._rarest = _weight(len(found), 0)
        self._read = {key: self._weighed(each) for key, each in found.items()}

    def repeats(self) -> Iterator[tuple[str, tuple[Alike, ...]]]:
        """Give each text that is like earlier ones, with these, the most alike first.

        Of hundreds that are all alike, each is compared with the last few only.
        """
        seen: dict[str, list[str]] = {}
        for key, read in self._read.items():
            rare = tuple(self._rare(read))
            earlier = dict.fromkeys(other for word in rare for other in seen.get(word, ())[-_FAMILY:])
            if alike := self._sorted(read, earlier):
                yield key, alike
            for word in rare:
                seen.setdefault(word, []).append(key)

    def near(self, text: str) -> tuple[Alike, ...]:
        """Give those that are like a text which is not among them, the most alike first."""
        return self._sorted(self._weighed(_words(text)), self._read)

    def _weighed(self, found: frozenset[str]) -> _Read:
        ordered = sorted(found, key=lambda word: (-self._weights.get(word, self._rarest), word))
        weights = [self._weights.get(word, self._rarest) for word in ordered]
        numbers = frozenset(word for word in found if any(map(str.isdecimal, word)))
        return _Read(tuple(zip(ordered, weights, strict=True)), math.fsum(weights), numbers)

    def _rare(self, read: _Read) -> Iterator[str]:
        """Give the rarest words of a text: whatever is like it has one of these among its own rarest."""
        room = read.weight * (1 - ALIKE)
        for word, weight in read.words:
            yield word
            room -= weight
            if room < 0:
                return

    def _sorted(self, read: _Read, others: Iterable[str]) -> tuple[Alike, ...]:
        alike = (Alike(key, _likeness(read, self._read[key])) for key in others)
        return tuple(sorted((one for one in alike if one.likeness >= ALIKE), key=lambda one: -one.likeness))


_FAMILY = 30
_FIRST_DENSE = "\u0e00"


@dataclass(frozen=True, slots=True)
class _Read:
    """A text's words with their weights, the rarest first, what they weigh together, and those with digits."""

    words: tuple[tuple[str, float], ...]
    weight: float
    numbers: frozenset[str]


def _words(text: str) -> frozenset[str]:
    found = words(text)
    if max(text, default="") >= _FIRST_DENSE and is_dense(text):
        return frozenset(one + other for one, other in itertools.pairwise(found))  # signs alone tell little
    return frozenset(found)


def _weight(texts: int, spread: int) -> float:
    """Weigh a word by its rarity: 1 if it stands in every text, more if in few."""
    return 1 + math.log((1 + texts) / (1 + spread))


def _likeness(one: _Read, other: _Read) -> float:
    """Give the part of all their words, by weight, that two texts share (weighted Jaccard index)."""
    if one.numbers != other.numbers:
        return 0.0
    mine = dict(one.words)
    shared = math.fsum(weight for word, weight in other.words if word in mine)
    whole = one.weight + other.weight - shared
    return shared / whole if whole else 0.0

"""Collections whose members are fetched when they are asked for, and which note in a trace what was asked of them."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Collection

    from site_src.reading.trace import Trace

V = TypeVar("V")

MOST, WHOLES = 30_000, 3_000
"""So many members are held at once, and so many of what they are made of, which takes more memory."""


class Recent(Generic[V]):
    """Values by name, of which those made last are `held`: any other is to be made again when it is asked for.

    Values are looked up in `held` itself, for that is done a thousand times for each that is made.
    """

    def __init__(self, most: int = WHOLES) -> None:
        self._most = most
        self.held: dict[object, V] = {}

    def hold(self, name: object, value: V) -> V:
        """Hold a value, in the place of one that was made long ago; gives it."""
        if len(self.held) >= self._most:
            for old in list(islice(self.held, self._most // 2)):
                del self.held[old]
        self.held[name] = value
        return value


class Shelf(Mapping[str, V], Generic[V]):
    """Members by name, in the order of `names`; `shown` are those over which one goes, all if it is None."""

    def __init__(
        self,
        kind: str,
        names: Callable[[], Collection[str]],
        fetch: Callable[[str], V],
        trace: Trace,
        *,
        shown: tuple[str, ...] | None = None,
    ) -> None:
        self._kind = kind
        self._names = names
        self._fetch = fetch
        self._trace = trace
        self._shown = shown
        self._recent = Recent[V](MOST)
        self._held = self._recent.held

    def showing(self, *names: str) -> Shelf[V]:
        """Give the same shelf with these members shown alone; any other can still be asked for by name."""
        part = Shelf(self._kind, self._names, self._fetch, self._trace, shown=names)
        part._recent, part._held = self._recent, self._held
        return part

    def every(self) -> Iterator[str]:
        """Give all names, also where few are shown."""
        self._trace.seen.add((self._kind, "*", ""))
        return iter(self._names())

    def __getitem__(self, name: str) -> V:
        self._trace.seen.add((self._kind, name, ""))
        return self._held[name] if name in self._held else self._fetched(name)

    def _fetched(self, name: str) -> V:
        if name not in self._names():
            raise KeyError(name)
        return self._recent.hold(name, self._fetch(name))

    def __contains__(self, name: object) -> bool:
        self._trace.seen.add((self._kind, str(name), ""))
        return name in self._names()

    def __iter__(self) -> Iterator[str]:
        return self.every() if self._shown is None else iter(self._shown)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Row(Sequence[str]):
    """Names in an order that is worked out when it is asked for; what was asked of it is noted part by part."""

    def __init__(self, kind: str, names: Callable[[], tuple[str, ...]], trace: Trace) -> None:
        self._kind = kind
        self._names = names
        self._trace = trace

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        asked = place if isinstance(place, slice) else slice(place, place + 1 or None)
        self._trace.seen.add((self._kind, f"{asked.start or 0}:{'' if asked.stop is None else asked.stop}", ""))
        return self._names()[place]

    def __iter__(self) -> Iterator[str]:
        self._trace.seen.add((self._kind, "0:", ""))
        return iter(self._names())

    def __len__(self) -> int:
        self._trace.seen.add((self._kind, "length", ""))
        return len(self._names())

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))


class Whole(Mapping[str, V], Generic[V]):
    """Members that are fetched all at once; whoever asks for any has looked at all."""

    def __init__(self, kind: str, fetch: Callable[[], Mapping[str, V]], trace: Trace) -> None:
        self._kind = kind
        self._fetch = cache(fetch)
        self._trace = trace

    def _all(self) -> Mapping[str, V]:
        self._trace.seen.add((self._kind, "*", ""))
        return self._fetch()

    def __getitem__(self, name: str) -> V:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def items(self) -> ItemsView[str, V]:
        """Give names and members."""
        return self._all().items()

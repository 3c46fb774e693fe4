"""Which inputs changed: looks at the stamps of files, again and again, and reads none.

A folder of thousands of files is not looked at as a whole each time. What tells most is: folders, for they tell of
what is new, renamed or gone; and files that changed lately or stand behind a page that is shown. The rest takes turns.
"""

from __future__ import annotations

from itertools import cycle, islice
from typing import TYPE_CHECKING

from site_src.reading.scanning import Stamp, paths_below, stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_OFTEN = 50  # files that are looked at each time
_TURN = 150  # files of the rest that are looked at each time
_PAUSE = 0.01  # seconds in which a file that is being written would change again
_PATIENCE = 20  # such pauses, for a file that does not come to rest


class Watch:
    """Looks at folders for one caller; `wait` is how it pauses, given seconds."""

    def __init__(self, roots: Iterable[Path], wait: Callable[[float], object]) -> None:
        """Take the folders. Nothing is looked at yet."""
        self._roots, self._wait = tuple(roots), wait
        self._stamps: dict[str, Stamp] = {}
        self._folders: list[str] = []
        self._often: dict[str, None] = {}
        self._turns: Iterator[str] = iter(())

    def has_changed(self) -> bool:
        """Tell whether something may have changed since the last look; the first look says so too.

        A change is told when the file has come to rest, and then once more, for what is still written meanwhile.
        """
        if not self._stamps:
            self._begin()
            return True
        looked_at = {*self._folders, *self._often, *islice(self._turns, _TURN)}
        moved = {path: new for path in looked_at if (new := stamp(path)) != self._stamps.get(path, ())}
        if not moved:
            return False
        self._come_to_rest(moved)
        self.expect(moved)
        self._stamps = {}
        return True

    def expect(self, paths: Iterable[str]) -> None:
        """Look at some files each time from now on, for they are likely to change next."""
        self._often = dict.fromkeys(islice(dict.fromkeys([*paths, *self._often]), _OFTEN))

    def _begin(self) -> None:
        below = [paths_below(root) for root in self._roots]
        self._folders = [path for folders, _ in below for path in folders]
        files = [path for _, files in below for path in files]
        self._stamps = {path: stamp(path) for path in (*self._folders, *files)}
        newest = sorted(files, key=lambda path: self._stamps[path][:1], reverse=True)
        self._often = dict.fromkeys([*(path for path in self._often if path in self._stamps), *newest][:_OFTEN])
        self._turns = cycle(files)

    def _come_to_rest(self, moved: dict[str, Stamp]) -> None:
        for _ in range(_PATIENCE):
            self._wait(_PAUSE)
            now = {path: stamp(path) for path in moved}
            if now == moved:
                return
            moved.update(now)

"""Something that is found out in another process while this one goes on, where one can be forked.

It is for work that waits for the disk: whether fifty thousand files still stand as they were left takes as long as
all else that a build without changes does.
"""

from __future__ import annotations

import gc
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_YES = b"1"


class Asked:
    """A question that another process works on, or nobody does where `child` is None; it is answered once."""

    def __init__(self, work: Callable[[], bool], child: int | None, line: int) -> None:
        self._work = work
        self._child = child
        self._line = line

    def __call__(self) -> bool:
        """Wait for the answer, and find it out here where nobody answers."""
        if self._child is None:
            return self._work()
        told = os.read(self._line, 1)
        self._part()
        return told == _YES if told else self._work()

    def drop(self) -> None:
        """Ask no more."""
        if self._child is not None:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            self._part()

    def _part(self) -> None:
        child, self._child = self._child, None
        os.close(self._line)
        with suppress(ChildProcessError):
            os.waitpid(child or 0, 0)


def beside(work: Callable[[], bool], *, forks: bool = True) -> Asked:
    """Begin to find something out in another process, if one may and can be forked."""
    if not (forks and hasattr(os, "fork")):
        return Asked(work, None, -1)
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        gc.disable()
        status = 1
        try:
            os.write(there, _YES if work() else b"0")
            status = 0
        finally:
            os._exit(status)  # nothing that this process is to do at its end is for its copy to do
    os.close(there)
    return Asked(work, child, here)

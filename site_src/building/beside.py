"""Something that is found out in another process while this one goes on, where one can be forked.

It is for work that waits for the disk: whether fifty thousand files still stand as they were left takes as long as
all else that a build without changes does.
"""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_YES = b"1"


def beside(work: Callable[[], bool], *, forks: bool = hasattr(os, "fork")) -> Callable[[], bool]:
    """Begin to find something out; gives what waits for the answer, and finds it out here where nobody answers.

    An answer that nobody waits for costs nothing more than the other process's time.
    """
    if not forks:
        return work
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

    def answer() -> bool:
        try:
            told = os.read(here, 1)
        finally:
            os.close(here)
            with suppress(ChildProcessError):
                os.waitpid(child, 0)
        return told == _YES if told else work()

    return answer

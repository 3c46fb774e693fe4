"""What one command costs: seconds by the clock, seconds of work on all cores, and the memory of all its processes."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PAUSE = 0.02  # seconds between two looks at the memory
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and of CPU, and the peak of the memory that all processes hold together, in MiB."""

    wall: float
    cpu: float
    memory: float


class CommandFailedError(Exception):
    """A command that is measured did not succeed."""


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder and give what it cost."""
    before, start = _work(), time.perf_counter()
    # A session of its own tells its processes from all others.
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    watch = _Watch(process.pid)
    said, _ = process.communicate()
    wall, cpu = time.perf_counter() - start, _work() - before
    peak = watch.stop()
    if process.returncode:
        raise CommandFailedError(f"{' '.join(command)} in {folder}:\n{said.decode(errors='replace')[-3000:]}")
    return Cost(wall, cpu, peak)


def middle(costs: Iterable[Cost]) -> Cost:
    """Give the median of each measure."""
    all_of = list(costs)
    return Cost(*(median(getattr(one, name) for one in all_of) for name in ("wall", "cpu", "memory")))


def _work() -> float:
    """Give the CPU seconds of all children that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch(threading.Thread):
    """Looks at the memory of a session's processes until it is stopped."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self._session = session
        self._done = threading.Event()
        self._peak = 0
        self.start()

    def run(self) -> None:
        while not self._done.wait(_PAUSE):
            self._peak = max(self._peak, sum(_resident(process) for process in _processes(self._session)))

    def stop(self) -> float:
        self._done.set()
        self.join()
        return self._peak / 2**20


def _processes(session: int) -> list[Path]:
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                if os.getsid(int(process.name)) == session:
                    found.append(process)
            except OSError:
                continue  # ended meanwhile
    return found


def _resident(process: Path) -> int:
    """Give the bytes of memory that a process holds, shared pages in equal parts."""
    try:
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
        return int((process / "statm").read_text().split()[1]) * _PAGE
    except OSError:
        return 0  # ended meanwhile

"""The floor: what the files alone cost that a build reads and writes, in one process that does nothing else."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Floor(NamedTuple):
    """Seconds that it takes to look at all files that are read, to read them, and to write all that are made."""

    scan: float
    read: float
    write: float


def floor(content: Path, made: Path, scratch: Path) -> Floor:
    """Measure the floor under a build that made one folder of another; `scratch` is written and removed."""
    read = [path for path in content.rglob("*") if path.is_file()]
    texts = {path.relative_to(made): path.read_bytes() for path in made.rglob("*") if path.is_file()}
    for folder in {path.parent for path in texts}:
        (scratch / folder).mkdir(parents=True, exist_ok=True)
    try:
        return Floor(
            _seconds(lambda: _scan(content)),
            _seconds(lambda: [path.read_bytes() for path in read]),
            _seconds(lambda: [(scratch / name).write_bytes(text) for name, text in texts.items()]),
        )
    finally:
        shutil.rmtree(scratch)


def _scan(folder: Path) -> None:
    for _, _, names, descriptor in os.fwalk(folder):
        for name in names:
            os.stat(name, dir_fd=descriptor)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start

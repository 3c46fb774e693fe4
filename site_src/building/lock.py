"""A lock file that one process holds at a time, and that is free again as soon as this process is gone."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Holds the lock file `path`, which is removed at the end; BlockingIOError if somebody else holds it."""
    descriptor = _taken(path)
    _descriptors.add(descriptor)
    try:
        yield
    finally:
        if descriptor in _descriptors:
            _descriptors.remove(descriptor)
            # Removed while locked: whoever opened it meanwhile finds that the name is gone and begins again.
            with suppress(OSError):
                path.unlink()
            os.close(descriptor)


_descriptors: set[int] = set()


def _taken(path: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN)) from error
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _let_go_in_child() -> None:
    # A lock is free when its last descriptor is closed, and a worker may outlive a builder that was killed.
    for descriptor in _descriptors:
        os.close(descriptor)
    _descriptors.clear()


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_let_go_in_child)

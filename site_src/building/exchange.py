"""Puts a finished folder in another's place, and settles what a killed build left half done.

Linux and macOS exchange two folders in one call. Where there is no such call it takes two renames, with a
journal beside them that says so as long as the second may be missing.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """The output folder, links resolved, and the names beside it that belong to its build alone."""

    output: Path

    @property
    def spare(self) -> Path:
        """The folder that the new site is written to; after an exchange it is the former site."""
        return self._beside("spare")

    @property
    def former(self) -> Path:
        """Where the former site waits between two renames."""
        return self._beside("former")

    @property
    def journal(self) -> Path:
        """The file that stands while two renames are under way."""
        return self._beside("journal")

    @property
    def lock(self) -> Path:
        """The file that the build at work holds locked."""
        return self._beside("lock")

    def _beside(self, purpose: str) -> Path:
        # The program's name is in it because whatever bears such a name is deleted without asking.
        return self.output.with_name(f".{self.output.name}.touchstone-{purpose}")


def replace(place: Place) -> None:
    """Puts the finished spare folder in the output's place; `settle` then removes the former one.

    Whatever kills the program, the output is whole, or `settle` makes it whole.
    """
    # Nothing is synced here: a killed process loses nothing that the system has taken over. To be safe
    # from a power cut every file would have to be on the disk before the exchange, which takes seconds.
    if not os.path.lexists(place.output):
        place.spare.rename(place.output)
    elif not swapped(place.spare, place.output):
        _rename_twice(place)


def settle(place: Place, *, spare: bool = True) -> None:
    """Makes the output whole if a build was killed between two renames; removes what is left beside it.

    The spare folder stays if it is not meant: it may be the former site, kept for the next build.
    """
    _finish(place)
    if spare:
        remove(place.spare)
    remove(place.former)


def swapped(first: Path, second: Path) -> bool:
    """Exchanges two folders in one step, or tells by False that this system or file system cannot."""
    name, arguments = _CALLS.get(sys.platform, ("", None))
    call = _library_function(name)
    if call is None or arguments is None:
        return False
    if call(*arguments(os.fsencode(first), os.fsencode(second))) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NO_SUCH_CALL:
        return False
    raise OSError(number, os.strerror(number), str(first), None, str(second))


def remove(path: Path) -> None:
    """Removes a folder with all that is in it, or a file, or a link itself; nothing there is no error."""
    if path.is_dir() and not path.is_symlink():
        # A former output keeps its mode, which may forbid even its owner to take things out.
        with suppress(OSError):
            path.chmod(0o700)
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


_AT_CURRENT_FOLDER = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2

_Arguments = Callable[[bytes, bytes], tuple[bytes | int, ...]]
_CALLS: dict[str, tuple[str, _Arguments]] = {
    "linux": ("renameat2", lambda a, b: (_AT_CURRENT_FOLDER, a, _AT_CURRENT_FOLDER, b, _RENAME_EXCHANGE)),
    "darwin": ("renamex_np", lambda a, b: (a, b, _RENAME_SWAP)),
}

# EPERM is among them because containers with an old filter answer so to calls they do not know; where
# it means that renaming is forbidden, the two renames meet it again and say so.
_NO_SUCH_CALL = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}

_JOURNAL = (
    "The folder that this file is named after is being replaced by a new build.\n"
    "The next command of the program finishes it and removes this file.\n"
)


def _library_function(name: str) -> Callable[..., int] | None:
    try:
        function: Callable[..., int] = getattr(ctypes.CDLL(None, use_errno=True), name)
    except (OSError, TypeError, AttributeError):
        # A C library without the call, or a system where programs cannot look into theirs.
        return None
    return function


def _rename_twice(place: Place) -> None:
    _write_journal(place.journal)
    place.output.rename(place.former)
    try:
        place.spare.rename(place.output)
    except OSError:
        place.former.rename(place.output)
        raise


def _finish(place: Place) -> None:
    if not os.path.lexists(place.journal):
        return
    # The journal is written when the spare folder is complete, so both are whole, and the new one goes first.
    for whole in (place.spare, place.former):
        if os.path.lexists(whole) and not os.path.lexists(place.output):
            whole.rename(place.output)
    place.journal.unlink()


def _write_journal(path: Path) -> None:
    with path.open("w", encoding="utf-8") as journal:
        journal.write(_JOURNAL)
        journal.flush()
        os.fsync(journal.fileno())
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

"""Files in one tree, written, linked and taken out through a handle of its folder.

Several processes may write to one tree, each to paths of its own. Who holds the handle of a folder that somebody has
removed meanwhile writes into nothing, not into what stands at its place now.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from site_src.building.exchange import remove

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Print = tuple[int, int, int]
"""By what a file that was made is known to be as it was made: size, time of change, and number."""


def stands(folder: Path) -> bool:
    """Tell whether there is such a folder."""
    return folder.is_dir()


def duplicate(live: Path, spare: Path, paths: Iterable[str], marker: str) -> bool:
    """Make a tree anew that shares the files of another; False where this disk cannot. The marker comes last."""
    remove(spare)
    spare.mkdir()
    here, there = OpenTree(spare), OpenTree(live)
    try:
        for path in paths:
            here.share(path, there)
        here.share(marker, there)
    except OSError:
        return False
    finally:
        here.close()
        there.close()
    return True


_HANDLES = os.open in os.supports_dir_fd and os.link in os.supports_dir_fd
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class OpenTree:
    """A tree to write to, from one thread."""

    _handle: int | None = None

    def __init__(self, root: Path) -> None:
        """Take hold of a folder that exists."""
        self._handle = os.open(root, os.O_RDONLY) if _HANDLES else None
        self._prefix = "" if _HANDLES else f"{root}/"
        self._folders = {""}

    def close(self) -> None:
        """Let go of the folder."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __del__(self) -> None:
        self.close()

    def put(self, path: str, content: bytes) -> Print:
        """Write a file in the place of whatever file stands there; never into one that another tree shares."""
        where = self._prefix + path
        try:
            descriptor = os.open(where, _FLAGS, 0o666, dir_fd=self._handle)
        except FileNotFoundError:
            self._make(path.rpartition("/")[0])
            descriptor = os.open(where, _FLAGS, 0o666, dir_fd=self._handle)
        except FileExistsError:
            os.unlink(where, dir_fd=self._handle)
            descriptor = os.open(where, _FLAGS, 0o666, dir_fd=self._handle)
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            about = os.fstat(descriptor)
            return about.st_size, about.st_mtime_ns, about.st_ino
        finally:
            os.close(descriptor)

    def share(self, path: str, other: OpenTree) -> None:
        """Let a file stand here that stands in another tree, in the place of whatever file stands there."""
        where = self._prefix + path
        for _ in range(3):
            try:
                os.link(other._prefix + path, where, src_dir_fd=other._handle, dst_dir_fd=self._handle)
            except FileNotFoundError:
                self._make(path.rpartition("/")[0])
            except FileExistsError:
                os.unlink(where, dir_fd=self._handle)
            else:
                return
        raise FileNotFoundError(path)

    def take_out(self, path: str) -> None:
        """Remove a file, and the folders that are empty then; nothing there is no error."""
        with suppress(FileNotFoundError):
            os.unlink(self._prefix + path, dir_fd=self._handle)
        folder = path.rpartition("/")[0]
        with suppress(OSError):
            while folder:
                os.rmdir(self._prefix + folder, dir_fd=self._handle)
                self._folders.discard(folder)
                folder = folder.rpartition("/")[0]

    def read(self, path: str) -> bytes:
        """Read a file."""
        descriptor = os.open(self._prefix + path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0), dir_fd=self._handle)
        with os.fdopen(descriptor, "rb") as file:
            return file.read()

    def differing(self, prints: Iterable[tuple[str, int, int, int]]) -> list[str]:
        """Give the paths, of those with their prints, at which no file stands or another one."""
        handle, prefix, look = self._handle, self._prefix, os.stat
        found = []
        for path, size, mtime, inode in prints:
            try:
                about = look(prefix + path, dir_fd=handle, follow_symlinks=False)
            except OSError:
                found.append(path)
                continue
            if about.st_mtime_ns != mtime or about.st_size != size or about.st_ino != inode:
                found.append(path)
        return found

    def _make(self, folder: str) -> None:
        if folder in self._folders:
            return
        self._make(folder.rpartition("/")[0])
        # Another process may be faster.
        with suppress(FileExistsError):
            os.mkdir(self._prefix + folder, dir_fd=self._handle)
        self._folders.add(folder)

"""Files that an editor names on the command line, or that a command writes for an editor."""

from __future__ import annotations

import os
import shutil
import stat
from typing import TYPE_CHECKING

from site_src.reading.scanning import PASSED_OVER

if TYPE_CHECKING:
    from pathlib import Path


def copy_passed_over(root: Path, to: Path) -> None:
    """Copy what `read_content` passes over at the top of a content folder into a new folder; raises OSError."""
    to.mkdir()
    for entry in sorted(root.iterdir()) if root.is_dir() else ():
        if entry.name.startswith(".") or entry.name in PASSED_OVER:
            if entry.is_dir() and not entry.is_symlink():
                shutil.copytree(entry, to / entry.name, symlinks=True)
            else:
                shutil.copy2(entry, to / entry.name, follow_symlinks=False)


def find_content(folder: Path, pattern: str) -> tuple[Path, ...]:
    """Find the files below a folder whose names fit a pattern such as `*.md`, in the order of their paths."""
    return tuple(sorted(path for path in folder.rglob(pattern) if path.is_file()))


class FileRefused(Exception):
    """A file that an editor names on the command line and that is not read: `message` says why."""

    def __init__(self, message: str) -> None:
        """Keep the sentence."""
        super().__init__(message)
        self.message = message


def read_bounded(path: Path, *, most: int) -> bytes:
    """Read a file that an editor names, of at most so many bytes; raises FileRefused."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            content = file.read(most + 1) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except OSError as error:
        raise FileRefused(f"{path} cannot be read: {error.strerror}.") from error
    if content is None:
        raise FileRefused(f"{path} is not a plain file.")
    if len(content) > most:
        raise FileRefused(f"{path} is larger than {most // 1_000_000} MB.")
    return content


def read_text(path: Path) -> str:
    """Read a text that an editor names on the command line; raises OSError or UnicodeDecodeError."""
    return path.read_bytes().decode("utf-8")


def write_text(path: Path, text: str) -> None:
    """Write a text that a command makes for an editor; raises OSError."""
    path.write_bytes(text.encode("utf-8"))


def repository_of(folder: Path) -> Path:
    """Give the folder of the repository in which a folder lies, by its `.git`; itself where it lies in none."""
    whole = folder.resolve()
    return next((each for each in (whole, *whole.parents) if (each / ".git").exists()), whole)


def append_text(path: Path, text: str) -> None:
    """Add to a text that a command keeps for its next run; raises OSError."""
    with path.open("ab") as file:
        file.write(text.encode("utf-8"))


def write_new(path: Path, text: str) -> None:
    """Write a text into a new file, with the folders that it needs; raises FileExistsError or another OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(text.encode("utf-8"))

"""Content, templates and our own source from the disk: each file's bytes, read once, from plain files only."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from site_src.diagnostics.finding import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT_LIMIT = 1_000_000
_FILE_LIMIT = 2_000_000
_PASSED_OVER = ("FORMAT.md", "README.md")
_PROGRAM = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file: `name` is its path from the folder read, with `/`, and `content` its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Tree:
    """All files of a folder in the order of their names, and what could not be read."""

    files: tuple[ContentFile, ...]
    findings: tuple[Finding, ...]


def read_content(root: Path) -> Tree:
    """Read every file of a content folder but FORMAT.md, README.md and names that begin with a point."""
    findings: list[Finding] = []
    files: list[ContentFile] = []
    waiting = [(root, "")]
    while waiting:  # not by recursion: folders may lie deeper in each other than calls can
        folder, prefix = waiting.pop()
        for entry, name in _scan(folder, prefix, findings):
            if entry.is_dir(follow_symlinks=False):
                waiting.append((folder / entry.name, f"{name}/"))
            else:
                files += _read(folder / entry.name, name, findings)
    return Tree(tuple(sorted(files, key=lambda file: file.name)), tuple(findings))


def read_templates(root: Path) -> dict[str, bytes]:
    """Read every template and asset, by its path from the folder; links are followed, for templates are trusted."""
    paths = sorted(path for path in root.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def read_source() -> dict[str, bytes]:
    """Read the program's own text, by path from its folder."""
    paths = sorted(_PROGRAM.rglob("*.py"))
    return {path.relative_to(_PROGRAM).as_posix(): path.read_bytes() for path in paths}


def read_lock() -> bytes:
    """Read requirements.txt, which lies beside the program's folder; gives nothing where it does not."""
    lock = _PROGRAM.with_name("requirements.txt")
    return lock.read_bytes() if lock.is_file() else b""


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


def write_new(path: Path, text: str) -> None:
    """Write a text into a new file, with the folders that it needs; raises FileExistsError or another OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(text.encode("utf-8"))


def _scan(folder: Path, prefix: str, findings: list[Finding]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Give what is to be read in a folder, each with its name from the content folder."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        findings.append(_unreadable(prefix or ".", error))
        return
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if entry.is_symlink():
            findings.append(
                _finding(name, "file", "This is a link to another place, not a file.", "Put the file itself here.")
            )
        elif entry.name.startswith(".") or entry.name in _PASSED_OVER:
            continue
        elif not _decodable(entry.name):
            message = "This name is not UTF-8 text."
            findings.append(_finding(name.encode("utf-8", "replace").decode(), "file", message, "Rename the file."))
        else:
            yield entry, name


def _read(path: Path, name: str, findings: list[Finding]) -> Iterator[ContentFile]:
    limit = _FILE_LIMIT if name.startswith("files/") else _TEXT_LIMIT
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        findings.append(_unreadable(name, error))
        return
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            findings.append(_finding(name, "file", "This is not a plain file.", "Delete it, or put a plain file here."))
            return
        content = file.read(limit + 1)
    if len(content) > limit:
        size = f"{limit // 1_000_000} MB"
        findings.append(_finding(name, "limit", f"This file is larger than {size}.", "Make it smaller, or split it."))
        return
    yield ContentFile(name, content)


def _decodable(name: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _unreadable(name: str, error: OSError) -> Finding:
    return _finding(name, "file", f"This cannot be read: {error.strerror}.", "Check that it is there and may be read.")


def _finding(name: str, rule: str, message: str, hint: str) -> Finding:
    return Finding(Place(f"content/{name}"), rule, message, hint)

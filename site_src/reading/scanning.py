"""What stands in a folder, without reading it: which files there are, and by what each is known to be the same."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from site_src.diagnostics.finding import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PASSED_OVER = ("FORMAT.md", "README.md")
PROGRAM = Path(__file__).resolve().parents[1]
"""The folder of the program's modules."""

_LOCK = ".#"  # so begins the link that Emacs puts beside a file that is being edited

Marks = tuple[int, int, int, int]
"""By what a file is known to be the same without being read: size, times of change (content and all), and number."""

Stamp = tuple[int, ...]
"""When a file was last written and changed (in nanoseconds), its size in bytes, and its number on the disk."""


Scanned = tuple[dict[str, Marks], "tuple[Finding, ...]"]
"""The marks of files by their names, and what is wrong with others."""


def scan_content(root: Path) -> Scanned:
    """Give the marks of every file that `read_content` would read, and what is wrong with others; nothing is read."""
    findings: list[Finding] = []
    found = {name: _marks(entry) for entry, name in walk(root, findings)}
    return found, tuple(findings)


def scan_trusted(root: Path, ending: str = "") -> dict[str, Marks]:
    """Give the marks of every file of our own below a folder: the templates, or the program (`ending` is `.py`)."""
    found: dict[str, Marks] = {}
    waiting = [(str(root), "")]
    while waiting:
        folder, prefix = waiting.pop()
        with os.scandir(folder) as scan:
            for entry in scan:
                if entry.is_dir():
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                elif entry.name.endswith(ending) and not entry.name.startswith("."):
                    found[f"{prefix}{entry.name}"] = _marks(entry, follow=True)
    return found


def scan_source() -> dict[str, Marks]:
    """Give the marks of the program's own text."""
    return scan_trusted(PROGRAM, ".py")


def scan_lock() -> dict[str, Marks]:
    """Give the marks of requirements.txt beside the program's folder, where it is."""
    lock = PROGRAM.with_name("requirements.txt")
    try:
        about = lock.stat()
    except OSError:
        return {}
    return {"../requirements.txt": (about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino)}


def packages_at_hand(paths: Iterable[str]) -> tuple[str, ...]:
    """Give the names, with their versions, of the packages installed in these folders."""
    found: set[str] = set()
    for path in paths:
        with suppress(OSError), os.scandir(path or ".") as scan:
            found.update(one.name for one in scan if one.name.endswith((".dist-info", ".egg-info")))
    return tuple(sorted(found))


def stamp(path: str) -> Stamp:
    """Give what tells, without reading it, that a file or folder is not what it was; empty where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def is_text(given: str) -> bool:
    """Tell whether a name, or an argument, is text; what the system had in bytes that are not UTF-8 is none."""
    return given.isascii() or not any("\ud800" <= character <= "\udfff" for character in given)


def paths_below(root: Path) -> tuple[list[str], list[str]]:
    """Give the paths of a folder and all folders in it, and those of all files, but names that begin with a point."""
    folders, files = [str(root)], list[str]()
    for folder in folders:  # grows meanwhile
        with suppress(OSError), os.scandir(folder) as scan:
            for entry in scan:
                if not entry.name.startswith("."):
                    (folders if entry.is_dir(follow_symlinks=False) else files).append(entry.path)
    return folders, files


def walk(root: Path, findings: list[Finding]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Give everything to be read below a folder, each with its name from there."""
    waiting = [(str(root), "")]
    while waiting:  # not by recursion: folders may lie deeper in each other than calls can
        folder, prefix = waiting.pop()
        for entry, name in _scan(folder, prefix, findings):
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{name}/"))
            else:
                yield entry, name


def _marks(entry: os.DirEntry[str], *, follow: bool = False) -> Marks:
    try:
        about = entry.stat(follow_symlinks=follow)
    except OSError:
        return (-1, 0, 0, 0)  # gone meanwhile, or not ours to see: reading it tells
    return (about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino)


def _scan(folder: str, prefix: str, findings: list[Finding]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Give what is to be read in a folder, each with its name from the content folder."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        findings.append(unreadable(prefix or ".", error))
        return
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if entry.name.startswith(_LOCK):
            continue
        if entry.is_symlink():
            findings.append(
                finding_in_file(
                    name, "file", "This is a link to another place, not a file.", "Put the file itself here."
                )
            )
        elif entry.name.startswith(".") or entry.name in PASSED_OVER:
            continue
        elif not is_text(entry.name):
            message = "This name is not UTF-8 text."
            findings.append(
                finding_in_file(name.encode("utf-8", "replace").decode(), "file", message, "Rename the file.")
            )
        else:
            yield entry, name


def unreadable(name: str, error: OSError) -> Finding:
    """Make the finding that the system would not let a file be read."""
    return finding_in_file(
        name, "file", f"This cannot be read: {error.strerror}.", "Check that it is there and may be read."
    )


def finding_in_file(name: str, rule: str, message: str, hint: str) -> Finding:
    """Make a finding in a file of the content as a whole, by its name from the content folder."""
    return Finding(Place(f"content/{name}"), rule, message, hint)

"""Content, templates and our own source from the disk: each file's bytes, read once, from plain files only."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from site_src.diagnostics.finding import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TEXT_LIMIT = 1_000_000
LARGEST = 2_000_000
PASSED_OVER = ("FORMAT.md", "README.md")
_LOCK = ".#"  # so begins the link that Emacs puts beside a file that is being edited
_PROGRAM = Path(__file__).resolve().parents[1]
FONTS = _PROGRAM.with_name("fonts")


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


Stamp = tuple[int, ...]
"""When a file was last written and changed (in nanoseconds), its size in bytes, and its number on the disk."""


@dataclass(frozen=True, slots=True)
class Held:
    """A folder as it was read, the stamps of its files by their names, and which of them had changed just then."""

    tree: Tree
    stamps: Mapping[str, Stamp]
    fresh: frozenset[str] = frozenset()


def read_content(root: Path) -> Tree:
    """Read every file of a content folder but FORMAT.md, README.md and names that begin with a point."""
    return hold(root).tree


def hold(root: Path, before: Held | None = None) -> Held:
    """Read a content folder as read_content does; of what was held before, only the files that have changed since.

    What changed is read once more the next time: written twice in one instant, a file bears the same stamp both times.
    """
    former = {file.name: file for file in before.tree.files} if before else {}
    settled = {name: before.stamps[name] for name in former.keys() - before.fresh} if before else {}
    findings: list[Finding] = []
    files: list[ContentFile] = []
    stamps: dict[str, Stamp] = {}
    waiting = [(root, "")]
    while waiting:  # not by recursion: folders may lie deeper in each other than calls can
        folder, prefix = waiting.pop()
        for entry, name in _scan(folder, prefix, findings):
            if entry.is_dir(follow_symlinks=False):
                waiting.append((folder / entry.name, f"{name}/"))
                continue
            stamps[name] = stamp(entry.path)  # before it is read: what is written meanwhile bears another
            if settled.get(name) == stamps[name]:
                files.append(former[name])
                continue
            read = _read(folder / entry.name, name, findings)
            files += [former[name] if former.get(name) == file else file for file in read]
    tree = Tree(tuple(sorted(files, key=lambda file: file.name)), tuple(findings))
    fresh = {file.name for file in files if former.get(file.name) is not file} if before else set()
    return Held(tree, stamps, frozenset(fresh))


def stamp(path: str) -> Stamp:
    """Give what tells, without reading it, that a file or folder is not what it was; empty where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def paths_below(root: Path) -> tuple[list[str], list[str]]:
    """Give the paths of a folder and all folders in it, and those of all files, but names that begin with a point."""
    folders, files = [str(root)], list[str]()
    for folder in folders:  # grows meanwhile
        with suppress(OSError), os.scandir(folder) as scan:
            for entry in scan:
                if not entry.name.startswith("."):
                    (folders if entry.is_dir(follow_symlinks=False) else files).append(entry.path)
    return folders, files


def read_templates(root: Path) -> dict[str, bytes]:
    """Read every template and asset, by its path from the folder; links are followed, for templates are trusted."""
    texts = {}
    for path in sorted(path for path in root.rglob("*") if path.is_file() and not path.name.startswith(".")):
        with suppress(FileNotFoundError):  # editors put a new file in an old one's place while a preview runs
            texts[path.relative_to(root).as_posix()] = path.read_bytes()
    return texts


def read_source() -> dict[str, bytes]:
    """Read the program's own text, by path from its folder."""
    paths = sorted(_PROGRAM.rglob("*.py"))
    return {path.relative_to(_PROGRAM).as_posix(): path.read_bytes() for path in paths}


def read_own(name: str) -> str:
    """Read a text that lies among the program's modules, by its path from the program's folder."""
    return (_PROGRAM / name).read_text(encoding="utf-8")


def read_lock() -> bytes:
    """Read requirements.txt, which lies beside the program's folder; gives nothing where it does not."""
    lock = _PROGRAM.with_name("requirements.txt")
    return lock.read_bytes() if lock.is_file() else b""


def read_fonts() -> tuple[ContentFile, ...]:
    """Read the fonts in the folder beside the program's, in the order of their names."""
    fonts = [path for path in FONTS.rglob("*") if path.suffix.lower() in (".ttf", ".otf", ".ttc", ".otc")]
    names = sorted((path.relative_to(FONTS).as_posix(), path) for path in fonts)
    return tuple(ContentFile(name, path.read_bytes()) for name, path in names)


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
        if entry.name.startswith(_LOCK):
            continue
        if entry.is_symlink():
            findings.append(
                _finding(name, "file", "This is a link to another place, not a file.", "Put the file itself here.")
            )
        elif entry.name.startswith(".") or entry.name in PASSED_OVER:
            continue
        elif not _decodable(entry.name):
            message = "This name is not UTF-8 text."
            findings.append(_finding(name.encode("utf-8", "replace").decode(), "file", message, "Rename the file."))
        else:
            yield entry, name


def _read(path: Path, name: str, findings: list[Finding]) -> Iterator[ContentFile]:
    limit = LARGEST if name.startswith("files/") else _TEXT_LIMIT
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
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)


def _unreadable(name: str, error: OSError) -> Finding:
    return _finding(name, "file", f"This cannot be read: {error.strerror}.", "Check that it is there and may be read.")


def _finding(name: str, rule: str, message: str, hint: str) -> Finding:
    return Finding(Place(f"content/{name}"), rule, message, hint)

"""Content, templates and our own source from the disk: each file's bytes, read once, from plain files only."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from site_src.reading.scanning import PROGRAM, finding_in_file, stamp, unreadable, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from site_src.diagnostics.finding import Finding
    from site_src.reading.scanning import Stamp

_TEXT_LIMIT = 1_000_000
LARGEST = 2_000_000
FONTS = PROGRAM.with_name("fonts")


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
    for entry, name in walk(root, findings):
        stamps[name] = stamp(entry.path)  # before it is read: what is written meanwhile bears another
        if settled.get(name) == stamps[name]:
            files.append(former[name])
            continue
        read = _read(Path(entry.path), name, findings)
        files += [former[name] if former.get(name) == file else file for file in read]
    tree = Tree(tuple(sorted(files, key=lambda file: file.name)), tuple(findings))
    fresh = {file.name for file in files if former.get(file.name) is not file} if before else set()
    return Held(tree, stamps, frozenset(fresh))


def read_file_of(root: Path, name: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Read one file of a content folder, by its name from there: its bytes, or why there are none."""
    findings: list[Finding] = []
    read = list(_read(root / name, name, findings))
    return (read[0].content if read else None), tuple(findings)


def read_templates(root: Path) -> dict[str, bytes]:
    """Read every template and asset, by its path from the folder; links are followed, for templates are trusted."""
    texts = {}
    for path in sorted(path for path in root.rglob("*") if path.is_file() and not path.name.startswith(".")):
        with suppress(FileNotFoundError):  # editors put a new file in an old one's place while a preview runs
            texts[path.relative_to(root).as_posix()] = path.read_bytes()
    return texts


def read_source() -> dict[str, bytes]:
    """Read the program's own text, by path from its folder."""
    paths = sorted(PROGRAM.rglob("*.py"))
    return {path.relative_to(PROGRAM).as_posix(): path.read_bytes() for path in paths}


def read_own(name: str) -> str:
    """Read a text that lies among the program's modules, by its path from the program's folder."""
    return (PROGRAM / name).read_text(encoding="utf-8")


def read_lock() -> bytes:
    """Read requirements.txt, which lies beside the program's folder; gives nothing where it does not."""
    lock = PROGRAM.with_name("requirements.txt")
    return lock.read_bytes() if lock.is_file() else b""


def read_fonts() -> tuple[ContentFile, ...]:
    """Read the fonts in the folder beside the program's, in the order of their names."""
    fonts = [path for path in FONTS.rglob("*") if path.suffix.lower() in (".ttf", ".otf", ".ttc", ".otc")]
    names = sorted((path.relative_to(FONTS).as_posix(), path) for path in fonts)
    return tuple(ContentFile(name, path.read_bytes()) for name, path in names)


def _read(path: Path, name: str, findings: list[Finding]) -> Iterator[ContentFile]:
    limit = LARGEST if name.startswith("files/") else _TEXT_LIMIT
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        findings.append(unreadable(name, error))
        return
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            findings.append(
                finding_in_file(name, "file", "This is not a plain file.", "Delete it, or put a plain file here.")
            )
            return
        length = min(status.st_size, limit)
        content = file.read(length + 1)  # to make room for all that a file may hold takes longer than to read it
        if len(content) > length:
            content += file.read(limit - length)
    if len(content) > limit:
        size = f"{limit // 1_000_000} MB"
        findings.append(
            finding_in_file(name, "limit", f"This file is larger than {size}.", "Make it smaller, or split it.")
        )
        return
    yield ContentFile(name, content)

"""The folder that a build writes its files to: a spare one beside the output, or the output itself."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from site_src.building.exchange import remove
from site_src.building.refusal import LEFT_ALONE, MARKER, OWN_PREFIX, is_ours, refusal

LOCK_INSIDE = f"{OWN_PREFIX}lock"
"""The name of the lock file of a build in place."""


def published_digests(root: Path) -> dict[str, str] | None:
    """Gives the SHA-256 of every file of a published folder by its path, or None where `root` is no folder.

    What is no plain file has no digest, but words that say so. The marker is passed over, and so is what a build in
    place leaves alone. Raises OSError.
    """
    if not root.is_dir():
        return None
    found: dict[str, str] = {}
    folders = [""]
    while folders:
        with os.scandir(root / folders.pop()) as scan:
            entries = list(scan)
        for entry in entries:
            path = Path(entry.path).relative_to(root).as_posix()
            if entry.is_dir(follow_symlinks=False):
                folders += [] if _is_left_alone(path) else [path]
            elif entry.is_file(follow_symlinks=False):
                with Path(entry.path).open("rb") as file:
                    found[path] = hashlib.file_digest(file, "sha256").hexdigest()
            else:
                found[path] = "not a plain file"
    return {path: digest for path, digest in found.items() if path != MARKER and not _is_left_alone(path)}


class Tree:
    """A new folder, written to file by file from one thread."""

    in_place = False

    def __init__(self, root: Path, output: Path) -> None:
        """Starts writing to `root`, an empty folder that exists; errors speak of `output`."""
        self._root = root
        self._output = output
        self._paths: set[str] = set()
        self._folders = {""}

    @property
    def root(self) -> Path:
        """Gives the folder; what lies there under a name of the build's own does not go live."""
        return self._root

    def write(self, path: str, content: bytes) -> None:
        """Writes a file at a path such as `claims/foo/index.html`; ValueError for a bad or repeated path."""
        folder = _folder_of(path)
        if path in self._paths:
            raise ValueError(f"{path!r} is written twice")
        try:
            if folder not in self._folders:
                self._make(folder)
            self._put(path, content)
        except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
            raise ValueError(f"{path!r} is in the way of a path written before") from error
        except OSError as error:
            raise refusal(self._output, error, in_place=self.in_place) from error
        self._paths.add(path)

    def require_marker(self) -> None:
        """Raises ValueError if the file is missing by which the next build knows the folder as its own."""
        if MARKER not in self._paths or not is_ours(self._root):
            raise ValueError(f"a site needs a {MARKER} whose generator begins with the program's name")

    def _make(self, folder: str) -> None:
        parent = folder.rpartition("/")[0]
        if parent not in self._folders:
            self._make(parent)
        self._make_one(folder)
        self._folders.add(folder)

    def _make_one(self, folder: str) -> None:
        (self._root / folder).mkdir()

    def _put(self, path: str, content: bytes) -> None:
        _write_file(f"{self._root}/{path}", content)


class TreeInPlace(Tree):
    """The output folder itself, in which each file takes its former one's place as it comes."""

    in_place = True

    def claim(self) -> None:
        """Marks a folder as made by this program, so that a build that is killed in it can be repeated."""
        if not is_ours(self._root):
            self._put(MARKER, b'{"generator": "touchstone", "unfinished": true}\n')

    def remove_unwritten(self) -> None:
        """Removes every file that this build did not write, and every folder in which it wrote nothing."""
        # Where upper and lower case are one name, the system may list a new file under its former spelling.
        kept = {path.casefold() for path in self._paths | self._folders}
        self._remove_unwritten("", kept)

    def _remove_unwritten(self, folder: str, kept: set[str]) -> None:
        with os.scandir(f"{self._root}/{folder}") as found:
            entries = list(found)
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if path in LEFT_ALONE or path == LOCK_INSIDE:
                continue
            if path.casefold() not in kept:
                remove(Path(entry.path))
            elif entry.is_dir(follow_symlinks=False):
                self._remove_unwritten(path, kept)

    def _make_one(self, folder: str) -> None:
        where = self._root / folder
        if folder not in self._paths and not _is_folder(where):
            where.unlink(missing_ok=True)
        where.mkdir(exist_ok=folder not in self._paths)

    def _put(self, path: str, content: bytes) -> None:
        where = self._root / path
        beside = where.with_name(f"{OWN_PREFIX}new")
        try:
            # What a killed build has left, or a link that leads elsewhere.
            beside.unlink(missing_ok=True)
            _write_file(str(beside), content)
            if path not in self._folders and _is_folder(where):
                remove(where)
            beside.replace(where)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise


_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _is_left_alone(path: str) -> bool:
    return path in LEFT_ALONE or path.startswith(OWN_PREFIX)


def _is_folder(path: Path) -> bool:
    # A link to a folder is none: what is written through it would land outside the output.
    return path.is_dir() and not path.is_symlink()


def _folder_of(path: str) -> str:
    segments = path.split("/")
    if "\\" in path or "\0" in path or any(segment in ("", ".", "..") for segment in segments):
        raise ValueError(f"{path!r} is not a path within the site")
    return path.rpartition("/")[0]


def _write_file(where: str, content: bytes) -> None:
    descriptor = os.open(where, _FLAGS, 0o666)
    try:
        # More than once only for what is too much for one call, or when the disk is about to be full.
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)

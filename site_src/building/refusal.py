"""Which output folders a build refuses, and why, in sentences for the person who started it."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARKER = "build.json"
"""The file by which a site is known as made by this program."""

MARKER_BYTES = 500_000_000
"""How large that file can be: it lists every file of a site, and there may be millions; what is larger is not read."""

LEFT_ALONE = frozenset({".git", "lost+found"})
"""What a build in place never touches: the history of a work tree, and what a disk keeps in its root."""

OWN_PREFIX = ".touchstone-"
"""How the names begin that a build in place uses inside the output for as long as it is at work."""


class OutputRefused(Exception):
    """The output folder cannot be written to: what is wrong in `message`, what to do in `hint`."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class SearchImpossible(Exception):
    """The search index cannot be made: what is wrong in `message`, what to do in `hint`."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def refuse_place(output: Path, protect: Sequence[Path]) -> None:
    """Raises OutputRefused if `output` is a file, or is or holds the current folder or a protected one."""
    if os.path.lexists(output) and not output.is_dir():
        raise OutputRefused(f"{output} is a file, and a site needs a folder.", _OTHER_FOLDER)
    if _is_or_holds(output, Path()):
        message = f"{output} is the folder you are working in, or holds it, and a build would replace all of it."
        raise OutputRefused(message, _OTHER_FOLDER)
    for folder in protect:
        if _is_or_holds(output, folder):
            raise OutputRefused(f"{output} is or holds {folder}, and a build would replace all of it.", _OTHER_FOLDER)
        if _is_or_holds(folder, output):
            raise OutputRefused(f"{output} lies in {folder}, and a site would be read as content.", _OTHER_FOLDER)


def refuse_foreign(output: Path) -> None:
    """Raises OutputRefused if `output` is a folder with something in it that this program did not make."""
    if is_ours(output):
        return
    found = next((name for name in _names(output) if not _is_of_no_account(name)), None)
    if found is not None:
        message = f"{output} holds what this program did not make, such as {found}, and a build would remove it."
        raise OutputRefused(message, "Choose a new or empty folder for the site, or move those files away.")


def refuse_unswappable(output: Path) -> None:
    """Raises OutputRefused if `output` cannot, or must not, be replaced as a whole."""
    if os.path.lexists(output / ".git"):
        message = f"{output} holds a git repository (.git), which would be lost if the folder were replaced."
        raise OutputRefused(message, f"{_IN_PLACE} The repository is left alone.")
    if os.path.ismount(output):
        raise OutputRefused(f"{output} {_CANNOT_BE_RENAMED}", _IN_PLACE)


def is_ours(folder: Path) -> bool:
    """Tells whether `folder` has this program's marker: JSON whose `generator` begins with its name."""
    marker = folder / MARKER
    try:
        about = marker.lstat()
        if not stat.S_ISREG(about.st_mode):
            return False
        with marker.open("rb") as file:
            if file.read(len(_BEGINNING)) == _BEGINNING:
                return True
        content = json.loads(marker.read_bytes()) if about.st_size <= MARKER_BYTES else None
    except (OSError, ValueError, RecursionError):
        return False
    generator = content.get("generator") if isinstance(content, dict) else None
    return isinstance(generator, str) and generator.partition(" ")[0] == "touchstone"


def refusal(output: Path, error: OSError, *, in_place: bool = False) -> OutputRefused:
    """Says in plain words why the system did not let `output` be written to."""
    number = error.errno
    there = os.path.lexists(output)
    state = "" if not there else f" {_MIXED}" if in_place else f" {_UNTOUCHED}"
    if isinstance(error, BlockingIOError):
        return OutputRefused(f"Another build is writing to {output}.", "Wait until it is done, then build again.")
    if number in _FULL:
        return OutputRefused(f"There is no room left on the disk for {output}.{state}", "Make room, then build again.")
    if number in _UNRENAMABLE and not in_place:
        return OutputRefused(f"{output} {_CANNOT_BE_RENAMED}{state}", _IN_PLACE)
    if number in _FORBIDDEN:
        message = f"Nothing can be written in {_folder_meant(output, error)}: it is not allowed there.{state}"
        return OutputRefused(message, "Allow it to be changed, or choose another folder for the site.")
    reason = error.strerror or str(error)
    return OutputRefused(f"{output} cannot be written to: {reason}.{state}", _OTHER_FOLDER)


# As this program writes it. The rest of a large site's takes longer to read than a small build.
_BEGINNING = b'{\n "generator": "touchstone '

_FULL = {errno.ENOSPC, errno.EDQUOT}
_UNRENAMABLE = {errno.EBUSY, errno.EXDEV}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}

_OTHER_FOLDER = "Choose a folder of its own for the site, such as public."
_CANNOT_BE_RENAMED = "cannot be replaced in one step: it is a mount point, or its disk does not allow it."
_IN_PLACE = "Build with --in-place: the files are then written into the folder one by one."
_UNTOUCHED = "The site that was there is as it was."
_MIXED = "Part of the site may be of this build by now, and the rest of the one before."


def _folder_meant(output: Path, error: OSError) -> Path:
    # Of a file within a folder that is being removed the system gives the bare name.
    named = Path(error.filename) if isinstance(error.filename, str) else Path()
    return named.parent if named.is_absolute() else output


def _is_or_holds(output: Path, folder: Path) -> bool:
    resolved = Path(os.path.realpath(folder))
    above = (resolved, *resolved.parents)
    # By identity too: a folder may have two spellings where case does not count, or be mounted twice.
    return output in above or any(_same(output, other) for other in above)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except FileNotFoundError:
        return False


def _names(folder: Path) -> Iterable[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else ()


def _is_of_no_account(name: str) -> bool:
    return name in LEFT_ALONE or name.startswith(OWN_PREFIX)

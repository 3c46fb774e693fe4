"""The cache folder: what earlier builds found out, so that this one need not.

It holds a folder for each site that is built (the same content may be built into several), and in it a *ledger* (see
ledger.py), a *mark* (see unchanged.py) and *packs*, into which the larger texts of records are written one after the
other. Texts alone are kept, never objects, so nothing in it can run. What is truncated, garbled, of another version or
missing counts as not there, and is made again: every part carries its own check sum. The ledger and the mark are
replaced whole; a pack is only ever added to by the build that made it. So two builds at once do no harm: what the last
one found out is kept.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Loan = tuple[str, int, int, int]
"""Where a text lies: the pack's name, the place of its first byte, its length, and its check sum."""

NO_LOAN: Loan = ("", 0, 0, 0)

_SEAL = b"touchstone cache 1\n"
_SITES = 8
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache that may be deleted at any time (bford.info/cachedir).\n"


def newest(folder: Path, beginning: str) -> str:
    """Give the name of the cache that was used last among those whose names begin so, or a name for a new one."""
    with suppress(OSError):
        found = [path for path in folder.iterdir() if path.name.startswith(beginning)]
        return max(found, key=lambda path: path.stat().st_mtime_ns).name if found else beginning
    return beginning


class Store:
    """The cache of one site, `key` being what tells it from others; nothing fails where it cannot be written."""

    def __init__(self, folder: Path, key: str) -> None:
        self._all = folder
        self._here = folder / key
        self._packs: dict[str, int] = {}
        self._pack: int | None = None
        self._pack_name = ""
        self._at = 0

    def moment(self) -> int:
        """Give the time by the clock of the disk, in nanoseconds; 0, which is before everything, where it has none."""
        with suppress(OSError):
            self._prepare()
            handle, path = tempfile.mkstemp(prefix="new-", dir=self._here)
            try:
                return os.fstat(handle).st_mtime_ns
            finally:
                os.close(handle)
                Path(path).unlink()
        return 0

    def begin_reading(self, name: str) -> Callable[[], memoryview | None]:
        """Begin to read a part while this process does something else; gives what waits for it, and is asked once."""
        found: list[memoryview | None] = []
        reader = threading.Thread(target=lambda: found.append(self.read(name)))
        reader.start()

        def answer() -> memoryview | None:
            reader.join()
            return found.pop()

        return answer

    def read(self, name: str) -> memoryview | None:
        """Give a part that was kept whole, or None where there is none, or none that can be trusted."""
        try:
            with (self._here / name).open("rb") as file:
                text = memoryview(file.read())
        except OSError:
            return None
        end = len(_SEAL) + 8
        seal = _SEAL + b"%08x" % zlib.crc32(text[end:])
        return text[end:] if text[:end] == seal else None

    def write(self, name: str, *parts: bytes) -> None:
        """Keep a part in the place of the one of that name, all at once."""
        check = 0
        for part in parts:
            check = zlib.crc32(part, check)
        with suppress(OSError):
            self._prepare()
            handle, beside = tempfile.mkstemp(prefix="new-", dir=self._here)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.writelines((_SEAL, b"%08x" % check, *parts))
                Path(beside).replace(self._here / name)
            except OSError:
                Path(beside).unlink()
                raise

    def lend(self, text: bytes) -> Loan:
        """Add a text to this build's pack; where it cannot be written it will be missing when it is asked for."""
        with suppress(OSError):
            if self._pack is None:
                self._prepare()
                self._pack, path = tempfile.mkstemp(prefix="pack-", dir=self._here)
                self._pack_name = Path(path).name
                self._packs[self._pack_name] = self._pack
            os.write(self._pack, text)
        loan = (self._pack_name, self._at, len(text), zlib.crc32(text))
        self._at += len(text)
        return loan

    def fetch(self, loan: Loan) -> bytes | None:
        """Give a text that was lent, or None where it is missing or another one."""
        name, at, length, check = loan
        try:
            if name not in self._packs:
                if not name.startswith("pack-") or "/" in name:
                    return None
                self._packs[name] = os.open(self._here / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
            text = os.pread(self._packs[name], length, at)
        except (OSError, OverflowError):
            return None
        return text if zlib.crc32(text) == check else None

    def size(self, pack: str) -> int:
        """Give the number of bytes in a pack."""
        try:
            return (self._here / pack).stat().st_size
        except OSError:
            return 0

    def tidy(self, packs: Iterable[str]) -> None:
        """Remove the packs but these, and the caches of the sites that were built longest ago but eight."""
        kept = {*packs, self._pack_name}
        with suppress(OSError):
            for path in self._here.iterdir():
                if path.name.startswith(("pack-", "new-")) and path.name not in kept:
                    path.unlink()
            os.utime(self._here)
            sites = sorted(
                (path for path in self._all.iterdir() if path.is_dir()), key=lambda path: -path.stat().st_mtime
            )
            for path in sites[_SITES:]:
                shutil.rmtree(path)

    def _prepare(self) -> None:
        if not self._here.is_dir():
            self._here.mkdir(parents=True, exist_ok=True)
            (self._all / ".gitignore").write_text("*\n", encoding="utf-8")
            (self._all / "CACHEDIR.TAG").write_text(_TAG, encoding="utf-8")

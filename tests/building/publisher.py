"""Small sites to publish, and a process of its own that publishes them and is killed meanwhile.

`python -m tests.building.publisher OUTPUT FILES SITE...` publishes the sites in turn until it is killed.
"""

from __future__ import annotations

import itertools
import os
import signal
import sys
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from subprocess import PIPE, Popen
from typing import TYPE_CHECKING

from site_src.building import exchange
from site_src.building.writer import publishing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]

MARKER = b'{"generator": "touchstone 0.1.0"}\n'

Files = dict[str, bytes]


def site(name: str, files: int = 1) -> Files:
    """Makes a site: every page tells the site's name, one page has a path of its own, the marker is last."""
    pages = {f"claims/{number}/index.html": f"{name} {number}\n".encode() * 50 for number in range(files)}
    return {**pages, f"only/{name}.html": name.encode(), "build.json": MARKER}


def publish(output: Path, pages: Files, *, in_place: bool = False) -> None:
    """Publishes a site as the program does."""
    with publishing(output, in_place=in_place) as tree:
        for path, content in pages.items():
            tree.write(path, content)


def found(folder: Path) -> Files | None:
    """Reads all files of a folder; one that is empty ends in a slash; None if there is no folder."""
    if not folder.exists():
        return None
    paths = sorted(folder.rglob("*"))
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    empty = [path for path in paths if path.is_dir() and not any(path.iterdir())]
    return files | {f"{path.relative_to(folder).as_posix()}/": b"" for path in empty}


def names(folder: Path) -> list[str]:
    """Lists what stands in a folder, hidden or not."""
    return sorted(path.name for path in folder.iterdir())


def without_exchange(first: Path, second: Path) -> bool:
    """Answers as a system does that cannot exchange two folders."""
    del first, second
    return False


def started(output: Path, files: int, *arguments: str) -> Popen[bytes]:
    """Starts a process that publishes sites in turn; it writes a line when it is about to begin."""
    command = [sys.executable, "-m", "tests.building.publisher", str(output), str(files), *arguments]
    return Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE)


def killed_at_each_call(output: Path, *arguments: str) -> Iterator[int]:
    """Publishes a site in a process that is killed before its first call of the system, then its second.

    And so on: after each the number is given; the last one, for which it is not, was not killed.
    """
    with started(output, 1, "--killed-at-each-call", *arguments) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        for moment in itertools.count(1):
            process.stdin.write(b"next\n")
            process.stdin.flush()
            code = int(process.stdout.readline())
            if code == 0:
                return
            assert code == -signal.SIGKILL, f"died of something else before call {moment}"
            yield moment


def main() -> None:
    """Publishes the sites named, in turn and without end, or is killed as said above."""
    options = ArgumentParser()
    options.add_argument("output", type=Path)
    options.add_argument("files", type=int)
    options.add_argument("site", nargs="+")
    options.add_argument("--in-place", action="store_true")
    options.add_argument("--without-exchange", action="store_true")
    options.add_argument("--killed-at-each-call", action="store_true")
    given = options.parse_args()
    if given.without_exchange:
        exchange.swapped = without_exchange
    builds = [partial(publish, given.output, site(name, given.files), in_place=given.in_place) for name in given.site]
    _say("ready")
    if given.killed_at_each_call:
        _die_at_each_call(builds[0])
    else:
        for build in itertools.cycle(builds):
            build()


def _die_at_each_call(build: Callable[[], None]) -> None:
    for moment in itertools.count(1):
        if not sys.stdin.readline():
            return
        child = os.fork()
        if child == 0:
            _die_before(moment)
            build()
            os._exit(0)
        _say(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])))


def _die_before(moment: int) -> None:
    calls = 0

    def count(event: str, _: object) -> None:
        nonlocal calls
        if event == "open" or event.startswith(("os.", "shutil.", "fcntl.", "ctypes.dlopen")):
            calls += 1
            if calls == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

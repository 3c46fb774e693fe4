"""Publishing is all or nothing, and a cache costs time at worst: builds are killed, refused the disk, and lied to.

Harbour stands in two states, and each build leads from the one to the other. Whatever is done to a build, readers find
one of the two sites whole, and the next build makes the site that is due.
"""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from site_src.building import open_tree
from site_src.building.pipeline import build
from site_src.building.refusal import OutputRefused
from tests.building.desk import Desk, laid_out
from tests.building.publisher import found
from tests.hostile.searching import TIMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from site_src.building.job import Job

DETOUR = "content/claims/detour-cost.md"
RATINGS = ("rating: supported", "rating: contradicted")
PROGRAM = """
import sys
from pathlib import Path
from site_src.building.job import Job
from site_src.building.pipeline import build
root, jobs = Path(sys.argv[1]), int(sys.argv[2])
build(Job(root / "content", root / "templates", root / "_site", cache=root / ".touchstone", jobs=jobs))
"""

Files = dict[str, bytes]


class Turns:
    """A desk whose one claim is rated now so, now otherwise, and the site that is due for each."""

    def __init__(self, root: Path, sites: list[Files]) -> None:
        self.desk = laid_out(root)
        self.now = 0
        self.sites = sites

    def turn(self) -> None:
        """Change the rating."""
        self.desk.change(DETOUR, RATINGS[self.now], RATINGS[1 - self.now])
        self.now = 1 - self.now

    @property
    def site(self) -> Files:
        """What readers find."""
        return found(self.desk.root / "_site") or {}

    def is_whole(self) -> bool:
        """Tell whether readers find one of the two sites."""
        return self.site in self.sites

    def is_due(self) -> bool:
        """Build, and tell whether readers find the site that is due."""
        self.desk.build()
        return self.site == self.sites[self.now]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[Files]:
    """Gives the two sites, each made of nothing but the files at hand."""
    turns, made = Turns(tmp_path_factory.mktemp("clean"), []), list[Files]()
    for _ in RATINGS:
        turns.desk.clean()
        made.append(found(turns.desk.root / "clean") or {})
        turns.turn()
    return made


@pytest.fixture
def turns(tmp_path: Path, sites: list[Files]) -> Turns:
    """Gives such a desk, built once."""
    made = Turns(tmp_path, sites)
    made.desk.build()
    return made


def started(desk: Desk, *, jobs: int = 1) -> subprocess.Popen[bytes]:
    """Start a build in a process of its own, which leads a group."""
    command = [sys.executable, "-c", PROGRAM, str(desk.root), str(jobs)]
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)


def test_killed_at_any_moment_readers_find_one_whole_site(turns: Turns) -> None:
    by_chance = random.Random(8)
    begun = time.monotonic()
    started(turns.desk).wait()
    whole = time.monotonic() - begun
    for number in range(6 * TIMES):
        turns.turn()
        killed = started(turns.desk, jobs=1 + number % 2)
        time.sleep(by_chance.uniform(0.1, 1.1) * whole)
        os.killpg(killed.pid, signal.SIGKILL)
        killed.wait()
        assert turns.is_whole(), number
        assert turns.is_due(), number


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_where_the_disk_takes_no_more_the_former_site_stays(
    turns: Turns, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    by_chance = random.Random(number)
    for _ in range(4 * TIMES):
        turns.turn()
        with monkeypatch.context() as patch:
            left = iter(range(by_chance.randrange(60)))
            for name in ("put", "share", "take_out"):
                patch.setattr(open_tree.OpenTree, name, failing(getattr(open_tree.OpenTree, name), left, number))
            former = turns.site
            if refused(turns):
                assert turns.site == former
        assert turns.is_whole()
        assert turns.is_due()


def test_a_cache_that_cannot_be_written_costs_time_alone(turns: Turns, monkeypatch: pytest.MonkeyPatch) -> None:
    by_chance = random.Random(3)
    for _ in range(4 * TIMES):
        turns.turn()
        with monkeypatch.context() as patch:
            left = iter(range(by_chance.randrange(6)))
            patch.setattr(tempfile, "mkstemp", failing(tempfile.mkstemp, left, errno.ENOSPC))
            assert turns.is_due()
        assert turns.is_due()


def refused(turns: Turns) -> bool:
    """Build, and tell whether that was refused."""
    try:
        turns.desk.build()
    except OutputRefused:
        return True
    return False


def failing(call: Callable[..., object], left: Iterator[int], number: int) -> Callable[..., object]:
    """Let a call of the system through as long as something is left, and fail after that."""

    def attempt(*arguments: object, **named: object) -> object:
        if next(left, None) is None:
            raise OSError(number, os.strerror(number))
        return call(*arguments, **named)

    return attempt


def test_whatever_stands_in_the_cache_the_site_is_right(turns: Turns) -> None:
    by_chance = random.Random(5)
    for _ in range(12 * TIMES):
        turns.turn()
        for path in sorted((turns.desk.root / ".touchstone").rglob("*")):
            if path.is_file() and by_chance.random() < 0.5:
                harm(path, by_chance)
        assert turns.is_due()


def harm(path: Path, by_chance: random.Random) -> None:
    """Do to a file of the cache what a disk, a thief or another version may."""
    text = bytearray(path.read_bytes())
    at = by_chance.randrange(len(text) + 1)
    path.unlink()
    match by_chance.randrange(8):
        case 0:
            path.write_bytes(text[:at])
        case 1:
            text[at : at + 1] = bytes([by_chance.randrange(256)])
            path.write_bytes(text)
        case 2:
            path.write_bytes(text[:at] + by_chance.randbytes(40) + text[at:])
        case 3:
            path.write_bytes(by_chance.randbytes(2_000))
        case 4:
            path.mkdir()
        case 5:
            path.symlink_to("/dev/zero" if path.name.startswith("pack") else "nowhere")
        case 6:
            path.write_bytes(bytes(text).replace(b"touchstone cache 1", b"touchstone cache 0", 1))


def test_two_builds_at_once_leave_one_site(turns: Turns) -> None:
    for _ in range(2 * TIMES):
        turns.turn()
        several = [started(turns.desk, jobs=2) for _ in range(3)]
        for one in several:
            one.wait()
        assert turns.site == turns.sites[turns.now]
        assert turns.is_due()


def test_two_sites_share_a_cache_folder(turns: Turns) -> None:
    for _ in range(2 * TIMES):
        turns.turn()
        turns.desk.build(output="other")
        assert turns.is_due()
        assert found(turns.desk.root / "other") == turns.sites[turns.now]


@pytest.mark.parametrize("jump", [-(10**9), -3_600, 0, 3_600, 10**9])
def test_a_clock_that_jumps_hides_no_change(turns: Turns, jump: int) -> None:
    path = turns.desk.root / DETOUR
    for _ in range(2):
        before = path.stat()
        turns.turn()
        if jump:
            os.utime(path, (before.st_atime + jump, before.st_mtime + jump))
        else:
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert turns.is_due()


def test_what_is_kept_is_text_and_numbers_alone(turns: Turns) -> None:
    for path in (turns.desk.root / ".touchstone").rglob("*"):
        if path.is_file():
            assert b"c__builtin__" not in path.read_bytes()
            assert not path.read_bytes().startswith(b"\x80\x04")
    assert json.loads((turns.desk.root / "_site/build.json").read_bytes())["files"]


def test_a_site_that_is_built_without_a_cache_takes_no_notice_of_one(turns: Turns) -> None:
    turns.turn()
    for path in (turns.desk.root / ".touchstone").rglob("ledger"):
        path.write_bytes(b"nothing")
    job: Job = replace(turns.desk.job, cache=None)
    assert build(job).files
    assert turns.site == turns.sites[turns.now]

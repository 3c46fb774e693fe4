"""One holder at a time, and none after its process is gone."""

from __future__ import annotations

import errno
import os
import sys
from subprocess import PIPE, Popen
from typing import TYPE_CHECKING

import pytest

from site_src.building.lock import held
from tests.building.publisher import ROOT

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = """
import os, sys
from pathlib import Path
from site_src.building.lock import held
with held(Path(sys.argv[1])):
    if "worker" in sys.argv and os.fork() != 0:
        os.wait()
    print("ready", flush=True)
    sys.stdin.read()
"""


def holder(lock: Path, *arguments: str) -> Popen[bytes]:
    """Starts another process that holds the lock until its input ends."""
    process = Popen([sys.executable, "-c", HOLDER, str(lock), *arguments], cwd=ROOT, stdin=PIPE, stdout=PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def test_a_lock_is_held_once_and_free_again_afterwards(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    for _ in range(2):
        with held(lock):
            with pytest.raises(BlockingIOError), held(lock):
                pass
            assert lock.exists()
        assert not lock.exists()


def test_a_lock_is_free_after_an_exception(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), held(tmp_path / "lock"):
        raise ZeroDivisionError
    with held(tmp_path / "lock"):
        pass


def test_another_process_holds_it_as_well(tmp_path: Path) -> None:
    with holder(tmp_path / "lock") as other:
        with pytest.raises(BlockingIOError), held(tmp_path / "lock"):
            pass
        other.communicate()
    with held(tmp_path / "lock"):
        pass


@pytest.mark.parametrize("arguments", [[], ["worker"]])
def test_a_lock_is_free_when_its_holder_was_killed(tmp_path: Path, arguments: list[str]) -> None:
    """Also while a worker process, forked by the holder, is still alive."""
    lock = tmp_path / "lock"
    with holder(lock, *arguments) as other:
        other.kill()
        other.wait()
        assert lock.exists()
        with held(lock):
            pass
    assert not lock.exists()


def test_a_lock_file_removed_while_it_was_being_taken_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The former holder removes the file just after it was opened here: its lock would be known to nobody."""
    lock = tmp_path / "lock"
    opened, openings = os.open, []

    def open_and_lose(path: Path, flags: int, mode: int) -> int:
        descriptor = opened(path, flags, mode)
        openings.append(path)
        if len(openings) == 1:
            path.unlink()
        if len(openings) == 2:
            path.unlink()
            path.write_bytes(b"")
        return descriptor

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", open_and_lose)
        taken = held(lock)
        taken.__enter__()
    assert openings == [lock] * 3
    with pytest.raises(BlockingIOError), held(lock):
        pass
    taken.__exit__(None, None, None)
    assert not lock.exists()


def test_a_folder_in_the_way_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    with pytest.raises(OSError, match=os.strerror(errno.EISDIR)), held(tmp_path / "lock"):
        pass

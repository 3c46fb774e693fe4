"""What is found out beside the build: another process answers, and where it does not this one finds out itself."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from site_src.building.beside import beside

if TYPE_CHECKING:
    from pathlib import Path

HERE = os.getpid()


@pytest.mark.parametrize("answer", [True, False])
@pytest.mark.parametrize("forks", [True, False])
def test_the_answer_is_the_same_with_another_process_and_without(*, answer: bool, forks: bool) -> None:
    assert beside(lambda: answer, forks=forks)() is answer


def test_another_process_works_on_it_while_this_one_goes_on(tmp_path: Path) -> None:
    def work() -> bool:
        (tmp_path / str(os.getpid())).touch()
        return True

    assert beside(work)()
    assert not (tmp_path / str(HERE)).exists()


def test_where_the_other_process_is_killed_it_is_found_out_here() -> None:
    def work() -> bool:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return True

    assert beside(work)()


def test_where_the_other_process_fails_it_is_found_out_here(capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> bool:
        if os.getpid() != HERE:
            raise OSError
        return True

    assert beside(work)()
    assert capfd.readouterr().err == ""


def test_a_question_that_is_dropped_ends_the_other_process() -> None:
    here, there = os.pipe()

    def work() -> bool:
        os.write(there, str(os.getpid()).encode())
        signal.pause()
        return True

    asked = beside(work)
    os.close(there)
    with os.fdopen(here, "rb") as line:
        child = int(line.read1())
        asked.drop()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    asked.drop()

"""Work that is shared: the same answers in the same order, and a clear word when a worker is lost."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from site_src.building.pool import WorkerLost, spread

if TYPE_CHECKING:
    from collections.abc import Callable


def adding(number: int) -> Callable[[int], int]:
    """Give what adds a number."""
    return lambda task: task + number


def dying(number: int) -> Callable[[int], int]:
    """Give what is killed by the task of a number."""

    def work(task: int) -> int:
        if task == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return task

    return work


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_answers_come_in_the_order_of_the_tasks(jobs: int) -> None:
    assert list(spread(adding, 5, range(20), jobs=jobs)) == list(range(5, 25))


def test_no_tasks_have_no_answers() -> None:
    assert list(spread(adding, 5, [], jobs=2)) == []


def test_a_worker_that_is_killed_is_told_and_nobody_waits_for_it() -> None:
    with pytest.raises(WorkerLost, match="ended by signal 9"):
        list(spread(dying, 7, range(20), jobs=2))

"""A function over many values, in order: in this process, or in several that share the work.

Processes are forked where that is safe (Linux, where this program has no second thread), for then they begin at once;
elsewhere they are started anew. Either way they are told what to do by values, and answer by values.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")


FORKS = sys.platform == "linux"
"""Whether a process begins with all that this one has at hand; elsewhere it is told by values that can be sent."""


class WorkerLost(RuntimeError):
    """A process that shared the work ended before it was done."""


def cores() -> int:
    """Give the number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(start: Callable[[S], Callable[[T], R]], setting: S, tasks: Sequence[T], *, jobs: int) -> Iterator[R]:
    """Give for each task what `start(setting)` makes of it, in the order of the tasks, from so many processes at once.

    Raises WorkerLost. With one job, or one task, all is done in this process; no jobs are as many as
    there are cores.
    """
    jobs = jobs or cores()
    if jobs < 2 or len(tasks) < 2:
        yield from map(start(setting), tasks)
        return
    with _team(start, setting, min(jobs, len(tasks))) as team:
        yield from _Round(team, tasks).results()


class _Round(Generic[T, R]):
    """One round of work: a worker gets its next task when it has answered; answers are given in order."""

    def __init__(self, team: dict[Connection, BaseProcess], tasks: Sequence[T]) -> None:
        self._team = team
        self._waiting = iter(enumerate(tasks))
        self._given: dict[Connection, int] = {}
        self._ready: dict[int, R] = {}

    def results(self) -> Iterator[R]:
        following = 0
        for line in self._team:
            self._give(line)
        while self._given:
            ready = set(wait(list(self._given)))
            for line in [line for line in self._given if line in ready]:
                self._take(line)
            while following in self._ready:
                yield self._ready.pop(following)
                following += 1

    def _give(self, line: Connection) -> None:
        number, task = next(self._waiting, (-1, None))
        if number >= 0:
            self._given[line] = number
            try:
                line.send(task)
            except OSError as error:
                raise WorkerLost(_lost(self._team[line])) from error

    def _take(self, line: Connection) -> None:
        try:
            answer = line.recv()
        except (EOFError, OSError) as error:
            raise WorkerLost(_lost(self._team[line])) from error
        self._ready[self._given.pop(line)] = answer
        self._give(line)


@contextmanager
def _team(start: Callable[[S], Callable[[T], R]], setting: S, jobs: int) -> Iterator[dict[Connection, BaseProcess]]:
    begin: Callable[..., BaseProcess] = multiprocessing.get_context("spawn").Process
    if FORKS:
        begin = multiprocessing.get_context("fork").Process
    team: dict[Connection, BaseProcess] = {}
    gc.freeze()  # what is here already is not gone over in every process, which would copy it
    try:
        for _ in range(jobs):
            here, there = multiprocessing.Pipe()
            # A forked process holds the ends of its elder siblings too; closed, an end tells that its owner is gone.
            others = [here, *team] if FORKS else []
            process = begin(target=_work, args=(there, others, start, setting), daemon=True)
            process.start()
            there.close()
            team[here] = process
        yield team
    finally:
        gc.unfreeze()
        for line, process in team.items():
            line.close()
            process.terminate()
        for process in team.values():
            process.join()


def _work(line: Connection, others: list[Connection], start: Callable[[S], Callable[[T], R]], setting: S) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process is told, and ends the others
    for other in others:
        other.close()
    gc.set_threshold(100_000, 20, 100)
    try:
        work = start(setting)
        while True:
            line.send(work(line.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the first process is gone, or done


def _lost(process: BaseProcess) -> str:
    process.join(1)
    code = process.exitcode
    if code is not None and code < 0:
        how = f"by signal {-code}; perhaps there was not enough memory. Try --jobs 1"
    else:
        how = f"with status {code}; what it met stands above"
    return f"A process that shared the work was ended {how}."

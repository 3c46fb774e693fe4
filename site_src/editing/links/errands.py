"""Asks many addresses politely: each host one thing at a time, with a pause between, and nothing twice.

What was answered can be kept, line by line, so that a run that is broken off goes on where it was.
"""

from __future__ import annotations

import json
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from queue import SimpleQueue
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from site_src.editing.fetched import Fetched, Limits
from site_src.editing.fetching import fetch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

# Enough to see that a page is there; the rest of it is not taken.
LIMITS = Limits(seconds=30, size=65_536)
_FOR_GOOD = (301, 308)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered on a day.

    `failure` is empty where it is there. `moved_to` is where it leads for good, empty where it does not.
    """

    address: str
    on: str
    status: int | None = None
    failure: str = ""
    moved_to: str = ""

    @property
    def is_there(self) -> bool:
        """Tell whether the document is there."""
        return not self.failure

    @property
    def is_refused(self) -> bool:
        """Tell whether the server turns programs away, which says nothing about readers."""
        return self.status in (401, 403, 406, 429, 451)


def ask_all(
    addresses: Iterable[str],
    today: date,
    *,
    ask: Callable[[str], Fetched] = lambda address: fetch(address, limits=LIMITS),
    pause: float = 1.0,
    at_once: int = 8,
) -> Iterator[Answer]:
    """Ask each address once and give the answers as they come; a host that fails is asked a second time.

    `pause` is how many seconds lie between two questions to one host, `at_once` how many hosts are asked at a time.
    Fragments are left out, for servers never see them.
    """
    queues: dict[str, list[str]] = {}
    for address in dict.fromkeys(urldefrag(address)[0] for address in addresses):
        queues.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    answers: SimpleQueue[Answer | Future[None]] = SimpleQueue()
    stop = threading.Event()
    pool = ThreadPoolExecutor(at_once)
    try:
        for queue in sorted(queues.values(), key=len, reverse=True):
            errand = pool.submit(_ask_host, queue, answers, stop, today, ask, pause)
            errand.add_done_callback(answers.put)
        waiting = len(queues)
        while waiting:
            answer = answers.get()
            if isinstance(answer, Answer):
                yield answer
            else:
                answer.result()  # raises what the errand raised
                waiting -= 1
    finally:
        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)


def kept(text: str, today: date, *, days: int = 6) -> Mapping[str, Answer]:
    """Read the answers that were kept: all of today, and of the days before those that were good.

    Lines that are no answers are passed over: a run may have been killed while it wrote one.
    """
    found: dict[str, Answer] = {}
    oldest = (today - timedelta(days=days)).isoformat()
    for line in text.splitlines():
        answer = _read(line)
        if answer and (answer.on == today.isoformat() or (answer.is_there and answer.on >= oldest)):
            found[answer.address] = answer
    return found


def line_of(answer: Answer) -> str:
    """Give an answer as the line in which it is kept."""
    return json.dumps(asdict(answer), ensure_ascii=False) + "\n"


def _ask_host(
    addresses: Iterable[str],
    answers: SimpleQueue[Answer | Future[None]],
    stop: threading.Event,
    today: date,
    ask: Callable[[str], Fetched],
    pause: float,
) -> None:
    for address in addresses:
        if stop.is_set():
            return
        answers.put(_answer(address, today, ask, lambda: stop.wait(pause)))
        stop.wait(pause)


def _answer(address: str, today: date, ask: Callable[[str], Fetched], wait: Callable[[], object]) -> Answer:
    got = ask(address)
    if got.failure and (got.status is None or got.status >= 500):
        wait()
        got = ask(address)
    for_good = not got.failure and got.hops and all(hop.status in _FOR_GOOD for hop in got.hops)
    return Answer(address, today.isoformat(), got.status, got.failure, got.address if for_good else "")


def _read(line: str) -> Answer | None:
    try:
        answer = Answer(**json.loads(line))
        date.fromisoformat(answer.on)
    except (ValueError, TypeError):
        return None
    return answer

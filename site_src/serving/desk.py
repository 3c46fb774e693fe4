"""What is shown now: a new proof when files have changed, and word of it to the pages that are open."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from threading import Condition, Event, Thread
from typing import TYPE_CHECKING

from site_src.diagnostics.finding import in_order
from site_src.serving.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.building.press import Press
    from site_src.building.proof import Proof
    from site_src.diagnostics.finding import Finding

_TICK = 0.05  # seconds between two looks, while a page is open
_HEAD_START = 6  # ticks in which nothing else is done, so that an open page can fetch what is new
_KEPT = 200  # files whose last state is kept, for when their templates have a mistake


@dataclass(frozen=True, slots=True)
class News:
    """Numbers that grow: `site` with every change of what is shown, `problems` with that of what is wrong."""

    site: int
    problems: int


class State(Enum):
    """What a page shows: what the files hold now, what they held before a mistake, or nothing of it."""

    CURRENT = "current"
    FORMER = "former"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What there is at an address: `content` if there is such a file, and what is wrong in what it is made of.

    `others` is what is wrong elsewhere.
    """

    proof: Proof
    news: News
    state: State
    problems: tuple[Finding, ...]
    others: tuple[Finding, ...]
    content: bytes | None = None


class Desk:
    """Holds the proof that is shown; several threads at once may ask."""

    def __init__(self, press: Press) -> None:
        """Take the press. Nothing is read yet."""
        self._press = press
        self._stopping = Event()
        self._watch = Watch((press.content, press.templates), self._stopping.wait)
        self._changed = Condition()
        self._proof: Proof | None = None
        # Where it begins differs, so that a page which was open when another preview ended is loaded again.
        self._news = News(*[secrets.randbelow(1_000_000_000)] * 2)
        self._listeners = 0
        self._head_start = 0
        self._in_templates: dict[str, Finding] = {}
        self._last: dict[str, bytes] = {}
        self._asked = ""

    def start(self) -> Proof:
        """Read everything; from now on watch for changes and check them, each in a thread of its own."""
        proof = self._press.complete(self.proof())
        with self._changed:
            self._lay_out(proof)
        Thread(target=self._keep_watch, daemon=True).start()
        Thread(target=self._keep_checking, daemon=True).start()
        return proof

    def stop(self) -> None:
        """Let everybody go who waits for news."""
        self._stopping.set()
        with self._changed:
            self._changed.notify_all()

    def proof(self) -> Proof:
        """Give the proof of the files as they are at this moment."""
        with self._changed:
            if self._proof and self._head_start:
                return self._proof  # taken just now, and not fetched yet
            proof = self._press.take(self._proof)
            if proof is not self._proof:
                self._lay_out(proof)
            return proof

    def last(self) -> Proof:
        """Give the last proof that was taken."""
        with self._changed:
            return self._proof or self.proof()

    def news(self) -> News:
        """Tell how far things have come."""
        with self._changed:
            return self._news

    def sheet(self, proof: Proof, address: str) -> Sheet:
        """Make the file at an address of a proof: a path from the site's home."""
        made = proof.make(address)
        if address.endswith("/"):
            self._asked = address
        self._watch.expect(str(self._press.content / name) for name in proof.files_behind(address))
        with self._changed:
            if made.content is not None:
                self._keep(address, made.content)
            if made.problem is not self._in_templates.get(address):
                self._note(address, made.problem)
            self._head_start = 0
            self._changed.notify_all()
            told = self.told(proof, address)
            if made.content is None and made.problem is not None and address in self._last:
                return replace(told, content=self._last[address], state=State.FORMER)
            return replace(told, content=made.content)

    def told(self, proof: Proof, address: str) -> Sheet:
        """Give what is wrong at an address of a proof as far as that is known, without making the file."""
        with self._changed:
            in_template = self._in_templates.get(address)
            here = (*((in_template,) if in_template else ()), *proof.findings_at(address))
            others = tuple(one for one in self.problems() if one not in here)
            is_there = proof.has(address) and not proof.is_stand_in(address)
            state = State.MISSING if not is_there else State.FORMER if proof.shows_former(address) else State.CURRENT
            return Sheet(proof, self._news, state, here, others)

    def problems(self) -> tuple[Finding, ...]:
        """Give everything that is wrong, as far as that is known."""
        with self._changed:
            found = self._proof.checked.findings if self._proof else ()
            return (*in_order(list(self._in_templates.values())), *found)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Watch for changes while the block lasts; otherwise files are only looked at when a page is asked for."""
        self._listen(1)
        try:
            yield
        finally:
            self._listen(-1)

    def news_after(self, seen: News, patience: float) -> News | None:
        """Wait for other news than what was seen, at most so many seconds; gives nothing when the desk is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._news != seen or self._stopping.is_set(), patience)
            return None if self._stopping.is_set() else self._news

    def _lay_out(self, proof: Proof) -> None:
        before, problems = self._proof, self.problems()
        if before is None or proof.templates is not before.templates:
            self._in_templates = {}
        self._proof = proof
        if before is None or proof.shown is not before.shown or proof.templates is not before.templates:
            self._news = replace(self._news, site=self._news.site + 1)
        if self.problems() != problems:
            self._news = replace(self._news, problems=self._news.problems + 1)
        self._changed.notify_all()

    def _keep(self, address: str, content: bytes) -> None:
        self._last.pop(address, None)
        self._last[address] = content
        if len(self._last) > _KEPT:
            del self._last[next(iter(self._last))]

    def _note(self, address: str, problem: Finding | None) -> None:
        before = self.problems()
        self._in_templates.pop(address, None)
        if problem:
            self._in_templates[address] = problem
        if self.problems() != before:
            self._news = replace(self._news, problems=self._news.problems + 1)
            self._changed.notify_all()

    def _listen(self, more: int) -> None:
        with self._changed:
            self._listeners += more
            self._changed.notify_all()

    def _keep_watch(self) -> None:
        while not self._stopping.wait(_TICK):
            with self._changed:
                self._changed.wait_for(lambda: self._listeners or self._head_start or self._stopping.is_set())
                if self._head_start:
                    self._head_start -= 1
                    self._changed.notify_all()
                    continue
            if self._watch.has_changed():
                self._follow()

    def _follow(self) -> None:
        with self._changed:
            site, proof = self._news.site, self.proof()
            if self._news.site == site:
                return
            self._head_start = _HEAD_START
        proof.has(self._asked)  # found by the time that the open page asks for it

    def _keep_checking(self) -> None:
        while not self._stopping.is_set():
            with self._changed:
                self._changed.wait_for(lambda: self._unchecked() or self._stopping.is_set())
                proof = self._unchecked()
            if proof:
                completed = self._press.complete(proof)
                with self._changed:
                    if self._proof is proof:
                        self._lay_out(completed)

    def _unchecked(self) -> Proof | None:
        return self._proof if self._proof and not self._proof.is_complete and not self._head_start else None

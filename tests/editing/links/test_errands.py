"""Asking for cited documents: politely, in bounds, and on from where a run was broken off."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import date

import pytest

from site_src.editing.fetched import Fetched, Hop
from site_src.editing.links.errands import Answer, ask_all, kept, line_of

TODAY = date(2024, 5, 6)


def test_every_address_is_asked_once_whatever_part_of_it_is_meant() -> None:
    asked: list[str] = []
    addresses = ["https://example.org/a#one", "https://example.org/a#two", "https://example.org/b"]

    def ask(address: str) -> Fetched:
        asked.append(address)
        return Fetched(address, status=200)

    answers = list(ask_all(addresses, TODAY, ask=ask, pause=0))
    assert sorted(asked) == ["https://example.org/a", "https://example.org/b"]
    assert sorted(answer.address for answer in answers) == sorted(asked)
    assert all(answer.is_there for answer in answers)


def test_a_host_is_asked_one_thing_at_a_time_and_several_hosts_at_once() -> None:
    under_way: Counter[str] = Counter()
    most: Counter[str] = Counter()
    together = threading.Barrier(3, timeout=10)

    def ask(address: str) -> Fetched:
        host = address.split("/")[2]
        under_way[host] += 1
        most[host] = max(most[host], under_way[host])
        together.wait()
        under_way[host] -= 1
        return Fetched(address, status=200)

    addresses = [f"https://{host}.example.org/{number}" for host in "abc" for number in range(4)]
    assert len(list(ask_all(addresses, TODAY, ask=ask, pause=0))) == 12
    assert set(most.values()) == {1}


@pytest.mark.parametrize(
    ("first", "times"),
    [
        (Fetched("", status=503, failure="…"), 2),
        (Fetched("", failure="…"), 2),
        (Fetched("", status=404, failure="…"), 1),
    ],
    ids=["a fault of the server", "no answer", "not there"],
)
def test_what_may_pass_is_asked_again(first: Fetched, times: int) -> None:
    asked: list[str] = []

    def ask(address: str) -> Fetched:
        asked.append(address)
        return first if len(asked) == 1 else Fetched(address, status=200)

    [answer] = ask_all(["https://example.org/a"], TODAY, ask=ask, pause=0)
    assert (len(asked), answer.is_there) == (times, times == 2)


@pytest.mark.parametrize(("statuses", "moved"), [((301, 308), "https://example.org/c"), ((301, 302), "")])
def test_only_what_leads_on_for_good_has_moved(statuses: tuple[int, int], moved: str) -> None:
    hops = (Hop(statuses[0], "https://example.org/b"), Hop(statuses[1], "https://example.org/c"))
    found = Fetched("https://example.org/c", hops, 200)
    [answer] = ask_all(["https://example.org/a"], TODAY, ask=lambda _: found, pause=0)
    assert answer.moved_to == moved


def test_a_mistake_of_ours_is_not_swallowed_and_nothing_hangs() -> None:
    def ask(address: str) -> Fetched:
        raise KeyError(address)

    with pytest.raises(KeyError):
        list(ask_all(["https://example.org/a", "https://example.net/b"], TODAY, ask=ask, pause=0))


def test_todays_answers_are_kept_and_good_ones_for_a_week() -> None:
    good, bad = (
        Answer("https://example.org/a", "2024-05-01", 200),
        Answer("https://example.org/b", "2024-05-01", 404, "…"),
    )
    today, old = (
        Answer("https://example.org/c", "2024-05-06", 404, "…"),
        Answer("https://example.org/d", "2024-04-20", 200),
    )
    text = "".join(map(line_of, (good, bad, today, old)))
    assert set(kept(text, TODAY)) == {good.address, today.address}


@pytest.mark.parametrize(
    "line", ['{"address": "https://exam', "[]", "{}", '{"address": "a", "on": "x"}', '{"b": 1}', "\x00"]
)
def test_a_line_that_a_killed_run_left_half_written_is_passed_over(line: str) -> None:
    good = Answer("https://example.org/a", "2024-05-06", 200)
    assert kept(line_of(good) + line, TODAY) == {good.address: good}

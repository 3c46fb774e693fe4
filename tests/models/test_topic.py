"""A topic as an editor types it."""

from __future__ import annotations

import pytest

from site_src.models.topic import Topic
from tests.editor import front, sound, told, typed


def test_title_summary_and_sources_are_enough() -> None:
    topic = sound(typed(Topic, front("title: The bridge", "summary: Its cost.", "sources: [a, b]")))
    assert (topic.title, topic.summary, topic.sources, topic.order) == ("The bridge", "Its cost.", ("a", "b"), ())


def test_sources_keep_their_order() -> None:
    topic = sound(typed(Topic, front("title: T", "summary: S", "sources:", "  - c", "  - a", "  - b")))
    assert topic.sources == ("c", "a", "b")


@pytest.mark.parametrize("key", ["sources", "order", "aliases"])
def test_no_list_has_an_entry_twice(key: str) -> None:
    sources = "sources: [x]" if key != "sources" else "order: []"
    findings = typed(Topic, front("title: T", "summary: S", sources, f"{key}:", "  - a", "  - b", "  - a")).findings
    assert told(findings) == ["8:5 repeated"]


def test_a_topic_without_sources_is_told_so() -> None:
    assert told(typed(Topic, front("title: T", "summary: S")).findings) == ["1:1 missing-key"]
    assert told(typed(Topic, front("title: T", "summary: S", "sources:")).findings) == ["4:1 missing-key"]
    assert told(typed(Topic, front("title: T", "summary: S", "sources: a")).findings) == ["4:10 shape"]


def test_a_thousand_entries_are_enough() -> None:
    def listed(count: int) -> str:
        return front("title: T", "summary: S", "sources:", *(f"  - s{n}" for n in range(count)))

    assert len(sound(typed(Topic, listed(1000))).sources) == 1000
    assert told(typed(Topic, listed(1001)).findings) == ["1005:5 limit"]

"""A source as an editor types it."""

from __future__ import annotations

import datetime
from typing import get_args

import pytest

from site_src.models.source import Source, SourceKind
from site_src.models.values import PartialDate
from tests.editor import front, sound, told, typed


def test_title_and_kind_are_enough() -> None:
    source = sound(typed(Source, front('title: "[A post on the detour]"', "kind: post")))
    assert (source.title, source.kind) == ("[A post on the detour]", "post")
    assert (source.publisher, source.url, source.published, source.relays) == (None, None, None, ())


@pytest.mark.parametrize("kind", get_args(SourceKind))
def test_every_kind_can_be_written(kind: str) -> None:
    assert sound(typed(Source, front("title: T", f"kind: {kind}"))).kind == kind


@pytest.mark.parametrize(
    ("wrong", "near"), [("press statement", "press-statement"), ("Article", "article"), ("statistic", "statistics")]
)
def test_the_hint_has_the_kind_that_was_likely_meant(wrong: str, near: str) -> None:
    (finding,) = typed(Source, front("title: T", f"kind: {wrong}")).findings
    assert (finding.rule, f"`{near}`" in finding.hint) == ("choice", True)


def test_it_is_published_at_a_time_that_may_be_inferred_and_retrieved_on_a_day() -> None:
    source = sound(typed(Source, front("title: T", "kind: post", "published: ~2024-02", "retrieved: 2024-03-18")))
    assert source.published == PartialDate("2024-02", inferred=True)
    assert source.retrieved == datetime.date(2024, 3, 18)
    assert told(typed(Source, front("title: T", "kind: post", "retrieved: 2024-03")).findings) == ["4:12 date"]


def test_what_is_inferred_is_one_of_the_relays() -> None:
    lines = ["title: T", "kind: post", "relays:", "  - a", "  - b", "inferred:"]
    assert sound(typed(Source, front(*lines, "  - b"))).inferred == ("b",)
    assert told(typed(Source, front(*lines, "  - b", "  - c")).findings) == ["9:5 inferred"]


def test_what_is_inferred_is_not_told_of_where_the_relays_are_wrong() -> None:
    for relays in ("relays: a", "relays: [A B, c]", "relayss: [a]", "relays: [a"):
        findings = typed(Source, front("title: T", "kind: post", relays, "inferred: [a]")).findings
        assert len(findings) == 1, relays


@pytest.mark.parametrize("key", ["relays", "inferred", "aliases"])
def test_no_list_has_an_entry_twice(key: str) -> None:
    relays = "relays: [a]" if key == "inferred" else "author: A"
    assert told(typed(Source, front("title: T", "kind: post", relays, f"{key}: [a, a]")).findings) == [
        f"5:{len(key) + 7} repeated"
    ]

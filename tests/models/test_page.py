"""A standing page as an editor types it."""

from __future__ import annotations

import pytest

from site_src.models.page import Page
from tests.editor import front, sound, told, typed


def test_a_title_is_enough() -> None:
    page = sound(typed(Page, front("title: About")))
    assert (page.title, page.summary, page.nav, page.aliases) == ("About", None, None, ())


def test_its_place_in_the_navigation_is_a_whole_number() -> None:
    assert sound(typed(Page, front("title: About", "nav: 2"))).nav == 2
    assert sound(typed(Page, front("title: About", "nav: 0"))).nav == 0


@pytest.mark.parametrize("nav", ["first", "1.5", "-1", "true", "0x1", "1e3", "[1]"])
def test_anything_else_is_no_place(nav: str) -> None:
    findings = typed(Page, front("title: About", f"nav: {nav}")).findings
    assert [finding.place.column for finding in findings] == [6]


def test_a_summary_that_is_empty_is_absent() -> None:
    for summary in ("summary:", "summary: ''", 'summary: "  "', "summary: ~", "summary: null"):
        assert sound(typed(Page, front("title: About", summary))).summary is None


def test_aliases_are_slugs_or_paths() -> None:
    assert sound(typed(Page, front("title: About", "aliases: [about-us, /imprint]"))).aliases == (
        "about-us",
        "/imprint",
    )
    findings = typed(Page, front("title: About", "aliases:", "  - About us", "  - /../up", "  - a", "  - a")).findings
    assert told(findings) == ["4:5 slug", "5:5 alias", "7:5 repeated"]

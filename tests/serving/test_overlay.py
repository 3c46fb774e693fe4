"""What is wrong is told in words, with its line; nothing of it is taken for markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.serving import overlay
from site_src.serving.desk import Desk

if TYPE_CHECKING:
    from tests.serving.preview import Office


@pytest.mark.parametrize(
    ("line", "column", "parts"),
    [
        ("rating: good", 9, ("rating: ", "g", "ood")),
        ("rating:", 8, ("rating:", "", "")),
        ("rating:", 99, ("rating:", "", "")),
        ("é: x", 1, ("", "é", ": x")),
        ("e\u0301: x", 1, ("", "e\u0301", ": x")),
        ("a\u202eb", 1, ("", "a", "<U+202E>b")),
        (f"{'a' * 100}x{'b' * 100}", 101, (f"…{'a' * 60}", "x", f"{'b' * 60}…")),
        ("", 1, None),
        ("   ", 2, None),
    ],
)
def test_a_line_is_parted_at_its_spot(line: str, column: int, parts: tuple[str, str, str] | None) -> None:
    assert overlay.excerpt(line, column) == parts


def test_what_is_to_be_typed_stands_apart(office: Office) -> None:
    office.edit("claims/repair-cost.md", "topic: harbour-bridge", "topick: harbour-bridge")
    desk = Desk(office.press())
    page = overlay.problems_page(desk.start(), desk.problems()).decode()
    desk.stop()
    assert "<code>topick</code> is not a key" in page
    assert "Did you mean <code>topic</code>?" in page


def test_the_page_of_all_problems_leads_to_the_page_of_each_file(office: Office) -> None:
    office.edit("sources/coast-radio.md", "title:", "titlez:")
    desk = Desk(office.press())
    page = overlay.problems_page(desk.start(), desk.problems()).decode()
    desk.stop()
    assert "<h1>1 problem</h1>" in page
    assert '<a href="/harbour/sources/coast-radio/">' in page


def test_without_a_problem_it_says_so(office: Office) -> None:
    desk = Desk(office.press())
    page = overlay.problems_page(desk.start(), desk.problems()).decode()
    desk.stop()
    assert "All is well" in page


def test_a_very_long_list_is_cut_and_says_so(office: Office) -> None:
    desk = Desk(office.press())
    office.edit("claims/repair-cost.md", "topic: harbour-bridge", "topick: harbour-bridge")
    proof = desk.start()
    desk.stop()
    page = overlay.problems_page(proof, desk.problems()[:1] * 500).decode()
    assert page.count('<li class="touchstone-problem ') == 200
    assert "And 300 more" in page


def test_nothing_but_the_script_and_the_style_is_given_out() -> None:
    assert overlay.asset(overlay.SCRIPT)
    assert overlay.asset(overlay.STYLE)
    for path in ("/__touchstone/problem.html", "/__touchstone/../server.py", "/__touchstone/"):
        assert overlay.asset(path) is None

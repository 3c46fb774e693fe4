"""The main text of a page, and what the page says about itself."""

from __future__ import annotations

from site_src.editing.extracting import extracted
from tests.editing.wayward import PAGE


def test_the_text_is_that_of_the_article_alone() -> None:
    text = extracted(PAGE, "https://example.org/bridge").text
    assert "more than five million euros, the city told" in text
    assert "eleven weeks; the detour is counted in" in text
    assert [word for word in ("Sport", "cookies", "not believe", "Imprint") if word in text] == []


def test_what_the_page_says_of_itself_goes_by_the_keys_of_a_source() -> None:
    assert extracted(PAGE, "https://example.org/bridge").known == {
        "title": "The bridge costs more",
        "author": "Harbour desk",
        "publisher": "Harbour Gazette",
        "published": "2024-03-05",
        "language": "en-GB",
    }


def test_a_page_without_a_text_has_none() -> None:
    assert extracted("<html><body></body></html>", "").text == ""

"""A served page has the preview's own parts, may run its script, and is otherwise as it will be published."""

from __future__ import annotations

import re

import pytest

from site_src.serving.desk import News
from site_src.serving.insertion import inserted, widened
from tests.editions import edition, files_of

PAGES = {path: content for path, content in files_of(edition()).items() if path.endswith(".html")}


@pytest.mark.parametrize("path", PAGES)
def test_without_the_parts_and_the_policy_every_page_is_as_published(path: str) -> None:
    page = PAGES[path].decode()
    served = inserted(PAGES[path], "<p>told</p>", News(3, 5)).decode()
    assert 'data-site="3" data-problems="5"' in served
    assert "<p>told</p>" in served
    assert policy(served) == widened(policy(page))
    bare = re.sub(r'<link rel="stylesheet" href="/__touchstone/.*?</script>\n', "", served, flags=re.DOTALL)
    bare = re.sub(r'<aside class="touchstone-preview".*?</aside>\n', "", bare, flags=re.DOTALL)
    assert without_policy(bare) == without_policy(page)


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (
            "default-src 'none'; style-src 'self'; img-src 'self'",
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'",
        ),
        (
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'",
        ),
        ("script-src 'none'", "script-src 'self'; connect-src 'self'; style-src 'self'"),
    ],
)
def test_a_policy_is_widened_by_this_host_alone(policy: str, expected: str) -> None:
    assert widened(policy) == expected


def test_a_page_that_speaks_of_heads_and_bodies_gets_the_parts_once() -> None:
    page = b"<html><head></head><body><p>&lt;/head&gt;</p><pre></body></pre></body></html>"
    served = inserted(page, "", News(1, 1)).decode()
    assert served.count("preview.js") == 1
    assert served.endswith("</aside>\n</body></html>")


def policy(page: str) -> str:
    """Gives what a page may load, as a browser reads it."""
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    return found[1].replace("&#39;", "'").replace("&#x27;", "'")


def without_policy(page: str) -> str:
    """Gives a page without its policy."""
    return re.sub(r'(<meta http-equiv="Content-Security-Policy" content=)"[^"]*"', r"\1", page)

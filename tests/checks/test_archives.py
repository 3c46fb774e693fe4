"""Pages that a matrix quotes are kept somewhere."""

from __future__ import annotations

import pytest

from site_src.checks import archives
from tests.harbour import claim, edited, found

BLOG = "sources/port-blog.md"
BARE = edited(BLOG, "archive_url: https://example.org/archive/port-detour\n", "")


def test_a_page_that_is_neither_archived_nor_held_is_told_where_its_address_stands() -> None:
    (finding,) = found(archives, {BLOG: BARE})
    assert str(finding.place) == "content/sources/port-blog.md:4:6"
    assert not finding.is_error


@pytest.mark.parametrize(
    "files",
    [
        {},
        {BLOG: BARE.replace("url: https://example.org/port/detour\n", "")},
        {BLOG: BARE, "sources/port-blog.shingles": "not read"},
        {BLOG: BARE, "claims/detour-cost.md": None},
        {BLOG: BARE, "claims/detour-cost.md": claim("appearances:\n  - source: port-blog\n    stance: silent")},
        {"sources/tug-news.md": "---\ntitle: News\nkind: article\nurl: https://example.org/tugs\n---\n"},
    ],
)
def test_what_is_kept_or_says_nothing_is_let_be(files: dict[str, str | bytes | None]) -> None:
    assert found(archives, files) == []

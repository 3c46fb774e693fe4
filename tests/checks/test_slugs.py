"""A slug names one file of its kind, and none that the site needs itself."""

from __future__ import annotations

import pytest

from site_src.checks import slugs
from tests.harbour import claim, found

PAGE = "---\ntitle: A page\n---\n"
# The content format's section "Addresses".
FIRST_WORDS = (
    "claims topics matrix sources ratings corrections claimants tags search embed feeds data schema assets files admin"
)
ALSO = "index build feed robots sitemap pagefind"


@pytest.mark.parametrize("slug", [*FIRST_WORDS.split(), *ALSO.split()])
def test_a_page_cannot_be_called_what_an_address_of_the_site_begins_with(slug: str) -> None:
    [finding] = found(slugs, {f"pages/{slug}.md": PAGE})
    assert finding.message == f"A page cannot be called “{slug}”: the site needs that address itself."


@pytest.mark.parametrize("slug", ["page", "claim", "how-to-search", "harbour-bridge"])
def test_a_page_can_be_called_anything_else_even_as_a_topic_is(slug: str) -> None:
    assert found(slugs, {f"pages/{slug}.md": PAGE}) == []


def test_a_claim_cannot_be_called_page_but_can_be_called_search() -> None:
    assert found(slugs, {"claims/search.md": claim()}) == []
    assert [finding.place.file for finding in found(slugs, {"claims/old/page.md": claim()})] == [
        "content/claims/old/page.md"
    ]


def test_two_kinds_can_have_one_slug_but_two_files_of_a_kind_cannot() -> None:
    assert found(slugs, {"claims/harbour-bridge.md": claim()}) == []
    files = {"claims/a/lock.md": claim(), "claims/b/lock.md": claim(), "claims/lock.md": claim()}
    assert [(finding.place.file, finding.message) for finding in found(slugs, files)] == [
        ("content/claims/b/lock.md", "“lock” is the slug of another file already: content/claims/a/lock.md."),
        ("content/claims/lock.md", "“lock” is the slug of another file already: content/claims/a/lock.md."),
    ]

"""What a verdict rests on: documents with their particulars, and sums worked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.views.evidence import evidence, sums
from tests.editions import edition, links
from tests.harbour import claim

if TYPE_CHECKING:
    from site_src.views.evidence import Cited


def test_evidence_that_is_one_of_our_sources_has_its_particulars_and_leads_to_our_page() -> None:
    cited = of("  - source: city-press-release\n    note: The first word on it.")
    assert cited.title == "Harbour bridge open again"
    assert cited.href == "https://example.org/city/harbour-bridge"
    assert cited.own == "../../sources/city-press-release/"
    assert cited.archive == "https://example.org/archive/city-harbour-bridge"
    assert (cited.publisher, cited.kind, cited.note) == (
        "City press office",
        "press statement",
        "The first word on it.",
    )


def test_evidence_without_an_address_leads_nowhere() -> None:
    cited = of("  - title: Minutes of the council")
    assert (cited.title, cited.href, cited.own, cited.archive) == ("Minutes of the council", None, None, None)


@pytest.mark.parametrize(
    ("keys", "publisher"),
    [
        ("publisher: Audit office\n    carrier: Harbour Daily", "Audit office, read at Harbour Daily"),
        ("publisher: Audit office", "Audit office"),
        ("carrier: Harbour Daily", "read at Harbour Daily"),
        ("note: Seen on paper.", ""),
    ],
)
def test_the_publisher_is_told_with_the_place_where_the_text_was_read(keys: str, publisher: str) -> None:
    assert of(f"  - title: Final invoice\n    {keys}").publisher == publisher


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ("kind: research-note\n    language: pt", "research note, in Portuguese"),
        ("kind: research-note\n    language: en", "research note"),
        ("language: pt", "in Portuguese"),
        ("note: Seen on paper.", ""),
    ],
)
def test_a_language_is_told_only_where_it_is_not_the_sites(keys: str, kind: str) -> None:
    assert of(f"  - title: Final invoice\n    {keys}").kind == kind


def test_an_inferred_date_is_told_as_about() -> None:
    cited = of("  - title: Final invoice\n    published: ~2024-03\n    retrieved: 2024-03-18")
    assert cited.published is not None
    assert cited.retrieved is not None
    assert (cited.published.words, cited.retrieved.words) == ("about March 2024", "18 March 2024")


def test_sums_show_what_comes_out_and_how_near_it_has_to_be() -> None:
    worked = [(sum_.expression, sum_.equals, sum_.how, sum_.result) for sum_ in sums(edition().claims["repair-cost"])]
    assert worked == [
        ("4.2 + 0.9", "5.1", "", "5.1"),
        ("0.9 ÷ 4.2", "21.4%", "rounded", "21.428571…%"),
        ("(4.2 + 0.9) ÷ 11", "0.46", "about", "0.463636…"),
    ]


def of(entry: str) -> Cited:
    """Give the evidence of a claim that rests on one entry."""
    site = edition({"claims/lock.md": claim(f"evidence:\n{entry}")})
    return evidence(site, links(site, "claims/lock/"), site.claims["lock"])[0]

"""A link shows elsewhere what the page is, and never a claim without what we found of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_src.views.preview import PreviewImage, claim_preview, preview
from tests.editions import edition, links
from tests.harbour import edited

BASE = "https://example.org/harbour/"


def test_a_claim_is_shown_with_its_rating_and_verdict() -> None:
    site = edition()
    shown = claim_preview(site, links(site), site.claims["detour-cost"])
    assert shown.title == f"{site.claims['detour-cost'].rating.label}: “{site.claims['detour-cost'].record.claim}”"
    assert shown.description == site.claims["detour-cost"].verdict
    assert (shown.kind, shown.locale) == ("article", "en_US")


def test_a_retracted_verdict_is_shown_as_such_and_not_repeated() -> None:
    site = edition()
    gone = site.claims["toll-planned"]
    shown = claim_preview(site, links(site), gone)
    assert shown.title.startswith("Verdict retracted: ")
    assert gone.record.retracted
    assert shown.description == gone.record.retracted.reason


def test_a_claim_with_a_card_shows_it_large_and_anew_after_every_change() -> None:
    site = replace(edition(), cards=frozenset({"repair-cost"}))
    shown = claim_preview(site, links(site), site.claims["repair-cost"])
    assert shown.large
    assert shown.image == PreviewImage(
        f"{BASE}assets/cards/repair-cost.png?2024-05-02",
        (1200, 630),
        "The bridge cost 4.2 million euros to repair. Partly supported. Harbour Checks, 2 May 2024.",
    )


def test_without_a_card_a_claim_shows_its_picture_and_without_one_the_publishers_mark() -> None:
    site = edition()
    own = claim_preview(site, links(site), site.claims["repair-cost"]).image
    mark = claim_preview(site, links(site), site.claims["detour-cost"]).image
    assert own is not None
    assert mark is not None
    assert (own.address, own.alt) == (f"{BASE}files/bridge.png", "The bridge, closed to traffic")
    assert (mark.address, mark.size, mark.alt) == (f"{BASE}files/harbour-mark.png", (16, 16), "Harbour Checks")


def test_any_page_shows_its_title_description_and_the_publishers_mark() -> None:
    site = edition()
    shown = preview(site, links(site), "Sources", "All of them.", "pt-BR")
    assert (shown.title, shown.description, shown.kind, shown.locale) == ("Sources", "All of them.", "website", "pt_BR")
    assert not shown.large


def test_a_publisher_without_a_mark_has_no_picture() -> None:
    site = edition({"site.yaml": edited("site.yaml", "  logo: file:harbour-mark.png\n", "")})
    assert preview(site, links(site), "Sources", "All of them.", "en").image is None


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en", "en_US"), ("ar", "ar_EG"), ("pt-BR", "pt_BR"), ("zh-Hant-TW", "zh_TW"), ("x-own", "x-own")],
)
def test_the_locale_has_the_territory_that_is_named_or_else_likely(language: str, locale: str) -> None:
    site = edition()
    assert preview(site, links(site), "T", "D", language).locale == locale

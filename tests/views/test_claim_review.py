"""ClaimReview as schema.org has it and as Google's guideline for fact checks asks for it.

Required there: `claimReviewed`, `reviewRating` with `alternateName`, and `url` on the publisher's own site.
Recommended: `author`, `datePublished` and `itemReviewed`; of the rating `ratingValue`, `bestRating` and
`worstRating`; of the claim `author`, `datePublished`, `appearance` and `firstAppearance`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from site_src.views.claim_review import claim_review
from tests.editions import edition, links, shipped
from tests.harbour import claim, edited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from site_src.site.model import Site

Json = dict[str, Any]
SITES = {"harbour": edition, "shipped": shipped}


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_what_the_guideline_requires_is_there_on_every_published_claim(site: Callable[[], Site]) -> None:
    for review in reviews(site()):
        assert review["@context"] == "https://schema.org"
        assert review["@type"] == "ClaimReview"
        assert review["claimReviewed"]
        assert review["reviewRating"]["@type"] == "Rating"
        assert review["reviewRating"]["alternateName"]


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_what_the_guideline_recommends_of_the_review_is_there_on_every_published_claim(
    site: Callable[[], Site],
) -> None:
    for review in reviews(site()):
        assert review["author"]["@type"] == "Organization"
        assert review["author"]["name"]
        assert review["datePublished"]
        assert review["itemReviewed"]["@type"] == "Claim"


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_every_address_of_our_own_is_canonical_and_complete(site: Callable[[], Site]) -> None:
    made = site()
    for slug in made.listed:
        review = claim_review(made, links(made, f"claims/{slug}/", for_disk=True), made.claims[slug])
        assert review["url"] == f"{made.base}claims/{slug}/"
    assert all(address.startswith(("https://", "http://")) for address in addresses(made))


def test_all_of_it_for_one_claim() -> None:
    review = of("repair-cost")
    appearances = review["itemReviewed"].pop("appearance")
    assert [work["publisher"]["name"] for work in appearances] == ["City press office", "Harbour Daily", "Coast Radio"]
    assert review == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://example.org/harbour/claims/repair-cost/",
        "claimReviewed": "The bridge cost 4.2 million euros to repair.",
        "datePublished": "2024-03-20",
        "dateModified": "2024-05-02",
        "inLanguage": "en",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "author": {
            "@type": "Organization",
            "name": "Harbour Checks",
            "url": "https://example.org/harbour/",
            "logo": "https://example.org/harbour/files/harbour-mark.png",
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Partly supported",
            "ratingValue": 3,
            "bestRating": 4,
            "worstRating": 1,
            "ratingExplanation": "The repair itself cost 4.2 million euros; "
            "the claim leaves out 0.9 million spent on the detour.",
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Organization", "name": "City press office", "url": "https://example.org/city"},
            "datePublished": "2024-03-02",
            "firstAppearance": {
                "@type": "CreativeWork",
                "url": "https://example.org/city/harbour-bridge",
                "headline": "Harbour bridge open again",
                "datePublished": "2024-03-02",
                "publisher": {"@type": "Organization", "name": "City press office"},
                "inLanguage": "en",
            },
        },
    }


def test_a_rating_without_a_place_on_the_scale_has_a_word_and_no_number() -> None:
    rating = of("closed-eleven-weeks")["reviewRating"]
    assert rating["alternateName"] == "Not checkable"
    assert {"ratingValue", "bestRating", "worstRating"}.isdisjoint(rating)


def test_a_rating_value_lies_on_its_scale() -> None:
    for review in [*reviews(edition()), *reviews(shipped())]:
        rating = review["reviewRating"]
        if "ratingValue" in rating:
            assert rating["worstRating"] == 1
            assert 1 <= rating["ratingValue"] <= rating["bestRating"]


def test_a_person_is_a_person_and_an_unknown_claimant_is_left_out() -> None:
    assert of("budget-kept")["itemReviewed"]["author"] == {
        "@type": "Person",
        "name": "Head of the building department",
    }
    assert "author" not in of("closed-eleven-weeks")["itemReviewed"]


def test_a_date_is_as_exact_as_it_is_known() -> None:
    assert of("closed-eleven-weeks")["itemReviewed"]["datePublished"] == "2024"
    assert of("budget-kept")["itemReviewed"]["datePublished"] == "2024-03"


def test_a_first_appearance_is_told_only_where_all_come_from_one_origin() -> None:
    assert "firstAppearance" in of("repair-cost")["itemReviewed"]
    assert "firstAppearance" not in of("detour-cost")["itemReviewed"]


def test_a_claim_that_no_source_carries_has_no_appearances() -> None:
    assert {"appearance", "firstAppearance"}.isdisjoint(of("lock", {"claims/lock.md": claim()})["itemReviewed"])


def test_what_is_not_known_of_an_appearance_is_left_out() -> None:
    carried = "appearances:\n  - source: port-blog\n    stance: asserts\n    says: In 1911"
    anonymous = edited("sources/port-blog.md", "url: https://example.org/port/detour\npublished: ~2024-02\n", "")
    files = {"claims/lock.md": claim(carried), "sources/port-blog.md": anonymous}
    assert of("lock", files)["itemReviewed"]["appearance"] == [
        {"@type": "CreativeWork", "headline": "[A post on the detour]", "inLanguage": "ar"}
    ]


def test_without_a_logo_a_licence_or_an_update_these_are_left_out() -> None:
    plain = edited("site.yaml", "  logo: file:harbour-mark.png\n", "").replace(
        "license:\n  name: CC BY 4.0\n  url: https://creativecommons.org/licenses/by/4.0/\n", ""
    )
    review = of("budget-kept", {"site.yaml": plain})
    assert {"license", "dateModified"}.isdisjoint(review)
    assert "logo" not in review["author"]


def of(slug: str, files: Mapping[str, str | bytes | None] | None = None) -> Json:
    """Give the ClaimReview of a claim of harbour."""
    site = edition(files)
    return claim_review(site, links(site, f"claims/{slug}/"), site.claims[slug])


def reviews(site: Site) -> Iterator[Json]:
    """Give the ClaimReview of every claim that is listed."""
    for slug in site.listed:
        yield claim_review(site, links(site, f"claims/{slug}/"), site.claims[slug])


def addresses(site: Site) -> Iterator[str]:
    """Give every address in the ClaimReviews of a site."""
    waiting: list[object] = list(reviews(site))
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += value.values()
            yield from (value[key] for key in ("url", "logo", "license") if key in value)

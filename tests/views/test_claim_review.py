"""ClaimReview: what it says of a verdict, and what it leaves out where nothing is known.

That it is sound by schema.org and Google's guideline is tested on whole sites, in tests/outputs/test_claim_reviews.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from site_src.views.claim_review import breadcrumbs, claim_review
from tests.editions import edition, links, shipped
from tests.harbour import HARBOUR, claim, edited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from site_src.site.model import Site

Json = dict[str, Any]
SITES = {"harbour": edition, "shipped": shipped}


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
            "@id": "https://example.org/harbour/#publisher",
            "name": "Harbour Checks",
            "url": "https://example.org/harbour/",
            "logo": "https://example.org/harbour/files/harbour-mark.png",
            "publishingPrinciples": "https://example.org/harbour/how-we-check/",
            "correctionsPolicy": "https://example.org/harbour/corrections-policy/",
            "ethicsPolicy": "https://example.org/harbour/how-we-check/",
            "ownershipFundingInfo": "https://example.org/harbour/about/",
        },
        "publisher": {"@id": "https://example.org/harbour/#publisher"},
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
            "author": {
                "@type": "Organization",
                "name": "City press office",
                "url": "https://example.org/city",
                "sameAs": "https://example.org/city",
            },
            "datePublished": "2024-03-02",
            "firstAppearance": {
                "@type": "CreativeWork",
                "url": "https://example.org/city/harbour-bridge",
                "archivedAt": "https://example.org/archive/city-harbour-bridge",
                "headline": "Harbour bridge open again",
                "datePublished": "2024-03-02",
                "publisher": {"@type": "Organization", "name": "City press office"},
                "inLanguage": "en",
            },
        },
        "citation": [
            {
                "@type": "CreativeWork",
                "headline": "Interim report on the bridge repair",
                "datePublished": "2024-02",
                "publisher": {"@type": "Organization", "name": "Audit office"},
                "inLanguage": "en",
                "description": "Has the sum of all contracts.",
            },
            {
                "@type": "CreativeWork",
                "url": "https://example.org/invoice",
                "archivedAt": "https://example.org/archive/invoice",
                "headline": "Final invoice",
                "datePublished": "2024-03-15",
                "publisher": {"@type": "Organization", "name": "Audit office"},
                "inLanguage": "en",
                "description": "The contractor's bill.",
            },
            {"@type": "CreativeWork", "headline": "Minutes of the council, seen on paper"},
        ],
        "correction": [
            {
                "@type": "CorrectionComment",
                "name": "Correction",
                "text": "The detour cost 0.9 million euros, not 0.8 million, as the final invoice shows.",
                "datePublished": "2024-05-02",
            },
            {
                "@type": "CorrectionComment",
                "name": "Clarification",
                "text": "Says now that the detour was no part of the contract.",
                "datePublished": "2024-04-02",
            },
        ],
    }


def test_a_review_was_modified_when_something_last_happened_to_it() -> None:
    assert of("detour-cost")["dateModified"] == "2024-04-10"
    assert "dateModified" not in of("budget-kept")


def test_a_rating_without_a_place_on_the_scale_has_a_word_and_no_number() -> None:
    rating = of("closed-eleven-weeks")["reviewRating"]
    assert rating["alternateName"] == "Not checkable"
    assert {"ratingValue", "bestRating", "worstRating"}.isdisjoint(rating)


def test_a_scale_of_one_rating_has_no_worst_and_no_best() -> None:
    scale = (HARBOUR / "ratings.yaml").read_text(encoding="utf-8")
    for tone in ("negative", "warning"):
        scale = scale.replace(f"tone: {tone}\n", f"tone: {tone}\n  unrated: true\n")
    rating = of("detour-cost", {"ratings.yaml": scale})["reviewRating"]
    assert rating["alternateName"] == "Supported"
    assert {"ratingValue", "bestRating", "worstRating"}.isdisjoint(rating)


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
    anonymous = '---\ntitle: "[A post on the detour]"\nkind: post\nlanguage: ar\n---\n'
    files = {"claims/lock.md": claim(carried), "sources/port-blog.md": anonymous}
    assert of("lock", files)["itemReviewed"]["appearance"] == [
        {"@type": "CreativeWork", "headline": "[A post on the detour]", "inLanguage": "ar"}
    ]


def test_what_the_publication_does_not_have_is_left_out() -> None:
    plain = edited("site.yaml", "  logo: file:harbour-mark.png\n", "")
    plain = plain[: plain.index("license:")] + plain[plain.index("contact:") :]
    review = of("budget-kept", {"site.yaml": plain})
    assert {"license", "citation", "correction"}.isdisjoint(review)
    assert set(review["author"]) == {"@type", "@id", "name", "url"}


def test_the_way_to_a_claim_leads_from_the_home_page_over_its_topic() -> None:
    site = edition()
    assert breadcrumbs(site, links(site, "claims/repair-cost/"), site.claims["repair-cost"]) == {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Harbour Checks", "item": "https://example.org/harbour/"},
            {
                "@type": "ListItem",
                "position": 2,
                "name": "The repair of the harbour bridge",
                "item": "https://example.org/harbour/topics/harbour-bridge/",
            },
            {
                "@type": "ListItem",
                "position": 3,
                "name": "The bridge cost 4.2 million euros to repair.",
                "item": "https://example.org/harbour/claims/repair-cost/",
            },
        ],
    }


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

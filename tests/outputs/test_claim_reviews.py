"""ClaimReview on every verdict page and in one file, as foreign readers have it.

By schema.org's vocabulary, read with a JSON-LD processor; by Google's guideline for fact checks, of which the
schemarama project has shapes; and in the form in which readers of Data Commons' feed walk through it.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from site_src.addresses import data
from site_src.views.claim_reviews import claim_review_feed, review_parts
from tests.bare import bare
from tests.editions import edition, files_of, links, shipped
from tests.harbour import claim
from tests.outputs.vocabulary import DATE, against_vocabulary, linked_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from site_src.site.model import Site

Json = dict[str, Any]
SITES: dict[str, Callable[[], Site]] = {"harbour": edition, "drafts": lambda: edition(drafts=True), "shipped": shipped}
EACH = pytest.mark.parametrize("name", SITES)
WHOLE = data("claimreview.json")


@EACH
def test_every_published_verdict_has_one_review_and_one_way_to_it_and_no_other_page_has_any(name: str) -> None:
    published = {f"claims/{slug}/index.html" for slug, it in SITES[name]().claims.items() if it.status == "published"}
    pages = {path: linked_data(content) for path, content in built(name).items() if path.endswith(".html")}
    assert {path for path, found in pages.items() if found} == published
    for path in published:
        assert [found["@type"] for found in pages[path]] == ["ClaimReview", "BreadcrumbList"]


@EACH
def test_all_of_it_is_as_the_vocabulary_has_it(name: str) -> None:
    documents = [found for path, content in built(name).items() for found in found_in(path, content)]
    assert [complaint for document in documents for complaint in against_vocabulary(document)] == []


@EACH
def test_every_review_follows_the_guideline(name: str) -> None:
    for path, review in reviews(name):
        assert against_guideline(review, f"{SITES[name]().base}{path.removesuffix('index.html')}") == []


@EACH
def test_breadcrumbs_count_from_one_and_end_at_the_page(name: str) -> None:
    for path, content in built(name).items():
        for found in linked_data(content) if path.endswith(".html") else []:
            if found["@type"] == "BreadcrumbList":
                steps = found["itemListElement"]
                assert [step["position"] for step in steps] == [1, 2, 3]
                assert steps[-1]["item"] == f"{SITES[name]().base}{path.removesuffix('index.html')}"
                assert all(step["name"] for step in steps)


@EACH
def test_the_file_has_the_same_reviews_as_the_pages_in_the_form_of_a_data_feed(name: str) -> None:
    feed = json.loads(built(name)[WHOLE])
    assert (feed["@context"], feed["@type"]) == ("https://schema.org", "DataFeed")
    read = [review for element in feed["dataFeedElement"] for review in element["item"]]
    assert sorted(read, key=by_address) == sorted((review for _, review in reviews(name)), key=by_address)
    for element in feed["dataFeedElement"]:
        assert element["@type"] == "DataFeedItem"
        assert element["url"] == element["item"][0]["url"]
        assert element["dateCreated"] <= element["dateModified"] <= feed["dateModified"]


def test_a_retracted_claim_and_a_draft_are_in_neither() -> None:
    text = built("drafts")[WHOLE].decode()
    assert "repair-cost" in text
    assert "toll-planned" not in text
    assert "ferry-passengers" not in text


def test_texts_from_right_to_left_arrive_as_they_were_written() -> None:
    feed = json.loads(built("harbour")[WHOLE])
    read = {review["inLanguage"]: review for element in feed["dataFeedElement"] for review in element["item"]}
    assert read["ar"]["claimReviewed"] == "بلغت تكلفة إصلاح الجسر 4.2 مليون يورو."


def test_a_new_verdict_comes_last_so_that_what_was_there_stays_in_its_place() -> None:
    before = [element["url"] for element in json.loads(built("harbour")[WHOLE])["dataFeedElement"]]
    site = edition({"claims/a-lock.md": claim("reviewed_on: 2024-06-01")})
    after = [element["url"] for element in json.loads(files_of(site)[WHOLE])["dataFeedElement"]]
    assert after == [*before, "https://example.org/harbour/claims/a-lock/"]


def test_too_many_reviews_are_divided_and_the_first_file_is_their_index() -> None:
    site = edition()
    whole = feeds(site, most=5, part=25)
    assert list(whole) == [WHOLE]
    divided = feeds(site, most=4, part=2)
    assert list(divided) == [WHOLE, *(f"data/claimreview/{number}.json" for number in (1, 2, 3))]
    index, *parts = divided.values()
    assert "dataFeedElement" not in index
    assert [part["url"] for part in index["hasPart"]] == [part["url"] for part in parts]
    assert {part["isPartOf"] for part in parts} == {index["url"]}
    assert [len(part["dataFeedElement"]) for part in parts] == [2, 2, 1]
    assert [one for part in parts for one in part["dataFeedElement"]] == whole[WHOLE]["dataFeedElement"]
    assert [complaint for feed in divided.values() for complaint in against_vocabulary(feed)] == []


def test_a_site_without_verdicts_has_a_feed_without_elements() -> None:
    feed = json.loads(files_of(bare())[WHOLE])
    assert feed["dataFeedElement"] == []
    assert "dateModified" not in feed


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"@type": "Organization", "archivedAt": "https://example.org/"}, "archivedAt stands on Organization"),
        ({"@type": "Claim", "correctionsPolicy": "https://example.org/"}, "correctionsPolicy stands on Claim"),
        ({"@type": "ClaimReview", "url": "claims/lock/"}, "url holds {'@value': 'claims/lock/'}"),
        ({"@type": "ClaimReview", "datePublished": "20 March"}, "datePublished holds {'@value': '20 March'}"),
        ({"@type": "ClaimReview", "verdict": "False"}, "verdict is no property that the table has"),
        ({"@type": "Rating", "ratingValue": True}, "ratingValue holds {'@value': True}"),
    ],
)
def test_what_is_against_the_vocabulary_is_found(wrong: Json, told: str) -> None:
    assert against_vocabulary({"@context": "https://schema.org", **wrong}) == [told]


def test_what_is_against_the_guideline_is_found() -> None:
    address = "https://example.org/claims/lock/"
    rating = {"@type": "Rating", "ratingValue": 6, "bestRating": 5, "worstRating": 5}
    review = {"url": "https://example.com/claims/lock/", "author": {"@type": "Thing"}, "reviewRating": rating}
    assert len(against_guideline(review, address)) == 8


def against_guideline(review: Json, page: str) -> list[str]:
    """Give what Google's guideline for fact checks requires or recommends of the review on a page, and is not so."""
    rating, about, author = (review.get(key, {}) for key in ("reviewRating", "itemReviewed", "author"))
    numbers = [rating[key] for key in ("worstRating", "ratingValue", "bestRating") if key in rating]
    sound = {
        "its own address, on the site": review.get("url") == page and urlsplit(page).hostname is not None,
        "what is claimed": bool(review.get("claimReviewed")),
        "a rating in a word": rating.get("@type") == "Rating" and bool(rating.get("alternateName")),
        "a number on a scale that rises from one": not numbers
        or (len(numbers) == 3 and 1 == numbers[0] <= numbers[1] <= numbers[2] > 1),
        "who reviewed it": author.get("@type") in ("Organization", "Person")
        and bool(author.get("name") or author.get("url")),
        "when it was reviewed": bool(DATE.fullmatch(review.get("datePublished", ""))),
        "the claim": about.get("@type") == "Claim",
        "no rating in what is claimed": bool(rating.get("alternateName"))
        and not review.get("claimReviewed", "").startswith(rating.get("alternateName", "")),
        "a claimant with a name": "author" not in about
        or (about["author"]["@type"] in ("Organization", "Person") and bool(about["author"]["name"])),
    }
    return [what for what, is_so in sound.items() if not is_so]


def reviews(name: str) -> Iterator[tuple[str, Json]]:
    """Give the path of each page that has a ClaimReview, and the ClaimReview."""
    for path, content in built(name).items():
        for found in linked_data(content) if path.endswith(".html") else []:
            if found["@type"] == "ClaimReview":
                yield path, found


def feeds(site: Site, *, most: int, part: int) -> dict[str, Json]:
    """Give each file of reviews of a site with that many in one file, or in a part."""
    at = links(site)
    parts = review_parts(site, most=most, part=part)
    return {here: claim_review_feed(site, at, here, start, stop, part=part) for here, start, stop in parts}


def found_in(path: str, content: bytes) -> list[Json]:
    """Give what a file has for machines: the linked data of a page, or the file of reviews."""
    return [json.loads(content)] if path == WHOLE else linked_data(content) if path.endswith(".html") else []


def by_address(review: Json) -> str:
    """Give what to sort reviews by."""
    return str(review["url"])


@lru_cache
def built(name: str) -> dict[str, bytes]:
    """Give every file of a site."""
    return files_of(SITES[name]())

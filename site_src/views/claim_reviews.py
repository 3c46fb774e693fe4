"""All ClaimReviews as a schema.org DataFeed, in the form in which Data Commons reads and offers them.

Up to 2,000 are one file; of more, that file is an index of parts of 25.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from site_src.addresses import data
from site_src.views.claim_review import CONTEXT, Json, claim_review, filled, license_url, publisher, review_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_src.addresses import Address, Links
    from site_src.site.model import Claim, Site

WHOLE = data("claimreview.json")
MOST = 2_000
PART = 25


def review_parts(site: Site, *, most: int = MOST, part: int = PART) -> Iterator[tuple[Address, int, int]]:
    """Give the address of each file and which reviews are in it, the oldest being number 0; an index has none.

    It is one with at most `most` reviews, else an index and parts of `part`.
    """
    count = len(site.oldest)
    if count <= most:
        yield WHOLE, 0, count
        return
    yield WHOLE, 0, 0
    for number, start in enumerate(range(0, count, part), start=1):
        yield _part(number), start, start + part


def claim_review_feed(site: Site, links: Links, here: Address, start: int, stop: int, *, part: int = PART) -> Json:
    """Make the file with the reviews from `start` to before `stop`, or the index where there are none in it."""
    if stop > start or not site.oldest:
        claims = [site.claims[slug] for slug in site.oldest[start:stop]]
        if here == WHOLE:
            elements = [_remembered(site, links, slug) for slug in site.oldest[start:stop]]
            return {**_feed(site, links, here, claims), "dataFeedElement": elements}
        elements = [_element(site, links, it) for it in claims]
        return {**_feed(site, links, here, claims), "isPartOf": links.canonical(WHOLE), "dataFeedElement": elements}
    numbers = range(1, -(-len(site.oldest) // part) + 1)
    listed = [{"@type": "DataFeed", "url": links.canonical(_part(number))} for number in numbers]
    return {**_feed(site, links, WHOLE, [site.claims[slug] for slug in site.oldest]), "hasPart": listed}


def _part(number: int) -> Address:
    return data(f"claimreview/{number}.json")


def _feed(site: Site, links: Links, here: Address, claims: Sequence[Claim]) -> Json:
    changed = [day for it in claims for day in review_dates(it) if day]
    return filled(
        {
            "@context": CONTEXT,
            "@type": "DataFeed",
            "url": links.canonical(here),
            "name": f"ClaimReviews of {site.publication.title}",
            "description": site.publication.tagline,
            "inLanguage": site.publication.language,
            "license": license_url(site),
            "publisher": publisher(site, links),
            "dateModified": max(changed, default=None),
        }
    )


def _remembered(site: Site, links: Links, slug: str) -> Json:
    """Give the element of a claim; it is remembered by itself, so that one change does not work all out again."""
    text = site.recall("claimreview.json", slug, lambda: json.dumps(_element(site, links, site.claims[slug])))
    found: Json = json.loads(text)
    return found


def _element(site: Site, links: Links, it: Claim) -> Json:
    review = claim_review(site, links, it)
    first, last = review.get("datePublished"), review.get("dateModified")
    return filled(
        {
            "@type": "DataFeedItem",
            "url": review["url"],
            "dateCreated": first,
            "dateModified": last or first,
            "item": [review],
        }
    )

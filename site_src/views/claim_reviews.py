"""All ClaimReviews as a schema.org DataFeed, in the form in which Data Commons reads and offers them.

Up to 2,000 are one file; of more, that file is an index of parts of 25.
"""

from __future__ import annotations

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


def claim_review_feeds(
    site: Site, links: Links, *, most: int = MOST, part: int = PART
) -> Iterator[tuple[Address, Json]]:
    """Give address and content of each file: one with at most `most` reviews, else an index and parts of `part`."""
    for address, start, stop in review_parts(site, most=most, part=part):
        yield address, claim_review_feed(site, links, address, start, stop, part=part)


def review_parts(site: Site, *, most: int = MOST, part: int = PART) -> Iterator[tuple[Address, int, int]]:
    """Give the address of each file and which reviews are in it, the oldest being number 0; an index has none."""
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
        within = {} if here == WHOLE else {"isPartOf": links.canonical(WHOLE)}
        return {**_feed(site, links, here, claims), **within, "dataFeedElement": _elements(site, links, claims)}
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


def _elements(site: Site, links: Links, claims: Sequence[Claim]) -> list[Json]:
    return [_element(it, claim_review(site, links, it)) for it in claims]


def _element(it: Claim, review: Json) -> Json:
    first, last = review_dates(it)
    return filled(
        {
            "@type": "DataFeedItem",
            "url": review["url"],
            "dateCreated": first,
            "dateModified": last or first,
            "item": [review],
        }
    )

"""All ClaimReviews as a schema.org DataFeed, in the form in which Data Commons reads and offers them.

Up to 2,000 are one file; of more, that file is an index of parts of 500.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from site_src.addresses import data
from site_src.views.claim_review import CONTEXT, Json, claim_review, filled, license_url, publisher, review_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_src.addresses import Address, Links
    from site_src.site.model import Claim, Site

WHOLE = data("claimreview.json")
MOST = 2_000
PART = 500


def claim_review_feeds(
    site: Site, links: Links, *, most: int = MOST, part: int = PART
) -> Iterator[tuple[Address, Json]]:
    """Give address and content of each file: one with at most `most` reviews, else an index and parts of `part`."""
    claims = _reviewed(site)
    if len(claims) <= most:
        yield WHOLE, {**_feed(site, links, WHOLE, claims), "dataFeedElement": _elements(site, links, claims)}
        return
    parts = [claims[start : start + part] for start in range(0, len(claims), part)]
    named = [(data(f"claimreview/{number}.json"), some) for number, some in enumerate(parts, start=1)]
    listed = [{"@type": "DataFeed", "url": links.canonical(address)} for address, _ in named]
    yield WHOLE, {**_feed(site, links, WHOLE, claims), "hasPart": listed}
    for address, some in named:
        within = {"isPartOf": links.canonical(WHOLE), "dataFeedElement": _elements(site, links, some)}
        yield address, {**_feed(site, links, address, some), **within}


def _reviewed(site: Site) -> list[Claim]:
    """Give the published claims, the oldest verdict first, so that a new one changes the last part only."""
    claims = [it for it in site.claims.values() if it.status == "published"]
    return sorted(claims, key=lambda it: (it.record.reviewed_on or datetime.date.min, it.slug))


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

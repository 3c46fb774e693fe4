"""A verdict as schema.org ClaimReview: the properties that Google's fact-check guideline requires and recommends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_src.addresses import Links, claim, file

if TYPE_CHECKING:
    from site_src.models.claim import Claimant
    from site_src.site.model import Claim, Rating, Site, Source

Json = dict[str, Any]


def claim_review(site: Site, links: Links, it: Claim) -> Json:
    """Give the ClaimReview of a published claim as JSON values; keys without a value are left out."""
    record = it.record
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": links.canonical(claim(it.slug)),
            "claimReviewed": record.claim,
            "datePublished": record.reviewed_on.isoformat() if record.reviewed_on else None,
            "dateModified": record.updated_on.isoformat() if record.updated_on else None,
            "inLanguage": it.language,
            "license": site.publication.license.url if site.publication.license else None,
            "author": _publisher(site, links),
            "reviewRating": _rating(it.rating, it.verdict),
            "itemReviewed": _claim(site, it),
        }
    )


def _publisher(site: Site, links: Links) -> Json:
    publisher = site.publication.publisher
    logo = links.canonical(file(publisher.logo.removeprefix("file:"))) if publisher.logo else None
    return _filled({"@type": "Organization", "name": publisher.name, "url": publisher.url, "logo": logo})


def _rating(rating: Rating, verdict: str) -> Json:
    scale: Json = {}
    if rating.number is not None:
        scale = {"ratingValue": rating.number, "bestRating": rating.best, "worstRating": 1}
    return {"@type": "Rating", "alternateName": rating.label, **scale, "ratingExplanation": verdict}


def _claim(site: Site, it: Claim) -> Json:
    made = it.record.claimed_on
    return _filled(
        {
            "@type": "Claim",
            "author": _claimant(it.record.claimant),
            "datePublished": made.text if made else None,
            "firstAppearance": _work(site.sources[it.origins[0]]) if len(it.origins) == 1 else None,
            "appearance": [_work(site.sources[slug]) for slug in it.carriers],
        }
    )


def _claimant(claimant: Claimant | None) -> Json | None:
    if claimant is None:
        return None
    kind = {"person": "Person", "organization": "Organization"}[claimant.kind]
    return _filled({"@type": kind, "name": claimant.name, "url": claimant.url})


def _work(source: Source) -> Json:
    record = source.record
    return _filled(
        {
            "@type": "CreativeWork",
            "url": record.url,
            "headline": record.title,
            "datePublished": record.published.text if record.published else None,
            "publisher": {"@type": "Organization", "name": record.publisher} if record.publisher else None,
            "inLanguage": source.language,
        }
    )


def _filled(values: Json) -> Json:
    return {key: value for key, value in values.items() if value not in (None, [], {})}

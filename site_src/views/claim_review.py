"""A verdict as schema.org ClaimReview, as Google's fact-check guideline has it, and the way to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_src.addresses import HOME, Links, claim, file, page, topic
from site_src.views.history import events

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from site_src.models.claim import Claimant
    from site_src.models.evidence import Evidence
    from site_src.models.source import Source as SourceRecord
    from site_src.site.model import Claim, Site, Source
    from site_src.site.rating import Rating
    from site_src.views.history import Event

Json = dict[str, Any]
CONTEXT = "https://schema.org"


def claim_review(site: Site, links: Links, it: Claim) -> Json:
    """Give the ClaimReview of a published claim as JSON values; keys without a value are left out."""
    record = it.whole
    told = events(it)
    published, modified = _dates(record.reviewed_on, told)
    by = publisher(site, links)
    return filled(
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "url": links.canonical(claim(it.slug)),
            "claimReviewed": record.claim,
            "datePublished": published,
            "dateModified": modified,
            "inLanguage": it.language,
            "license": license_url(site),
            "author": by,
            "publisher": {"@id": by["@id"]},
            "reviewRating": _rating(it.rating, it.verdict),
            "itemReviewed": _claim(site, it),
            "citation": [_evidence(site, one) for one in record.evidence],
            "correction": [_correction(event) for event in told if event.correction],
        }
    )


def breadcrumbs(site: Site, links: Links, it: Claim) -> Json:
    """Give the way from the home page to a claim's as a BreadcrumbList."""
    about = site.topics[it.record.topic]
    way = (
        (HOME, site.publication.title),
        (topic(about.slug), about.record.title),
        (claim(it.slug), it.record.claim),
    )
    steps = [
        {"@type": "ListItem", "position": number, "name": name, "item": links.canonical(address)}
        for number, (address, name) in enumerate(way, start=1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": steps}


def publisher(site: Site, links: Links) -> Json:
    """Give who signs the reviews, with the standing pages that say by which rules."""
    it, policies = site.publication.publisher, site.publication.policies
    standing = {
        "publishingPrinciples": policies.methodology,
        "correctionsPolicy": policies.corrections,
        "ethicsPolicy": policies.ethics,
        "ownershipFundingInfo": policies.funding,
    }
    return filled(
        {
            "@type": "Organization",
            "@id": f"{links.canonical(HOME)}#publisher",
            "name": it.name,
            "url": it.url,
            "logo": links.canonical(file(it.logo.removeprefix("file:"))) if it.logo else None,
            **{name: links.canonical(page(slug)) if slug else None for name, slug in standing.items()},
        }
    )


def review_dates(it: Claim) -> tuple[str | None, str | None]:
    """Give the days (ISO 8601) of the verdict and of the last change after it, None where there is none."""
    return _dates(it.record.reviewed_on, events(it))


def license_url(site: Site) -> str | None:
    """Give the address of the licence under which the content stands."""
    return site.publication.license.url if site.publication.license else None


def filled(values: Json) -> Json:
    """Give what has a value."""
    return {key: value for key, value in values.items() if value or value not in (None, [], {})}


def _rating(rating: Rating, verdict: str) -> Json:
    # The guideline wants a best rating above the worst: a scale of one has no numbers.
    scale: Json = {}
    if rating.number is not None and rating.best > 1:
        scale = {"ratingValue": rating.number, "bestRating": rating.best, "worstRating": 1}
    return {"@type": "Rating", "alternateName": rating.label, **scale, "ratingExplanation": verdict}


def _claim(site: Site, it: Claim) -> Json:
    record, origins = it.whole, it.origins
    return filled(
        {
            "@type": "Claim",
            "author": _claimant(record.claimant),
            "datePublished": record.claimed_on.text if record.claimed_on else None,
            "firstAppearance": _source(site.sources[origins[0]]) if len(origins) == 1 else None,
            "appearance": [_source(site.sources[slug]) for slug in it.carriers],
        }
    )


def _claimant(claimant: Claimant | None) -> Json | None:
    if claimant is None:
        return None
    kind = {"person": "Person", "organization": "Organization"}[claimant.kind]
    # The guideline reads `sameAs`, others `url`.
    return filled({"@type": kind, "name": claimant.name, "url": claimant.url, "sameAs": claimant.url})


def _evidence(site: Site, one: Evidence) -> Json:
    about = {"description": one.note} if one.note else {}
    return {**(_source(site.sources[one.source]) if one.source else _work(one, one.language)), **about}


def _source(source: Source) -> Json:
    return _work(source.record, source.language)


def _work(record: Evidence | SourceRecord, language: str | None) -> Json:
    return filled(
        {
            "@type": "CreativeWork",
            "url": record.url,
            "archivedAt": record.archive_url,
            "headline": record.title,
            "datePublished": record.published.text if record.published else None,
            "publisher": {"@type": "Organization", "name": record.publisher} if record.publisher else None,
            "inLanguage": language,
        }
    )


def _correction(event: Event) -> Json:
    return {
        "@type": "CorrectionComment",
        "name": event.kind.title(),
        "text": event.note,
        "datePublished": event.on.isoformat(),
    }


def _dates(first: datetime.date | None, told: Sequence[Event]) -> tuple[str | None, str | None]:
    last = told[0].on if told else None
    return _iso(first), _iso(last) if last != first else None


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None

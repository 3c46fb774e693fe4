"""A catalogue without errors → the site: drafts left out, orders fixed, what is said both ways tied both ways."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING

from site_src.reading.shingles import Shingles, position
from site_src.site import provenance
from site_src.site.model import Appearance, Claim, Excerpt, Page, Rating, Site, Source, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from site_src.models.appearance import Appearance as AppearanceRecord
    from site_src.models.claim import Claim as ClaimRecord
    from site_src.models.ratings import RatingScale
    from site_src.models.topic import Topic as TopicRecord
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.entry import Entry

_NO_RATING = Rating("draft", "Not rated yet", "This is a draft; a rating follows.", "neutral", None, 0)
_NO_VERDICT = "There is no verdict yet."


def assemble(catalogue: Catalogue, *, base_url: str | None = None, drafts: bool = False) -> Site:
    """Make the site of a catalogue in which no error was found; `base_url` takes the place of the one in site.yaml."""
    if catalogue.publication is None or catalogue.ratings is None:
        raise ValueError("A site is made from a catalogue without errors only.")
    publication = catalogue.publication.record
    ratings = _ratings(catalogue.ratings.record)
    publishers = Counter(entry.record.publisher for entry in catalogue.sources.values())
    sources = {
        slug: Source(
            slug=slug,
            file=entry.file,
            record=entry.record,
            body=entry.body,
            language=entry.record.language or publication.language,
            words=catalogue.shingles[slug].count if slug in catalogue.shingles else None,
            by_name=entry.record.publisher is not None and publishers[entry.record.publisher] == 1,
        )
        for slug, entry in catalogue.sources.items()
    }
    shown = [entry for entry in catalogue.claims.values() if drafts or entry.record.status != "draft"]
    related = _both_ways({entry.slug: entry.record.related for entry in shown})
    scale = {None: _NO_RATING, **{rating.id: rating for rating in ratings}}
    claims = {
        entry.slug: Claim(
            slug=entry.slug,
            file=entry.file,
            record=entry.record,
            body=entry.body,
            language=entry.record.language or publication.language,
            rating=scale[entry.record.rating],
            verdict=entry.record.verdict or _NO_VERDICT,
            appearances=_appearances(entry.record, sources, catalogue.shingles),
            related=related[entry.slug],
        )
        for entry in shown
    }
    listed = sorted((claim for claim in claims.values() if claim.status != "retracted"), key=_newest_first)
    return Site(
        publication=publication,
        base=f"{(base_url or publication.url).rstrip('/')}/",
        ratings=ratings,
        topics={slug: _topic(entry, listed) for slug, entry in catalogue.topics.items()},
        sources=sources,
        claims=claims,
        pages={slug: Page(slug, entry.file, entry.record, entry.body) for slug, entry in catalogue.pages.items()},
        files=catalogue.files,
        listed=tuple(claim.slug for claim in listed),
        spoken_to=_filed((one.source, claim.slug) for claim in listed for one in claim.appearances if one.speaks),
        relayed_by=_filed((relayed, slug) for slug, source in sources.items() for relayed in source.record.relays),
    )


def _ratings(scale: RatingScale) -> tuple[Rating, ...]:
    rated = [rating.id for rating in scale.ratings if not rating.unrated]
    return tuple(
        Rating(
            id=rating.id,
            label=rating.label,
            definition=rating.definition,
            tone=rating.tone,
            number=None if rating.unrated else rated.index(rating.id) + 1,
            best=len(rated),
            retired=rating.retired,
        )
        for rating in scale.ratings
    )


def _both_ways(named: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Add to each claim's related ones those that name it; what is not shown is left out."""
    naming: dict[str, list[str]] = {
        slug: [other for other in others if other in named] for slug, others in named.items()
    }
    for slug in sorted(named):
        for other in named[slug]:
            if other in naming and slug not in naming[other]:
                naming[other].append(slug)
    return {slug: tuple(others) for slug, others in naming.items()}


def _appearances(
    record: ClaimRecord, sources: Mapping[str, Source], held: Mapping[str, Shingles]
) -> tuple[Appearance, ...]:
    ways = (provenance.chain(appearance, record.appearances, sources) for appearance in record.appearances)
    return tuple(
        _appearance(appearance, way, held.get(appearance.source))
        for appearance, way in zip(record.appearances, ways, strict=True)
    )


def _appearance(record: AppearanceRecord, chain: tuple[str, ...], held: Shingles | None) -> Appearance:
    if record.excerpt is None:
        return Appearance(record, chain)
    if held is None:
        return Appearance(record, chain, Excerpt.UNVERIFIED)
    return Appearance(record, chain, Excerpt.VERIFIED, position(held, record.excerpt), held.count)


def _topic(entry: Entry[TopicRecord], listed: list[Claim]) -> Topic:
    lead = {slug: place for place, slug in enumerate(entry.record.order)}
    mine = [claim for claim in listed if claim.record.topic == entry.slug]
    ordered = sorted(mine, key=lambda claim: (lead.get(claim.slug, len(lead)), *_oldest_first(claim)))
    return Topic(entry.slug, entry.file, entry.record, entry.body, tuple(claim.slug for claim in ordered))


def _filed(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """File the second of each pair under the first, each once."""
    filed: dict[str, dict[str, None]] = {}
    for first, second in pairs:
        filed.setdefault(first, {})[second] = None
    return {first: tuple(seconds) for first, seconds in filed.items()}


def _oldest_first(claim: Claim) -> tuple[datetime.date, str]:
    return (claim.record.claimed_on.first if claim.record.claimed_on else datetime.date.max, claim.slug)


def _newest_first(claim: Claim) -> tuple[int, str]:
    return (-claim.changed_on.toordinal(), claim.slug)

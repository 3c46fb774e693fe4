"""A catalogue without errors → the site: drafts left out, orders fixed, what is said both ways tied both ways."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING

from site_src.reading.shingles import Shingles, position
from site_src.site import gathered, provenance
from site_src.site.model import Appearance, Claim, Excerpt, Page, Rating, Site, Source, Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from site_src.models.appearance import Appearance as AppearanceRecord
    from site_src.models.claim import Claim as ClaimRecord
    from site_src.models.ratings import RatingScale
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.fonts import Fonts

_NO_RATING = Rating("", "Not rated yet", "This is a draft; a rating follows.", "neutral", None, 0)
_NO_VERDICT = "There is no verdict yet."


def assemble(catalogue: Catalogue, *, base_url: str | None = None, drafts: bool = False, search: bool = True) -> Site:
    """Make the site of a catalogue in which no error was found; `base_url` takes the place of the one in site.yaml.

    Without `search` it has none, even where site.yaml asks for one.
    """
    if catalogue.publication is None or catalogue.ratings is None:
        raise ValueError("A site is made from a catalogue without errors only.")
    publication = catalogue.publication.record
    ratings = _ratings(catalogue.ratings.record)
    sources = _sources(catalogue, publication.language)
    claims = _claims(catalogue, ratings, sources, publication.language, drafts=drafts)
    listed = [claim for claim in claims.values() if claim.status != "retracted"]
    topics = _topics(catalogue, listed)
    newest = sorted(
        listed, key=_newest_first({slug: at for it in topics.values() for at, slug in enumerate(it.claims)})
    )
    return Site(
        publication=publication if search else publication.model_copy(update={"search": False}),
        base=f"{(base_url or publication.url).rstrip('/')}/",
        ratings=ratings,
        topics=topics,
        sources=sources,
        claims=claims,
        pages={slug: Page(slug, entry.file, entry.record, entry.body) for slug, entry in catalogue.pages.items()},
        files=catalogue.files,
        listed=tuple(claim.slug for claim in newest),
        claimants=gathered.by_claimant(newest),
        tagged=gathered.by_tag(newest),
        spoken_to=_filed((one.source, claim.slug) for claim in newest for one in claim.appearances if one.speaks),
        relayed_by=_filed((relayed, slug) for slug, source in sources.items() for relayed in source.record.relays),
        cards=_cards(catalogue.fonts, publication.title, listed),
        drawn_by=catalogue.fonts.told if catalogue.fonts else "",
    )


def _sources(catalogue: Catalogue, language: str) -> dict[str, Source]:
    publishers = Counter(entry.record.publisher for entry in catalogue.sources.values())
    return {
        slug: Source(
            slug=slug,
            file=entry.file,
            record=entry.record,
            body=entry.body,
            language=entry.record.language or language,
            words=catalogue.shingles[slug].count if slug in catalogue.shingles else None,
            by_name=entry.record.publisher is not None and publishers[entry.record.publisher] == 1,
        )
        for slug, entry in catalogue.sources.items()
    }


def _claims(
    catalogue: Catalogue, ratings: tuple[Rating, ...], sources: Mapping[str, Source], language: str, *, drafts: bool
) -> dict[str, Claim]:
    shown = [entry for entry in catalogue.claims.values() if drafts or entry.record.status != "draft"]
    related = _both_ways({entry.slug: entry.record.related for entry in shown})
    scale: dict[str | None, Rating] = {None: _NO_RATING, **{rating.id: rating for rating in ratings}}
    return {
        entry.slug: Claim(
            slug=entry.slug,
            file=entry.file,
            record=entry.record,
            body=entry.body,
            language=entry.record.language or language,
            rating=scale[entry.record.rating],
            verdict=entry.record.verdict or _NO_VERDICT,
            appearances=_appearances(entry.record, sources, catalogue.shingles),
            related=related[entry.slug],
        )
        for entry in shown
    }


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


def _topics(catalogue: Catalogue, listed: list[Claim]) -> dict[str, Topic]:
    mine: dict[str, list[Claim]] = {slug: [] for slug in catalogue.topics}
    for claim in listed:
        mine[claim.record.topic].append(claim)
    return {
        slug: Topic(slug, entry.file, entry.record, entry.body, _rows(mine[slug], entry.record.order))
        for slug, entry in catalogue.topics.items()
    }


def _rows(claims: list[Claim], order: tuple[str, ...]) -> tuple[str, ...]:
    """Order a topic's claims: those that lead, then by the day on which they were made, then by slug."""
    lead = {slug: place for place, slug in enumerate(order)}
    ordered = sorted(claims, key=lambda claim: (lead.get(claim.slug, len(lead)), *_oldest_first(claim)))
    return tuple(claim.slug for claim in ordered)


def _cards(fonts: Fonts | None, title: str, listed: list[Claim]) -> frozenset[str]:
    """Give the claims that get a share card: published ones, of whose words on it no letter is missing."""
    if fonts is None:
        return frozenset()
    published = (claim for claim in listed if claim.status == "published")
    return frozenset(
        claim.slug for claim in published if not fonts.lacking(f"{title} {claim.record.claim} {claim.rating.label}")
    )


def _filed(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """File the second of each pair under the first, each once."""
    filed: dict[str, dict[str, None]] = {}
    for first, second in pairs:
        filed.setdefault(first, {})[second] = None
    return {first: tuple(seconds) for first, seconds in filed.items()}


def _oldest_first(claim: Claim) -> tuple[datetime.date, str]:
    return (claim.record.claimed_on.first if claim.record.claimed_on else datetime.date.max, claim.slug)


def _newest_first(places: Mapping[str, int]) -> Callable[[Claim], tuple[int, int, str]]:
    """Order by the day of the last change; of one day, by the place among the topic's rows."""
    return lambda claim: (-claim.changed_on.toordinal(), places[claim.slug], claim.slug)

"""What a file names must be there: a topic, a rating, a source, a claim, a page, or a file in files/.

An entry is named by its slug, which is its file's name without `.md`; a former slug does not count.

Right:  topic: harbour-bridge            (and there is content/topics/harbour-bridge.md)
Wrong:  topic: harbor-bridge

A rating is named by its `id` in ratings.yaml, and no claim takes one that is `retired` there. The `order` of
a topic names claims of that topic. A claim does not name itself in `related` or `translations`. Where a
picture is needed, the file is one:

Right:  logo: file:harbour-mark.png
Wrong:  logo: file:traffic-counts.csv
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from site_src.reading.nearest import Guesses, some_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.models.claim import Claim
    from site_src.models.publication import Publication
    from site_src.models.source import Source
    from site_src.models.topic import Topic
    from site_src.reading.catalogue import AnyEntry, Catalogue
    from site_src.reading.document import Loc
    from site_src.reading.entry import Entry

    AnyRecord = AnyEntry | Entry[Publication]

RULE = "reference"


class _Reference(NamedTuple):
    """Where an entry names another: the place of the name, the kind and the slug (None: nothing is named)."""

    loc: Loc
    kind: str
    slug: str | None


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds what is named in front matter or settings and does not exist, or cannot be named there."""
    yield from _of_publication(catalogue, Guesses(catalogue))
    for topic in catalogue.topics.values():
        guesses = Guesses(catalogue)
        yield from _missing(topic, _named_by_topic(topic.record), catalogue, guesses)
        yield from _order(topic, catalogue)
    for source in catalogue.sources.values():
        yield from _missing(source, _named_by_source(source.record), catalogue, Guesses(catalogue))
    known, current = _scale(catalogue)
    for claim in catalogue.claims.values():
        guesses = Guesses(catalogue)
        yield from _missing(claim, _named_by_claim(claim.record), catalogue, guesses)
        yield from _itself(claim)
        yield from _ratings(claim, known, current, guesses)
        if claim.record.media:
            yield from _picture(claim, ("media", "file"), claim.record.media.file, catalogue, guesses)


_ONE = {"topics": "topic", "sources": "source", "claims": "claim", "pages": "page"}


def _of_publication(catalogue: Catalogue, guesses: Guesses) -> Iterator[Finding]:
    if not (entry := catalogue.publication):
        return
    policies = [_Reference(("policies", key), "pages", slug) for key, slug in entry.record.policies]
    yield from _missing(entry, policies, catalogue, guesses)
    if entry.record.publisher.logo:
        yield from _picture(entry, ("publisher", "logo"), entry.record.publisher.logo, catalogue, guesses)


def _named_by_topic(topic: Topic) -> Iterator[_Reference]:
    yield from (_Reference(("sources", n), "sources", slug) for n, slug in enumerate(topic.sources))
    yield from (_Reference(("order", n), "claims", slug) for n, slug in enumerate(topic.order))


def _named_by_source(source: Source) -> Iterator[_Reference]:
    yield from (_Reference(("relays", n), "sources", slug) for n, slug in enumerate(source.relays))


def _named_by_claim(claim: Claim) -> Iterator[_Reference]:
    yield _Reference(("topic",), "topics", claim.topic)
    yield from (_Reference(("translations", tag), "claims", slug) for tag, slug in claim.translations.items())
    for n, appearance in enumerate(claim.appearances):
        yield _Reference(("appearances", n, "source"), "sources", appearance.source)
        if appearance.via or appearance.origin:
            yield _Reference(("appearances", n, "via"), "sources", appearance.via)
            yield _Reference(("appearances", n, "origin"), "sources", appearance.origin)
        if appearance.claim:
            yield _Reference(("appearances", n, "claim"), "claims", appearance.claim)
    for n, evidence in enumerate(claim.evidence):
        yield _Reference(("evidence", n, "source"), "sources", evidence.source)
    yield from (_Reference(("related", n), "claims", slug) for n, slug in enumerate(claim.related))


def _missing(
    entry: AnyRecord, references: Iterable[_Reference], catalogue: Catalogue, guesses: Guesses
) -> Iterator[Finding]:
    for loc, kind, slug in references:
        if slug is not None and not catalogue.has(kind, slug) and entry.knows(loc):
            message = f"There is no {_ONE[kind]} “{slug}”."
            yield entry.finding(loc, RULE, message, guesses.instead_of(kind, slug))


def _order(entry: Entry[Topic], catalogue: Catalogue) -> Iterator[Finding]:
    for n, slug in enumerate(entry.record.order):
        claim = catalogue.claims.get(slug)
        if claim and claim.knows(("topic",)) and claim.record.topic != entry.slug:
            message = f"The claim “{slug}” belongs to the topic “{claim.record.topic}”, not to this one."
            hint = "Take it out here, or change `topic` in the claim's file."
            yield entry.finding(("order", n), RULE, message, hint)


def _itself(entry: Entry[Claim]) -> Iterator[Finding]:
    claim = entry.record
    if not claim.related and not claim.translations:
        return
    places: list[tuple[Loc, str]] = [(("related", n), slug) for n, slug in enumerate(claim.related)]
    places += [(("translations", tag), slug) for tag, slug in claim.translations.items()]
    for loc, slug in places:
        if slug == entry.slug:
            message = f"This claim names itself in `{loc[0]}`."
            yield entry.finding(loc, RULE, message, "Take it out, or write the slug of the other claim.")


def _scale(catalogue: Catalogue) -> tuple[list[str], list[str]]:
    """Give the ids of all ratings and of those not retired; none where a scale that lost an entry cannot tell."""
    if not catalogue.ratings or not catalogue.ratings.knows(("ratings",)):
        return [], []
    scale = catalogue.ratings.record.ratings
    return [rating.id for rating in scale], [rating.id for rating in scale if not rating.retired]


def _ratings(entry: Entry[Claim], known: list[str], current: list[str], guesses: Guesses) -> Iterator[Finding]:
    if not known:
        return
    rating = entry.record.rating
    if rating and rating in known and rating not in current:
        message = f"The rating “{rating}” is retired: no claim may take it any more."
        yield entry.finding(("rating",), RULE, message, f"Choose one of: {some_of(current)}.")
    elif rating and rating not in known:
        yield entry.finding(("rating",), RULE, *_no_rating(rating, current, guesses))
    for n, correction in enumerate(entry.record.corrections):
        former = correction.was.rating if correction.was else None
        if former and former not in known:
            yield entry.finding(("corrections", n, "was", "rating"), RULE, *_no_rating(former, known, guesses))


def _no_rating(rating: str, known: list[str], guesses: Guesses) -> tuple[str, str]:
    hint = guesses.near(rating, known) or f"Choose one of: {some_of(known)}; or add it to ratings.yaml."
    return f"There is no rating “{rating}” in ratings.yaml.", hint


def _picture(entry: AnyRecord, loc: Loc, name: str, catalogue: Catalogue, guesses: Guesses) -> Iterator[Finding]:
    stem = name.removeprefix("file:")
    media = catalogue.files.get(stem)
    if media is None and ("files", stem) not in catalogue.failed:
        pictures = [each.name for each in catalogue.files.values() if each.is_picture]
        hint = guesses.near(stem, pictures) or f"Put the picture into content/files/ as {stem}."
        yield entry.finding(loc, RULE, f"There is no file “{stem}” in files/.", hint)
    elif media and not media.is_picture:
        message = f"“{stem}” is not a picture."
        yield entry.finding(loc, RULE, message, "Name a file that ends in png, jpg, jpeg, webp or avif.")

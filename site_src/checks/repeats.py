"""A statement has one verdict: no claim nearly repeats another of its topic, and near-repeats have one rating.

Two claims nearly repeat each other if their words are the same but for a few common ones, whatever their order,
capitals and punctuation; claims with different numbers in them never do. Two ratings for one statement are told
across topics, too. Claims that name each other in `related` or `translations` are left alone, and so are those of
five words or fewer if they have different claimants: “On the bridge toll.” is one statement of each.

Right:  claim: The bridge cost 4.2 million euros to repair.
        claim: The detour cost 0.9 million euros.
Wrong:  claim: The bridge cost 4.2 million euros to repair.
        claim: The harbour bridge cost 4.2 million euros to repair.

This is a warning. Keep one of the two claims and give it the other's slug as an alias; or, if they are different
statements, reword them until that shows, or name one in the `related` of the other.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from site_src.diagnostics.finding import Severity
from site_src.reading.likeness import Likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.models.claim import Claim
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.entry import Entry

RULE = "repeat"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds claims that say nearly what an older one of their topic does, or one with another rating."""
    claims = {entry.slug: entry for entry in sorted(catalogue.claims.values(), key=_day) if _counts(entry)}
    language = catalogue.publication.record.language if catalogue.publication else None
    for slug, alike in Likeness({slug: entry.record.claim for slug, entry in claims.items()}).repeats():
        entry = claims[slug]
        others = [claims[one.key] for one in alike if not _are_apart(entry, claims[one.key], language)]
        if other := _other_rating(entry, others):
            message = f"This nearly repeats “{other.slug}”, which is rated {other.record.rating}, not {_rating(entry)}."
            yield entry.finding(("claim",), RULE, message, _hint(other), severity=Severity.WARNING)
        elif other := next((one for one in others if one.record.topic == entry.record.topic), None):
            message = f"This nearly repeats “{other.slug}”: “{other.record.claim}”"
            yield entry.finding(("claim",), RULE, message, _hint(other), severity=Severity.WARNING)


_SHORT = 5  # words


def _counts(entry: Entry[Claim]) -> bool:
    return entry.knows(("claim",)) and entry.record.status != "retracted"


def _day(entry: Entry[Claim]) -> datetime.date:
    return entry.record.reviewed_on or datetime.date.max


def _are_apart(one: Entry[Claim], other: Entry[Claim], language: str | None) -> bool:
    """Tell whether two claims may say the same: in two languages, each one's own, or knowing each other."""
    if (one.record.language or language) != (other.record.language or language):
        return True
    if _is_each_ones_own(one.record, other.record):
        return True
    return any(
        that.slug in (*this.record.related, *this.record.translations.values())
        for this, that in ((one, other), (other, one))
    )


def _is_each_ones_own(one: Claim, other: Claim) -> bool:
    names = [claim.claimant.slug or claim.claimant.name for claim in (one, other) if claim.claimant]
    return len(set(names)) == 2 and len(one.claim.split()) <= _SHORT


def _other_rating(entry: Entry[Claim], others: Iterable[Entry[Claim]]) -> Entry[Claim] | None:
    rating = _rating(entry)
    return next((one for one in others if rating and _rating(one) and _rating(one) != rating), None)


def _rating(entry: Entry[Claim]) -> str:
    return entry.record.rating or "" if entry.knows(("rating",)) else ""


def _hint(other: Entry[Claim]) -> str:
    return f"Keep one of the two (the other is {other.file}); or, if they differ, add {other.slug} to `related` here."

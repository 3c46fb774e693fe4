"""A rating fits what the sources say: a denial does not stand beside a favourable rating without a word on it, and
what is rated as disputed is disputed by someone.

A rating is favourable if it has a place on the scale and the tone `positive` in ratings.yaml. Beside it, an
appearance that `denies` has a `note`, which says why the denial changes nothing, or a `claim`: the verdict on it.

Right:  rating: supported                 Wrong:  rating: supported
        appearances:                              appearances:
          - source: city-press-release              - source: city-press-release
            stance: denies                            stance: denies
            says: Knows of no further costs           says: Knows of no further costs
            note: The final invoice has them.

A rating means that a claim is disputed if it has `disputed: true` in ratings.yaml. The claim
then shows a denial: an appearance that `denies`; among its evidence a press statement, or a source whose denial an
appearance anywhere reports; or among `related` the claim that is such a denial.

These are warnings.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from site_src.diagnostics.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.models.claim import Claim
    from site_src.models.evidence import Evidence
    from site_src.models.ratings import Rating
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.entry import Entry

RULE = "rating"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds favourable ratings beside denials of which nothing is said, and disputed ones without a denial."""
    scale = {rating.id: rating for rating in catalogue.ratings.record.ratings} if catalogue.ratings else {}
    denials = cache(lambda: _denials(catalogue))
    for entry in catalogue.claims.values():
        rating = scale.get(entry.record.rating or "")
        if rating and entry.record.status == "published" and entry.knows(("status",)):
            if rating.tone == "positive" and not rating.unrated:
                yield from _denied(entry, rating)
            if rating.disputed and not _is_denied(entry, denials, catalogue):
                yield _undisputed(entry, rating)


class _Denials(NamedTuple):
    """What appearances name that deny: the sources from which denials come, and the claims that are denials."""

    sources: frozenset[str]
    claims: frozenset[str]


def _denials(catalogue: Catalogue) -> _Denials:
    records = (cast("Claim", entry.record) for entry in catalogue.every("claims"))
    some = [record for record in records if any(one.stance == "denies" for one in record.voices)]
    denying = [one for record in some for one in record.appearances if one.stance == "denies"]
    sources = (slug for one in denying for slug in (one.source, one.via, one.origin) if slug)
    return _Denials(frozenset(sources), frozenset(one.claim for one in denying if one.claim))


def _denied(entry: Entry[Claim], rating: Rating) -> Iterator[Finding]:
    if all(one.stance != "denies" for one in entry.record.voices):
        return
    for n, appearance in enumerate(entry.record.appearances):
        if appearance.stance == "denies" and not appearance.note and not appearance.claim:
            message = f"The claim is rated “{rating.label}”, and {appearance.source} denies it."
            hint = (
                "Add `note:` here and say why the denial changes nothing, or `claim:` with the verdict on it; "
                "or give the claim another rating."
            )
            yield entry.finding(("appearances", n, "stance"), RULE, message, hint, severity=Severity.WARNING)


def _is_denied(entry: Entry[Claim], denials: Callable[[], _Denials], catalogue: Catalogue) -> bool:
    claim = entry.record
    return (
        not (entry.knows(("appearances",)) and entry.knows(("evidence",)))
        or any(one.stance == "denies" for one in claim.voices)
        or any(_is_denial(evidence, denials(), catalogue) for evidence in claim.evidence)
        or not denials().claims.isdisjoint(claim.related)
    )


def _is_denial(evidence: Evidence, denials: _Denials, catalogue: Catalogue) -> bool:
    source = catalogue.sources.get(evidence.source) if evidence.source else None
    kind = source.record.kind if source else evidence.kind
    return kind == "press-statement" or evidence.source in denials.sources


def _undisputed(entry: Entry[Claim], rating: Rating) -> Finding:
    message = f"The claim is rated “{rating.label}”, and nobody on this page denies it."
    hint = (
        "Add the denial: as an appearance with `stance: denies`, or as evidence with `kind: press-statement`; "
        "or give the claim another rating."
    )
    return entry.finding(("rating",), RULE, message, hint, severity=Severity.WARNING)

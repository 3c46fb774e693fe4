"""One ClaimReview object → a review in our terms, with all that could not be taken over as it stood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.editing.importing.node import Left, Node
from site_src.editing.importing.texts import latin, one_line, shortened
from site_src.editing.importing.works import Work, language_of, language_tag, works

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.editing.importing.records import Record


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who made a claim."""

    name: str
    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A change that readers are told of."""

    date: str
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Review:
    """A review; what is not known is empty, and `left` is what was not taken over as it stood.

    `headline` is what it is called where it names no claim. `numbers` are the rating's own, as text, and `place` is
    where they put it between the worst (0) and the best (1).
    """

    claim: str
    headline: str
    address: str
    language: str
    label: str
    numbers: str
    place: float | None
    verdict: str
    reviewed_on: str
    updated_on: str
    publisher: str
    publisher_url: str
    reviewers: tuple[str, ...]
    claimant: Claimant | None
    claimed_on: str
    appearances: tuple[Work, ...]
    evidence: tuple[Work, ...]
    corrections: tuple[Correction, ...]
    tags: tuple[str, ...]
    body: str
    left: tuple[Left, ...]


def read_review(record: Record) -> Review:
    """Read a record, whatever stands in it."""
    node = Node(record.values, record.known)
    language = language_of(node) or language_tag(record.language)
    item, rating = node.node("itemReviewed"), node.node("reviewRating")
    claim = node.text("claimReviewed", most=CLAIM) or item.text("name", most=CLAIM) or item.text("text", most=CLAIM)
    label, numbers, place = _rating(rating)
    verdict = rating.text("ratingExplanation", most=VERDICT)
    address = node.url("url")
    reviewed_on, updated_on = _dates(node, language)
    publisher, publisher_url, reviewers = _signed(node)
    seen_in = [part for key in ("firstAppearance", "appearance", "url", "sameAs") for part in item.nodes(key)]
    return Review(
        claim=claim,
        headline="" if claim else _headline(node),
        address=address,
        language=language,
        label=label,
        numbers=numbers,
        place=place,
        verdict=verdict,
        reviewed_on=reviewed_on,
        updated_on=updated_on,
        publisher=publisher,
        publisher_url=publisher_url,
        reviewers=reviewers,
        claimant=_claimant(item.node("author")),
        claimed_on=item.date("datePublished", language=language),
        appearances=works(item, seen_in, language),
        evidence=works(node, (*node.nodes("citation"), *node.nodes("isBasedOn")), language),
        corrections=_corrections(node, language),
        tags=_tags(node),
        body="\n\n".join(node.texts("reviewBody") or node.texts("articleBody")),
        left=tuple(_losses(node, {claim, verdict, address} - {""})),  # last: what was asked for until now is taken
    )


CLAIM, VERDICT = 300, 400
"""How many characters the format allows them."""

_LABEL, _HEADLINE = 200, 200
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")


def _losses(node: Node, kept: set[str]) -> Iterator[Left]:
    """Give what is left over, save what says again what is kept: of a review's publisher, what its author says too."""
    told = list(node.left())
    of_author = {(left.field.removeprefix("author."), left.text) for left in told}
    for left in told:
        again = left.field.startswith("publisher.") and (left.field.removeprefix("publisher."), left.text) in of_author
        if left.text not in kept and not again:
            yield left


def _headline(node: Node) -> str:
    headline = node.text("headline", most=_HEADLINE) or node.text("name", most=_HEADLINE)
    if headline:
        node.leave("claimReviewed", "is missing; the headline stands for it", "")
    return headline


def _rating(rating: Node) -> tuple[str, str, float | None]:
    """Give the label, the numbers in words, and the place on the scale that they are."""
    label = rating.text("alternateName", most=_LABEL) or rating.text("name", most=_LABEL)
    told = {key: rating.text(key) for key in ("ratingValue", "worstRating", "bestRating")}
    value, worst, best = told["ratingValue"], told["worstRating"] or "1", told["bestRating"] or "5"
    label = label or shortened(value, _LABEL)
    if not all(_NUMBER.fullmatch(text) for text in (value, worst, best)):
        for key, text in told.items():
            if text not in ("", label):
                rating.leave(key, "is not part of a scale of numbers", text)
        return label, "", None
    numbers = f"{value} of {worst} to {best}"
    low, place, high = float(worst), float(value), float(best)
    is_scale = low < high and low <= place <= high
    return (numbers if label == value else label), numbers, (place - low) / (high - low) if is_scale else None


def _dates(node: Node, language: str) -> tuple[str, str]:
    reviewed_on = node.date("datePublished", language=language, whole=True)
    updated_on = node.date("dateModified", language=language, whole=True)
    if reviewed_on > updated_on > "":
        node.leave("dateModified", "is earlier than datePublished", updated_on)
        return reviewed_on, ""
    return reviewed_on, updated_on


def _signed(node: Node) -> tuple[str, str, tuple[str, ...]]:
    """Give the publisher's name and address, and the people who reviewed the claim."""
    publishers: dict[str, str] = {}
    people = []
    for who in (*node.nodes("author"), *node.nodes("publisher")):
        name = who.text("name")
        if "Person" in who.types and name:
            people.append(name)
        elif name:
            publishers.setdefault(name, who.url("url"))
    (name, url), *others = publishers.items() or [("", "")]
    for other, _ in others:
        node.leave("publisher", "only the first is taken", other)
    return name, url, tuple(dict.fromkeys(people))


def _claimant(who: Node) -> Claimant | None:
    name = who.text("name")
    first, *others = dict.fromkeys([*who.urls("url"), *who.urls("sameAs")]) or [""]
    for other in others:
        who.leave("sameAs", "only the first is taken", other)
    if not name:
        if first:
            who.leave("url", "has no name beside it", first)
        return None
    if not who.types:
        who.leave("@type", "is missing; the claimant is put down as an organization", name)
    return Claimant(name, "person" if "Person" in who.types else "organization", first)


def _corrections(node: Node, language: str) -> tuple[Correction, ...]:
    found = []
    for part in node.nodes("correction"):
        name, text = part.text("name"), part.text("text")
        day = part.date("datePublished", language=language, whole=True)
        kind = name.lower() if name.lower() in ("correction", "update", "clarification") else "correction"
        if text and name.lower() != kind and name:
            part.leave("name", "has no place in the format", name)
        if (text or name) and day:
            found.append(Correction(day, kind, text or name))
        else:
            node.leave("correction", "has no text or no date", f"{day} {text or name}".strip())
    return tuple(found)


def _tags(node: Node) -> tuple[str, ...]:
    words = [one_line(word) for text in node.texts("keywords") for word in text.split(",")]
    for word in words:
        if word and not latin(word):
            node.leave("keywords", "cannot be written as a tag, which has a–z only", word)
    return tuple(dict.fromkeys(tag for word in words if (tag := latin(word))))

"""The table by which labels of other publishers become our ratings: proposed here, confirmed by an editor."""

from __future__ import annotations

import difflib
from collections import Counter
from statistics import mean
from typing import TYPE_CHECKING

from pydantic import Field

from site_src.editing.front_matter import Value, yaml
from site_src.editing.importing.texts import latin, slug
from site_src.models.fields import Slug, Text, Whole
from site_src.models.record import Fault, Record
from site_src.reading.frontmatter import read_yaml
from site_src.reading.validate import validate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from site_src.diagnostics.finding import Finding
    from site_src.editing.importing.review import Review
    from site_src.models.ratings import Rating

MOST = 1000
"""How many labels a table can hold."""


class Line(Record):
    """One label."""

    label: Text = Field(description="The label as the records have it.")
    count: Whole | None = Field(None, description="How many records have it.")
    numbers: Text | None = Field(None, description="The numbers that stand beside it in them.")
    proposed: Text | None = Field(None, description="Where the proposal comes from.")
    rating: Slug | None = Field(None, description="The id of a rating, in ratings.yaml or new; absent: none.")


class Table(Record):
    """All labels."""

    labels: tuple[Line, ...] = Field(max_length=MOST, description="The labels.")

    def faults(self) -> list[Fault]:
        """List labels that stand twice."""
        first = {line.label: index for index, line in reversed(list(enumerate(self.labels)))}
        message, hint = "The label “{}” stands twice.", "Keep one of the two."
        return [
            Fault("repeated", message.format(line.label), hint, ("labels", index, "label"))
            for index, line in enumerate(self.labels)
            if first[line.label] != index
        ]


def propose(reviews: Sequence[Review], scale: Sequence[Rating]) -> str:
    """Give the table as text: each label with the rating of that name, a near one, or a new id; the frequent first."""
    counts = Counter(review.label for review in reviews if review.label)
    numbers = {label: Counter[str]() for label in counts}
    for review in reviews:
        if review.label and review.numbers:
            numbers[review.label][review.numbers] += 1
    lines: list[Value] = []
    for label, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        rating, proposed = _nearest(label, scale)
        told = ", ".join(sorted(numbers[label])) or None
        lines.append({"label": label, "count": count, "numbers": told, "proposed": proposed, "rating": rating})
    return _HEADING + yaml(lines)


def read_table(content: bytes, *, file: str) -> tuple[Mapping[str, str | None], tuple[Finding, ...]]:
    """Read a table: the rating of each label, None where it shall have none; and what is wrong in it."""
    outcome = read_yaml(content, file=file, list_key="labels")
    if outcome.document is None:
        return {}, outcome.findings
    table, _, broken = validate(Table, outcome.document)
    return {line.label: line.rating for line in table.labels} if table else {}, (*outcome.findings, *broken)


def new_ratings(
    reviews: Sequence[Review], table: Mapping[str, str | None], scale: Sequence[Rating]
) -> list[Mapping[str, Value]]:
    """Give the ratings that the table names and the scale lacks, as ratings.yaml has them.

    Where there is no scale yet, those whose records have numbers come first, worst first. All others are unrated: a
    place among ratings is for the editors to give.
    """
    known = {rating.id for rating in scale}
    labels: dict[str, Counter[str]] = {}
    places: dict[str, list[float]] = {}
    for review in reviews:
        rating = table.get(review.label)
        if rating and rating not in known:
            labels.setdefault(rating, Counter())[review.label] += 1
            places.setdefault(rating, []).extend([] if review.place is None or scale else [review.place])
    ranked = sorted(labels, key=lambda rating: (not places[rating], mean(places[rating] or [0]), rating))
    return [_rating(rating, labels[rating].most_common(1)[0][0], rated=bool(places[rating])) for rating in ranked]


_HEADING = """\
# Which rating each label becomes. Go over the line `rating` of each: the id of a rating in ratings.yaml, or a new id,
# which is added there. Without that line, drafts with this label get no rating. The other lines are for you to read.
"""
_NEAR = 0.8


def _nearest(label: str, scale: Sequence[Rating]) -> tuple[str, str]:
    """Give the id to propose, and why."""
    current = {_key(name): rating for rating in scale if not rating.retired for name in (rating.id, rating.label)}
    key = _key(label)
    if key in current:
        return current[key].id, "the rating of that name"
    # “Supported” is near “unsupported”, and “true” near “mostly true”: what only adds to a word may turn it round.
    apart = [name for name in current if not name.endswith(key) and not key.endswith(name)]
    if close := difflib.get_close_matches(key, apart, n=1, cutoff=_NEAR):
        return current[close[0]].id, f"near “{current[close[0]].label}”: please check"
    taken = {rating.id for rating in scale}
    made = slug(label, otherwise="rating")
    return next(name for name in (made, f"{made}-2", f"{made}-3") if name not in taken), "a new rating"


def _rating(name: str, label: str, *, rated: bool) -> Mapping[str, Value]:
    definition = f"What was rated “{label}” where it was first published."
    made: dict[str, Value] = {"id": name, "label": label, "definition": definition, "tone": "neutral"}
    return made if rated else {**made, "unrated": True}


def _key(name: str) -> str:
    return latin(name) or " ".join(name.casefold().split())

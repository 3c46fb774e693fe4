"""claims/<slug>.md: one claim, one verdict."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from site_src.models.appearance import Appearance, Voice
from site_src.models.conditions import absent, equal, present
from site_src.models.evidence import Evidence
from site_src.models.fields import (
    Aliases,
    Amount,
    ClaimSlug,
    ClaimSlugs,
    Day,
    FileName,
    Flag,
    InferredDate,
    Language,
    RatingId,
    Result,
    Slug,
    Statement,
    Text,
    Text80,
    Text200,
    Text400,
    TopicSlug,
    Url,
)
from site_src.models.form import Form
from site_src.models.record import Fault, Record, repeated

Status = Literal["draft", "published", "retracted"]
Translations = Annotated[
    dict[Language, ClaimSlug], Form("pairs", "a line for each, such as `pt-BR: slug-of-that-claim`")
]


class Claimant(Record):
    """Who made the claim."""

    name: Text = Field(description="The claimant's name.")
    kind: Literal["person", "organization"] = Field(description="A person or an organization.")
    slug: Slug | None = Field(
        None, description="Claims with one slug are one claimant; made from the name when absent."
    )
    url: Url | None = Field(None, description="The claimant's own page.")
    citing: Text80 | None = Field(None, description="Whom the claimant cites.")


class Retraction(Record):
    """Why a claim was withdrawn."""

    date: Day = Field(description="The day on which it was withdrawn.")
    reason: Text = Field(description="Why, in a sentence or two.")


class Measure(Record):
    """What the appearances' values measure."""

    label: Text = Field(description="What is measured.")
    unit: Text = Field(description="The unit of every value on this claim.")


class Calculation(Record):
    """Arithmetic that the verdict rests on, worked again at every build."""

    label: Text = Field(description="What is worked out.")
    expression: Text200 = Field(description="Numbers, + - * / **, parentheses, and % after a number.")
    equals: Result = Field(description="What comes out: a number, or a number with %.")
    tolerance: Amount | None = Field(
        None, json_schema_extra={"minimum": 0}, description="How far off `equals` may be, as a part of it."
    )
    rounded: Flag = Field(False, description="Whether `equals` is the result rounded to its digits.")

    def faults(self) -> list[Fault]:
        """List a tolerance below zero."""
        if self.tolerance is None or self.tolerance.exact >= 0:
            return []
        return [Fault("number", "A tolerance is not below zero.", "Write such as 0.001.", ("tolerance",))]


class Media(Record):
    """A picture of the claim."""

    file: FileName = Field(description="A picture in files/.")
    alt: Text = Field(description="What it shows, for those who do not see it.")
    credit: Text | None = Field(None, description="Whose it is.")


class Was(Record):
    """What stood until a correction."""

    rating: RatingId | None = Field(None, description="The former rating.")
    verdict: Text400 | None = Field(None, description="The former verdict.")
    claim: Statement | None = Field(None, description="The former statement.")


class Correction(Record):
    """A change that readers are told of."""

    date: Day = Field(description="The day of the change.")
    kind: Literal["correction", "update", "clarification"] = Field(description="What sort of change it is.")
    note: Text = Field(description="What was changed, and why.")
    was: Was | None = Field(None, description="What stood until then.")


class Claim(Record):
    """A claim with its verdict."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                {
                    "if": equal("status", "draft"),
                    "else": {
                        "allOf": [
                            present("rating", "verdict", "reviewed_on", "appearances"),
                            {"properties": {"appearances": {"minItems": 1}}},
                        ]
                    },
                },
                {
                    "if": equal("status", "retracted"),
                    "then": present("retracted"),
                    "else": absent("retracted"),
                },
                {
                    "if": {
                        "required": ["appearances"],
                        "properties": {"appearances": {"type": "array", "contains": present("value")}},
                    },
                    "then": present("measure"),
                },
            ]
        }
    )

    unless_draft: ClassVar[tuple[str, ...]] = ("rating", "verdict", "reviewed_on", "appearances")

    claim: Statement = Field(description="The statement under review, in one sentence.")
    topic: TopicSlug = Field(description="The topic it belongs to.")
    claimant: Claimant | None = Field(None, description="Who made it; absent when not known.")
    claimed_on: InferredDate | None = Field(None, description="When it was first made, as exactly as is known.")
    language: Language | None = Field(None, description="The language of this file's text; the site's when absent.")
    translations: Translations = Field(
        {}, json_schema_extra={"additionalProperties": False}, description="The same claim in other languages."
    )
    rating: RatingId | None = Field(None, description="Id of a rating in ratings.yaml.")
    verdict: Text400 | None = Field(None, description="The finding in one or two plain sentences.")
    reviewed_on: Day | None = Field(None, description="The day of the verdict.")
    updated_on: Day | None = Field(None, description="The day of the last change of substance.")
    reviewers: tuple[Text, ...] = Field((), max_length=1000, description="Who reviewed it; the publisher when absent.")
    status: Status = Field("published", description="A draft is checked, not published.")
    retracted: Retraction | None = Field(None, description="When and why a retracted claim was withdrawn.")
    measure: Measure | None = Field(None, description="What the appearances' values measure.")
    appearances: tuple[Appearance, ...] = Field((), max_length=1000, description="What each source says.")
    evidence: tuple[Evidence, ...] = Field((), max_length=1000, description="What the verdict rests on.")
    calculations: tuple[Calculation, ...] = Field((), max_length=1000, description="The arithmetic behind the verdict.")
    related: ClaimSlugs = Field((), description="Other claims, each once; shown both ways.")
    media: Media | None = Field(None, description="A picture of the claim.")
    corrections: tuple[Correction, ...] = Field((), max_length=1000, description="Changes that readers are told of.")
    tags: tuple[Slug, ...] = Field((), max_length=1000, description="Slugs to find it by.")
    aliases: Aliases = Field((), description="Former slugs or paths, each a redirect.")

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Give who speaks in each appearance, in file order."""
        return tuple(one.voice for one in self.appearances)

    def faults(self) -> list[Fault]:
        """List what a claim of this status lacks, a value without a measure, and slugs that stand twice."""
        return [
            *self._lacks(), *self._retraction(), *self._measure(),
            *repeated("related", self.related), *repeated("aliases", self.aliases),
        ]  # fmt: skip

    def _lacks(self) -> list[Fault]:
        if self.status == "draft":
            return []
        hints = (
            "the id of a rating in ratings.yaml",
            "the finding in one or two plain sentences",
            "the day of the verdict, such as 2025-01-24",
            "what at least one source says",
        )
        hint = "Add `{}:` with {}; or write `status: draft` until it is there."
        return [
            Fault("missing-key", f"`{key}` is missing.", hint.format(key, what), (key,), ("status", key))
            for key, what in zip(self.unless_draft, hints, strict=True)
            if not getattr(self, key)
        ]

    def _retraction(self) -> list[Fault]:
        if self.status == "retracted" and self.retracted is None:
            hint = "Add `retracted:` with `date` and `reason`."
            return [Fault("missing-key", "A retracted claim must say when and why.", hint, ("status",), ("retracted",))]
        if self.status != "retracted" and self.retracted is not None:
            hint = "Write `status: retracted`, or take `retracted` out."
            message = "`retracted` stands here, but the claim is not retracted."
            return [Fault("status", message, hint, ("retracted",), ("status",))]
        return []

    def _measure(self) -> list[Fault]:
        if self.measure is not None:
            return []
        hint = "Add `measure:` with `label` (what is measured) and `unit`."
        return [
            Fault("missing-key", "This value has no measure.", hint, ("appearances", index, "value"), ("measure",))
            for index, appearance in enumerate(self.appearances)
            if appearance.value is not None
        ][:1]

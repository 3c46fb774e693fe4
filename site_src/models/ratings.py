"""ratings.yaml: the rating scale, worst to best."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from site_src.models.fields import Flag, Slug, Text
from site_src.models.record import Fault, Record

Tone = Literal["negative", "warning", "neutral", "positive"]


class Rating(Record):
    """One rating of the scale."""

    id: Slug = Field(description="What claims name in `rating`.")
    label: Text = Field(description="What readers see.")
    definition: Text = Field(description="What the rating means, in a sentence.")
    tone: Tone = Field(description="The colour family in which it is shown.")
    disputed: Flag = Field(False, description="Means that somebody denies the claim, who is then shown.")
    unrated: Flag = Field(False, description="Without a place on the scale: ClaimReview then has no number.")
    retired: Flag = Field(False, description="No claim may take it any more.")


class RatingScale(Record):
    """All ratings, worst first."""

    ratings: tuple[Rating, ...] = Field(min_length=1, max_length=1000, description="The ratings, worst first.")

    def faults(self) -> list[Fault]:
        """List ids that stand twice."""
        found, seen = [], set[str]()
        for index, rating in enumerate(self.ratings):
            if rating.id in seen:
                message = f"The rating “{rating.id}” stands twice."
                found.append(Fault("repeated", message, "Give each rating its own id.", ("ratings", index, "id")))
            seen.add(rating.id)
        return found

"""What a claim is found to be: one of the ratings of the publication's scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_src.models.ratings import Tone


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating; `number` is its place on the scale of `best` (1 is worst), None without one."""

    id: str
    label: str
    definition: str
    tone: Tone
    number: int | None
    best: int
    retired: bool = False

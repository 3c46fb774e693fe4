"""The claim's own figure: one that its words name and that a source which carries it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.views.wording import number

if TYPE_CHECKING:
    from site_src.models.claim import Claim
    from site_src.models.values import Number
    from site_src.views.scale import Scale


@dataclass(frozen=True, slots=True)
class Claimed:
    """The claim's own figure, and where it lies on the scale, in percent."""

    figure: str
    x: float


def claimed(record: Claim, language: str, on: Scale) -> Claimed | None:
    """Give the claim's own figure on a scale: of those that carry it, the first whose digits stand in the claim."""
    for one in record.appearances:
        value = one.value
        if value is not None and value.high is None and one.carries and _stands_in(value.low, record.claim, language):
            return Claimed(number(value.low, language), on.place(value.low.exact))
    return None


def _stands_in(value: Number, words: str, language: str) -> bool:
    """Tell whether a number stands in a claim by itself, as typed or as the claim's language writes it."""
    ways = [text for text in (value.text, number(value, language)) if text in words]
    # Few stand there at all, and to make a pattern of each takes long.
    return any(re.search(rf"(?<![\d.,]){re.escape(text)}(?!\d|[.,]\d)", words) for text in ways)

"""Records as they are, for those who set out all that is in them."""

from __future__ import annotations

from typing import TypeVar, cast

from site_src.models.record import Record
from site_src.reading.glimpse import Glimpse

R = TypeVar("R", bound=Record)


def whole(record: R) -> R:
    """Give the record itself where a glimpse of it was handed out in its place."""
    given: object = record
    return cast("R", given.whole()) if isinstance(given, Glimpse) else record

"""What happened to a verdict, and when: for its page, the feeds, the sitemap and ClaimReview alike."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime

    from site_src.models.claim import Correction
    from site_src.site.model import Claim

Kind = Literal["verdict", "update", "clarification", "correction", "retraction"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a verdict.

    `mark` tells it from all others of the claim and stays when texts change. An update without a `correction` is one
    of which the file has the date alone.
    """

    on: datetime.date
    kind: Kind
    mark: str
    note: str = ""
    correction: Correction | None = None


def events(it: Claim) -> tuple[Event, ...]:
    """Give all that happened to a claim's verdict, the newest first; nothing where there is no verdict yet."""
    record = it.record
    changes = _corrections(it)
    told = {change.on for change in changes} | {record.reviewed_on}
    found = [Event(gone.date, "retraction", "retraction", gone.reason)] if (gone := record.retracted) else []
    found += changes
    if record.updated_on and record.updated_on not in told:
        found.append(Event(record.updated_on, "update", f"update-{record.updated_on}"))
    if record.reviewed_on:
        found.append(Event(record.reviewed_on, "verdict", "verdict"))
    return tuple(sorted(found, key=lambda event: event.on, reverse=True))


def last_change(it: Claim) -> datetime.date | None:
    """Give the day on which something last happened to a claim's verdict."""
    return next((event.on for event in events(it)), None)


def _corrections(it: Claim) -> list[Event]:
    corrections = it.record.corrections
    if not corrections:
        return []
    found, same = [], Counter[str]()
    for one in corrections:
        mark = f"{one.kind}-{one.date}"
        same[mark] += 1
        number = f"-{same[mark]}" if same[mark] > 1 else ""
        found.append(Event(one.date, one.kind, f"{mark}{number}", one.note, one))
    return found

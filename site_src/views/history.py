"""What happened to a verdict, and when: for its page, the feeds, the sitemap and ClaimReview alike."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from site_src.models.claim import Correction
    from site_src.site.model import Claim

Kind = Literal["verdict", "update", "clarification", "correction", "retraction"]


class Event(NamedTuple):
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
    gone, reviewed, updated = record.retracted, record.reviewed_on, record.updated_on
    found = [Event(gone.date, "retraction", "retraction", gone.reason)] if gone else []
    changes = _corrections(record.corrections)
    found += changes
    if updated and updated != reviewed and all(change.on != updated for change in changes):
        found.append(Event(updated, "update", f"update-{updated}"))
    if reviewed:
        found.append(Event(reviewed, "verdict", "verdict"))
    return tuple(sorted(found, key=lambda event: event.on, reverse=True))


def last_change(it: Claim) -> datetime.date | None:
    """Give the day on which something last happened to a claim's verdict."""
    return next((event.on for event in events(it)), None)


def _corrections(corrections: Sequence[Correction]) -> list[Event]:
    found, same = [], Counter[str]()
    for one in corrections:
        mark = f"{one.kind}-{one.date}"
        same[mark] += 1
        number = f"-{same[mark]}" if same[mark] > 1 else ""
        found.append(Event(one.date, one.kind, f"{mark}{number}", one.note, one))
    return found

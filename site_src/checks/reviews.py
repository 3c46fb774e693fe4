"""A verdict is looked at again after the months that `review_after` in site.yaml names.

They are counted from `updated_on`, or from `reviewed_on` where nothing was updated. Drafts and retracted claims do
not count, and without `review_after` nothing is due.

Right:  reviewed_on: 2024-03-20           (review_after: 12, and it is June 2024)
Wrong:  reviewed_on: 2024-03-20           (review_after: 12, and it is June 2025)

This is a warning, and of `check` alone: the day on which a site is built changes nothing in it. `check --today`
looks from another day.
"""

from __future__ import annotations

import calendar
import datetime
from typing import TYPE_CHECKING

from site_src.diagnostics.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue

RULE = "review"


def check(catalogue: Catalogue, today: datetime.date) -> Iterator[Finding]:
    """Finds published verdicts that are due to be looked at again on that day."""
    publication = catalogue.publication
    months = publication.record.review_after if publication and publication.knows(("review_after",)) else None
    if not months:
        return
    for entry in catalogue.claims.values():
        claim = entry.record
        last = claim.updated_on or claim.reviewed_on
        if claim.status == "published" and last and entry.knows(("status",)) and _later(last, months) < today:
            key = "updated_on" if claim.updated_on else "reviewed_on"
            message = f"This verdict is of {last}, and was to be looked at again by {_later(last, months)}."
            hint = f"Look at it again. If it still holds, write `reviewed_on: {today}`, without `updated_on`."
            if claim.updated_on or claim.corrections:
                hint = f"Look at it again. If it still holds, write `updated_on: {today}`."
            yield entry.finding((key,), RULE, message, hint, severity=Severity.WARNING)


def _later(day: datetime.date, months: int) -> datetime.date:
    """Give the day so many months later, the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))

"""Dates follow each other: `updated_on` is not earlier than `reviewed_on`.

Right:  reviewed_on: 2024-03-20
        updated_on: 2024-05-02
Wrong:  reviewed_on: 2024-03-20
        updated_on: 2024-03-02

A full date is written year, month, day. `claimed_on` and `published` may also be a month or a year, and begin
with `~` when they are inferred: 2024-03, 2024, ~2024-03-02.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue

RULE = "date"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds claims that were updated before they were reviewed."""
    for entry in catalogue.claims.values():
        reviewed, updated = entry.record.reviewed_on, entry.record.updated_on
        if reviewed and updated and updated < reviewed:
            message = f"`updated_on` ({updated}) is earlier than `reviewed_on` ({reviewed})."
            hint = "Check both dates; take `updated_on` out if nothing was changed."
            yield entry.finding(("updated_on",), RULE, message, hint)

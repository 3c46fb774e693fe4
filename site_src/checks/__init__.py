"""What needs a second file or a sum: one module a rule, all of one shape.

Sees arithmetic, diagnostics, models and reading; no check sees another. A check has `RULE`, the name in its
findings, and `check(catalogue)`, which gives them; its docstring is the manual page of the rule. What depends on the
day is in DATED, and takes that as well. A value that could not be read was told by the reading, and what follows
from it is told by nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from site_src.checks import (
    aliases,
    appearances,
    archives,
    calculations,
    cards,
    dates,
    excerpts,
    figures,
    hosting,
    leftovers,
    links,
    ratings,
    references,
    relays,
    repeats,
    reviews,
    slugs,
)
from site_src.diagnostics.finding import in_order

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue


class Check(Protocol):
    """What every module here has: the rule's name and manual page, and what finds its breaches."""

    RULE: str
    __doc__: str | None

    def check(self, catalogue: Catalogue) -> Iterator[Finding]:
        """Finds what breaks the rule."""


class DatedCheck(Protocol):
    """A check that also needs to know which day it is."""

    RULE: str
    __doc__: str | None

    def check(self, catalogue: Catalogue, today: datetime.date) -> Iterator[Finding]:
        """Finds what breaks the rule on that day."""


FORBIDDING: tuple[Check, ...] = (
    slugs,
    aliases,
    references,
    appearances,
    relays,
    dates,
    excerpts,
    calculations,
    links,
    leftovers,
    cards,
)
"""Checks that may find errors, so that no site can be made."""

ADVISING: tuple[Check, ...] = (
    ratings,
    figures,
    repeats,
    archives,
    hosting,
)
"""Checks that give warnings only."""

CHECKS = (*FORBIDDING, *ADVISING)

DATED: tuple[DatedCheck, ...] = (reviews,)

ALL: tuple[Check | DatedCheck, ...] = (*CHECKS, *DATED)

BY_ITSELF: tuple[Check, ...] = (dates, calculations, leftovers, figures)
"""Those of CHECKS that look at one entry alone: what they find changes with its file only."""

TOGETHER: tuple[Check, ...] = (slugs, aliases, relays, archives, repeats, hosting)
"""Those of CHECKS that set all entries against each other; the rest take one entry and look up what it names."""


def run(catalogue: Catalogue, *, today: datetime.date | None = None) -> tuple[Finding, ...]:
    """Gives what all checks find in a catalogue, by place; those that depend on the day only if it is handed in."""
    found = [finding for each in CHECKS for finding in each.check(catalogue)]
    if today:
        found += [finding for each in DATED for finding in each.check(catalogue, today)]
    return in_order(found)


def errors(catalogue: Catalogue) -> tuple[Finding, ...]:
    """Gives those findings alone for which no site can be made of a catalogue, by place."""
    found = [finding for each in FORBIDDING for finding in each.check(catalogue)]
    return in_order([finding for finding in found if finding.is_error])

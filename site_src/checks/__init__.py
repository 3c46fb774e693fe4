"""What needs a second file or a sum: one module a rule, all of one shape.

Sees arithmetic, diagnostics, models and reading; no check sees another. A check has `RULE`, the name in its
findings, and `check(catalogue)`, which gives them; its docstring is the manual page of the rule. A value that
could not be read was told by the reading, and what follows from it is told by nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from site_src.checks import (
    aliases,
    appearances,
    calculations,
    dates,
    excerpts,
    leftovers,
    links,
    references,
    relays,
    slugs,
)
from site_src.diagnostics.finding import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue


class Check(Protocol):
    """What every module here has: the rule's name and manual page, and what finds its breaches."""

    RULE: str
    __doc__: str | None

    def check(self, catalogue: Catalogue) -> Iterator[Finding]:
        """Finds what breaks the rule."""


CHECKS: tuple[Check, ...] = (
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
)


def run(catalogue: Catalogue) -> tuple[Finding, ...]:
    """Gives what all checks find in a catalogue, by place."""
    return in_order([finding for each in CHECKS for finding in each.check(catalogue)])

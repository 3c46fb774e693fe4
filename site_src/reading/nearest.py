"""What to write instead of a name that leads nowhere: the present name of a former one, or the nearest."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_src.reading.catalogue import Catalogue


def instead_of(catalogue: Catalogue, kind: str, slug: str) -> str:
    """Gives the hint for a slug that no file of its kind has (one of KINDS)."""
    for entry in catalogue.entries():
        if entry.kind == kind and slug in entry.record.aliases:
            return f"It is called {entry.slug} now: write that."
    return near(slug, catalogue.slugs(kind)) or f"Add the file content/{kind}/{slug}.md, or take this out."


def near(name: str, known: Iterable[str]) -> str:
    """Gives the question whether the nearest of the known names was meant, or nothing if none is near."""
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"Did you mean {close[0]}?" if close else ""

"""A slug names one file of its kind, and no page or claim takes a name that the site needs itself.

A file's name without `.md` is its slug. The sub-folder does not count: the address has no trace of it.

Right:  content/claims/2024/bridge-cost.md beside content/claims/2025/ferry-fares.md
Wrong:  content/claims/2024/bridge-cost.md beside content/claims/2025/bridge-cost.md

A page cannot be called after the first word of an address of the site, such as `claims` or `search`, nor
`index`, `build`, `feed`, `robots`, `sitemap` or `pagefind`; a claim cannot be called `page`.

Right:  content/pages/how-to-search.md
Wrong:  content/pages/search.md
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.diagnostics.finding import Finding, Place
from site_src.models.reserved import RESERVED_CLAIMS, RESERVED_PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.reading.catalogue import AnyEntry, Catalogue

RULE = "slug"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds slugs that two files of a kind share, and slugs that the site needs itself."""
    for entry in catalogue.twice:
        yield _twice(entry, catalogue)
    for entry in catalogue.entries():
        if entry.slug in _RESERVED.get(entry.kind, ()):
            yield _reserved(entry)


_RESERVED = {"pages": RESERVED_PAGES, "claims": RESERVED_CLAIMS}


def _twice(entry: AnyEntry, catalogue: Catalogue) -> Finding:
    same = (filed.file for filed in catalogue.entries() if (filed.kind, filed.slug) == (entry.kind, entry.slug))
    message = f"“{entry.slug}” is the slug of another file already: {next(same)}."
    hint = "Rename one of the two; sub-folders do not keep slugs apart."
    return Finding(Place(entry.file), RULE, message, hint)


def _reserved(entry: AnyEntry) -> Finding:
    one = entry.kind.removesuffix("s")
    message = f"A {one} cannot be called “{entry.slug}”: the site needs that address itself."
    return Finding(Place(entry.file), RULE, message, "Give the file another name.")

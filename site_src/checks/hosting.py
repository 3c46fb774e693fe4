"""The site stays within what GitHub Pages takes: 1 GB, and 100 MB a file.

What the pages will need is estimated: each claim comes as a page, as data and to embed. The files in files/ are
taken over as they are.

Right:  content/files/ with 200 pictures of 300 KB
Wrong:  content/files/ with 800 pictures of 2 MB

This is a warning: another host may take more. It stands at the file with which the limit is passed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.diagnostics.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.reading.catalogue import Catalogue

RULE = "size"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds the file with which the site passes the limit of a site, and data that pass the limit of a file."""
    text = sum(size for name, size in catalogue.sizes.items() if name.startswith("claims/"))
    if text * _DATA > _FILE:
        message = (
            f"All claims as one file of data come to about {_shown(text * _DATA)}; GitHub Pages takes 100 MB a file."
        )
        yield _finding("site.yaml", message, "Divide the publication in two, or use another host.")
    whole = len(catalogue.claims) * _PAGES + text * _TEXTS
    if whole > _SITE:
        message = f"The site's pages come to about {_shown(whole)}; GitHub Pages takes 1 GB."
        yield _finding("site.yaml", message, "Divide the publication in two, or use another host.")
        return
    files = {name: size for name, size in catalogue.sizes.items() if name.startswith("files/")}
    for name, size in sorted(files.items()):
        whole += size
        if whole > _SITE:
            everything = whole + sum(others for other, others in files.items() if other > name)
            message = (
                f"With this file the site passes 1 GB, which GitHub Pages takes: all comes to {_shown(everything)}."
            )
            yield _finding(name, message, "Make pictures smaller, or take out what is not shown any more.")
            return


_SITE = 1_000_000_000
_FILE = 100_000_000
# Measured on sites of 24 and of 3,101 claims, in bytes: what each claim needs whatever its length, and what a byte
# of its text comes to in all pages and data, and in the largest file of data.
_PAGES = 45_000
_TEXTS = 8
_DATA = 2.2


def _shown(size: float) -> str:
    return f"{size / 1_000_000_000:.1f} GB" if size >= _SITE else f"{size / 1_000_000:.0f} MB"


def _finding(name: str, message: str, hint: str) -> Finding:
    return Finding(Place(f"content/{name}"), RULE, message, hint, Severity.WARNING)

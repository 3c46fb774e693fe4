"""What a source says is checked on its page; so there is a copy of the page that stays as it is.

A page on the web can be changed or taken down, and then nobody can see any more whether it said what the matrix
says. So a source that speaks on a claim and has a `url` also has an `archive_url`, or its text is held
(<slug>.shingles stands beside its file), against which excerpts are verified.

Right:  url: https://example.org/daily/bridge-repair
        archive_url: https://example.org/archive/bridge-repair
Wrong:  url: https://example.org/daily/bridge-repair

This is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.diagnostics.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue

RULE = "archive"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds sources that speak on a claim and whose page is neither archived nor held."""
    speaking = {
        one.source
        for entry in catalogue.claims.values()
        if entry.record.status == "published"
        for one in entry.record.voices
        if one.stance != "silent"
    }
    for slug, entry in catalogue.sources.items():
        is_kept = slug in catalogue.shingles or ("shingles", slug) in catalogue.failed
        lacks = entry.record.url and entry.record.archive_url is None and entry.knows(("archive_url",))
        if lacks and not is_kept and slug in speaking:
            message = "There is no archived copy of this page: if it changes, nobody can see what it said."
            hint = (
                "Have a web archive save the page, and add the copy's address as `archive_url:`; or hold its text: "
                f"`python build.py shingle TEXT --source {slug}`."
            )
            yield entry.finding(("url",), RULE, message, hint, severity=Severity.WARNING)

"""An excerpt is words of the source, one after the other: 4 to 25, or 8 to 60 where each sign is a word.

Where the source's text is held (<slug>.shingles stands beside its file), the excerpt is looked up in it.
Capitals and punctuation do not count; every word does, and nothing may be left out between them.

Right:  excerpt: the whole operation came to more than five million
Wrong:  excerpt: the operation came to … five million

An excerpt of a source that is not held is shown as not verified, and there is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.diagnostics.finding import Severity
from site_src.reading.shingles import longest_part, position, words_of
from site_src.reading.words import is_dense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.models.claim import Claim
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.document import Loc
    from site_src.reading.entry import Entry

RULE = "excerpt"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds excerpts that are too short or too long, are not in a held source, or cannot be looked up."""
    for entry in catalogue.claims.values():
        for n, appearance in enumerate(entry.record.appearances):
            if appearance.excerpt:
                loc = ("appearances", n, "excerpt")
                length = tuple(_length(entry, loc, appearance.excerpt))
                yield from length or _lookup(entry, loc, appearance.source, appearance.excerpt, catalogue)


def _length(entry: Entry[Claim], loc: Loc, excerpt: str) -> Iterator[Finding]:
    count = len(words_of(excerpt))
    least, most = (8, 60) if is_dense(excerpt) else (4, 25)
    if not least <= count <= most:
        message = f"This excerpt has {_counted(count)}; it should have {least} to {most}."
        hint = f"Leave out {_counted(count - most)} at its beginning or end."
        yield entry.finding(loc, RULE, message, hint if count > most else "Quote more of the same sentence.")


def _lookup(entry: Entry[Claim], loc: Loc, slug: str, excerpt: str, catalogue: Catalogue) -> Iterator[Finding]:
    held = catalogue.shingles.get(slug)
    if held and position(held, excerpt) is None:
        message = f"These words do not stand in “{slug}” one after the other."
        part = longest_part(held, excerpt)
        found = f"The longest part that does: “{part}”." if part else "No four of them in a row do."
        yield entry.finding(loc, RULE, message, f"{found} Copy the excerpt from the source anew.")
    elif not held and catalogue.has("sources", slug) and ("shingles", slug) not in catalogue.failed:
        message = f"This excerpt cannot be verified: the text of “{slug}” is not held."
        hint = f"Save the source's text and run `python build.py shingle TEXT --source {slug}`."
        yield entry.finding(loc, RULE, message, hint, severity=Severity.WARNING)


def _counted(count: int) -> str:
    return f"{count} word" if count == 1 else f"{count} words"

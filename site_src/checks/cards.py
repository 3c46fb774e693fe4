"""Where share cards are drawn, the fonts have every letter of what stands on them; else there is no card.

Right:  claim: The bridge cost 4.2 million euros to repair.
Wrong:  claim: The bridge cost 4.2 million 💶 to repair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from site_src.diagnostics.finding import Severity
from site_src.models.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.document import Loc
    from site_src.reading.entry import Entry

R = TypeVar("R", bound=Record)
RULE = "cards"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds texts of cards with letters that no font has, as warnings: the site is built all the same."""
    if catalogue.fonts is None:
        return
    if catalogue.publication is not None:
        title = catalogue.publication.record.title
        yield from _found(catalogue, catalogue.publication, ("title",), title, "No claim gets a card")
        yield from _of_ratings(catalogue)
    for claim in catalogue.claims.values():
        if claim.record.status == "published" and claim.knows(("claim",)):
            yield from _found(catalogue, claim, ("claim",), claim.record.claim, "This claim gets no card")


def _of_ratings(catalogue: Catalogue) -> Iterator[Finding]:
    if catalogue.ratings is not None:
        for n, rating in enumerate(catalogue.ratings.record.ratings):
            told = "No claim with this rating gets a card"
            yield from _found(catalogue, catalogue.ratings, ("ratings", n, "label"), rating.label, told)


_HINT = "Put a font that has them into the folder fonts/; its README.md says how."


def _found(catalogue: Catalogue, entry: Entry[R], loc: Loc, text: str, what_follows: str) -> Iterator[Finding]:
    letters = catalogue.fonts.lacking(text) if catalogue.fonts else ()
    if letters:
        shown = " ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in letters[:5])
        more = f" and {len(letters) - 5} more" if len(letters) > 5 else ""
        message = f"{what_follows}: no font has {shown}{more}."
        yield entry.finding(loc, RULE, message, _HINT, severity=Severity.WARNING)

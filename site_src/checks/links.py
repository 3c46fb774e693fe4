"""Links in texts lead to a claim, source, topic, page or file that is there, under its present name.

Right:  The sum leaves out [the detour](claim:detour-cost), as [the invoice](file:invoice.pdf) shows.
Wrong:  The sum leaves out [the detour](claim:detour-costs).

What readers can see does not lead to a draft, and only pictures are shown as pictures:

Right:  ![The bridge in March](file:bridge.png)
Wrong:  ![The invoice](file:invoice.pdf)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from site_src.reading.nearest import Guesses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.models.claim import Claim
    from site_src.reading.body import Link
    from site_src.reading.catalogue import AnyEntry, Catalogue

RULE = "body-link"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds links in bodies that lead nowhere or to a draft, and pictures that are none."""
    for entry in catalogue.entries():
        guesses = Guesses(catalogue)
        for link in entry.body.links:
            if link.kind == "file":
                yield from _file(entry, link, catalogue, guesses)
            elif link.kind in _KINDS:
                yield from _entry(entry, link, catalogue, guesses)


_KINDS = {"claim": "claims", "source": "sources", "topic": "topics", "page": "pages"}


def _file(entry: AnyEntry, link: Link, catalogue: Catalogue, guesses: Guesses) -> Iterator[Finding]:
    media = catalogue.files.get(link.target)
    if media is None and ("files", link.target) not in catalogue.failed:
        hint = guesses.near(link.target, catalogue.files) or f"Put it into content/files/ as {link.target}."
        message = f"There is no file “{link.target}” in files/."
        yield entry.body_finding(link.line, link.column, RULE, message, hint)
    elif media and link.image and not media.is_picture:
        message = f"“{link.target}” is not a picture, so it cannot be shown as one."
        hint = "Link to it: take the ! before the bracket out."
        yield entry.body_finding(link.line, link.column, RULE, message, hint)


def _entry(entry: AnyEntry, link: Link, catalogue: Catalogue, guesses: Guesses) -> Iterator[Finding]:
    kind = _KINDS[link.kind]
    if not catalogue.has(kind, link.target):
        message = f"There is no {link.kind} “{link.target}”."
        hint = _of_another_kind(link.target, catalogue) or guesses.instead_of(kind, link.target)
        yield entry.body_finding(link.line, link.column, RULE, message, hint)
    elif kind == "claims" and _is_published(entry) and _is_draft(link.target, catalogue):
        message = f"The claim “{link.target}” is a draft, which readers cannot see."
        hint = "Take the link out until the claim is published."
        yield entry.body_finding(link.line, link.column, RULE, message, hint)


def _of_another_kind(slug: str, catalogue: Catalogue) -> str:
    one = next((one for one, kind in _KINDS.items() if catalogue.has(kind, slug)), "")
    return f"There is a {one} of that name: write {one}:{slug}." if one else ""


def _is_published(entry: AnyEntry) -> bool:
    if entry.kind != "claims":
        return True
    return _status_is_known(entry) and cast("Claim", entry.record).status != "draft"


def _is_draft(slug: str, catalogue: Catalogue) -> bool:
    claim = catalogue.claims.get(slug)
    return claim is not None and _status_is_known(claim) and claim.record.status == "draft"


def _status_is_known(entry: AnyEntry) -> bool:
    return entry.knows(("status",))

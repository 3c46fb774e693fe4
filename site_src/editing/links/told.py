"""What came of following the links, as findings at the places where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from site_src.diagnostics.finding import Finding, Place, Severity, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from site_src.editing.links.cited import Cited
    from site_src.editing.links.errands import Answer
    from site_src.editing.links.inside import Broken

INSIDE = "link"
DEAD = "dead-link"
REFUSED = "refused-link"
MOVED = "moved-link"


def told(cites: Iterable[Cited], answers: Mapping[str, Answer]) -> tuple[Finding, ...]:
    """Tell which cited documents are not there (errors), and which have moved or turn programs away (warnings)."""
    return in_order([finding for cite in cites for finding in _finding(cite, answers)])


def told_inside(broken: Iterable[Broken], site: str) -> tuple[Finding, ...]:
    """Tell which links between pages lead nowhere, page by page."""
    hint = "If it comes from a template, mend the template; if from content, build.py check tells where."
    return tuple(
        Finding(Place(f"{site}/{each.page}"), INSIDE, f"The link “{each.link}” leads nowhere. {each.why}", hint)
        for each in broken
    )


def _finding(cite: Cited, answers: Mapping[str, Answer]) -> Iterator[Finding]:
    answer = answers.get(urldefrag(cite.address)[0])
    if answer is None:
        return
    if answer.is_refused:
        message = f"“{cite.address}” cannot be looked at by a program. {answer.failure}"
        yield Finding(cite.place, REFUSED, message, "Open it in a browser.", Severity.WARNING)
    elif not answer.is_there:
        copy = (
            f"The archived copy is {cite.copy}" if cite.copy else "Look for an archived copy, or for its new address."
        )
        yield Finding(cite.place, DEAD, f"“{cite.address}” is not there. {answer.failure}", copy)
    elif answer.moved_to:
        hint = f"Write {answer.moved_to}, if that is the same document."
        yield Finding(cite.place, MOVED, f"“{cite.address}” has moved for good.", hint, Severity.WARNING)

"""Nothing in a published claim begins with TODO, neither a text in its front matter nor a line of its body.

Right:  status: draft                     Right:  verdict: The repair itself cost 4.2 million euros.
        verdict: TODO
Wrong:  status: published
        verdict: TODO ask the Audit office
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.models.claim import Claim
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.document import Loc
    from site_src.reading.entry import Entry

RULE = "leftover"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds texts that begin with TODO in claims that are not drafts."""
    for entry in catalogue.claims.values():
        if _is_published(entry):
            yield from _in_front_matter(entry)
            yield from _in_body(entry)


# Signs of Markdown that may stand before a text: quotes, lists, headings, tables, footnotes, emphasis.
_BEGINNING = re.compile(r"(?:[\s>|*_~\[+#-]|[0-9]+[.)]|\[\^[^\]]*\]:)*TODO")
# How it can be spelled otherwise, between double quotes: with numbers of characters, or over the end of a line.
_ESCAPED = re.compile(r"\\[xuU\r\n]")
_HINT = "Write what is missing, or put `status: draft` until it is there."


def _is_published(entry: Entry[Claim]) -> bool:
    # Where the status is wrong, or the claim lacks what a published one needs, nobody can tell.
    is_known = entry.knows(("status",))
    return is_known and entry.record.status != "draft"


def _in_front_matter(entry: Entry[Claim]) -> Iterator[Finding]:
    front = entry.document.front
    if "TODO" not in front and not ("\\" in front and _ESCAPED.search(front)):
        return
    for loc, text in _texts(entry.document.values, ()):
        if text.startswith("TODO"):
            yield entry.finding(loc, RULE, _told(text), _HINT)


def _in_body(entry: Entry[Claim]) -> Iterator[Finding]:
    if "TODO" not in entry.document.body:
        return
    for number, line in enumerate(entry.document.body.split("\n"), start=1):
        if found := _BEGINNING.match(line):
            column = found.end() - 3
            yield entry.body_finding(number, column, RULE, _told(line[column - 1 :]), _HINT)


def _texts(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*loc, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*loc, index))


def _told(text: str) -> str:
    shown = text if len(text) <= 40 else f"{text[:39].rstrip()}…"
    return f"“{shown}” is left over in a claim that is published."

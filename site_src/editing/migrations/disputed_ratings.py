"""A rating that means that somebody denies the claim says so with `disputed: true`; its id alone means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.diagnostics.finding import Finding, Place
from site_src.editing.migrations.change import Changed
from site_src.reading.frontmatter import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.reading.document import Document

SINCE = "0.2.0"
TITLE = "The rating `disputed` says that it means a dispute."

_FILE = "ratings.yaml"
_KEY = "disputed"


def migrate(files: Mapping[str, str]) -> Changed:
    """Write `disputed: true` into the rating of that id, unless it says already whether it means a dispute."""
    text = files.get(_FILE, "")
    document = read_yaml(text.encode(), file=f"content/{_FILE}", list_key="ratings").document
    if document is None:
        return Changed()
    for number, rating in enumerate(document.values.get("ratings") or ()):
        if isinstance(rating, dict) and rating.get("id") == _KEY and _KEY not in rating:
            return _with_key(text, document, number)
    return Changed()


def _with_key(text: str, document: Document, number: int) -> Changed:
    place = document.key_place(("ratings", number, "id"))
    lines = text.split("\n")
    line = lines[place.line - 1]
    if "{" in line[: place.column]:
        hint = "Write disputed: true between its braces."
        return Changed(left=(Finding(Place(document.file, place.line, place.column), "rating", TITLE, hint),))
    ending = "\r" if line.endswith("\r") else ""
    lines.insert(place.line, f"{' ' * (place.column - 1)}{_KEY}: true{ending}")
    return Changed({_FILE: "\n".join(lines)})

"""The reference of all keys, as Markdown, from the models' own words: what stands in content/README.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.models.claim import Claim
from site_src.models.described import Key, key, keys
from site_src.models.page import Page
from site_src.models.publication import Publication
from site_src.models.ratings import RatingScale
from site_src.models.skeleton import note
from site_src.models.source import Source
from site_src.models.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def reference() -> str:
    """Give the whole reference: a section for each kind of file, a table for each group of keys."""
    parts = [_INTRODUCTION]
    for file, told, own in _files():
        parts.append(f"## {file}\n\n{told}\n")
        parts += _tables("", own)
    return "\n".join(parts)


_INTRODUCTION = """\
# What can be written here

Everything that the site shows comes from the files in this folder. [CONTRIBUTING.md](../CONTRIBUTING.md) tells how to
write a claim, step by step; [FORMAT.md](FORMAT.md) has the rules to the letter. This is the list of all keys, in the
words that also stand as notes in new files.

A key is a word before a colon, such as `topic:` in `topic: harbour-bridge`. “Needed” says which keys a file cannot do
without; *to publish* means that a draft can.
"""


def _files() -> Iterator[tuple[str, str, Sequence[Key]]]:
    yield "claims/", "One file for each claim. Its name is its address.", keys(Claim)
    yield "sources/", "One file for each document through which claims are traced.", keys(Source)
    yield "topics/", "One file for each story, with the sources that are compared.", keys(Topic)
    yield "pages/", "One file for each standing page, such as the corrections policy.", keys(Page)
    yield "site.yaml", "The publication as a whole.", keys(Publication)
    yield "ratings.yaml", "The rating scale: a list, the worst rating first.", key(RatingScale, "ratings").parts


def _tables(group: str, own: Sequence[Key]) -> Iterator[str]:
    """Give the table of a group of keys, and those of the groups in it."""
    if group:
        yield f"### In `{group}`\n"
    yield "| key | needed | what it is, and how it is written |\n| --- | --- | --- |"
    yield "".join(f"| `{each.name}` | {_needed(each)} | {_cell(each)} |\n" for each in own)
    for each in own:
        if each.parts:
            yield from _tables(f"{group}.{each.name}".lstrip("."), each.parts)


def _needed(each: Key) -> str:
    return "yes" if each.needed else "to publish" if each.unless_draft else "no"


def _cell(each: Key) -> str:
    default = f" When absent: `{each.default}`." if each.default else ""
    many = " A list." if each.many else ""
    told = note(each, {}).removesuffix("Needed before it is published.").rstrip()
    return f"{told}{many}{default}".replace("|", "\\|").replace("*", "\\*")

"""The documents that a review names: where a claim appeared, and what the verdict rests on."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from site_src.models.texts import read_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_src.editing.importing.node import Node


@dataclass(frozen=True, slots=True)
class Work:
    """A document: where a claim appeared, or what a verdict rests on. What is not known is empty."""

    title: str
    url: str
    publisher: str
    published: str
    language: str
    kind: str
    archive_url: str
    note: str


def works(parent: Node, parts: Iterable[Node], language: str) -> tuple[Work, ...]:
    """Read the documents among an object's parts, each once; `language` (BCP 47) is that of their dates."""
    found: dict[str, Work] = {}
    for part in parts:
        work = _work(part, language)
        key = work.url or work.title
        if key:
            found[key] = _joined(found.get(key, work), work, part)
        elif told := part.words():
            parent.leave(part.name, "has neither title nor address", told)
    return tuple(found.values())


def language_of(node: Node) -> str:
    """Give the language tag (BCP 47) that an object names, or nothing."""
    found = ""
    for part in node.nodes("inLanguage"):
        told = part.text("alternateName") or part.text("name")
        tag = language_tag(told)
        if tag and not found:
            found = tag
        elif told:
            node.leave("inLanguage", "only the first is taken" if tag else "is no language tag", told)
    return found


def language_tag(text: str) -> str:
    """Give a text as a language tag (BCP 47), or nothing where it is none."""
    try:
        return read_language(text.replace("_", "-"))
    except PydanticCustomError:
        return ""


TITLE, NOTE = 300, 1000
"""How many characters a title and a note have at most: enough for what is still one."""

_KINDS = {
    "Article": "article", "NewsArticle": "article", "BlogPosting": "article", "Report": "document",
    "SocialMediaPosting": "post", "DiscussionForumPosting": "post", "Comment": "post",
    "VideoObject": "broadcast", "AudioObject": "broadcast", "Clip": "broadcast", "Episode": "broadcast",
    "TVEpisode": "broadcast", "RadioEpisode": "broadcast", "Dataset": "dataset", "Book": "book",
}  # fmt: skip


def _work(node: Node, language: str) -> Work:
    return Work(
        title=node.text("headline", most=TITLE) or node.text("name", most=TITLE),
        url=node.url("url"),
        publisher=node.text("publisher"),
        published=node.date("datePublished", language=language),
        language=language_of(node),
        kind=next((_KINDS[name] for name in node.types if name in _KINDS), ""),
        archive_url=node.url("archivedAt"),
        note=node.text("description", most=NOTE) or node.text("abstract", most=NOTE),
    )


def _joined(one: Work, other: Work, part: Node) -> Work:
    """Give what is said in two places of one document; where they differ, the first is right."""
    pairs = list(zip(astuple(one), astuple(other), strict=True))
    for first, second in pairs:
        if first and second and first != second:
            part.leave("name", "is said otherwise of this document before", second)
    return Work(*(first or second for first, second in pairs))

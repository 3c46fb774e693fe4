"""Reviews → the files of a content folder: a draft for each claim, the sources it appeared in, and topics for them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

from site_src.addresses import claim
from site_src.editing.front_matter import Value, front_matter
from site_src.editing.importing.node import Left
from site_src.editing.importing.review import CLAIM
from site_src.editing.importing.texts import inline, markdown, shortened, slug
from site_src.editing.slugs import taken
from site_src.models.texts import read_alias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.editing.importing.review import Claimant, Correction, Review
    from site_src.editing.importing.works import Work
    from site_src.reading.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim's file to be: front matter, text, and what of the review has its place in neither."""

    slug: str
    values: Mapping[str, Value]
    text: str
    left: tuple[Left, ...]

    @property
    def name(self) -> str:
        """Give its name in the content folder."""
        return f"claims/{self.slug}.md"

    def as_text(self) -> str:
        """Give the text of the file; what is left over stands at its end, and keeps it from being published."""
        told = [f"- {inline(each.field)}: {inline(each.text)}" for each in self.left if _is_told(each)]
        parts = [markdown(self.text), "\n".join([_LEFT_OVER, *told]) if told else ""]
        return front_matter(self.values, "\n".join(f"{part}\n" for part in parts if part))

    def without_alias(self, address: str) -> Draft:
        """Give the draft without an alias; the address that was to be one is left over."""
        left = Left("url", "cannot be an alias on this site", address)
        return replace(self, values={**self.values, "aliases": None}, left=(*self.left, left))


class Desk:
    """Where drafts are written one after the other, and with them the sources and topics that they need."""

    def __init__(self, catalogue: Catalogue, base: str) -> None:
        """Begin with what the folder holds; `base` is the site's address, below which former addresses may lie."""
        self._base = base
        self._there = frozenset(catalogue.slugs("claims"))
        self._taken = {kind: set(taken(catalogue, kind)) for kind in ("claims", "sources", "topics")}
        self._sources = {(each.record.url or each.record.title): name for name, each in catalogue.sources.items()}
        self._new: dict[str, str] = {}
        self._topics: dict[str, dict[str, None]] = {}

    def draft(self, review: Review, rating: str | None) -> Draft | None:
        """Write a draft of a review; None where the folder has a claim of that slug already."""
        wanted = slug(review.claim or review.headline, otherwise="claim")
        if wanted in self._there:
            return None
        name = self._free("claims", wanted)
        seen_in = list(dict.fromkeys(map(self._source, review.appearances)))
        values: dict[str, Value] = {
            "claim": _statement(review),
            "topic": self._topic(seen_in),
            "claimant": _claimant(review.claimant) if review.claimant else None,
            "claimed_on": review.claimed_on or None,
            "language": review.language or None,
            "rating": rating,
            "verdict": review.verdict or None,
            "reviewed_on": review.reviewed_on or None,
            "updated_on": review.updated_on or None,
            "reviewers": review.reviewers or None,
            "status": "draft",
            "appearances": [{"source": each, "stance": "asserts", "says": _SAYS} for each in seen_in] or None,
            "evidence": [self._evidence(each) for each in review.evidence] or None,
            "corrections": [_correction(each) for each in review.corrections] or None,
            "tags": review.tags or None,
        }
        draft = Draft(name, values, review.body, review.left)
        alias = _alias(review.address, self._base)
        if alias == f"/{claim(name)}":
            return draft
        if alias:
            return replace(draft, values={**values, "aliases": [alias]})
        return draft.without_alias(review.address) if review.address else draft

    def files(self) -> dict[str, str]:
        """Give the new sources and topics, by their names in the content folder."""
        topics = {
            f"topics/{name}.md": front_matter({"title": _TITLE, "summary": _SUMMARY, "sources": list(sources)})
            for name, sources in self._topics.items()
        }
        return {**self._new, **topics}

    def _free(self, kind: str, wanted: str) -> str:
        names = itertools.chain([wanted], (f"{wanted}-{number}" for number in itertools.count(2)))
        name = next(each for each in names if each not in self._taken[kind])
        self._taken[kind].add(name)
        return name

    def _topic(self, sources: list[str]) -> str:
        """Give the topic that has, or still can take, these sources."""
        name = next(reversed(self._topics), "")
        if not name or len({*self._topics[name], *sources}) > _MOST_SOURCES:
            name = self._free("topics", "imported")
            self._topics[name] = {}
        self._topics[name].update(dict.fromkeys(sources))
        return name

    def _source(self, work: Work) -> str:
        """Give the source that a document is, a new one if need be."""
        key = work.url or work.title
        if key not in self._sources:
            name = self._free("sources", slug(work.title or key.partition("//")[2], otherwise="source"))
            self._sources[key] = name
            note = f"{markdown(work.note)}\n" if work.note else ""
            self._new[f"sources/{name}.md"] = front_matter({**_document(work), "kind": work.kind or "document"}, note)
        return self._sources[key]

    def _evidence(self, work: Work) -> Mapping[str, Value]:
        known = self._sources.get(work.url or work.title)
        about: Mapping[str, Value] = {"source": known} if known else {**_document(work), "kind": work.kind or None}
        return {**about, "note": work.note or None}


_SHORTEST = 10  # characters of a statement
_MOST_SOURCES = 1000  # of a topic
_TITLE = "Imported claims"
_SUMMARY = "Claims that were brought in from published reviews, to be filed under topics of their own."
_SAYS = "TODO say what this source says of it, and choose the stance"
_LEFT_OVER = """\
## Left over from the import

TODO Go through this list: it is what the review had and the format has no other place for. Then delete it.
"""


def _is_told(left: Left) -> bool:
    """Tell whether what is left over belongs into the draft: it has a value, and is not on the publisher."""
    return bool(left.text) and not left.field.startswith(("author.", "publisher."))


def _alias(address: str, base: str) -> str:
    """Give the path below the site's address at which a review was published, or nothing where none can be."""
    site, there = urlsplit(base), urlsplit(address)
    home = f"{site.path.rstrip('/')}/"
    if there.hostname != site.hostname or not there.path.startswith(home) or there.query or there.fragment:
        return ""
    try:
        return read_alias(f"/{there.path.removeprefix(home)}")
    except PydanticCustomError:
        return ""


def _statement(review: Review) -> str:
    """Give the claim, or where there is none to speak of, what an editor must make one of."""
    if len(review.claim) >= _SHORTEST:
        return review.claim
    return shortened(f"TODO say in a sentence what was claimed: “{review.claim or review.headline}”", CLAIM)


def _claimant(claimant: Claimant) -> Mapping[str, Value]:
    return {"name": claimant.name, "kind": claimant.kind, "url": claimant.url or None}


def _document(work: Work) -> dict[str, Value]:
    """Give the keys that sources and evidence share; a title of ours stands in square brackets."""
    return {
        "title": work.title or f"[{urlsplit(work.url).hostname}]",
        "url": work.url or None,
        "publisher": work.publisher or None,
        "language": work.language or None,
        "published": work.published or None,
        "archive_url": work.archive_url or None,
    }


def _correction(correction: Correction) -> Mapping[str, Value]:
    return {"date": correction.date, "kind": correction.kind, "note": correction.note}

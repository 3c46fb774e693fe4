"""All entries of a content folder by kind and slug, and which files could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from site_src.models.claim import Claim
from site_src.models.page import Page
from site_src.models.source import Source
from site_src.models.topic import Topic
from site_src.reading.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from site_src.models.publication import Publication
    from site_src.models.ratings import RatingScale
    from site_src.reading.fonts import Fonts
    from site_src.reading.media import MediaFile
    from site_src.reading.shingles import Shingles

AnyEntry = Entry[Claim] | Entry[Source] | Entry[Topic] | Entry[Page]
KINDS = ("topics", "sources", "claims", "pages")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a content folder holds.

    `shingles` go by the slug of their source. `failed` has kind and slug of the files of which nothing could be read
    (“files” and the name for those in files/, “shingles” and the slug for fingerprints); `twice` has the entries
    whose slug another file of their kind has already. `fonts` are there only where share cards are to be drawn.
    """

    publication: Entry[Publication] | None = None
    ratings: Entry[RatingScale] | None = None
    topics: Mapping[str, Entry[Topic]] = field(default_factory=dict)
    sources: Mapping[str, Entry[Source]] = field(default_factory=dict)
    claims: Mapping[str, Entry[Claim]] = field(default_factory=dict)
    pages: Mapping[str, Entry[Page]] = field(default_factory=dict)
    files: Mapping[str, MediaFile] = field(default_factory=dict)
    shingles: Mapping[str, Shingles] = field(default_factory=dict)
    failed: frozenset[tuple[str, str]] = frozenset()
    twice: tuple[AnyEntry, ...] = ()
    fonts: Fonts | None = None

    def entries(self) -> Iterator[AnyEntry]:
        """Give every entry that is filed, kind by kind, in the order of the files' names."""
        yield from self.topics.values()
        yield from self.sources.values()
        yield from self.claims.values()
        yield from self.pages.values()

    def slugs(self, kind: str) -> tuple[str, ...]:
        """Give the slugs of a kind (one of KINDS), those of unreadable files among them."""
        return (*self._filed(kind), *sorted(slug for failed, slug in self.failed if failed == kind))

    def has(self, kind: str, slug: str) -> bool:
        """Tell whether there is a file of that kind and slug, readable or not."""
        return slug in self._filed(kind) or (kind, slug) in self.failed

    def _filed(self, kind: str) -> Mapping[str, AnyEntry]:
        if kind == "claims":
            return self.claims
        if kind == "sources":
            return self.sources
        return self.topics if kind == "topics" else self.pages

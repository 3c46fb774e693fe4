"""All entries of a content folder by kind and slug, and which files could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from site_src.models.claim import Claim
from site_src.models.page import Page
from site_src.models.source import Source
from site_src.models.topic import Topic
from site_src.reading.entry import Entry
from site_src.reading.shelf import Shelf
from site_src.reading.trace import Trace

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

    `shingles` go by the slug of their source, `sizes` in bytes by the name of the file. `failed` has kind and slug of
    the files of which nothing could be read (“files” and the name for those in files/, “shingles” and the slug for
    fingerprints); `twice` has the entries whose slug another file of their kind has already. `fonts` are there only
    where share cards are to be drawn. `trace` notes what is looked at, where anything does.
    """

    publication: Entry[Publication] | None = None
    ratings: Entry[RatingScale] | None = None
    topics: Mapping[str, Entry[Topic]] = field(default_factory=dict)
    sources: Mapping[str, Entry[Source]] = field(default_factory=dict)
    claims: Mapping[str, Entry[Claim]] = field(default_factory=dict)
    pages: Mapping[str, Entry[Page]] = field(default_factory=dict)
    files: Mapping[str, MediaFile] = field(default_factory=dict)
    shingles: Mapping[str, Shingles] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    failed: frozenset[tuple[str, str]] = frozenset()
    twice: tuple[AnyEntry, ...] = ()
    fonts: Fonts | None = None
    trace: Trace = field(default_factory=Trace, compare=False)

    def entries(self) -> Iterator[AnyEntry]:
        """Give every entry that is filed, kind by kind, in the order of the files' names."""
        yield from self.topics.values()
        yield from self.sources.values()
        yield from self.claims.values()
        yield from self.pages.values()

    def every(self, kind: str) -> Iterator[AnyEntry]:
        """Give every entry of a kind (one of KINDS), also where few of them are shown."""
        filed = self._filed(kind)
        return (filed[slug] for slug in (filed.every() if isinstance(filed, Shelf) else filed))

    def slugs(self, kind: str) -> tuple[str, ...]:
        """Give the slugs of a kind (one of KINDS), those of unreadable files among them."""
        filed = self._filed(kind)
        names = filed.every() if isinstance(filed, Shelf) else filed
        return (*names, *sorted(slug for failed, slug in self.failed if failed == kind))

    def has(self, kind: str, slug: str) -> bool:
        """Tell whether there is a file of that kind and slug, readable or not."""
        return slug in self._filed(kind) or (kind, slug) in self.failed

    def _filed(self, kind: str) -> Mapping[str, AnyEntry]:
        if kind == "claims":
            return self.claims
        if kind == "sources":
            return self.sources
        return self.topics if kind == "topics" else self.pages

"""The publication with everything resolved. Slugs lead to entries that exist; nothing here can be missing or wrong."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.models import appearance as models
    from site_src.models import claim as claims
    from site_src.models import page as pages
    from site_src.models import source as sources
    from site_src.models import topic as topics
    from site_src.models.publication import Publication
    from site_src.models.ratings import Tone
    from site_src.reading.body import Body
    from site_src.reading.media import MediaFile

Status = Literal["draft", "published", "retracted"]


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating; `number` is its place on the scale of `best` (1 is worst), None without one."""

    id: str
    label: str
    definition: str
    tone: Tone
    number: int | None
    best: int
    retired: bool = False


class Excerpt(Enum):
    """What is known of an excerpt: its words stand in the source, nobody can tell, or there is none."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Appearance:
    """What one source says of a claim.

    `chain` leads from the source to the origin of the statement, both included; `word` is where the excerpt begins
    among the `words` of the source, counted from 1.
    """

    record: models.Appearance
    chain: tuple[str, ...]
    excerpt: Excerpt = Excerpt.NONE
    word: int | None = None
    words: int | None = None

    @property
    def source(self) -> str:
        """Give the slug of the source that speaks."""
        return self.chain[0]

    @property
    def speaks(self) -> bool:
        """Tell whether the source says anything of the claim."""
        return self.record.stance != "silent"

    @property
    def origin(self) -> str:
        """Give the slug of the source whose statement it is."""
        return self.chain[-1]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its verdict; a draft that has none yet has a rating and a verdict that say so."""

    slug: str
    file: str
    record: claims.Claim
    body: Body
    language: str
    rating: Rating
    verdict: str
    appearances: tuple[Appearance, ...]
    related: tuple[str, ...]

    @property
    def status(self) -> Status:
        """Tell whether it is a draft, published or retracted."""
        return self.record.status

    @property
    def changed_on(self) -> datetime.date:
        """Give the day of the verdict or of its last change; drafts without one count as the oldest."""
        return self.record.updated_on or self.record.reviewed_on or datetime.date.min

    @property
    def carriers(self) -> tuple[str, ...]:
        """Give the slugs of the sources that carry it, each once, in their order."""
        return tuple(dict.fromkeys(a.source for a in self.appearances if a.record.carries))

    @property
    def origins(self) -> tuple[str, ...]:
        """Give the slugs of the origins of what those sources say, each once."""
        return tuple(dict.fromkeys(a.origin for a in self.appearances if a.record.carries))


@dataclass(frozen=True, slots=True)
class Source:
    """A source; `words` is the number of words of its text where it is held, None otherwise.

    `by_name` tells whether its publisher's name alone tells it from all other sources.
    """

    slug: str
    file: str
    record: sources.Source
    body: Body
    language: str
    words: int | None
    by_name: bool

    @property
    def is_held(self) -> bool:
        """Tell whether its text was read, so that excerpts are verified against it."""
        return self.words is not None


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic; `claims` are the slugs of its listed claims in the order of the matrix's rows."""

    slug: str
    file: str
    record: topics.Topic
    body: Body
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who made claims: a person or an organization, as the newest of the listed claims under one slug name it.

    `other_names` are those that older claims have; `claims` are the slugs of the claims, the newest verdict first.
    """

    slug: str
    name: str
    other_names: tuple[str, ...]
    kind: Literal["person", "organization"]
    url: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A standing page."""

    slug: str
    file: str
    record: pages.Page
    body: Body


@dataclass(frozen=True, slots=True)
class Site:
    """The whole publication; `base` is its canonical address and ends in `/`.

    `claims` holds every claim with a page; `listed` the slugs of those that indexes, counts and matrices show, the
    newest verdict first; `claimants` and `tagged` gather those by who made them, and by tag. `spoken_to` has for a
    source the slugs of the listed claims to which it speaks, and `relayed_by` the slugs of the sources that pass it on.
    `cards` are the slugs of the claims with a share card, and `drawn_by` tells what those are drawn with.
    """

    publication: Publication
    base: str
    ratings: tuple[Rating, ...]
    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    pages: Mapping[str, Page]
    files: Mapping[str, MediaFile]
    listed: tuple[str, ...]
    claimants: Mapping[str, Claimant]
    tagged: Mapping[str, tuple[str, ...]]
    spoken_to: Mapping[str, tuple[str, ...]]
    relayed_by: Mapping[str, tuple[str, ...]]
    cards: frozenset[str] = frozenset()
    drawn_by: str = ""

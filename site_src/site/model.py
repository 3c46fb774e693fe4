"""The publication with everything resolved. Slugs lead to entries that exist; nothing here can be missing or wrong."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from site_src.models import claim as claims
from site_src.models import page as pages
from site_src.models import source as sources
from site_src.models import topic as topics
from site_src.models.record import Record

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from site_src.models import appearance as models
    from site_src.models.publication import Publication
    from site_src.reading.body import Body
    from site_src.reading.entry import Entry
    from site_src.reading.media import MediaFile
    from site_src.site.gathered import Claimant
    from site_src.site.rating import Rating

R = TypeVar("R", bound=Record)
Status = Literal["draft", "published", "retracted"]
Recall = Callable[[str, str, Callable[[], str]], str]
NO_VERDICT = "There is no verdict yet."


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
class Filed(Generic[R]):
    """What has a file: `entry` is that file as read."""

    slug: str
    entry: Entry[R]

    @property
    def file(self) -> str:
        """Give the name of its file, beginning with `content/`."""
        return self.entry.file

    @property
    def record(self) -> R:
        """Give what the editors wrote above its body."""
        return self.entry.record

    @property
    def glance(self) -> R:
        """Give the same to somebody who looks at few of its smaller fields, which need not be fetched then."""
        return self.entry.glance

    @property
    def whole(self) -> R:
        """Give the same to somebody who looks at most of it, which takes less time than to ask for each."""
        return self.entry.whole

    @property
    def body(self) -> Body:
        """Give its body."""
        return self.entry.body


@dataclass(frozen=True, slots=True)
class Claim(Filed[claims.Claim]):
    """A claim with its verdict; a draft that has none yet has a rating and a verdict that say so.

    `said` works out its appearances, `begun` its origins and `tied` its relations, `around` is the site's language and
    `scale` the ratings by their ids. All is looked up when it is asked for, for indexes ask for little.
    """

    around: str
    scale: Mapping[str | None, Rating]
    said: Callable[[], tuple[Appearance, ...]]
    begun: Callable[[], tuple[str, ...]]
    tied: Callable[[], tuple[str, ...]]

    @property
    def language(self) -> str:
        """Give the language of its text."""
        return self.glance.language or self.around

    @property
    def rating(self) -> Rating:
        """Give its rating."""
        return self.scale[self.glance.rating]

    @property
    def verdict(self) -> str:
        """Give its verdict in words."""
        return self.glance.verdict or NO_VERDICT

    @property
    def appearances(self) -> tuple[Appearance, ...]:
        """Give what each source says of it, in file order."""
        return self.said()

    @property
    def related(self) -> tuple[str, ...]:
        """Give the slugs of the claims that it names or that name it."""
        return self.tied()

    @property
    def status(self) -> Status:
        """Tell whether it is a draft, published or retracted."""
        return self.glance.status

    @property
    def changed_on(self) -> datetime.date:
        """Give the day of the verdict or of its last change; drafts without one count as the oldest."""
        return self.glance.updated_on or self.glance.reviewed_on or datetime.date.min

    @property
    def carriers(self) -> tuple[str, ...]:
        """Give the slugs of the sources that carry it, each once, in their order."""
        return tuple(dict.fromkeys(voice.source for voice in self.glance.voices if voice.carries))

    @property
    def origins(self) -> tuple[str, ...]:
        """Give the slugs of the origins of what those sources say, each once."""
        return self.begun()


@dataclass(frozen=True, slots=True)
class Source(Filed[sources.Source]):
    """A source; `around` is the site's language, and the rest says how to find out what it is asked."""

    around: str
    counted: Callable[[], int | None]
    alone: Callable[[], bool]

    @property
    def language(self) -> str:
        """Give its language."""
        return self.glance.language or self.around

    @property
    def words(self) -> int | None:
        """Give the number of words of its text where it is held, None otherwise."""
        return self.counted()

    @property
    def by_name(self) -> bool:
        """Tell whether its publisher's name alone tells it from all other sources."""
        return self.alone()

    @property
    def is_held(self) -> bool:
        """Tell whether its text was read, so that excerpts are verified against it."""
        return self.words is not None


@dataclass(frozen=True, slots=True)
class Topic(Filed[topics.Topic]):
    """A topic; `rows` works out the order of its claims."""

    rows: Callable[[], tuple[str, ...]]

    @property
    def claims(self) -> tuple[str, ...]:
        """Give the slugs of its listed claims in the order of the matrix's rows."""
        return self.rows()


@dataclass(frozen=True, slots=True)
class Page(Filed[pages.Page]):
    """A standing page."""


@dataclass(frozen=True, slots=True)
class Site:
    """The whole publication; `base` is its canonical address and ends in `/`.

    `claims` holds every claim with a page; `listed` the slugs of those that indexes, counts and matrices show, the
    newest verdict first, and `oldest` those of published ones, the oldest first; `claimants` and `tagged` gather them
    by who made them, and by tag, `rated` counts them by the ratings that are `used`, and `years` are those of their
    verdicts. `spoken_to` has for a source the slugs of the listed claims to which it speaks, and `relayed_by` the slugs
    of the sources that pass it on. `told` has the slugs of the claims of which a feed tells: under `/` the site's,
    under `topics/<slug>` a topic's, under `tags/<tag>` a tag's. `cards` are the slugs of the claims with a share card,
    and `drawn_by` tells what those are drawn with. `recall` gives a text that is one of many of a large file: of the
    file's name, an entry's slug, and what makes it where it is not remembered.
    """

    publication: Publication
    base: str
    ratings: tuple[Rating, ...]
    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    pages: Mapping[str, Page]
    files: Mapping[str, MediaFile]
    listed: Sequence[str]
    oldest: Sequence[str]
    claimants: Mapping[str, Claimant]
    tagged: Mapping[str, tuple[str, ...]]
    rated: Mapping[str, int]
    used: Sequence[str]
    years: Sequence[str]
    spoken_to: Mapping[str, tuple[str, ...]]
    relayed_by: Mapping[str, tuple[str, ...]]
    told: Mapping[str, tuple[str, ...]]
    recall: Recall
    cards: Collection[str] = ()
    drawn_by: str = ""

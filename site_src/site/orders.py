"""What is known only when all entries are seen: which are shown, in which order, and what is said both ways.

Each is worked out when it is first asked for. Whoever asks has looked at one fact, not at all entries: what becomes
of the facts when entries change is told by `changed`.
"""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from site_src.site.gathered import by_claimant
from site_src.site.kept_orders import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from site_src.models.claim import Claim
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.entry import Entry
    from site_src.site.gathered import Claimant


T = TypeVar("T")


class Order(Generic[T]):
    """One of the orders: when it is first asked for it is read, where it is known, or else worked out."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, orders: Orders, _of: object) -> T:
        text = orders.known(self._name)
        made = cast("T", read(self._name, text)) if text else self._work(orders)
        vars(orders)[self._name] = made
        return made


class Orders:
    """The orders of a catalogue without errors; with `drafts`, drafts are shown.

    `known` gives an order of a name as it was kept, or an empty text where it is to be worked out.
    """

    def __init__(self, catalogue: Catalogue, *, drafts: bool, known: Callable[[str], str] = lambda _name: "") -> None:
        self._catalogue = catalogue
        self._drafts = drafts
        self.known = known

    @Order
    def shown(self) -> dict[str, None]:
        """The slugs of the claims that have a page, in the order of their files."""
        with self._catalogue.trace.paused():
            entries = self._catalogue.claims.items()
            return {slug: None for slug, entry in entries if self._drafts or entry.record.status != "draft"}

    @Order
    def related(self) -> dict[str, tuple[str, ...]]:
        """For each claim those that it names, then those that name it; what is not shown is left out."""
        with self._catalogue.trace.paused():
            named = {slug: self._catalogue.claims[slug].record.related for slug in self.shown}
        naming = {slug: [other for other in others if other in named] for slug, others in named.items()}
        for slug in sorted(named):
            for other in named[slug]:
                if other in naming and slug not in naming[other]:
                    naming[other].append(slug)
        return {slug: tuple(others) for slug, others in naming.items()}

    @Order
    def rows(self) -> dict[str, tuple[str, ...]]:
        """For each topic its listed claims: those that lead, then by the day on which they were made, then by slug."""
        with self._catalogue.trace.paused():
            mine: dict[str, list[Entry[Claim]]] = {slug: [] for slug in self._catalogue.topics}
            for entry in self._listed():
                mine[entry.record.topic].append(entry)
            order = {slug: entry.record.order for slug, entry in self._catalogue.topics.items()}
            return {slug: _rows(entries, order[slug]) for slug, entries in mine.items()}

    @Order
    def listed(self) -> tuple[str, ...]:
        """The claims that indexes show: by the day of the last change, of one day by the place among the rows."""
        places = {slug: at for slugs in self.rows.values() for at, slug in enumerate(slugs)}
        with self._catalogue.trace.paused():
            days = {entry.slug: _changed_on(entry.record).toordinal() for entry in self._listed()}
        return tuple(sorted(days, key=lambda slug: (-days[slug], places[slug], slug)))

    @Order
    def spoken_to(self) -> dict[str, tuple[str, ...]]:
        """For each source the listed claims to which it speaks, the newest verdict first."""
        with self._catalogue.trace.paused():
            voices = [(slug, self._catalogue.claims[slug].record.voices) for slug in self.listed]
        return _filed((one.source, slug) for slug, said in voices for one in said if one.stance != "silent")

    @Order
    def relayed_by(self) -> dict[str, tuple[str, ...]]:
        """For each source those that pass it on."""
        with self._catalogue.trace.paused():
            relays = [(slug, entry.record.relays) for slug, entry in self._catalogue.sources.items()]
        return _filed((relayed, slug) for slug, several in relays for relayed in several)

    @Order
    def told(self) -> dict[str, tuple[str, ...]]:
        """The claims of which feeds tell: retracted ones, then published ones as they are listed.

        `/` has all, `topics/<slug>` those of a topic, and `tags/<tag>` those with a tag.
        """
        listed = self.listed
        with self._catalogue.trace.paused():
            records = {slug: self._catalogue.claims[slug].record for slug in self.shown}
            status = {slug: record.status for slug, record in records.items()}
            told = [slug for slug in self.shown if status[slug] == "retracted"]
            told += [slug for slug in listed if status[slug] == "published"]
            named = [(slug, f"topics/{records[slug].topic}") for slug in told]
            named += [(slug, f"tags/{tag}") for slug in told for tag in records[slug].tags]
        return {"/": tuple(told), **_filed((key, slug) for slug, key in named)}

    @Order
    def claimants(self) -> dict[str, Claimant]:
        """Who made the listed claims, by the slug under which their claims are gathered."""
        with self._catalogue.trace.paused():
            made = [(slug, self._catalogue.claims[slug].record.claimant) for slug in self.listed]
        return by_claimant(made)

    @Order
    def tagged(self) -> dict[str, tuple[str, ...]]:
        """For each tag the listed claims that have it, the newest verdict first."""
        with self._catalogue.trace.paused():
            tags = [(slug, self._catalogue.claims[slug].record.tags) for slug in self.listed]
        return dict(sorted(_filed((tag, slug) for slug, several in tags for tag in several).items()))

    @Order
    def oldest(self) -> tuple[str, ...]:
        """The published claims, the oldest verdict first."""
        with self._catalogue.trace.paused():
            records = [(slug, self._catalogue.claims[slug].record) for slug in self.shown]
            dated = [
                (record.reviewed_on or datetime.date.min, slug)
                for slug, record in records
                if record.status == "published"
            ]
        return tuple(slug for _, slug in sorted(dated))

    @Order
    def rated(self) -> dict[str, int]:
        """How many of the listed claims have each rating; those without one under an empty id."""
        with self._catalogue.trace.paused():
            return dict(sorted(Counter(entry.record.rating or "" for entry in self._listed()).items()))

    @Order
    def used(self) -> tuple[str, ...]:
        """The ids of those ratings."""
        return tuple(self.rated)

    @Order
    def years(self) -> tuple[str, ...]:
        """The years in which listed claims were checked last, the newest first."""
        with self._catalogue.trace.paused():
            days = {_changed_on(entry.record).year for entry in self._listed() if entry.record.reviewed_on}
        return tuple(str(year) for year in sorted(days, reverse=True))

    @Order
    def by_name(self) -> frozenset[str]:
        """The sources that their publisher's name alone tells from all others."""
        with self._catalogue.trace.paused():
            publishers = {slug: entry.record.publisher for slug, entry in self._catalogue.sources.items()}
        count = Counter(publishers.values())
        return frozenset(slug for slug, name in publishers.items() if name is not None and count[name] == 1)

    def _listed(self) -> Iterator[Entry[Claim]]:
        entries = (self._catalogue.claims[slug] for slug in self.shown)
        return (entry for entry in entries if entry.record.status != "retracted")


def _rows(claims: list[Entry[Claim]], order: tuple[str, ...]) -> tuple[str, ...]:
    lead = {slug: place for place, slug in enumerate(order)}
    ordered = sorted(claims, key=lambda entry: (lead.get(entry.slug, len(lead)), *_oldest_first(entry)))
    return tuple(entry.slug for entry in ordered)


def _filed(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """File the second of each pair under the first, each once."""
    filed: dict[str, dict[str, None]] = {}
    for first, second in pairs:
        filed.setdefault(first, {})[second] = None
    return {first: tuple(seconds) for first, seconds in filed.items()}


def _oldest_first(entry: Entry[Claim]) -> tuple[datetime.date, str]:
    claimed = entry.record.claimed_on
    return (claimed.first if claimed else datetime.date.max, entry.slug)


def _changed_on(record: Claim) -> datetime.date:
    return record.updated_on or record.reviewed_on or datetime.date.min

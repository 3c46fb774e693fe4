"""A catalogue without errors → the site: drafts left out, orders fixed, what is said both ways tied both ways.

Nothing is worked out before it is asked for: to make one page anew takes a look at the few entries on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from site_src.reading.shelf import MOST, Recent, Row, Shelf
from site_src.reading.shingles import Shingles, position
from site_src.site import provenance
from site_src.site.cards import Cards
from site_src.site.model import Appearance, Claim, Excerpt, Page, Site, Source, Topic
from site_src.site.orders import Orders
from site_src.site.rating import Rating

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from site_src.models.appearance import Appearance as AppearanceRecord
    from site_src.models.claim import Claim as ClaimRecord
    from site_src.models.ratings import RatingScale
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.entry import Entry
    from site_src.reading.trace import Fact, Trace
    from site_src.site.model import Recall

T = TypeVar("T")
_NO_RATING = Rating("", "Not rated yet", "This is a draft; a rating follows.", "neutral", None, 0)


def assemble(
    catalogue: Catalogue,
    *,
    base_url: str | None = None,
    drafts: bool = False,
    search: bool = True,
    orders: Orders | None = None,
    recall: Recall | None = None,
) -> Site:
    """Make the site of a catalogue in which no error was found; `base_url` takes the place of the one in site.yaml.

    Without `search` it has none, even where site.yaml asks for one. `orders` are those of the catalogue, where
    somebody has worked them out already; `recall` remembers texts.
    """
    if catalogue.publication is None or catalogue.ratings is None:
        raise ValueError("A site is made from a catalogue without errors only.")
    publication, trace = catalogue.publication.record, catalogue.trace
    ratings = _ratings(catalogue.ratings.record)
    orders = orders or Orders(catalogue, drafts=drafts)
    sources = _sources(catalogue, orders, publication.language)
    claims = _claims(catalogue, orders, ratings, sources, publication.language)
    recall = recall or (lambda _name, _slug, work: work())
    fonts = catalogue.fonts
    return Site(
        publication=publication if search else publication.model_copy(update={"search": False}),
        base=f"{(base_url or publication.url).rstrip('/')}/",
        ratings=ratings,
        topics=_topics(catalogue, orders),
        sources=sources,
        claims=claims,
        pages=_pages(catalogue),
        files=catalogue.files,
        listed=Row("listed", lambda: orders.listed, trace),
        oldest=Row("oldest", lambda: orders.oldest, trace),
        claimants=Shelf("claimants", lambda: orders.claimants, lambda slug: orders.claimants[slug], trace),
        tagged=Shelf("tagged", lambda: orders.tagged, lambda tag: orders.tagged[tag], trace),
        rated=Shelf("rated", lambda: orders.rated, lambda rating: orders.rated[rating], trace),
        used=Row("used", lambda: orders.used, trace),
        years=Row("years", lambda: orders.years, trace),
        spoken_to=Shelf("spoken_to", lambda: orders.spoken_to, lambda slug: orders.spoken_to[slug], trace),
        relayed_by=Shelf("relayed_by", lambda: orders.relayed_by, lambda slug: orders.relayed_by[slug], trace),
        recall=recall,
        told=Shelf("told", lambda: orders.told, lambda key: orders.told[key], trace),
        cards=Cards(fonts, publication.title, claims, recall) if fonts else (),
        drawn_by=fonts.told if fonts else "",
    )


def _topics(catalogue: Catalogue, orders: Orders) -> Mapping[str, Topic]:
    def rows(slug: str) -> tuple[str, ...]:
        catalogue.trace.seen.add(("rows", slug, ""))
        return orders.rows[slug]

    return Shelf(
        "topics",
        lambda: catalogue.topics,
        lambda slug: Topic(slug, catalogue.topics[slug], lambda: rows(slug)),
        catalogue.trace,
    )


def _sources(catalogue: Catalogue, orders: Orders, language: str) -> Mapping[str, Source]:
    def by_name(slug: str) -> bool:
        catalogue.trace.seen.add(("by_name", slug, ""))
        return slug in orders.by_name

    def words(slug: str) -> int | None:
        held = catalogue.shingles.get(slug)
        return held.count if held else None

    def source(slug: str) -> Source:
        return Source(slug, catalogue.sources[slug], language, lambda: words(slug), lambda: by_name(slug))

    return Shelf("sources", lambda: catalogue.sources, source, catalogue.trace)


def _claims(
    catalogue: Catalogue, orders: Orders, ratings: tuple[Rating, ...], sources: Mapping[str, Source], language: str
) -> Mapping[str, Claim]:
    trace = catalogue.trace
    said = Recent[tuple[tuple[Appearance, ...], set["Fact"]]]()
    begun = Recent[tuple[tuple[str, ...], set["Fact"]]](MOST)
    scale: dict[str | None, Rating] = {None: _NO_RATING, **{rating.id: rating for rating in ratings}}

    def related(slug: str) -> tuple[str, ...]:
        trace.seen.add(("related", slug, ""))
        return orders.related[slug]

    def claim(slug: str) -> Claim:
        entry = catalogue.claims[slug]
        return Claim(
            slug,
            entry,
            language,
            scale,
            said=_once(slug, said, trace, lambda: _said(entry, sources, catalogue)),
            begun=_once(slug, begun, trace, lambda: _origins(entry, sources, trace)),
            tied=lambda: related(slug),
        )

    return Shelf("shown", lambda: orders.shown, claim, catalogue.trace)


def _pages(catalogue: Catalogue) -> Mapping[str, Page]:
    return Shelf("pages", lambda: catalogue.pages, lambda slug: Page(slug, catalogue.pages[slug]), catalogue.trace)


def _ratings(scale: RatingScale) -> tuple[Rating, ...]:
    rated = [rating.id for rating in scale.ratings if not rating.unrated]
    return tuple(
        Rating(
            id=rating.id,
            label=rating.label,
            definition=rating.definition,
            tone=rating.tone,
            number=None if rating.unrated else rated.index(rating.id) + 1,
            best=len(rated),
            retired=rating.retired,
        )
        for rating in scale.ratings
    )


def _once(slug: str, recent: Recent[tuple[T, set[Fact]]], trace: Trace, work: Callable[[], T]) -> Callable[[], T]:
    """Give what works something out; who asks again has looked at the same again."""

    def told() -> T:
        if slug not in recent.held:
            with trace.watching() as facts:
                made = work()
            recent.hold(slug, (made, facts))
        made, facts = recent.held[slug]
        trace.seen.update(facts)
        return made

    return told


def _said(entry: Entry[ClaimRecord], sources: Mapping[str, Source], catalogue: Catalogue) -> tuple[Appearance, ...]:
    said, voices = entry.record.appearances, entry.record.voices
    with catalogue.trace.finely():
        ways = [provenance.chain(voice, voices, sources) for voice in voices]
    return tuple(_appearance(one, way, catalogue.shingles) for one, way in zip(said, ways, strict=True))


def _origins(entry: Entry[ClaimRecord], sources: Mapping[str, Source], trace: Trace) -> tuple[str, ...]:
    with trace.finely():
        voices = entry.record.voices
        ways = [provenance.chain(voice, voices, sources) for voice in voices if voice.carries]
    return tuple(dict.fromkeys(way[-1] for way in ways))


def _appearance(appearance: AppearanceRecord, chain: tuple[str, ...], held: Mapping[str, Shingles]) -> Appearance:
    if appearance.excerpt is None:
        return Appearance(appearance, chain)
    found = held.get(appearance.source)
    if found is None:
        return Appearance(appearance, chain, Excerpt.UNVERIFIED)
    return Appearance(appearance, chain, Excerpt.VERIFIED, position(found, appearance.excerpt), found.count)

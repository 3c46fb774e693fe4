"""A catalogue without errors → the site: drafts left out, orders fixed, what is said both ways tied both ways.

Nothing is worked out before it is asked for: to make one page anew takes a look at the few entries on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    recent = Recent[tuple[tuple[Appearance, ...], set["Fact"]]]()
    begun = Recent[tuple[tuple[str, ...], set["Fact"]]](MOST)
    scale: dict[str | None, Rating] = {None: _NO_RATING, **{rating.id: rating for rating in ratings}}

    def related(slug: str) -> tuple[str, ...]:
        catalogue.trace.seen.add(("related", slug, ""))
        return orders.related[slug]

    def origins(entry: Entry[ClaimRecord]) -> tuple[str, ...]:
        return _origins(entry, sources, catalogue.trace, begun)

    def claim(slug: str) -> Claim:
        entry = catalogue.claims[slug]
        said = _said(entry, sources, catalogue, recent)
        return Claim(slug, entry, language, scale, said, lambda: origins(entry), lambda: related(slug))

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


def _said(
    entry: Entry[ClaimRecord],
    sources: Mapping[str, Source],
    catalogue: Catalogue,
    recent: Recent[tuple[tuple[Appearance, ...], set[Fact]]],
) -> Callable[[], tuple[Appearance, ...]]:
    """Give what works out the appearances of a claim; who asks again has looked at the same again."""
    trace, held = catalogue.trace, catalogue.shingles

    def work() -> tuple[tuple[Appearance, ...], set[Fact]]:
        with trace.watching() as facts:
            said, voices = entry.record.appearances, entry.record.voices
            with trace.finely():
                ways = [provenance.chain(voice, voices, sources) for voice in voices]
            return tuple(_appearance(one, way, held) for one, way in zip(said, ways, strict=True)), facts

    def told() -> tuple[Appearance, ...]:
        said, facts = recent.held.get(entry.slug) or recent.hold(entry.slug, work())
        trace.seen.update(facts)
        return said

    return told


def _origins(
    entry: Entry[ClaimRecord],
    sources: Mapping[str, Source],
    trace: Trace,
    recent: Recent[tuple[tuple[str, ...], set[Fact]]],
) -> tuple[str, ...]:
    """Give the origins of what is said of a claim; who asks again has looked at the same again."""
    if entry.slug not in recent.held:
        with trace.finely(), trace.watching() as facts:
            voices = entry.record.voices
            ways = [provenance.chain(voice, voices, sources) for voice in voices if voice.carries]
        recent.hold(entry.slug, (tuple(dict.fromkeys(way[-1] for way in ways)), facts))
    origins, facts = recent.held[entry.slug]
    trace.seen.update(facts)
    return origins


def _appearance(appearance: AppearanceRecord, chain: tuple[str, ...], held: Mapping[str, Shingles]) -> Appearance:
    if appearance.excerpt is None:
        return Appearance(appearance, chain)
    found = held.get(appearance.source)
    if found is None:
        return Appearance(appearance, chain, Excerpt.UNVERIFIED)
    return Appearance(appearance, chain, Excerpt.VERIFIED, position(found, appearance.excerpt), found.count)

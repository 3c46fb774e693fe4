"""Feeds: what happened to the verdicts of the site, of a topic or under a tag, the newest first."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from site_src import addresses
from site_src.addresses import CLAIMS, FEED, HOME, JSON_FEED, Address, Href, Links
from site_src.views.change import was
from site_src.views.frame import FeedLink, Link
from site_src.views.history import events
from site_src.views.wording import direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from site_src.site.model import Claim, Site, Source
    from site_src.views.history import Event, Kind

LONGEST = 50
_WORDS: dict[Kind, str] = {
    "verdict": "New",
    "update": "Updated",
    "clarification": "Clarified",
    "correction": "Corrected",
    "retraction": "Retracted",
}
# The date of a feed that has nothing to date it by: no feed may ask the clock.
_NEVER = datetime.date(1970, 1, 1)


class Entry(NamedTuple):
    """One thing that happened to a verdict.

    `id` is the page's canonical address with a fragment that stays when texts change; `at` a time of RFC 3339, the
    beginning of the day in UTC; `text` has paragraphs; `tags` begin with what happened.
    """

    id: str
    url: str
    title: str
    at: str
    text: tuple[str, ...]
    language: str
    direction: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in either format; `about` is the page that it follows, `atom` and `json` are its own addresses."""

    title: str
    subtitle: str
    language: str
    about: str
    atom: str
    json: str
    publisher: Link
    license: Link | None
    updated: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a feed is about: the site (both empty), or the topic or tag of that slug; and the feed's addresses.

    `former` are the slugs that a topic had.
    """

    kind: str
    slug: str
    atom: Address
    json: Address
    former: tuple[str, ...] = ()


def scopes(site: Site) -> Iterator[Scope]:
    """Give what each feed is about: the site, every topic, every tag."""
    yield Scope("", "", FEED, JSON_FEED)
    for slug, about in site.topics.items():
        former = tuple(addresses.former_slugs("topics", about.record.aliases))
        yield Scope("topics", slug, *_of("topics", slug), former)
    for key in sorted(site.told):
        kind, _, slug = key.partition("/")
        if kind == "tags":
            yield Scope(kind, slug, *_of(kind, slug))


def places(scope: Scope) -> Iterator[tuple[Address, Address]]:
    """Give the addresses at which a feed lies, as Atom and as JSON Feed: its own, and those that it had."""
    yield scope.atom, scope.json
    yield from (_of("topics", slug) for slug in scope.former)


def feed(site: Site, links: Links, scope: Scope) -> Feed:
    """Make the feed of a scope."""
    publication = site.publication
    title, subtitle, about, sources = _described(site, scope)
    told = _newest(site.claims[slug] for slug in site.told.get(f"{scope.kind}/{scope.slug}", ()))
    read = (source.record.retrieved for source in sources)
    updated = told[0][1].on if told else max(filter(None, read), default=_NEVER)
    return Feed(
        title=title,
        subtitle=subtitle,
        language=publication.language,
        about=links.canonical(about),
        atom=links.canonical(scope.atom),
        json=links.canonical(scope.json),
        publisher=Link(Href(publication.publisher.url), publication.publisher.name),
        license=Link(Href(publication.license.url), publication.license.name) if publication.license else None,
        updated=_time(updated),
        entries=tuple(_entry(site, links, it, event) for it, event in told),
    )


def _described(site: Site, scope: Scope) -> tuple[str, str, Address, Iterable[Source]]:
    """Give title and subtitle of a feed, the page that it follows, and the sources that may date it."""
    publication = site.publication
    if scope.kind == "topics":
        record = site.topics[scope.slug].record
        sources = [site.sources[slug] for slug in record.sources]
        return _titled(site, record.title), record.summary, addresses.topic(scope.slug), sources
    if scope.kind == "tags":
        # Where every claim with a tag was retracted, there is no page of it.
        page = addresses.tag(scope.slug) if scope.slug in site.tagged else CLAIMS
        return _titled(site, scope.slug), f"Verdicts with the tag “{scope.slug}”.", page, ()
    return publication.title, publication.tagline, HOME, site.sources.values()


def feed_links(links: Links, title: str, topic: str = "") -> tuple[FeedLink, ...]:
    """Give the links by which programs find the feeds of the site, or of the topic with that slug."""
    return _links(links, title, *(_of("topics", topic) if topic else (FEED, JSON_FEED)))


def tag_feed_links(links: Links, title: str, tag: str) -> tuple[FeedLink, ...]:
    """Give the links by which programs find the feeds of a tag."""
    return _links(links, title, *_of("tags", tag))


def json_feed(feed: Feed) -> dict[str, Any]:
    """Give a feed as JSON Feed 1.1."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.about,
        "feed_url": feed.json,
        "description": feed.subtitle,
        "language": feed.language,
        "authors": [{"name": feed.publisher.words, "url": feed.publisher.href}],
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "content_text": "\n\n".join(entry.text),
                "date_published": entry.at,
                "language": entry.language,
                "tags": list(entry.tags),
            }
            for entry in feed.entries
        ],
    }


def _links(links: Links, title: str, atom: Address, json: Address) -> tuple[FeedLink, ...]:
    return (
        FeedLink(links.to(atom), title, "application/atom+xml"),
        FeedLink(links.to(json), title, "application/feed+json"),
    )


def _of(kind: str, slug: str) -> tuple[Address, Address]:
    return addresses.feed(kind, slug, "xml"), addresses.feed(kind, slug, "json")


def _titled(site: Site, title: str) -> str:
    return f"{title} – {site.publication.title}"


def _newest(claims: Iterable[Claim]) -> Sequence[tuple[Claim, Event]]:
    """Give what is told, the newest first; of a retracted claim its retraction only."""
    told = [
        (it, event) for it in claims for event in events(it) if event.kind == "retraction" or it.status != "retracted"
    ]
    return sorted(told, key=lambda pair: pair[1].on, reverse=True)[:LONGEST]


def _entry(site: Site, links: Links, it: Claim, event: Event) -> Entry:
    url = links.canonical(addresses.claim(it.slug))
    record, language = it.record, it.language
    written = direction(language)
    # Isolates (UAX #9) keep a claim that is written from right to left together behind the word before it.
    claim = record.claim if written == "ltr" else f"\u2068{record.claim}\u2069"
    word = _WORDS[event.kind]
    return Entry(
        id=f"{url}#{event.mark}",
        url=url,
        title=f"{word}: {claim}",
        at=_time(event.on),
        text=_text(site, it, event),
        language=language,
        direction=written,
        tags=tuple(dict.fromkeys((word.lower(), *record.tags))),
    )


def _text(site: Site, it: Claim, event: Event) -> tuple[str, ...]:
    if event.kind == "retraction":
        return (event.note,)
    note = (event.note,) if event.note else ()
    former = was(site, event.correction) if event.correction else ()
    return (*note, *(f"{name} until then: {text}" for name, text in former), f"{it.rating.label}: {it.verdict}")


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

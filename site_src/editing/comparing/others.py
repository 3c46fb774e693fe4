"""Sources, topics, pages, ratings and settings that are new, otherwise or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import HOME, RATINGS, page, source, topic
from site_src.editing.comparing.notice import Detail, Notice, Section, details
from site_src.editing.comparing.pairs import paired
from site_src.views.appearance import source_name
from site_src.views.plain import plain
from site_src.views.wording import date, kind, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.editing.comparing.pairs import Pairs
    from site_src.site.model import Page, Site, Source, Topic


def sections(then: Site, now: Site, topics: Pairs) -> Iterator[Section]:
    """Gives what readers will notice of all but the verdicts."""
    yield Section("Sources", tuple(_sources(then, now)))
    yield Section("Topics", tuple(_topics(then, now, topics)))
    yield Section("Pages", tuple(_pages(then, now)))
    yield Section("Ratings", tuple(_ratings(then, now)))
    yield Section("The publication", tuple(_publication(then, now)))


_NEW = (Detail("new"),)
_GONE = (Detail("gone"),)
_TEXT = "the text"
_SHOWN = ("title", "tagline", "url", "language", "publisher", "repository", "license", "policies", "contact")


def _sources(then: Site, now: Site) -> Iterator[Notice]:
    pairs = paired("sources", then.sources, now.sources)
    yield from (Notice(source_name(now.sources[slug]), source(slug), _NEW) for slug in pairs.new)
    for former, slug in pairs.both.values():
        if found := _source(then, then.sources[former], now, now.sources[slug]):
            yield Notice(source_name(now.sources[slug]), source(slug), found)
    yield from (Notice(source_name(then.sources[slug]), None, _GONE) for slug in pairs.gone)


def _source(then: Site, was: Source, now: Site, it: Source) -> tuple[Detail, ...]:
    records = (was.record, it.record)
    return details(
        ("address", source(was.slug), source(it.slug)),
        ("title", was.record.title, it.record.title),
        ("publisher", was.record.publisher or "", it.record.publisher or ""),
        ("kind", kind(was.record.kind), kind(it.record.kind)),
        ("author", was.record.author or "", it.record.author or ""),
        ("published", *(date(each.published).words if each.published else "" for each in records)),
        ("web address", was.record.url or "", it.record.url or ""),
        ("archived copy", was.record.archive_url or "", it.record.archive_url or ""),
        ("passes on", *_named(then, was.record.relays, now, it.record.relays)),
        ("its text", *("held" if each.is_held else "not held" for each in (was, it))),
        (_TEXT, *_texts(was, it)),
    )


def _named(then: Site, former: tuple[str, ...], now: Site, slugs: tuple[str, ...]) -> tuple[str, str]:
    """Name the sources of two lists that are in one of them alone."""
    gone = [source_name(then.sources[slug]) for slug in former if slug not in slugs]
    new = [source_name(now.sources[slug]) for slug in slugs if slug not in former]
    return listed(gone) if gone else "", listed(new) if new else ""


def _texts(was: Source | Topic | Page, it: Source | Topic | Page) -> tuple[str, str]:
    return ("", "") if was.body.text == it.body.text else ("", "worded anew")


def _topics(then: Site, now: Site, pairs: Pairs) -> Iterator[Notice]:
    yield from (Notice(now.topics[slug].record.title, topic(slug), _NEW) for slug in pairs.new)
    for former, slug in pairs.both.values():
        was, it = then.topics[former], now.topics[slug]
        found = details(
            ("address", topic(former), topic(slug)),
            ("title", was.record.title, it.record.title),
            ("summary", was.record.summary, it.record.summary),
            ("sources compared", *_named(then, was.record.sources, now, it.record.sources)),
            (_TEXT, *_texts(was, it)),
        )
        if found:
            yield Notice(it.record.title, topic(slug), found)
    yield from (Notice(then.topics[slug].record.title, None, _GONE) for slug in pairs.gone)


def _pages(then: Site, now: Site) -> Iterator[Notice]:
    pairs = paired("pages", then.pages, now.pages)
    yield from (Notice(now.pages[slug].record.title, page(slug), _NEW) for slug in pairs.new)
    for former, slug in pairs.both.values():
        was, it = then.pages[former], now.pages[slug]
        titles = ("title", was.record.title, it.record.title)
        if found := details(("address", page(former), page(slug)), titles, (_TEXT, *_texts(was, it))):
            yield Notice(it.record.title, page(slug), found)
    yield from (Notice(then.pages[slug].record.title, None, _GONE) for slug in pairs.gone)


def _ratings(then: Site, now: Site) -> Iterator[Notice]:
    was = {rating.id: rating for rating in then.ratings}
    for rating in now.ratings:
        former = was.pop(rating.id, None)
        if former is None:
            yield Notice(rating.label, RATINGS, _NEW)
        elif found := details(
            ("label", former.label, rating.label),
            ("definition", former.definition, rating.definition),
            ("tone", former.tone, rating.tone),
            ("place on the scale", *(str(each.number or "none") for each in (former, rating))),
        ):
            yield Notice(rating.label, RATINGS, found)
    yield from (Notice(rating.label, None, _GONE) for rating in was.values())


def _publication(then: Site, now: Site) -> Iterator[Notice]:
    was, is_now = plain(then.publication), plain(now.publication)
    if found := tuple(Detail(key, now="set anew") for key in _SHOWN if is_now[key] != was[key]):
        yield Notice(now.publication.title, HOME, found)

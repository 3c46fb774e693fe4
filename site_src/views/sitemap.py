"""The sitemap: every page that is to be found, with the day on which its content last changed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import (
    CLAIMS,
    CORRECTIONS,
    DATA,
    HOME,
    MATRICES,
    RATINGS,
    SEARCH,
    SITEMAP,
    SOURCES,
    Address,
    claim,
    claimant,
    claims,
    matrix,
    page,
    sitemap,
    source,
    tag,
    topic,
)
from site_src.views.history import last_change
from site_src.views.home import page_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_src.addresses import Links
    from site_src.site.model import Site

MOST = 50_000

Days = dict[str, datetime.date]
Changed = dict[str, datetime.date | None]


@dataclass(frozen=True, slots=True)
class Listed:
    """A full canonical address, and the day of its last change (ISO 8601), empty where the content has none."""

    address: str
    changed: str


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap of pages or, where there are too many, the index of its parts."""

    listed: tuple[Listed, ...]
    is_index: bool = False


def sitemap_addresses(site: Site, *, most: int = MOST) -> Iterator[Address]:
    """Give the address of each file: one with at most `most` pages, else an index and its parts."""
    yield SITEMAP
    if (count := _count(site)) > most:
        yield from (sitemap(number) for number in range(1, -(-count // most) + 1))


def sitemap_part(site: Site, links: Links, here: Address, *, most: int = MOST) -> Sitemap:
    """Make the sitemap of an address: the whole, its index, or a part."""
    listed = tuple(Listed(links.canonical(address), _iso(day)) for address, day in _pages(site))
    if len(listed) <= most:
        return Sitemap(listed)
    parts = {sitemap(at // most + 1): listed[at : at + most] for at in range(0, len(listed), most)}
    if here in parts:
        return Sitemap(parts[here])
    index = (Listed(links.canonical(at), max(one.changed for one in part)) for at, part in parts.items())
    return Sitemap(tuple(index), is_index=True)


def robots(links: Links) -> str:
    """Give the text of robots.txt (RFC 9309): nothing is forbidden, and where the sitemap is."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {links.canonical(SITEMAP)}\n"


def newest(site: Site) -> datetime.date | None:
    """Give the newest day of the content: of what happened to verdicts, or on which a source was read."""
    return _newest(site, {slug: last_change(it) for slug, it in site.claims.items() if it.status != "draft"})


def _newest(site: Site, changed: Changed) -> datetime.date | None:
    read = (it.record.retrieved for it in site.sources.values())
    return max(filter(None, (*changed.values(), *read)), default=None)


def _count(site: Site) -> int:
    """Tell how many pages there are, without a look at the day of any."""
    published = set(site.oldest)
    gathered = [*(it.claims for it in site.claimants.values()), *site.tagged.values()]
    several = len(_indexes(site)) + page_count(site) - 1 + 2 * len(site.topics) + len(site.sources) + len(site.pages)
    return several + len(published) + sum(1 for slugs in gathered if not published.isdisjoint(slugs))


def _indexes(site: Site) -> tuple[Address, ...]:
    search = (SEARCH,) if site.publication.search else ()
    return (HOME, CLAIMS, MATRICES, SOURCES, RATINGS, CORRECTIONS, *search, DATA)


def _pages(site: Site) -> Iterator[tuple[Address, datetime.date | None]]:
    """Give what is lasting and the indexes; a retracted claim still dates the pages that it has left."""
    changed = {slug: last_change(it) for slug, it in site.claims.items() if it.status != "draft"}
    published = {slug: day for slug, day in changed.items() if site.claims[slug].status == "published"}
    last = _newest(site, changed)
    of_topic, of_source = _days(site, changed)
    for index in _indexes(site):
        yield index, last
    yield from ((claims(number), last) for number in range(2, page_count(site) + 1))
    for slug in site.topics:
        yield topic(slug), of_topic.get(slug)
        yield matrix(slug), of_topic.get(slug)
    yield from ((claim(slug), day) for slug, day in published.items())
    yield from ((source(slug), of_source.get(slug)) for slug in site.sources)
    gathered: list[tuple[Address, tuple[str, ...]]] = [
        *((claimant(slug), it.claims) for slug, it in site.claimants.items()),
        *((tag(name), slugs) for name, slugs in site.tagged.items()),
    ]
    for address, slugs in gathered:
        if days := [day for slug in slugs if (day := published.get(slug))]:
            yield address, max(days)
    yield from ((page(slug), None) for slug in site.pages)


def _days(site: Site, changed: Changed) -> tuple[Days, Days]:
    """Give for each topic and each source the newest day of what its page shows."""
    of_topic: Days = {}
    of_source: Days = {slug: day for slug, it in site.sources.items() if (day := it.record.retrieved)}
    for slug, day in changed.items():
        if day:
            record = site.claims[slug].record
            _note(of_topic, [record.topic], day)
            _note(of_source, [one.source for one in record.voices], day)
    return of_topic, of_source


def _note(days: Days, slugs: Iterable[str], day: datetime.date) -> None:
    for slug in slugs:
        days[slug] = max(day, days.get(slug, day))


def _iso(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""

"""What the search knows of each page: the words that find it, what a result shows, and what it can be narrowed by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from site_src.addresses import Address, claim, page, source, topic
from site_src.site.gathered import claimant_slug
from site_src.views.appearance import source_name
from site_src.views.wording import kind, language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from site_src.models.evidence import Evidence
    from site_src.site.model import Claim, Page, Site, Source, Topic


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One page as the search knows it.

    `title` and `summary` are what a result shows; they are searched, and so are `texts`. `on` is a day (ISO 8601) or
    empty. Each of `filters` has a name and a value: a slug, then after a space the words that readers choose it by.
    """

    address: Address
    title: str
    summary: str
    language: str
    on: str
    texts: tuple[str, ...]
    filters: tuple[tuple[str, str], ...]


def search_entries(site: Site) -> Iterator[tuple[Address, Callable[[], SearchEntry]]]:
    """Give the address of every page that is found, and what makes its entry: listed claims, topics, sources, pages."""
    yield from ((claim(slug), partial(_of_claim, site, slug)) for slug in site.listed)
    yield from ((topic(slug), partial(_of_topic, site, slug)) for slug in site.topics)
    yield from ((source(slug), partial(_of_source, site, slug)) for slug in site.sources)
    yield from ((page(slug), partial(_of_page, site, slug)) for slug in site.pages)


def _of_claim(site: Site, slug: str) -> SearchEntry:
    it = site.claims[slug]
    record = it.record
    claimant = claimant_slug(record.claimant)
    on = it.changed_on.isoformat() if record.reviewed_on else ""
    about = site.topics[record.topic]
    speaking = dict.fromkeys(one.source for one in it.appearances if one.speaks)
    filters = [
        ("kind", "claim Claims"),
        ("rating", f"{it.rating.id} {it.rating.label}" if it.rating.id else ""),
        ("topic", f"{about.slug} {about.record.title}"),
        *(("source", _chosen_by(site.sources[one])) for one in speaking),
        ("claimant", f"{claimant} {site.claimants[claimant].name}" if claimant else ""),
        ("year", f"{on[:4]} {on[:4]}" if on else ""),
        _language(it.language),
    ]
    return SearchEntry(
        address=claim(it.slug),
        title=record.claim,
        summary=it.verdict,
        language=it.language,
        on=on,
        texts=tuple(filter(None, _texts_of_claim(site, it))),
        filters=tuple((name, value) for name, value in filters if value),
    )


def _texts_of_claim(site: Site, it: Claim) -> Iterator[str | None]:
    record = it.record
    if record.claimant:
        yield record.claimant.name
        yield record.claimant.citing
    for one in it.appearances:
        if one.speaks:
            yield source_name(site.sources[one.source])
            yield one.record.says
            yield one.record.figure
            yield one.record.excerpt
        yield one.record.note
    yield from _texts_of_body(it)
    for cited in record.evidence:
        yield from _texts_of_evidence(site, cited)
    yield from record.tags


def _texts_of_evidence(site: Site, cited: Evidence) -> Iterator[str | None]:
    if cited.source:
        yield site.sources[cited.source].record.title
    yield cited.title
    yield cited.publisher
    yield cited.note


def _texts_of_body(it: Claim | Source | Topic | Page) -> Iterator[str]:
    yield from (heading.text for heading in it.body.headings)
    yield from it.body.text.splitlines()


def _of_topic(site: Site, slug: str) -> SearchEntry:
    it = site.topics[slug]
    return SearchEntry(
        address=topic(it.slug),
        title=it.record.title,
        summary=it.record.summary,
        language=site.publication.language,
        on="",
        texts=tuple(_texts_of_body(it)),
        filters=(
            ("kind", "topic Topics"),
            ("topic", f"{it.slug} {it.record.title}"),
            _language(site.publication.language),
        ),
    )


def _of_source(site: Site, slug: str) -> SearchEntry:
    it = site.sources[slug]
    record = it.record
    told = (record.publisher, record.author, kind(record.kind))
    return SearchEntry(
        address=source(it.slug),
        title=record.title,
        summary=" · ".join(filter(None, told)),
        language=it.language,
        on="",
        texts=tuple(_texts_of_body(it)),
        filters=(("kind", "source Sources"), ("source", _chosen_by(it)), _language(it.language)),
    )


def _of_page(site: Site, slug: str) -> SearchEntry:
    it = site.pages[slug]
    return SearchEntry(
        address=page(it.slug),
        title=it.record.title,
        summary=it.record.summary or "",
        language=site.publication.language,
        on="",
        texts=tuple(_texts_of_body(it)),
        filters=(("kind", "page About this publication"), _language(site.publication.language)),
    )


def _chosen_by(it: Source) -> str:
    return f"{it.slug} {source_name(it)}"


def _language(tag: str) -> tuple[str, str]:
    return "language", f"{tag} {language_name(tag)}"

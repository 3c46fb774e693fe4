"""The open data as JSON: one file of all claims, one of all sources, one for each matrix, one for each claim."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from site_src.addresses import DATA, HOME, Address, Links, claim, data, topic
from site_src.site.matrix import matrix
from site_src.views.appearance import source_name
from site_src.views.history import events
from site_src.views.plain import Json, plain
from site_src.views.records import appearance_record, claim_record, rating_record, source_record, topic_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.site.matrix import Cell
    from site_src.site.model import Claim, Site

# The version of these files; the next is due when a key goes or means something else.
VERSION = 1
MOST, PART = 2_000, 25
"""So many claims are in one file at most; of more, so many in each part."""


def claims_dataset(site: Site, links: Links, *, most: int = MOST, part: int = PART) -> Json:
    """Give data/claims.json: the scale, the topics, every listed claim by slug, and which were retracted.

    Of more than `most` claims it has the addresses of the parts in which they are.
    """
    parts = [links.canonical(here) for here, _, _ in claims_parts(site, most=most, part=part)]
    claims = [] if parts else [_remembered(site, links, slug) for slug in sorted(site.listed)]
    return {
        **_publication(site, links),
        "ratings": [rating_record(rating) for rating in site.ratings],
        "topics": [topic_record(site, links, site.topics[slug]) for slug in sorted(site.topics)],
        **({"parts": parts} if parts else {"claims": claims}),
        "retracted": _retracted(site, links),
    }


def _remembered(site: Site, links: Links, slug: str) -> Json:
    """Give a claim's record; it is remembered by itself, so that a change of one claim does not work all out again."""
    text = site.recall("claims.json", slug, lambda: json.dumps(claim_record(site, links, site.claims[slug])))
    found: Json = json.loads(text)
    return found


def claims_parts(site: Site, *, most: int = MOST, part: int = PART) -> Iterator[tuple[Address, int, int]]:
    """Give the address of each part of the claims, and which are in it; none where all are in one file."""
    count = len(site.listed)
    if count > most:
        for number, start in enumerate(range(0, count, part), start=1):
            yield data(f"claims/{number}.json"), start, start + part


def claims_part(site: Site, links: Links, start: int, stop: int) -> Json:
    """Give a part of the claims, the oldest verdict first, so that a new one changes the last part only."""
    slugs = list(site.oldest[start:stop])
    if stop > len(site.oldest):
        drafts = sorted(set(site.listed) - set(site.oldest))
        slugs += drafts[max(0, start - len(site.oldest)) : stop - len(site.oldest)]
    return {
        **_publication(site, links),
        "whole": links.canonical(data("claims.json")),
        "claims": [claim_record(site, links, site.claims[slug]) for slug in slugs],
    }


def sources_dataset(site: Site, links: Links) -> Json:
    """Give data/sources.json: every source by slug."""
    return {
        **_publication(site, links),
        "sources": [
            {
                **source_record(site, links, site.sources[slug]),
                "relayed_by": sorted(site.relayed_by.get(slug, ())),
                "claims": sorted(site.spoken_to.get(slug, ())),
            }
            for slug in sorted(site.sources)
        ],
    }


def matrix_dataset(site: Site, links: Links, slug: str) -> Json:
    """Give data/matrix/<topic>.json: the topic's sources as columns, its claims as rows."""
    it = site.topics[slug]
    set_out = matrix(site, it)
    columns = zip(set_out.columns, set_out.counts, strict=True)
    return {
        **_publication(site, links),
        "topic": topic_record(site, links, it),
        "columns": [
            {
                "source": column.slug,
                "name": source_name(column),
                "carries": count.carries,
                "otherwise": count.otherwise,
                "nothing": count.nothing,
            }
            for column, count in columns
        ],
        "rows": [
            {
                "slug": row.claim.slug,
                "claim": row.claim.record.claim,
                "rating": row.claim.record.rating,
                "cells": [_cell(site, cell) for cell in row.cells],
            }
            for row in set_out.rows
        ],
    }


def claim_document(site: Site, links: Links, slug: str) -> Json:
    """Give claims/<slug>/claim.json: the claim with its history, its topic, its rating and the sources it names."""
    it = site.claims[slug]
    about = site.topics[it.record.topic]
    return {
        **_publication(site, links),
        "claim": claim_record(site, links, it),
        "history": _history(it),
        "rating": rating_record(it.rating) if it.record.rating else None,
        "topic": {"slug": about.slug, "page": links.canonical(topic(about.slug)), "title": about.record.title},
        "sources": [source_record(site, links, site.sources[named]) for named in _named(it)],
    }


def _publication(site: Site, links: Links) -> Json:
    it = site.publication
    return {
        "version": VERSION,
        "documentation": links.canonical(DATA),
        "publication": {
            "title": it.title,
            "url": links.canonical(HOME),
            "language": it.language,
            "publisher": {"name": it.publisher.name, "url": it.publisher.url},
            "license": plain(it.license) if it.license else None,
        },
    }


def _cell(site: Site, cell: Cell) -> Json:
    return {
        "source": cell.source,
        "absence": cell.absence.value if cell.absence else None,
        "appearances": [appearance_record(site, one) for one in cell.appearances],
    }


def _retracted(site: Site, links: Links) -> list[Json]:
    return [
        {"slug": slug, "page": links.canonical(claim(slug)), **plain(it.record.retracted)}
        for slug, it in sorted(site.claims.items())
        if it.record.retracted
    ]


def _history(it: Claim) -> list[Json]:
    return [
        {
            "date": event.on.isoformat(),
            "kind": event.kind,
            "note": event.note or None,
            "was": plain(event.correction.was) if event.correction and event.correction.was else None,
        }
        for event in reversed(events(it))
    ]


def _named(it: Claim) -> tuple[str, ...]:
    """Give the sources that a claim names or leads back to, each once, in the order of the file."""
    said = (slug for one in it.appearances for slug in one.chain)
    shown = (one.source for one in it.record.evidence if one.source)
    return tuple(dict.fromkeys((*said, *shown)))

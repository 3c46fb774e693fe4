"""The page that shows people the open data: the files, how they are written, the dictionary, the schemas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import (
    BUILD,
    FEED,
    JSON_FEED,
    SITEMAP,
    Address,
    Href,
    Links,
    claim_data,
    data,
    schema,
)  # fmt: skip
from site_src.views.dictionary import Part, objects, tables
from site_src.views.frame import Frame, Link, frame
from site_src.views.schemas import KINDS

if TYPE_CHECKING:
    from site_src.site.model import Site


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to take: what it is, and its files, one for each form in which it is to be had."""

    title: str
    what: str
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    """All that the page shows; `example` is a claim's own file, `table` the full address that its examples load."""

    frame: Frame
    license: Link | None
    files: tuple[Offer, ...]
    matrices: tuple[Offer, ...]
    example: Href | None
    table: str
    tables: tuple[Part, ...]
    objects: tuple[Part, ...]
    schemas: tuple[Offer, ...]
    others: tuple[Offer, ...]


def data_page(site: Site, links: Links) -> DataPage:
    """Make the page of the open data."""
    about = "Every claim, verdict and source of this site as files, for research, newsrooms and programs."
    found = frame(site, links, "Data", about)
    return DataPage(
        frame=found,
        license=found.license,
        files=_files(links),
        matrices=tuple(
            Offer(it.record.title, "", _both(links, f"matrix/{slug}")) for slug, it in sorted(site.topics.items())
        ),
        example=links.to(claim_data(site.listed[0])) if site.listed else None,
        table=links.canonical(data("claims.csv")),
        tables=tables(),
        objects=objects(),
        schemas=tuple(
            Offer(file, "", (_file(links, schema(f"{name}.json"), f"schema/{name}.json"),))
            for name, (_, file) in KINDS.items()
        ),
        others=_others(links),
    )


def _files(links: Links) -> tuple[Offer, ...]:
    return (
        Offer("Claims", "every claim that stands, with its verdict", _both(links, "claims")),
        Offer("Sources", "the documents that claims are traced through", _both(links, "sources")),
        Offer(
            "Description",
            "the tables as a Data Package 2.0: columns, types, keys, licence",
            (_file(links, data("datapackage.json"), "datapackage.json"),),
        ),
    )


def _others(links: Links) -> tuple[Offer, ...]:
    return (
        Offer(
            "ClaimReview",
            "all verdicts in the words of schema.org",
            (_file(links, data("claimreview.json"), "claimreview.json"),),
        ),
        Offer(
            "Feeds",
            "what is new, updated, corrected or retracted; each topic and tag has its own",
            (_file(links, FEED, "Atom"), _file(links, JSON_FEED, "JSON Feed")),
        ),
        Offer("Sitemap", "the addresses of all pages", (_file(links, SITEMAP, "sitemap.xml"),)),
        Offer(
            "Build", "what made this site, and the digest of each of its files", (_file(links, BUILD, "build.json"),)
        ),
    )


def _both(links: Links, name: str) -> tuple[Link, ...]:
    return tuple(_file(links, data(f"{name}.{ending}"), f"{name}.{ending}") for ending in ("csv", "json"))


def _file(links: Links, address: Address, words: str) -> Link:
    return Link(links.to(address), words)

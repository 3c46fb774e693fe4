"""The documents that the content cites, by their addresses, and where each stands in the content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.diagnostics.finding import Place
    from site_src.models.publication import Publication
    from site_src.reading.catalogue import AnyEntry, Catalogue
    from site_src.reading.entry import Entry


@dataclass(frozen=True, slots=True)
class Cited:
    """An address, and where it stands; `copy` is that of the archived copy beside it, if there is one."""

    address: str
    place: Place
    copy: str | None = None


def cited(catalogue: Catalogue) -> tuple[Cited, ...]:
    """Give every address that published content cites, in the order of the files; archived copies among them."""
    found: list[Cited] = []
    if catalogue.publication is not None:
        publication = catalogue.publication
        found += _of(publication, ("publisher", "url"), publication.record.publisher.url)
        if publication.record.license is not None:
            found += _of(publication, ("license", "url"), publication.record.license.url)
    for source in catalogue.sources.values():
        found += _with_copy(source, (), source.record.url, source.record.archive_url)
        found += _in_body(source)
    for claim in catalogue.claims.values():
        if claim.record.status != "draft":
            found += _of(claim, ("claimant", "url"), claim.record.claimant.url if claim.record.claimant else None)
            for number, evidence in enumerate(claim.record.evidence):
                found += _with_copy(claim, ("evidence", number), evidence.url, evidence.archive_url)
            found += _in_body(claim)
    for topic in catalogue.topics.values():
        found += _in_body(topic)
    for page in catalogue.pages.values():
        found += _in_body(page)
    return tuple(found)


def _with_copy(
    entry: AnyEntry, loc: tuple[str | int, ...], url: str | None, archive_url: str | None
) -> Iterator[Cited]:
    if url is not None:
        yield Cited(url, entry.document.place((*loc, "url")), archive_url)
    if archive_url is not None:
        yield Cited(archive_url, entry.document.place((*loc, "archive_url")))


def _of(entry: AnyEntry | Entry[Publication], loc: tuple[str | int, ...], url: str | None) -> Iterator[Cited]:
    if url is not None:
        yield Cited(url, entry.document.place(loc))


def _in_body(entry: AnyEntry) -> Iterator[Cited]:
    for link in entry.body.links:
        if link.kind == "external" and link.target.lower().startswith("http"):
            yield Cited(link.target, entry.document.body_place(link.line, link.column))

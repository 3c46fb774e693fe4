"""What a verdict rests on: documents, and arithmetic worked in full."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from site_src.addresses import Href, Links, source
from site_src.arithmetic import decimal, pretty, work
from site_src.views.wording import When, date, day, foreign, kind, language_name

if TYPE_CHECKING:
    from site_src.models.evidence import Evidence
    from site_src.models.source import Source
    from site_src.site.model import Claim, Site


class Cited(NamedTuple):
    """A document: its title and where it can be read; `own` links to our page on it.

    `publisher` says also where its text was read, `kind` also in which language it is. `language` is that of its title,
    `told_in` that of the note, each where it is not the interface's.
    """

    title: str
    href: Href | None
    own: Href | None
    archive: Href | None
    publisher: str
    kind: str
    published: When | None
    retrieved: When | None
    note: str
    language: str | None = None
    told_in: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A calculation: `result` is what comes out when it is worked, `how` says how near `equals` has to be.

    `language` is that of the label where it is not the interface's.
    """

    label: str
    expression: str
    equals: str
    how: str
    result: str
    language: str | None = None


def evidence(site: Site, links: Links, it: Claim) -> tuple[Cited, ...]:
    """Give a claim's evidence in file order."""
    language = it.language
    return tuple(_cited(site, links, one, language) for one in it.record.evidence)


def sums(it: Claim) -> tuple[Sum, ...]:
    """Give a claim's calculations in file order."""
    language = foreign(it.language)
    return tuple(
        Sum(
            label=one.label,
            expression=pretty(one.expression),
            equals=one.equals,
            how="rounded" if one.rounded else "about" if one.tolerance else "",
            result=_result(one.expression, percent=one.equals.endswith("%")),
            language=language,
        )
        for one in it.record.calculations
    )


def titled_in(site: Site, record: Evidence | Source) -> str | None:
    """Give the language of a document's title where it is not the interface's; in square brackets it is ours."""
    bracketed = (record.title or "").startswith("[")
    return foreign(site.publication.language if bracketed else record.language or site.publication.language)


def _cited(site: Site, links: Links, one: Evidence, told_in: str) -> Cited:
    record = site.sources[one.source].record if one.source else one
    tongue = record.language if record.language and record.language != site.publication.language else None
    return Cited(
        title=record.title or "",
        href=Href(record.url) if record.url else None,
        own=links.to(source(one.source)) if one.source else None,
        archive=Href(record.archive_url) if record.archive_url else None,
        publisher=_joined(record.publisher, one.carrier and f"read at {one.carrier}"),
        kind=_joined(record.kind and kind(record.kind), tongue and f"in {language_name(tongue)}"),
        published=date(record.published) if record.published else None,
        retrieved=day(record.retrieved) if record.retrieved else None,
        note=one.note or "",
        language=titled_in(site, record),
        told_in=foreign(told_in),
    )


@lru_cache(maxsize=4_000)
def _result(expression: str, *, percent: bool) -> str:
    """Give what comes out, in percent if that is asked for."""
    result = work(expression)
    return f"{decimal(100 * result)}%" if percent else decimal(result)


def _joined(*words: str | None) -> str:
    return ", ".join(filter(None, words))

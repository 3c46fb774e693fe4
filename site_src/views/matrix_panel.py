"""What a cell of the matrix opens to: the source's words, whom it credits, and where to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from site_src.addresses import Href
from site_src.views.appearance import SourceLinks, Statement, statements
from site_src.views.frame import Link
from site_src.views.wording import Said, When, date, direction, foreign, stance

if TYPE_CHECKING:
    from site_src.site.matrix import Cell as SiteCell
    from site_src.site.model import Claim, Source


class Panel(NamedTuple):
    """All that a source says of a claim, or why it is silent.

    `id` tells it from all others on its page; `links` lead to the source itself where none of its words do. `language`
    and `direction` are those of the note where it is not in the interface's language.
    """

    id: str
    source: Link
    published: When | None
    statements: tuple[Statement, ...]
    silence: Said | None
    note: str
    links: tuple[Link, ...]
    language: str | None = None
    direction: str | None = None


def panel(named: SourceLinks, it: Claim, cell: SiteCell, name: str) -> Panel | None:
    """Make the panel of a source's cell, its id being `name`; None where nothing was noted."""
    if not cell.appearances:
        return None
    silences = [one for one in cell.appearances if not one.speaks]
    note = " ".join(one.record.note for one in silences if one.record.note)
    said = statements(named, it, cell.appearances)
    if not said and not note:
        return None
    source, language = named.site.sources[cell.source], it.language
    published, tongue = source.record.published, foreign(language)
    return Panel(
        id=name,
        source=named[cell.source],
        published=date(published) if published else None,
        statements=said,
        silence=stance("silent") if silences else None,
        note=note,
        links=() if any(one.quote and one.quote.href for one in said) else _to(source),
        language=tongue,
        direction=direction(language) if tongue else None,
    )


def _to(source: Source) -> tuple[Link, ...]:
    record = source.record
    ways = ((record.url, "Read the source"), (record.archive_url, "Archived copy"))
    return tuple(Link(Href(url), words) for url, words in ways if url)

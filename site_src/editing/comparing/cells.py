"""Cells of matrices that show something else than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import matrix
from site_src.editing.comparing.notice import CellChange
from site_src.site.matrix import Cell, row
from site_src.views.appearance import source_name
from site_src.views.wording import absence, figure, stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.editing.comparing.pairs import Pairs
    from site_src.site.model import Claim, Site, Topic


def cells(then: Site, now: Site, claims: Pairs, topics: Pairs) -> Iterator[CellChange]:
    """Gives the cells of rows and columns that were there before, where they change."""
    for former_topic, slug in topics.both.values():
        was, it = then.topics[former_topic], now.topics[slug]
        for former_claim, claim in (claims.both[one] for one in it.claims if one in claims.both):
            if former_claim in was.claims:
                yield from _row(then, now, (was, it), (then.claims[former_claim], now.claims[claim]))


def _row(then: Site, now: Site, topics: tuple[Topic, Topic], claims: tuple[Claim, Claim]) -> Iterator[CellChange]:
    before = {cell.source: _shown(cell, claims[0]) for cell in row(claims[0], topics[0], then.sources).cells}
    for cell in row(claims[1], topics[1], now.sources).cells:
        was, shown = before.get(cell.source), _shown(cell, claims[1])
        if was is not None and was != shown:
            name, title = source_name(now.sources[cell.source]), topics[1].record.title
            yield CellChange(title, claims[1].record.claim, matrix(topics[1].slug), name, was, shown)


def _shown(cell: Cell, it: Claim) -> str:
    if cell.absence:
        return absence(cell.absence).short
    entries = (
        (stance(one.record.stance).short, figure(one.record, it.record.measure, it.language))
        for one in cell.appearances
    )
    return "; ".join(": ".join(filter(None, entry)) for entry in entries)

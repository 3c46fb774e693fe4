"""The open data as tables: claims, sources, and each topic's matrix, in CSV.

The matrix of a topic that was renamed lies at its former address too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import DATA, Addressing, data, former_slugs
from site_src.outputs.artifact import Artifact, planned
from site_src.rendering.datafiles import csv_bytes, csv_line
from site_src.views.columns import Lines, Table
from site_src.views.tables import claims_lines, matrix_table, sources_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "tables"
TEMPLATES = ()


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan each table."""
    links = at.links(DATA)
    yield planned(NAME, data("claims.csv"), claims_lines, site, links, csv_line)
    yield planned(NAME, data("sources.csv"), sources_table, site, links)
    for slug, it in site.topics.items():
        for name in (slug, *former_slugs("topics", it.record.aliases)):
            yield planned(NAME, data(f"matrix/{name}.csv"), matrix_table, site, links, slug)


def render(view: object, templates: Templates) -> bytes:
    """Write a table as CSV."""
    if isinstance(view, Lines):
        return "".join((view.header, *view.lines)).encode()
    return csv_bytes(view.header, view.rows) if isinstance(view, Table) else b""

"""The index of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import SOURCES, Addressing
from site_src.outputs.artifact import Artifact, planned
from site_src.views.source import sources_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "sources_index"
TEMPLATE = "pages/sources.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the index."""
    yield planned(NAME, SOURCES, sources_page, site, at.links(SOURCES))


def render(view: object, templates: Templates) -> bytes:
    """Render the index."""
    return templates.render(TEMPLATE, view)

"""Source pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing, source
from site_src.outputs.artifact import Artifact, planned
from site_src.views.source import source_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "sources"
TEMPLATE = "pages/source.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan a page for each source."""
    for slug in site.sources:
        here = source(slug)
        yield planned(NAME, here, source_page, site, at.links(here), slug)


def render(view: object, templates: Templates) -> bytes:
    """Render a source's page."""
    return templates.render(TEMPLATE, view)

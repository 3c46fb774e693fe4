"""The page of the open data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import DATA, Addressing
from site_src.outputs.artifact import Artifact, planned
from site_src.views.data_page import data_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "data_index"
TEMPLATE = "pages/data.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the page."""
    yield planned(NAME, DATA, data_page, site, at.links(DATA))


def render(view: object, templates: Templates) -> bytes:
    """Render the page."""
    return templates.render(TEMPLATE, view)

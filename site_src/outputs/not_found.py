"""The page for addresses at which nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import NOT_FOUND, Addressing
from site_src.outputs.artifact import Artifact, planned
from site_src.views.page import not_found_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "not_found"
TEMPLATE = "pages/not_found.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the page."""
    yield planned(NAME, NOT_FOUND, not_found_page, site, at.links(NOT_FOUND))


def render(view: object, templates: Templates) -> bytes:
    """Render the page."""
    return templates.render(TEMPLATE, view)

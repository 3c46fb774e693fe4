"""The search page, where the site has a search; the index behind it is made when all pages are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import SEARCH, Addressing
from site_src.outputs.artifact import Artifact, planned
from site_src.views.search import search_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "search"
TEMPLATE = "pages/search.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the search page."""
    if site.publication.search:
        yield planned(NAME, SEARCH, search_page, site, at.links(SEARCH))


def render(view: object, templates: Templates) -> bytes:
    """Render the search page."""
    return templates.render(TEMPLATE, view)

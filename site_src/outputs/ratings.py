"""The page that explains the rating scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import RATINGS, Addressing
from site_src.outputs.artifact import Artifact, planned
from site_src.views.page import ratings_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "ratings"
TEMPLATE = "pages/ratings.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the page."""
    yield planned(NAME, RATINGS, ratings_page, site, at.links(RATINGS))


def render(view: object, templates: Templates) -> bytes:
    """Render the page."""
    return templates.render(TEMPLATE, view)

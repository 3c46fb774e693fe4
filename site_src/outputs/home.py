"""The front page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import HOME, Addressing
from site_src.outputs.artifact import Artifact, planned
from site_src.views.home import home_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "home"
TEMPLATE = "pages/home.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the front page."""
    yield planned(NAME, HOME, home_page, site, at.links(HOME))


def render(view: object, templates: Templates) -> bytes:
    """Render the front page."""
    return templates.render(TEMPLATE, view)

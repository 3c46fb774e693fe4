"""Standing pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing, page
from site_src.outputs.artifact import Artifact, planned
from site_src.views.page import standing_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "pages"
TEMPLATE = "pages/page.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan each standing page."""
    for slug in site.pages:
        here = page(slug)
        yield planned(NAME, here, standing_page, site, at.links(here), slug)


def render(view: object, templates: Templates) -> bytes:
    """Render a standing page."""
    return templates.render(TEMPLATE, view)

"""Tags' pages, one for each tag of a listed claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing, tag
from site_src.outputs.artifact import Artifact, planned
from site_src.views.gathered import tag_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "tags"
TEMPLATE = "pages/tag.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan a page for each tag."""
    for name in site.tagged:
        here = tag(name)
        yield planned(NAME, here, tag_page, site, at.links(here), name)


def render(view: object, templates: Templates) -> bytes:
    """Render a tag's page."""
    return templates.render(TEMPLATE, view)

"""Topic pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing, topic
from site_src.outputs.artifact import Artifact, planned
from site_src.views.topic import topic_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "topics"
TEMPLATE = "pages/topic.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan a page for each topic."""
    for slug in site.topics:
        here = topic(slug)
        yield planned(NAME, here, topic_page, site, at.links(here), slug)


def render(view: object, templates: Templates) -> bytes:
    """Render a topic's page."""
    return templates.render(TEMPLATE, view)

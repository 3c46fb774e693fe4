"""The sitemap (sitemaps.org, version 0.9), and robots.txt, which says where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import HOME, ROBOTS, Addressing
from site_src.outputs.artifact import Artifact, artifact, planned
from site_src.views.sitemap import Sitemap, robots, sitemap_addresses, sitemap_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "sitemap"
TEMPLATE = "feeds/sitemap.xml"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the sitemap, in parts where it is long, and robots.txt."""
    links = at.links(HOME)
    for here in sitemap_addresses(site):
        yield planned(NAME, here, sitemap_part, site, links, here)
    yield artifact(NAME, ROBOTS, robots(links))


def render(view: object, templates: Templates) -> bytes:
    """Render a sitemap; robots.txt is its view."""
    return templates.render(TEMPLATE, view) if isinstance(view, Sitemap) else str(view).encode()

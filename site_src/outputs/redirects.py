"""Former addresses: each leads on to where its entry is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.outputs.artifact import Artifact, planned
from site_src.views.redirect import moved, redirect_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.addresses import Addressing
    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "redirects"
TEMPLATE = "pages/redirect.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan a redirect for each alias, and for the matrix of each topic that was renamed."""
    for it in moved(site):
        yield planned(NAME, it.here, redirect_page, site, at, it)


def render(view: object, templates: Templates) -> bytes:
    """Render a redirect."""
    return templates.render(TEMPLATE, view)

"""Former addresses: each leads on to where its entry is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.outputs.artifact import Artifact, artifact
from site_src.views.redirect import redirect_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.addresses import Addressing
    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "redirects"
TEMPLATE = "pages/redirect.html"


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan a redirect for each alias, and for the matrix of each topic that was renamed."""
    for here, view in redirect_pages(site, at):
        yield artifact(NAME, here, view)


def render(view: object, templates: Templates) -> bytes:
    """Render a redirect."""
    return templates.render(TEMPLATE, view)

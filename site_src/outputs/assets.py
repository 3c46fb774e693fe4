"""The stylesheets of the pages and of the embeds, put together in the order of their layers, and the icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import EMBED_STYLE, ICON, STYLE, Addressing
from site_src.outputs.artifact import Artifact, artifact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "assets"


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan each asset; the view is the name of its template, for assets depend on templates only."""
    yield artifact(NAME, STYLE, STYLE)
    yield artifact(NAME, EMBED_STYLE, EMBED_STYLE)
    yield artifact(NAME, ICON, ICON)


def render(view: object, templates: Templates) -> bytes:
    """Render an asset."""
    return templates.render(str(view), None)

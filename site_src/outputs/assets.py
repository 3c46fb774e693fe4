"""The stylesheets of pages and embeds, put together in the order of their layers; the icon; the scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import (
    CLAIMS_SCRIPT,
    COPY_SCRIPT,
    EMBED_STYLE,
    FINDER_SCRIPT,
    ICON,
    MATRIX_SCRIPT,
    SEARCH_SCRIPT,
    STYLE,
    Addressing,
)
from site_src.outputs.artifact import Artifact, artifact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "assets"
PUT_TOGETHER = (STYLE, EMBED_STYLE, ICON)
AS_THEY_ARE = (CLAIMS_SCRIPT, COPY_SCRIPT, FINDER_SCRIPT, MATRIX_SCRIPT, SEARCH_SCRIPT)
TEMPLATES = tuple(map(str, (*PUT_TOGETHER, *AS_THEY_ARE)))


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan each asset; the view is the name of its template, for assets depend on templates only."""
    for address in (*PUT_TOGETHER, *AS_THEY_ARE):
        yield artifact(NAME, address, str(address))


def render(view: object, templates: Templates) -> bytes:
    """Render an asset; a script is taken as it stands, for its braces are its own."""
    name = str(view)
    return templates.text(name) if name in AS_THEY_ARE else templates.render(name, None)

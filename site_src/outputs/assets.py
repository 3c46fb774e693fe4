"""The stylesheet: one file, put together in the order of its layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import STYLE, Addressing
from site_src.outputs.artifact import Artifact, artifact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "assets"
TEMPLATE = "assets/site.css"


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the stylesheet, which depends on templates only."""
    yield artifact(NAME, STYLE, None)


def render(view: object, templates: Templates) -> bytes:
    """Put the stylesheet together."""
    return templates.render(TEMPLATE, view)

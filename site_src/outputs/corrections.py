"""The corrections log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import CORRECTIONS, Addressing
from site_src.outputs.artifact import Artifact, planned
from site_src.views.corrections import corrections_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "corrections"
TEMPLATE = "pages/corrections.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the log."""
    yield planned(NAME, CORRECTIONS, corrections_page, site, at.links(CORRECTIONS))


def render(view: object, templates: Templates) -> bytes:
    """Render the log."""
    return templates.render(TEMPLATE, view)

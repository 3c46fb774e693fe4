"""The index of the matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import MATRICES, Addressing
from site_src.outputs.artifact import Artifact, planned
from site_src.views.matrix_page import matrices_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "matrices_index"
TEMPLATE = "pages/matrices.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the index."""
    yield planned(NAME, MATRICES, matrices_page, site, at.links(MATRICES))


def render(view: object, templates: Templates) -> bytes:
    """Render the index."""
    return templates.render(TEMPLATE, view)

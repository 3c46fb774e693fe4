"""The comparison matrix of each topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing, matrix
from site_src.outputs.artifact import Artifact, planned
from site_src.views.matrix_page import matrix_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "matrices"
TEMPLATE = "pages/matrix.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan a matrix for each topic."""
    for slug in site.topics:
        here = matrix(slug)
        yield planned(NAME, here, matrix_page, site, at.links(here), slug)


def render(view: object, templates: Templates) -> bytes:
    """Render a matrix."""
    return templates.render(TEMPLATE, view)

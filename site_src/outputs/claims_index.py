"""The index of claims, fifty a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing, claims
from site_src.outputs.artifact import Artifact, planned
from site_src.views.home import claims_page, page_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "claims_index"
TEMPLATE = "pages/claims.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the pages of the index."""
    for number in range(1, page_count(site) + 1):
        here = claims(number)
        yield planned(NAME, here, claims_page, site, at.links(here), number)


def render(view: object, templates: Templates) -> bytes:
    """Render a page of the index."""
    return templates.render(TEMPLATE, view)

"""Verdict pages, one a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing, claim
from site_src.outputs.artifact import Artifact, planned
from site_src.views.claim import claim_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "claims"
TEMPLATE = "pages/claim.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan a verdict page for each claim."""
    for slug in site.claims:
        here = claim(slug)
        yield planned(NAME, here, claim_page, site, at.links(here), slug)


def render(view: object, templates: Templates) -> bytes:
    """Render a verdict page."""
    return templates.render(TEMPLATE, view)

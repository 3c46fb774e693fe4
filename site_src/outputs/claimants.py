"""Claimants' pages, one a slug; a claimant that is not known has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing, claimant
from site_src.outputs.artifact import Artifact, planned
from site_src.views.gathered import claimant_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "claimants"
TEMPLATE = "pages/claimant.html"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan a page for each claimant of the listed claims."""
    for slug in site.claimants:
        here = claimant(slug)
        yield planned(NAME, here, claimant_page, site, at.links(here), slug)


def render(view: object, templates: Templates) -> bytes:
    """Render a claimant's page."""
    return templates.render(TEMPLATE, view)

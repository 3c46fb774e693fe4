"""ClaimReview files: all reviews for those who gather them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import HOME, Addressing
from site_src.outputs.artifact import Artifact, planned
from site_src.rendering.datafiles import json_bytes
from site_src.views.claim_reviews import claim_review_feed, review_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "claim_reviews"
TEMPLATES = ()


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the file of all reviews, or its parts and their index."""
    links = at.links(HOME)
    for here, start, stop in review_parts(site):
        yield planned(NAME, here, claim_review_feed, site, links, here, start, stop)


def render(view: object, templates: Templates) -> bytes:
    """Render a file as JSON."""
    return json_bytes(view)

"""ClaimReview files: all reviews for those who gather them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import HOME, Addressing
from site_src.outputs.artifact import Artifact, artifact
from site_src.rendering.datafiles import json_bytes
from site_src.views.claim_reviews import claim_review_feeds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "claim_reviews"


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the file of all reviews, or its parts and their index."""
    for here, view in claim_review_feeds(site, at.links(HOME)):
        yield artifact(NAME, here, view)


def render(view: object, templates: Templates) -> bytes:
    """Render a file as JSON."""
    return json_bytes(view)

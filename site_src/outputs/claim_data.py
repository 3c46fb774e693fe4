"""Each claim's own data, beside its verdict page.

What was renamed lies at its former address too, for JSON cannot lead on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import DATA, Addressing, claim_data, former_slugs
from site_src.outputs.artifact import Artifact, planned
from site_src.rendering.datafiles import json_bytes
from site_src.views.dataset import claim_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "claim_data"
TEMPLATES = ()


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the file of each claim, the retracted ones too, at each address that it has or had."""
    for slug, it in site.claims.items():
        for name in (slug, *former_slugs("claims", it.record.aliases)):
            yield planned(NAME, claim_data(name), claim_document, site, at.links(DATA), slug)


def render(view: object, templates: Templates) -> bytes:
    """Write the file as JSON."""
    return json_bytes(view)

"""The list of all claims that the script of the claims index reads; none for a disk, where no script can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import CLAIMS_LIST, Addressing
from site_src.outputs.artifact import Artifact, planned
from site_src.rendering.datafiles import json_bytes
from site_src.views.finder import claims_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "claims_list"
TEMPLATES = ()


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the list."""
    if site.listed and not at.for_disk:
        yield planned(NAME, CLAIMS_LIST, claims_list, site)


def render(view: object, templates: Templates) -> bytes:
    """Render the list as JSON."""
    return json_bytes(view)

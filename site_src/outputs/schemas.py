"""JSON Schemas of what an editor may write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import DATA, Addressing
from site_src.outputs.artifact import Artifact, artifact
from site_src.rendering.datafiles import json_bytes
from site_src.views.schemas import schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "schemas"
TEMPLATES = ()


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the schema of each kind of record."""
    for here, view in schemas(at.links(DATA)):
        yield artifact(NAME, here, view)


def render(view: object, templates: Templates) -> bytes:
    """Give the schema's JSON."""
    return json_bytes(view)

"""The open data as JSON: claims, sources, each topic's matrix, and the description of the tables.

The matrix of a topic that was renamed lies at its former address too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import DATA, Addressing, data, former_slugs
from site_src.outputs.artifact import Artifact, planned
from site_src.rendering.datafiles import json_bytes
from site_src.views.data_package import data_package
from site_src.views.dataset import claims_dataset, claims_part, claims_parts, matrix_dataset, sources_dataset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "dataset"
TEMPLATES = ()


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan each file."""
    links = at.links(DATA)
    yield planned(NAME, data("claims.json"), claims_dataset, site, links)
    for here, start, stop in claims_parts(site):
        yield planned(NAME, here, claims_part, site, links, start, stop)
    yield planned(NAME, data("sources.json"), sources_dataset, site, links)
    for slug, it in site.topics.items():
        for name in (slug, *former_slugs("topics", it.record.aliases)):
            yield planned(NAME, data(f"matrix/{name}.json"), matrix_dataset, site, links, slug)
    yield planned(NAME, data("datapackage.json"), data_package, site, links)


def render(view: object, templates: Templates) -> bytes:
    """Write a file as JSON."""
    return json_bytes(view)

"""Verdicts and matrices to embed, each with what oEmbed 1.0 says of it.

What was renamed lies at its former address too, whole: neither a frame without scripts nor JSON can lead on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing, embedded_claim, embedded_matrix, former_slugs, oembed
from site_src.outputs.artifact import Artifact, planned
from site_src.rendering.datafiles import json_bytes
from site_src.views.embed import MatrixEmbed, OEmbed, claim_embed, claim_oembed, matrix_embed, matrix_oembed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "embeds"
CLAIM = "embeds/claim.html"
MATRIX = "embeds/matrix.html"
CODE = "embeds/code.html"
TEMPLATES = (CLAIM, MATRIX, CODE)
A_DAY = 86_400


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan both files for each claim and each topic, at each address that it has or had."""
    for slug, it in site.claims.items():
        for here in map(embedded_claim, (slug, *former_slugs("claims", it.record.aliases))):
            links = at.links(here)
            yield planned(NAME, here, claim_embed, site, links, slug)
            yield planned(NAME, oembed(here), claim_oembed, site, links, slug)
    for slug, about in site.topics.items():
        for here in map(embedded_matrix, (slug, *former_slugs("topics", about.record.aliases))):
            links = at.links(here)
            yield planned(NAME, here, matrix_embed, site, links, slug)
            yield planned(NAME, oembed(here), matrix_oembed, site, links, slug)


def render(view: object, templates: Templates) -> bytes:
    """Render an embed, or what oEmbed says of one."""
    if isinstance(view, OEmbed):
        return json_bytes(_oembed(view, templates.render(CODE, view.code).decode()))
    return templates.render(MATRIX if isinstance(view, MatrixEmbed) else CLAIM, view)


def _oembed(view: OEmbed, code: str) -> dict[str, object]:
    return {
        "version": "1.0",
        "type": "rich",
        "title": view.title,
        "author_name": view.author.words,
        "author_url": view.author.href,
        "provider_name": view.provider.words,
        "provider_url": view.provider.href,
        "cache_age": A_DAY,
        "width": view.code.width,
        "height": view.code.height,
        "html": code,
    }

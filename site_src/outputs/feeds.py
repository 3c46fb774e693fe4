"""Feeds of the site, of each topic and of each tag: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import HOME, Addressing
from site_src.outputs.artifact import Artifact, artifact
from site_src.rendering.datafiles import json_bytes
from site_src.views.feed import Feed, feeds, json_feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "feeds"
TEMPLATE = "feeds/atom.xml"


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan each feed in both formats."""
    for atom, json, feed in feeds(site, at.links(HOME)):
        yield artifact(NAME, atom, feed)
        yield artifact(NAME, json, json_feed(feed))


def render(view: object, templates: Templates) -> bytes:
    """Render a feed as Atom; what stands in the form of JSON Feed already, as JSON."""
    return templates.render(TEMPLATE, view) if isinstance(view, Feed) else json_bytes(view)

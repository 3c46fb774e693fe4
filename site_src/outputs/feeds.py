"""Feeds of the site, of each topic and of each tag: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import HOME, Addressing, Links
from site_src.outputs.artifact import Artifact, planned
from site_src.rendering.datafiles import json_bytes
from site_src.views.feed import Feed, Scope, feed, json_feed, places, scopes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "feeds"
TEMPLATE = "feeds/atom.xml"
TEMPLATES = (TEMPLATE,)


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan each feed in both formats."""
    links = at.links(HOME)
    for scope in scopes(site):
        for atom, json in places(scope):
            yield planned(NAME, atom, feed, site, links, scope)
            yield planned(NAME, json, _as_json, site, links, scope)


def render(view: object, templates: Templates) -> bytes:
    """Render a feed as Atom; what stands in the form of JSON Feed already, as JSON."""
    return templates.render(TEMPLATE, view) if isinstance(view, Feed) else json_bytes(view)


def _as_json(site: Site, links: Links, scope: Scope) -> dict[str, object]:
    return json_feed(feed(site, links, scope))

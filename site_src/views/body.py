"""A body's HTML for the page on which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Address, Links, claim, file, page, source, topic

if TYPE_CHECKING:
    from markupsafe import Markup

    from site_src.reading.body import Body, Link
    from site_src.site.model import Site


def body_html(site: Site, links: Links, body: Body) -> Markup:
    """Give the HTML of a body, its links to our own pages and files as seen from this page."""
    return body.html(lambda link: links.to(_address(link)), size=lambda link: site.files[link.target].size)


def _address(link: Link) -> Address:
    made = {"claim": claim, "source": source, "topic": topic, "page": page, "file": file}[link.kind]
    return made(link.target)

"""A body's HTML for the page on which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Address, Links, claim, file, page, source, topic

if TYPE_CHECKING:
    from markupsafe import Markup

    from site_src.site.model import Claim, Page, Site, Source, Topic

_ADDRESSES = {"claim": claim, "source": source, "topic": topic, "page": page, "file": file}


def body_html(site: Site, links: Links, it: Claim | Source | Topic | Page) -> Markup:
    """Give the HTML of an entry's body, its links to our own pages and files as seen from this page."""
    return it.body.html(
        lambda link: links.to(_address(link.kind, link.target)),
        size=lambda link: site.files[link.target].size,
    )


def canonical_html(site: Site, links: Links, it: Claim | Source | Topic | Page) -> str:
    """Give the HTML of an entry's body for readers elsewhere: its links have full addresses."""
    return str(
        it.body.html(
            lambda link: links.canonical(_address(link.kind, link.target)),
            size=lambda link: site.files[link.target].size,
        )
    )


def _address(kind: str, target: str) -> Address:
    return _ADDRESSES[kind](target)

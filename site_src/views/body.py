"""A body's HTML for the page on which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Address, Links, claim, file, page, source, topic
from site_src.views.wording import byte_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from site_src.site.model import Claim, Page, Site, Source, Topic

_ADDRESSES = {"claim": claim, "source": source, "topic": topic, "page": page, "file": file}


def body_html(site: Site, links: Links, it: Claim | Source | Topic | Page) -> Markup:
    """Give the HTML of an entry's body, its links to our own pages and files as seen from this page."""
    return _html(site, it, links.to)


def canonical_html(site: Site, links: Links, it: Claim | Source | Topic | Page) -> str:
    """Give the HTML of an entry's body for readers elsewhere: its links have full addresses."""
    return str(_html(site, it, links.canonical))


def _html(site: Site, it: Claim | Source | Topic | Page, to: Callable[[Address], str]) -> Markup:
    return it.body.html(
        lambda link: to(_ADDRESSES[link.kind](link.target)),
        size=lambda link: site.files[link.target].size,
        note=lambda link: file_kind(site, link.target) if link.kind == "file" else "",
    )


def file_kind(site: Site, name: str) -> str:
    """Say what a file is and how large, as in PDF, 1.2 MB; a megabyte has a million bytes."""
    it = site.files[name]
    return f"{it.ending.upper()}, {byte_size(len(it.content))}"

"""The search page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import CLAIMS, FINDER_SCRIPT, SEARCH_SCRIPT, Links
from site_src.views.finder import Finder, search_finder
from site_src.views.frame import Frame, Link, frame, scripted
from site_src.views.policy import SEARCHING
from site_src.views.wording import counted

if TYPE_CHECKING:
    from site_src.site.model import Site


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search page; without `finder` it was made for a disk, where browsers let no page search."""

    frame: Frame
    finder: Finder | None
    all_claims: Link


def search_page(site: Site, links: Links) -> SearchPage:
    """Make the search page."""
    made = frame(site, links, "Search", "Search claims, verdicts, sources, and what the editors write about them.")
    claims = Link(links.to(CLAIMS), f"all {counted(len(site.listed), 'claim')}")
    if links.for_disk:
        return SearchPage(made, None, claims)
    running = scripted(made, links, FINDER_SCRIPT, SEARCH_SCRIPT, policy=SEARCHING)
    return SearchPage(running, search_finder(site, links), claims)

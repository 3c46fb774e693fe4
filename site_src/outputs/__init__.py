"""Every kind of file that the site has, one module each.

They see addresses, site, views and rendering, never each other. OUTPUTS is the one list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from site_src.outputs import (
    admin,
    assets,
    cards,
    claim_data,
    claim_reviews,
    claimants,
    claims,
    claims_index,
    claims_list,
    corrections,
    data_index,
    dataset,
    embeds,
    feeds,
    files,
    home,
    hosting,
    matrices,
    matrices_index,
    not_found,
    pages,
    ratings,
    redirects,
    schemas,
    search,
    sitemap,
    sources,
    sources_index,
    tables,
    tags,
    topics,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.addresses import Addressing
    from site_src.outputs.artifact import Artifact
    from site_src.rendering.templates import Templates
    from site_src.site.model import Site


class Output(Protocol):
    """A kind of file: `plan` gives an artifact for each, `render` makes its bytes of a view and the templates.

    `TEMPLATES` names the templates that it renders, without those that they draw in; it is given no others.
    """

    NAME: str

    @property
    def TEMPLATES(self) -> tuple[str, ...]:
        """The names of the templates."""

    def plan(self, site: Site, at: Addressing) -> Iterator[Artifact]:
        """Give the artifacts of this kind."""

    def render(self, view: object, templates: Templates) -> bytes:
        """Make the bytes of one artifact."""


OUTPUTS: tuple[Output, ...] = (
    home,
    claims,
    claims_index,
    claims_list,
    claimants,
    tags,
    topics,
    matrices,
    matrices_index,
    sources,
    sources_index,
    ratings,
    corrections,
    pages,
    search,
    embeds,
    data_index,
    tables,
    dataset,
    claim_data,
    claim_reviews,
    schemas,
    feeds,
    not_found,
    redirects,
    sitemap,
    hosting,
    admin,
    files,
    assets,
    cards,
)

"""Every kind of file that the site has, one module each.

They see addresses, site, views and rendering, never each other. OUTPUTS is the one list.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.addresses import Addressing
    from site_src.outputs.artifact import Artifact
    from site_src.rendering.templates import Templates
    from site_src.site.model import Site


class _Module(Protocol):
    """What each module of this package has beside its name."""

    TEMPLATES: tuple[str, ...]

    def plan(self, site: Site, at: Addressing) -> Iterator[Artifact]: ...

    def render(self, view: object, templates: Templates) -> bytes: ...


class Output:
    """A kind of file. Its module, and so the views that it shows, are loaded when one is planned or made.

    After a word was changed that spares most of the time that it takes to load the program.
    """

    def __init__(self, name: str) -> None:
        """Take the name of its module here."""
        self.NAME = name

    @cached_property
    def _module(self) -> _Module:
        return cast("_Module", import_module(f"{__name__}.{self.NAME}"))

    @property
    def TEMPLATES(self) -> tuple[str, ...]:
        """The names of the templates that it renders, without those that they draw in; it is given no others."""
        return self._module.TEMPLATES

    def plan(self, site: Site, at: Addressing) -> Iterator[Artifact]:
        """Give the artifacts of this kind."""
        return self._module.plan(site, at)

    def render(self, view: object, templates: Templates) -> bytes:
        """Make the bytes of one artifact."""
        return self._module.render(view, templates)


OUTPUTS: tuple[Output, ...] = tuple(
    Output(name)
    for name in (
        "home",
        "claims",
        "claims_index",
        "claims_list",
        "claimants",
        "tags",
        "topics",
        "matrices",
        "matrices_index",
        "sources",
        "sources_index",
        "ratings",
        "corrections",
        "pages",
        "search",
        "embeds",
        "data_index",
        "tables",
        "dataset",
        "claim_data",
        "claim_reviews",
        "schemas",
        "feeds",
        "not_found",
        "redirects",
        "sitemap",
        "hosting",
        "admin",
        "files",
        "assets",
        "cards",
    )
)

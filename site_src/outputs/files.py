"""Pictures and documents of the content, as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing, file
from site_src.outputs.artifact import Artifact, planned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "files"
TEMPLATES = ()


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan each file of the content; its bytes are its view."""
    for name in site.files:
        yield planned(NAME, file(name), _content, site, name)


def render(view: object, templates: Templates) -> bytes:
    """Give the bytes."""
    if not isinstance(view, bytes):
        raise TypeError(view)
    return view


def _content(site: Site, name: str) -> bytes:
    return site.files[name].content

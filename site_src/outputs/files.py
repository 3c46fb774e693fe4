"""Pictures and documents of the content, as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing, file
from site_src.outputs.artifact import Artifact, artifact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "files"


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan each file of the content; its bytes are its view."""
    for name, media in site.files.items():
        yield artifact(NAME, file(name), media.content)


def render(view: object, templates: Templates) -> bytes:
    """Give the bytes."""
    if not isinstance(view, bytes):
        raise TypeError(view)
    return view

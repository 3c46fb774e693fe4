"""Files for the host: .nojekyll, CNAME and .well-known/security.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import HOME, Addressing
from site_src.outputs.artifact import Artifact, artifact
from site_src.views.hosting import hosting_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "hosting"
TEMPLATES = ()


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan those files that the site has; their text is their view."""
    for here, text in hosting_files(site, at.links(HOME)):
        yield artifact(NAME, here, text)


def render(view: object, templates: Templates) -> bytes:
    """Give the text as UTF-8."""
    return str(view).encode()

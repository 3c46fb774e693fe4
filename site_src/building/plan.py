"""Site → artifacts, one a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.outputs import OUTPUTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.addresses import Addressing
    from site_src.outputs.artifact import Artifact
    from site_src.site.model import Site


class PathTaken(Exception):
    """Two outputs claim one path: a mistake of the program, for the checks keep names apart."""


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Give every artifact of the site, output by output; raises PathTaken where two would lie at one path."""
    taken: dict[str, str] = {}
    for output in OUTPUTS:
        for artifact in output.plan(site, at):
            if artifact.path in taken:
                message = f"{artifact.path} is made by {taken[artifact.path]} and by {artifact.output}."
                raise PathTaken(message)
            taken[artifact.path] = artifact.output
            yield artifact

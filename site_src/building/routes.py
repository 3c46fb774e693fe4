"""Which artifact lies at a path: planned only as far as somebody has asked."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from site_src.outputs import OUTPUTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.addresses import Addressing
    from site_src.outputs.artifact import Artifact
    from site_src.site.model import Site


class Routes:
    """The artifacts of one site by their paths; may be asked by several threads at once."""

    def __init__(self, site: Site, at: Addressing, owners: dict[str, str]) -> None:
        """Take a site; `owners` notes which output a path was found at, for the next site to begin with."""
        self._waiting = {output.NAME: output.plan(site, at) for output in OUTPUTS}
        self._planned: dict[str, Artifact] = {}
        self._owners = owners
        self._lock = Lock()

    def find(self, path: str) -> Artifact | None:
        """Give the artifact at a path in the output, if there is one."""
        with self._lock:
            for artifact in self._until(path):
                self._owners[path] = artifact.output
                return artifact
        return None

    def _until(self, path: str) -> Iterator[Artifact]:
        """Plan on, from the output that had the path before, and give its artifact when it is met."""
        if path in self._planned:
            yield self._planned[path]
        first = self._owners.get(path)
        for name in sorted(self._waiting, key=lambda name: name != first):
            for artifact in self._waiting[name]:
                self._planned[artifact.path] = artifact
                if artifact.path == path:
                    yield artifact

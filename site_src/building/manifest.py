"""build.json: what made the site, and the digest of each of its files."""

from __future__ import annotations

import hashlib
import json

from site_src import __version__


class Manifest:
    """Notes each file as it is written."""

    def __init__(self, base: str) -> None:
        """Begin the manifest of a site whose canonical address is `base`."""
        self._base = base
        self._digests: dict[str, str] = {}

    def note(self, path: str, content: bytes) -> None:
        """Note a file's path and the SHA-256 of its bytes."""
        self._digests[path] = hashlib.sha256(content).hexdigest()

    def __len__(self) -> int:
        """Give the number of files noted."""
        return len(self._digests)

    def content(self) -> bytes:
        """Give the text of build.json, in UTF-8."""
        made = {
            "generator": f"touchstone {__version__}",
            "base": self._base,
            "files": dict(sorted(self._digests.items())),
        }
        return (json.dumps(made, indent=1, ensure_ascii=False) + "\n").encode()

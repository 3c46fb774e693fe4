"""Digests by which a site is compared with another: of one file, and of many with their paths."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def digest(content: bytes) -> str:
    """Give the SHA-256 of some bytes in 64 hex digits."""
    return hashlib.sha256(content).hexdigest()


def digest_of_all(files: Mapping[str, bytes]) -> str:
    """Give one SHA-256 of many files: of a line `<digest>  <path>` for each, sorted by path, as sha256sum prints."""
    return digest_of_digests((path, digest(content)) for path, content in files.items())


def digest_of_digests(digests: Iterable[tuple[str, str]]) -> str:
    """Give the same of the paths of many files and their digests."""
    return digest("".join([f"{told}  {path}\n" for path, told in sorted(digests)]).encode())

"""What comes of asking for a document on the web, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hop:
    """A redirect: its status and where it leads."""

    status: int
    address: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is waited for: seconds for the whole, bytes of the body, redirects."""

    seconds: float = 30
    size: int = 10_000_000
    redirects: int = 10


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of a request.

    `address` is the last one asked, `hops` the redirects that led there; `status` is None where nothing was answered.
    `failure` says in words why the document is not there, and is empty where it is. `complete` tells whether `body` is
    all of it; `charset` is what the server says, as it says it.
    """

    address: str
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    type: str = ""
    charset: str = ""
    body: bytes = b""
    complete: bool = True
    failure: str = ""

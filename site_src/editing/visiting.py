"""Looks at a site as it is published: do its main pages answer, and every address that it has ever had?"""

from __future__ import annotations

import html
import re
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import CLAIMS, FEED, HOME, SITEMAP, Links
from site_src.editing.fetched import Limits
from site_src.editing.fetching import fetch
from site_src.reading.named_files import read_text, write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from site_src.editing.fetched import Fetched

_NOT_FOUND = 404
_LIMITS = Limits(seconds=30, size=60_000_000)


class NoSitemap(Exception):
    """A published site has no sitemap to read: `status` is that of the answer, None where there was none."""

    def __init__(self, address: str, why: str, status: int | None) -> None:
        """Word the message."""
        super().__init__(f"{address}: {why}")
        self.message = f"{address}: {why}"
        self.status = status


@dataclass(frozen=True, slots=True)
class Visited:
    """How many addresses were looked at, and why some do not answer, by address."""

    looked_at: int
    missing: Mapping[str, str]


def ask(address: str) -> Fetched:
    """Ask for a page of the published site."""
    return fetch(address, limits=_LIMITS)


def listed(base: str, *, asking: Callable[[str], Fetched] = ask) -> tuple[str, ...]:
    """Give every address in the sitemap of a published site; raises NoSitemap."""
    found: list[str] = []
    waiting = [Links(HOME, base).canonical(SITEMAP)]
    for address in waiting:  # grows meanwhile
        got = asking(address)
        if got.failure:
            raise NoSitemap(address, got.failure, got.status)
        text = got.body.decode("utf-8", "replace")
        # Read by its marks alone: what another program may have put there is never parsed as XML, with its entities.
        named = [html.unescape(each).strip() for each in re.findall(r"<loc>([^<]*)</loc>", text)]
        own = [each for each in named if each.startswith(base)]
        if "<sitemapindex" in text:
            waiting += [each for each in dict.fromkeys(own) if each not in waiting]
        else:
            found += own
    return tuple(dict.fromkeys(found))


def note(base: str, file: Path) -> int:
    """Write the addresses of a published site down, a line each; gives their number, 0 where no site is there yet.

    Raises NoSitemap where the site does not answer, or OSError.
    """
    try:
        found = listed(base)
    except NoSitemap as missing:
        if missing.status != _NOT_FOUND:
            raise
        found = ()
    write_text(file, "".join(f"{address}\n" for address in found))
    return len(found)


def noted(base: str, file: Path) -> tuple[str, ...]:
    """Read the addresses of a site that were written down; raises OSError or UnicodeDecodeError."""
    return tuple(line for line in read_text(file).splitlines() if line.startswith(base))


def visit(
    base: str,
    former: Iterable[str],
    *,
    asking: Callable[[str], Fetched] = ask,
    patience: float = 120,
    pause: float = 10,
) -> Visited:
    """Look at the home page, the feed, the sitemap and a verdict of a published site, and at its former addresses.

    What does not answer is asked again every `pause` seconds for `patience` seconds, since a new site takes a while to
    be seen everywhere.
    """
    links = Links(HOME, base)
    asked = list(dict.fromkeys([*map(links.canonical, (HOME, FEED, SITEMAP)), *former]))
    missing = _missing(asked, asking, patience, pause)
    if links.canonical(SITEMAP) not in missing:
        claims = links.canonical(CLAIMS)
        verdicts = [each for each in listed(base, asking=asking) if each.startswith(claims) and each != claims]
        more = [each for each in verdicts[:1] if each not in asked]
        asked += more
        missing |= _missing(more, asking, patience, pause)
    return Visited(len(asked), missing)


def _missing(
    addresses: Iterable[str], asking: Callable[[str], Fetched], patience: float, pause: float
) -> dict[str, str]:
    waiting = dict.fromkeys(addresses, "")
    waited = 0.0
    while True:
        waiting = {address: why for address in waiting if (why := asking(address).failure)}
        if not waiting or waited >= patience:
            return waiting
        threading.Event().wait(pause)
        waited += pause

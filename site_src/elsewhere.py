"""Addresses that are not the site's own: of its repository, of a passage in a page, and how addresses lead on."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, quote_plus, urljoin, urlsplit

from site_src.addresses import Href, quoted

# Most texts and addresses have few kinds of signs to quote; `quote` takes ten times as long, for it looks at each.
_PLAIN_WORDS = re.compile("[A-Za-z0-9_.~ -]*")
_PLAIN_ADDRESS = re.compile("[A-Za-z0-9_.~:/-]*")


def contact(text: str) -> Href:
    """Give the address behind a web address, which is itself, or an e-mail address (RFC 6068)."""
    return Href(text if re.match("https?://", text, re.IGNORECASE) else f"mailto:{quote(text, safe='@')}")


def edit(repository: str, branch: str, file: str) -> Href:
    """Give the address at which a file of the repository can be edited in the browser."""
    return Href(f"{repository.rstrip('/')}/edit/{quoted(branch)}/{quoted(file)}")


def history(repository: str, branch: str, file: str) -> Href:
    """Give the address that shows the changes of a file of the repository."""
    return Href(f"{repository.rstrip('/')}/commits/{quoted(branch)}/{quoted(file)}")


def report(repository: str, page: str) -> Href:
    """Give the address of the repository's form for a mistake, which knows the page with that canonical address."""
    told = page.replace(":", "%3A").replace("/", "%2F") if _PLAIN_ADDRESS.fullmatch(page) else quote(page, safe="")
    return Href(f"{repository.rstrip('/')}/issues/new?template=mistake.yml&page={told}")


def suggest(repository: str) -> Href:
    """Give the address of the repository's form for a claim that is to be checked."""
    return Href(f"{repository.rstrip('/')}/issues/new?template=claim.yml")


def new_file(repository: str, branch: str, folder: str, name: str, text: str) -> Href:
    """Give the address at which GitHub offers a new file with a text in it, to be edited in the browser."""
    query = f"filename={quote_plus(name)}&value={quote_plus(text)}"
    return Href(f"{repository.rstrip('/')}/new/{quote(branch)}/{quote(folder)}?{query}")


def passage(url: str, *texts: str) -> Href:
    """Give the address of a passage of a page by its text, or by how it begins and ends (WICG, Text Fragments).

    A fragment of the address stays before it; a passage that the address had already makes room.
    """
    plain = url.partition(":~:")[0]
    return Href(f"{plain}{'' if '#' in plain else '#'}:~:text={_fragment(texts)}")


def led_to(address: str, reference: str) -> str:
    """Give the address to which a page at an address on the web leads by a reference (RFC 3986, section 5)."""
    return urljoin(address, reference)


def request_target(address: str) -> str:
    """Give what of an address on the web a request names (RFC 9112): path and query in ASCII, without the fragment."""
    parts = urlsplit(address)
    query = f"?{quote(parts.query, safe=_IN_QUERY)}" if parts.query else ""
    return (quote(parts.path, safe=_IN_PATH) or "/") + query


_IN_PATH = "/%:@!$&'()*+,;=~"  # RFC 3986, section 3.3; what is quoted already stays so
_IN_QUERY = f"{_IN_PATH}?"


@lru_cache(maxsize=4_000)
def _fragment(texts: tuple[str, ...]) -> str:
    return ",".join(_in_fragment(text).replace("-", "%2D") for text in texts)


def _in_fragment(text: str) -> str:
    return text.replace(" ", "%20") if _PLAIN_WORDS.fullmatch(text) else quote(text, safe="")

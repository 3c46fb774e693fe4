"""Where everything lies: the address of each page, its file in the output, and links between them.

An address is a path from the site's home, such as `claims/harbour-bridge/`; the home page's is empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

Address = NewType("Address", str)
Href = NewType("Href", str)

HOME = Address("")
CLAIMS = Address("claims/")
MATRICES = Address("matrix/")
SOURCES = Address("sources/")
RATINGS = Address("ratings/")
CORRECTIONS = Address("corrections/")
SEARCH = Address("search/")
NOT_FOUND = Address("404.html")
BUILD = Address("build.json")
STYLE = Address("assets/site.css")
EMBED_STYLE = Address("assets/embed.css")
ICON = Address("assets/icon.svg")
COPY_SCRIPT = Address("assets/copy.js")
MATRIX_SCRIPT = Address("assets/matrix.js")
FINDER_SCRIPT = Address("assets/finder.js")
CLAIMS_SCRIPT = Address("assets/claims.js")
SEARCH_SCRIPT = Address("assets/search.js")
CLAIMS_LIST = Address("assets/claims.json")
SEARCH_INDEX = Address("pagefind/")
FEED = Address("feed.xml")
JSON_FEED = Address("feed.json")
SITEMAP = Address("sitemap.xml")
ROBOTS = Address("robots.txt")
NO_JEKYLL = Address(".nojekyll")
DOMAIN = Address("CNAME")
SECURITY = Address(".well-known/security.txt")
DATA = Address("data/")
ADMIN = Address("admin/")
DESK = Address("admin/desk/")
DESK_SETTINGS = Address("admin/desk/config.json")
DESK_SCRIPT = Address("admin/desk/sveltia-cms.js")

_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_PLAIN = re.compile("[A-Za-z0-9_.~/-]*")


def claim(slug: str) -> Address:
    """Give the address of a claim's verdict page."""
    return Address(f"claims/{slug}/")


def claims(number: int) -> Address:
    """Give the address of a page of the claims index; the first is number 1."""
    return CLAIMS if number == 1 else Address(f"claims/page/{number}/")


def topic(slug: str) -> Address:
    """Give the address of a topic's page."""
    return Address(f"topics/{slug}/")


def matrix(topic_slug: str) -> Address:
    """Give the address of a topic's matrix."""
    return Address(f"matrix/{topic_slug}/")


def source(slug: str) -> Address:
    """Give the address of a source's page."""
    return Address(f"sources/{slug}/")


def claimant(slug: str) -> Address:
    """Give the address of the page of those who made claims under one slug."""
    return Address(f"claimants/{slug}/")


def tag(slug: str) -> Address:
    """Give the address of the page of a tag."""
    return Address(f"tags/{slug}/")


def page(slug: str) -> Address:
    """Give the address of a standing page."""
    return Address(f"{slug}/")


def file(name: str) -> Address:
    """Give the address of a picture or document of the content."""
    return Address(f"files/{name}")


def card(slug: str) -> Address:
    """Give the address of a claim's share card."""
    return Address(f"assets/cards/{slug}.png")


def feed(kind: str, slug: str, ending: str) -> Address:
    """Give the address of the feed of a topic or tag (`kind` is `topics` or `tags`; `ending` is `xml` or `json`)."""
    return Address(f"feeds/{kind}/{slug}.{ending}")


def sitemap(number: int) -> Address:
    """Give the address of a part of the sitemap, counted from 1: at the root, for it speaks of what lies below it."""
    return Address(f"sitemap-{number}.xml")


def data(name: str) -> Address:
    """Give the address of a file of the open data, such as `claims.csv` or `matrix/harbour-bridge.csv`."""
    return Address(f"data/{name}")


def claim_data(slug: str) -> Address:
    """Give the address of a claim's own data."""
    return Address(f"claims/{slug}/claim.json")


def schema(name: str) -> Address:
    """Give the address of a JSON Schema, such as `claim.json`."""
    return Address(f"schema/{name}")


def embedded_claim(slug: str) -> Address:
    """Give the address of a claim to embed."""
    return Address(f"embed/claims/{slug}/")


def embedded_matrix(topic_slug: str) -> Address:
    """Give the address of a topic's matrix to embed."""
    return Address(f"embed/matrix/{topic_slug}/")


def oembed(embedded: Address) -> Address:
    """Give the address at which oEmbed describes an embed."""
    return Address(f"{embedded}oembed.json")


def former(kind: str, alias: str) -> Address:
    """Give the address that an alias stood for: a former path, or a former slug of that kind (`claims`, `pages`, …)."""
    if alias.startswith("/"):
        path = alias.strip("/")
        return Address(path if path.endswith((".html", ".htm")) else f"{path}/")
    return page(alias) if kind == "pages" else Address(f"{kind}/{alias}/")


def former_slugs(kind: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Give the slugs of that kind among what aliases stood for: all but paths that lead elsewhere."""
    found = (re.fullmatch(rf"{kind}/({_SLUG})/(?:index\.html)?", former(kind, alias)) for alias in aliases)
    return tuple(match[1] for match in found if match)


def output_path(address: Address) -> str:
    """Give the file in the output folder in which the page of an address lies."""
    return f"{address}index.html" if address == "" or address.endswith("/") else address


def page_of(file: str) -> Address:
    """Give the address of the page that lies in a file of the output folder."""
    return Address(file.removesuffix("index.html") if file == "index.html" or file.endswith("/index.html") else file)


def quoted(path: str) -> str:
    """Give a path as it stands in an address."""
    # Most have nothing to quote, and to find that out takes `quote` ten times as long.
    return path if _PLAIN.fullmatch(path) else quote(path)


@dataclass(frozen=True, slots=True)
class Links:
    """Makes links for one page: `here` is its address, `base` the site's canonical address (it ends in `/`).

    Links are relative, so that a site works under any path; with `for_disk` they end in `/index.html`, for a folder
    that is opened without a server; with `absolute` they are paths from the server's root, for the page that is
    shown at any address (404).
    """

    here: Address
    base: str
    for_disk: bool = False
    absolute: bool = False

    def to(self, address: Address, fragment: str = "") -> Href:
        """Give the link from this page to an address, with a fragment if one is named."""
        ending = f"#{quote(fragment, safe='')}" if fragment else ""
        if address == self.here and fragment:
            return Href(ending)
        target = output_path(address) if self.for_disk else address
        if self.absolute:
            # The base is an address already: what is quoted in it stays as it is.
            return Href(quote(urlsplit(self.base).path, safe="/%") + quoted(target) + ending)
        return Href(quoted(self._relative(target)) + ending)

    def canonical(self, address: Address) -> str:
        """Give the full canonical address of a page."""
        return self.base + quoted(address)

    def _relative(self, target: str) -> str:
        folder, up = self.here[: self.here.rfind("/") + 1], ""
        while not target.startswith(folder):
            folder, up = folder[: folder.rfind("/", 0, -1) + 1], f"../{up}"
        return f"{up}{target[len(folder) :]}" or "./"


@dataclass(frozen=True, slots=True)
class Addressing:
    """How a whole site links: its canonical address `base`, and whether it is made for a folder without a server."""

    base: str
    for_disk: bool = False

    def links(self, here: Address) -> Links:
        """Give what makes the links of the page at an address."""
        return Links(here, self.base, for_disk=self.for_disk, absolute=here == NOT_FOUND and not self.for_disk)


def changed(address: str, on: str) -> str:
    """Give the address of a file with the day of its last change, so that whoever keeps a copy asks for it anew."""
    return f"{address}?{quote(on)}"

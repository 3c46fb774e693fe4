"""The links between the pages of a built site: each leads to a file of the site, and to a part that is there."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlsplit

from site_src.addresses import Address, output_path, page_of
from site_src.elsewhere import led_to
from site_src.reading.named_files import find_content, read_bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LARGEST_PAGE = 100_000_000


@dataclass(frozen=True, slots=True)
class Broken:
    """A link that leads nowhere: the page's file, the link as it stands there, and why."""

    page: str
    link: str
    why: str


def broken_links(site: Path, base: str) -> tuple[int, tuple[Broken, ...]]:
    """Follow every link within a published folder; gives how many there are, and those that lead nowhere.

    `base` is the site's canonical address. Raises FileRefused for a page that cannot be read.
    """
    files = {path.relative_to(site).as_posix() for path in find_content(site, "*")}
    pages = {name: _read(site, name) for name in sorted(files) if name.endswith(".html")}
    followed, broken = 0, []
    for name, read in pages.items():
        for link in read.links:
            to, fragment = urldefrag(led_to(base + page_of(name), link))
            # A full address elsewhere on the host is another site: neighbours share the host of project pages.
            if to.startswith(base) or (to.startswith(("http:", "https:")) and not urlsplit(link).scheme):
                followed += 1
                if why := _why_not(to, unquote(fragment), base, files, pages):
                    broken.append(Broken(name, link, why))
    return followed, tuple(broken)


class _Page(HTMLParser):
    """What a page links to, and the names of its parts."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.parts: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.parts.update(given[name] for name in ("id", "name") if name in given and tag != "meta")
        self.links += [given[name] for name in ("href", "src") if name in given]
        self.links += _sources(given.get("srcset", ""))
        if given.get("http-equiv", "").lower() == "refresh":
            self.links.append(given.get("content", "").partition("url=")[2])


def _read(site: Path, name: str) -> _Page:
    page = _Page()
    page.feed(read_bounded(site / name, most=_LARGEST_PAGE).decode("utf-8", "replace"))
    page.close()
    return page


def _sources(srcset: str) -> Iterator[str]:
    yield from (part.split()[0] for part in srcset.split(",") if part.strip())


def _why_not(address: str, fragment: str, base: str, files: set[str], pages: Mapping[str, _Page]) -> str:
    """Say why a link leads nowhere; empty where it leads to something."""
    if not address.startswith(base):
        return "It leaves the site's own folder on this host."
    path = unquote(address[len(base) :].partition("?")[0])
    file = output_path(Address(path))
    if file not in files:
        return "There is no such page."
    part = fragment.partition(":~:")[0]
    if part and file in pages and part not in pages[file].parts and not part.startswith("theme-"):
        return f"That page has no part named “{part}”."
    return ""

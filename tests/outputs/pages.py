"""The pages of an edition as documents, and how to find out where their links lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin

import html5lib
from html5lib.treebuilders import getTreeBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

ROOT = "https://host.example/some/where/"
"""Where an edition is served in the tests, whatever its canonical address: links are relative."""


@dataclass(frozen=True)
class Page:
    """A page: the path of its file, and its document."""

    path: str
    root: Element

    @property
    def is_redirect(self) -> bool:
        """Tell whether it only leads on."""
        return any(meta.get("http-equiv") == "refresh" for meta in self.root.iter("meta"))

    @property
    def ids(self) -> list[str]:
        """Give all ids, in order."""
        return [value for element in self.root.iter() if (value := element.get("id")) is not None]

    def links(self) -> Iterator[tuple[str, str]]:
        """Give the name of each element that leads or loads from somewhere, and its address."""
        for element in self.root.iter():
            for key in ("href", "src", "cite", "poster", "data", "action", "{http://www.w3.org/1999/xlink}href"):
                if (value := element.get(key)) is not None:
                    yield str(element.tag).rpartition("}")[2], value
        for meta in self.root.iter("meta"):
            if meta.get("http-equiv") == "refresh":
                yield "meta", meta.get("content", "").partition("url=")[2]

    def text(self, tag: str) -> str:
        """Give the text of the first element of a kind."""
        found = next(self.root.iter(tag), None)
        return "" if found is None else "".join(found.itertext())


def parsed(files: Mapping[str, bytes]) -> list[Page]:
    """Give every HTML file as a document; html5lib raises ParseError at the first mistake in one."""
    return [Page(path, parse(content)) for path, content in files.items() if path.endswith(".html")]


def parse(content: bytes) -> Element:
    """Give a document as its elements without a namespace of HTML's own; raises ParseError."""
    parser = html5lib.HTMLParser(getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(content.decode())
    return root


def target(page: Page, link: str, *, for_disk: bool = False) -> tuple[str, str] | None:
    """Give the file and the fragment to which a link of a page leads; None where it leads to another site."""
    here = page.path if for_disk else page.path.removesuffix("index.html")
    address, fragment = urldefrag(urljoin(ROOT + here, link))
    if not address.startswith(ROOT):
        return None
    path = unquote(address.removeprefix(ROOT))
    if not for_disk and (path == "" or path.endswith("/")):
        path += "index.html"
    return path, unquote(fragment)

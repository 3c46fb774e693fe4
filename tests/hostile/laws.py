"""What holds of every content folder and of every site, whatever stands in it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from hypothesis import event
from selectolax.lexbor import LexborHTMLParser

from tests.editions import files_of, site_of
from tests.harbour import findings, lines
from tests.hostile.shape import shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from site_src.diagnostics.finding import Finding
    from site_src.reading.files import Tree

HERE = "https://host.example/"
SCHEMES = {"", "http", "https", "mailto"}
# Made beside the pages, in a folder: the build's own record.
BESIDE = {"build.json"}


def told_or_built(tree: Tree) -> tuple[Finding, ...]:
    """Give what is wrong in a content folder, each with a place in it; where nothing is, the site must come out."""
    found = findings(tree)
    for finding in found:
        assert_telling(finding, lines(tree, finding.place.file))
    if any(finding.is_error for finding in found):
        event("refused")
    else:
        event("built")
        assert_whole(files_of(site_of(tree)))
    return found


def assert_telling(finding: Finding, written: Sequence[str]) -> None:
    """Hold a finding to what editors are promised: a place that is in the file, what is wrong, what to write."""
    place = finding.place
    assert 1 <= place.line <= max(1, len(written)), finding
    assert 1 <= place.column <= len(written[place.line - 1] if written else "") + 1, finding
    assert finding.message.strip(), finding
    assert finding.hint.strip(), finding


def assert_whole(files: Mapping[str, bytes]) -> None:
    """Hold a site to this: machines can read each file, no id stands twice, and every link leads to what is there."""
    for path, content in files.items():
        shape(path, content)
    pages = {path: LexborHTMLParser(content.decode()) for path, content in files.items() if path.endswith(".html")}
    parts = {path: list(_ids(page)) for path, page in pages.items()}
    assert [path for path, ids in parts.items() if len(set(ids)) < len(ids)] == []
    for path, page in pages.items():
        links = {link for link in _links(page) if urlsplit(link).scheme not in SCHEMES}
        assert links == set(), path
        if path != "404.html":
            assert {link for link in _links(page) if not _is_there(path, link, files, parts)} == set(), path


def _ids(page: LexborHTMLParser) -> Iterator[str]:
    yield from (node.attributes.get("id") or "" for node in page.css("[id]"))


def _links(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css("[href], [src]"):
        yield node.attributes.get("href") or node.attributes.get("src") or ""


def _is_there(path: str, link: str, files: Mapping[str, bytes], parts: Mapping[str, Sequence[str]]) -> bool:
    address, fragment = _target(path.removesuffix("index.html"), link)
    if not address.startswith(HERE):
        return True
    file = unquote(address.removeprefix(HERE))
    file += "index.html" if file.endswith("/") or not file else ""
    return file in BESIDE or (file in files and (not fragment or file not in parts or fragment in parts[file]))


@lru_cache(maxsize=4096)
def _target(here: str, link: str) -> tuple[str, str]:
    address, fragment = urldefrag(urljoin(HERE + here, link))
    return address, unquote(fragment)

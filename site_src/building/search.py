"""The search index of a site: what each page says goes to Pagefind, and its files join the site.

Pagefind is run only when one of these pages is another one than in the former site, whose files are taken over
otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from site_src.addresses import SEARCH_INDEX, output_path
from site_src.building import manifest
from site_src.building.digests import digest, digest_of_digests
from site_src.building.pagefind import Pagefind, installed, settled
from site_src.building.refusal import MARKER, MARKER_BYTES, OWN_PREFIX
from site_src.reading.named_files import FileRefused, read_bounded
from site_src.reading.words import spaced
from site_src.views.search_entry import search_entries
from site_src.views.wording import direction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site
    from site_src.views.search_entry import SearchEntry

TEMPLATE = "search/entry.html"
PAGES = "search"
"""The name under which the digests of these pages are remembered."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A page as Pagefind reads it: its searched `words`, paragraph by paragraph, and pairs of names and values."""

    language: str
    title: str
    words: tuple[str, ...]
    shown: tuple[tuple[str, str], ...]
    filters: tuple[tuple[str, str], ...]
    on: str


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index that a site is to have, by what is installed."""

    site: Site
    templates: Templates
    pagefind: Pagefind
    _pages: dict[str, bytes] = field(default_factory=dict)

    def told(self) -> dict[str, str]:
        """Tell what the index is made of and by: the version of Pagefind, and the digest of all pages."""
        digests = [(path, self._digest(path, entry)) for path, entry in self._entries()]
        return {"pagefind": self.pagefind.version, "pages": digest_of_digests(digests)}

    def made(self, within: Path | None = None) -> dict[str, bytes]:
        """Make the index: give the bytes of each of its files by path. Raises SearchImpossible, and TemplateProblem.

        It is made in a folder of its own in `within`, or where the system has such folders, which is removed again.
        """
        pages = self.pages()
        return self._indexed(pages, within) if pages else {}

    def pages(self) -> dict[str, bytes]:
        """Give every page that is found as Pagefind reads it, by the path of its file in the site."""
        return {path: self._page(path, entry) for path, entry in self._entries()}

    def _indexed(self, pages: Mapping[str, bytes], within: Path | None) -> dict[str, bytes]:
        with TemporaryDirectory(prefix=f"{OWN_PREFIX}search-", dir=within) as folder:
            root = Path(folder).resolve()
            for path, content in pages.items():
                where = root / "pages" / path
                where.parent.mkdir(parents=True, exist_ok=True)
                where.write_bytes(content)
            language = self.site.publication.language.split("-")[0].lower()
            self.pagefind.run(root / "pages", root / "index", language)
            return {f"{SEARCH_INDEX}{path}": content for path, content in settled(_files_in(root / "index")).items()}

    def _entries(self) -> Iterator[tuple[str, Callable[[], SearchEntry]]]:
        return ((output_path(address), entry) for address, entry in search_entries(self.site))

    def _digest(self, path: str, entry: Callable[[], SearchEntry]) -> str:
        return self.site.recall(PAGES, path, lambda: digest(self._page(path, entry)))

    def _page(self, path: str, entry: Callable[[], SearchEntry]) -> bytes:
        if path not in self._pages:
            self._pages[path] = self.templates.render(TEMPLATE, search_document(entry()))
        return self._pages[path]


def search_index(site: Site, templates: Templates, *, for_disk: bool) -> SearchIndex | None:
    """Give the index that a site is to have, None where it has no search; raises SearchImpossible without Pagefind."""
    return SearchIndex(site, templates, installed()) if site.publication.search and not for_disk else None


def search_document(entry: SearchEntry) -> SearchDocument:
    """Make the document of a page; words of scripts without spaces are put apart, as search.js does with a query."""
    shown = [("title", entry.title), ("summary", entry.summary)]
    # Whatever stands there is searched too, so a day is written as nobody looks for it.
    shown += [("on", f"on{entry.on.replace('-', '')}"), ("direction", direction(entry.language).removeprefix("ltr"))]
    return SearchDocument(
        language=entry.language,
        title=entry.title,
        words=tuple(spaced(text).replace("’", "'") for text in (entry.title, entry.summary, *entry.texts) if text),
        shown=tuple((name, value) for name, value in shown if value),
        filters=entry.filters,
        on=entry.on or "0",
    )


def taken_over(former: Path, told: Mapping[str, str]) -> dict[str, bytes] | None:
    """Give the files of a former site's index; None where it was made of other pages, or is not whole."""
    try:
        before = manifest.read(read_bounded(former / MARKER, most=MARKER_BYTES))
        if before.searched != told:
            return None
        listed = {path: each for path, each in before.files.items() if path.startswith(SEARCH_INDEX)}
        files = {path: (former / path).read_bytes() for path in listed}
    except (OSError, FileRefused, manifest.NoManifest):
        return None
    return files if {path: digest(content) for path, content in files.items()} == listed else None


def _files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

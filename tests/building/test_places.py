"""Each content file has the pages that an editor looks at for it."""

from __future__ import annotations

import pytest

from site_src.addresses import page, source
from site_src.building.places import files_behind, pages_of
from tests.editions import edition, files_of


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("claims/2024/bridge-cost.md", ("claims/bridge-cost/", "embed/claims/bridge-cost/")),
        ("topics/bridge.md", ("topics/bridge/", "matrix/bridge/", "embed/matrix/bridge/")),
        ("sources/daily.md", ("sources/daily/",)),
        ("sources/daily.shingles", ("sources/daily/",)),
        ("pages/about.md", ("about/",)),
        ("files/bridge.png", ("files/bridge.png",)),
        ("site.yaml", ("",)),
        ("ratings.yaml", ("ratings/",)),
        ("notes.txt", ()),
        ("claims/.md", ()),
        ("elsewhere/a.md", ()),
    ],
)
def test_a_file_stands_behind_its_pages(name: str, pages: tuple[str, ...]) -> None:
    assert pages_of(name) == pages


def test_these_pages_are_those_of_the_site() -> None:
    site = edition()
    files = [entry.file for kind in (site.claims, site.topics, site.sources, site.pages) for entry in kind.values()]
    paths = files_of(site)
    for file in files:
        for address in pages_of(file.removeprefix("content/")):
            assert f"{address}index.html" in paths


def test_a_page_has_all_files_behind_it() -> None:
    behind = files_behind(["sources/daily.md", "sources/daily.shingles", "pages/about.md"])
    assert behind[source("daily")] == ("sources/daily.md", "sources/daily.shingles")
    assert behind[page("about")] == ("pages/about.md",)

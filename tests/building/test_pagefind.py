"""Pagefind: found where it is installed, told where it is not, and its files in an order that is always the same."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from site_src.building import pagefind
from site_src.building.pagefind import Pagefind, SearchImpossible, installed, packed, settled, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PAGE = """<!doctype html><html lang="en"><head><title>{0}</title></head><body data-pagefind-body><h1>{0}</h1>
<meta data-pagefind-filter="rating[content]" content="{1}"><meta data-pagefind-filter="year[content]" content="{2}">
<meta data-pagefind-sort="on[content]" content="{2}"></body></html>"""


def indexed(folder: Path, pages: Sequence[tuple[str, str, int]]) -> dict[str, bytes]:
    """Give the files that Pagefind itself makes of pages."""
    for title, rating, year in pages:
        where = folder / "pages" / title / "index.html"
        where.parent.mkdir(parents=True)
        where.write_text(PAGE.format(title, rating, year), encoding="utf-8")
    installed().run(folder / "pages", folder / "index", "en")
    index = folder / "index"
    return {path.relative_to(index).as_posix(): path.read_bytes() for path in index.rglob("*") if path.is_file()}


def test_it_is_found_where_it_is_installed() -> None:
    found = installed()
    assert found.program.is_file()
    assert found.version.startswith("1.5.")


def test_where_it_is_not_installed_the_mend_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "DISTRIBUTION", "no-such-package")
    with pytest.raises(SearchImpossible, match="which is not installed") as told:
        installed()
    assert "pip install" in told.value.hint
    assert "--no-search" in told.value.hint
    assert "search: false" in told.value.hint


def test_a_package_without_the_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "DISTRIBUTION", "pytest")
    with pytest.raises(SearchImpossible, match="has no program in it"):
        installed()


def test_a_program_that_cannot_be_started_or_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(SearchImpossible, match="cannot be started"):
        Pagefind(tmp_path / "nowhere", "1.5.2").run(tmp_path, tmp_path / "index", "en")
    script = tmp_path / "pagefind"
    script.write_text("#!/bin/sh\necho It is too hot. >&2\nexit 3\n", encoding="utf-8")
    script.chmod(0o755)
    with pytest.raises(SearchImpossible, match=r"Pagefind 1\.5\.2 made no search index\. It is too hot\."):
        Pagefind(script, "1.5.2").run(tmp_path, tmp_path / "index", "en")


def test_it_sees_no_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_OUTPUT_SUBDIR", "elsewhere")
    script = tmp_path / "pagefind"
    script.write_text('#!/bin/sh\n[ -z "$PAGEFIND_OUTPUT_SUBDIR" ]\n', encoding="utf-8")
    script.chmod(0o755)
    Pagefind(script, "1.5.2").run(tmp_path, tmp_path / "index", "en")


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    pages = [(f"claim {number}", f"rating {number % 7}", 2000 + number % 5) for number in range(60)]
    runs = [indexed(tmp_path / str(run), pages) for run in range(3)]
    assert len({json.dumps(sorted(files)) for files in runs}) > 1  # else nothing would have to be put in order
    first, *others = [settled(files) for files in runs]
    assert others == [first, first]


def test_only_what_a_page_needs_is_kept_and_what_is_named_is_there(tmp_path: Path) -> None:
    files = settled(indexed(tmp_path, [("one", "true", 2024), ("two", "false", 2023)]))
    entry = json.loads(files["pagefind-entry.json"])
    assert entry["languages"]["en"]["page_count"] == 2
    meta = unpacked(files[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"])
    assert [name for name, _ in meta[3]] == ["rating", "year"]
    assert {f"filter/{there}.pf_filter" for _, there in meta[3]} == {
        path for path in files if path.startswith("filter/")
    }
    assert [name for name, _ in meta[4]] == ["on"]
    assert {path for path in files if "/" not in path} == {
        "pagefind-entry.json",
        "pagefind.js",
        "wasm.en.pagefind",
        f"pagefind.{entry['languages']['en']['hash']}.pf_meta",
    }


def test_the_values_of_a_filter_stand_in_their_order_with_the_same_pages(tmp_path: Path) -> None:
    pages = [("one", "true", 2024), ("two", "false", 2023), ("three", "true", 2023)]
    made = indexed(tmp_path, pages)
    before = {name: dict(values) for name, values in filters(made)}
    after = dict(filters(settled(made)))
    assert {name: dict(values) for name, values in after.items()} == before
    assert [value for value, _ in after["rating"]] == ["false", "true"]


@pytest.mark.parametrize("number", [0, 23, 24, 255, 256, 65_535, 65_536, 2**32, 2**64 - 1])
def test_whole_numbers_of_every_size_are_written_as_they_were(number: int) -> None:
    item = ["ä" * 300, number, [], [[number] * 30]]
    assert unpacked(packed(item)) == item


@pytest.mark.parametrize(
    "content", [b"pagefind_dcd\x00", b"pagefind_dcd\x80\x00", b"pagefind_xyz\x80", b"pagefind_dcd\xa0"]
)
def test_what_is_no_index_is_not_taken_for_one(content: bytes) -> None:
    with pytest.raises(ValueError, match="index"):
        unpacked(zlib.compress(content, wbits=31))


def filters(files: Mapping[str, bytes]) -> list[Any]:
    """Give the filters of an index: each its name and its values with their pages."""
    return [unpacked(content) for path, content in files.items() if path.startswith("filter/")]

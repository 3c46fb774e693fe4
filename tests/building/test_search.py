"""The search index as a stage of a build: made when a page that is found changed, taken over otherwise, or left out."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_src.building import search
from site_src.building.digests import digest as digest_of
from site_src.building.job import Job
from site_src.building.pagefind import Pagefind, SearchImpossible, installed
from site_src.building.pipeline import build
from site_src.building.search import SearchIndex, search_document
from site_src.editing.verify import read_published, verify
from site_src.views.search_entry import search_entries
from tests.building.publisher import found, names
from tests.editions import TEMPLATES, edition, templates
from tests.harbour import HARBOUR, claim
from tests.modules import ROOT

if TYPE_CHECKING:
    from tests.building.publisher import Files


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Gives a place for a site, in a folder of its own."""
    return tmp_path / "public" / "_site"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Gives a copy of harbour to be changed."""
    return Path(shutil.copytree(HARBOUR, tmp_path / "content"))


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Gives a list that has a folder for each time that Pagefind was run."""
    made: list[Path] = []
    run = Pagefind.run

    def counting(self: Pagefind, pages: Path, output: Path, language: str) -> None:
        made.append(pages)
        run(self, pages, output, language)

    monkeypatch.setattr(Pagefind, "run", counting)
    return made


def built(content: Path, output: Path, *, in_place: bool = False, for_disk: bool = False, search: bool = True) -> Files:
    """Build with a search and give every file of the site."""
    assert build(Job(content, TEMPLATES, output, in_place=in_place, for_disk=for_disk, search=search)).files
    files = found(output)
    assert files is not None
    return files


def index(files: Files) -> Files:
    """Give the files of the search index."""
    return {path: content for path, content in files.items() if path.startswith("pagefind/")}


def test_a_site_has_the_index_of_its_pages(content: Path, output: Path) -> None:
    files = built(content, output)
    told = json.loads(files["build.json"])
    assert "search/index.html" in files
    assert "pagefind/pagefind.js" in files
    assert set(told["searched"]) == {"pagefind", "pages"}
    assert {path: digest_of(text) for path, text in index(files).items()} == {
        path: digest for path, digest in told["files"].items() if path.startswith("pagefind/")
    }
    assert not [path for path in files if "touchstone" in path]


def test_two_builds_are_the_same_byte_for_byte(content: Path, tmp_path: Path) -> None:
    assert built(content, tmp_path / "one") == built(content, tmp_path / "two")


def test_an_index_of_the_same_pages_is_taken_over(content: Path, output: Path, runs: list[Path]) -> None:
    first = built(content, output)
    style = content / "site.yaml"
    style.write_text(style.read_text().replace("tagline: What", "tagline: All that"))
    second = built(content, output)
    assert len(runs) == 1
    assert index(second) == index(first)
    assert second["index.html"] != first["index.html"]


@pytest.mark.parametrize("in_place", [False, True])
def test_it_is_taken_over_in_place_too(content: Path, output: Path, runs: list[Path], *, in_place: bool) -> None:
    first = built(content, output, in_place=in_place)
    assert built(content, output, in_place=in_place) == first
    assert len(runs) == 1


def test_a_page_that_changed_makes_the_index_anew(content: Path, output: Path, runs: list[Path]) -> None:
    first = built(content, output)
    (content / "claims" / "lock.md").write_text(claim(body="Seen by a diver."), encoding="utf-8")
    second = built(content, output)
    assert len(runs) == 2
    assert index(second) != index(first)


@pytest.mark.parametrize("damage", ["changed", "removed", "no build.json"])
def test_a_former_index_that_is_not_whole_is_not_taken_over(
    content: Path, output: Path, runs: list[Path], damage: str
) -> None:
    first = built(content, output)
    file = output / "pagefind" / "pagefind.js"
    if damage == "changed":
        file.write_text("alert(1)", encoding="utf-8")
    elif damage == "removed":
        file.unlink()
    else:
        (output / "build.json").write_text('{"generator": "touchstone"}', encoding="utf-8")
    assert built(content, output) == first
    assert len(runs) == 2


def test_another_version_of_pagefind_makes_it_anew(
    content: Path, output: Path, runs: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    built(content, output)
    at_hand = installed()
    monkeypatch.setattr(search, "installed", lambda: Pagefind(at_hand.program, "1.5.99"))
    assert json.loads(built(content, output)["build.json"])["searched"]["pagefind"] == "1.5.99"
    assert len(runs) == 2


def test_left_out_it_is_offered_nowhere(content: Path, output: Path, runs: list[Path]) -> None:
    built(content, output)
    files = built(content, output, search=False)
    assert index(files) == {}
    assert "search/index.html" not in files
    assert b"Search</a>" not in files["index.html"]
    told = json.loads(files["build.json"])
    assert (told["search"], told["searched"]) == (False, {})
    assert len(runs) == 1


def test_a_publication_can_do_without(content: Path, output: Path, runs: list[Path]) -> None:
    settings = content / "site.yaml"
    settings.write_text(settings.read_text().replace("search: true", "search: false"))
    files = built(content, output)
    assert (index(files), "search/index.html" in files, runs) == ({}, False, [])


def test_for_a_disk_there_is_a_page_that_says_why_there_is_no_search(content: Path, output: Path) -> None:
    files = built(content, output, for_disk=True)
    assert index(files) == {}
    assert b"browsers do not let a page search" in files["search/index.html"]


def test_an_empty_publication_has_no_index(tmp_path: Path, output: Path, runs: list[Path]) -> None:
    content = tmp_path / "content"
    content.mkdir()
    shutil.copy(HARBOUR / "ratings.yaml", content)
    settings = "title: None yet\ntagline: t\nurl: https://example.org/\nlanguage: en\n"
    (content / "site.yaml").write_text(f"{settings}publisher: {{name: n, url: https://example.org/}}\n")
    assert index(built(content, output)) == {}
    assert runs == []


def test_where_it_cannot_be_made_the_former_site_stays(
    content: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(content, output)
    (content / "claims" / "lock.md").write_text(claim(), encoding="utf-8")
    monkeypatch.setattr(search, "installed", lambda: Pagefind(Path("/no/such/program"), "1.5.2"))
    with pytest.raises(SearchImpossible):
        built(content, output)
    assert found(output) == first
    assert names(output.parent) == ["_site"]


@pytest.mark.parametrize("in_place", [False, True])
def test_killed_while_it_is_made_a_build_leaves_a_site_that_the_next_one_completes(
    content: Path, output: Path, tmp_path: Path, *, in_place: bool
) -> None:
    first = built(content, output, in_place=in_place)
    (content / "claims" / "lock.md").write_text(claim(), encoding="utf-8")
    script = tmp_path / "pagefind"
    script.write_text("#!/bin/sh\nkill -9 $PPID\n", encoding="utf-8")
    script.chmod(0o755)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, content, output, script, str(in_place)], cwd=ROOT, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    if not in_place:
        assert found(output) == first
    second = built(content, output, in_place=in_place)
    assert "claims/lock/index.html" in second
    assert not [path for path in second if "touchstone" in path]
    assert names(output.parent) == ["_site"]


def test_a_published_index_is_verified(content: Path, output: Path) -> None:
    built(content, output)
    compared = verify(read_published(output), content, TEMPLATES).comparison
    assert compared is not None
    assert compared.is_equal
    (output / "pagefind" / "pagefind.js").write_text("alert(1)", encoding="utf-8")
    compared = verify(read_published(output), content, TEMPLATES).comparison
    assert compared is not None
    assert compared.different == ("pagefind/pagefind.js",)


@pytest.mark.parametrize("options", [{"search": False}, {"for_disk": True}], ids=["left out", "for a disk"])
def test_a_site_without_an_index_is_verified_without_one(content: Path, output: Path, options: dict[str, bool]) -> None:
    built(content, output, **options)
    compared = verify(read_published(output), content, TEMPLATES).comparison
    assert compared is not None
    assert compared.is_equal


def test_pages_are_told_apart_from_what_surrounds_them() -> None:
    told = SearchIndex(edition(), templates(), installed()).pages()["claims/repair-cost/index.html"].decode()
    assert "<h1>The bridge cost 4.2 million euros to repair.</h1>" in told
    assert 'data-pagefind-filter="claimant[content]" content="city City press office"' in told
    assert 'data-pagefind-meta="on[content]" content="on20240502"' in told
    assert "Corrections log" not in told


def test_words_stand_apart_where_a_script_has_no_spaces() -> None:
    site = edition({"claims/lock.md": claim("claim: 北闸建于1911年，今天仍在使用。")})
    lock = next(made() for found, made in search_entries(site) if found == "claims/lock/")
    made = search_document(lock)
    assert made.words[0] == "北 闸 建 于 1911 年 ， 今 天 仍 在 使 用 。"
    assert dict(made.shown)["title"] == "北闸建于1911年，今天仍在使用。"


def test_what_tries_to_be_markup_is_a_text_among_others() -> None:
    site = edition({"claims/lock.md": claim('claim: "</h1><script>alert(1)</script> \\" and so on"')})
    told = SearchIndex(site, templates(), installed()).pages()["claims/lock/index.html"].decode()
    assert "<script" not in told


KILLED = """
import sys
from pathlib import Path
from site_src.building import search
from site_src.building.digests import digest as digest_of
from site_src.building.pagefind import Pagefind
from site_src.building.job import Job
from site_src.building.pipeline import build
content, output, script, in_place = sys.argv[1:]
search.installed = lambda: Pagefind(Path(script), "1.5.2")
build(Job(Path(content), Path("templates"), Path(output), search=True, in_place=in_place == "True"))
"""

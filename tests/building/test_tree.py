"""What may be written to a tree, and what a tree in place does with what stands there."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from site_src.building.tree import Tree, TreeInPlace
from tests.building.publisher import MARKER, found

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=[Tree, TreeInPlace])
def tree(request: pytest.FixtureRequest, tmp_path: Path) -> Tree:
    made = request.param(tmp_path, tmp_path)
    assert isinstance(made, Tree)
    return made


@pytest.fixture
def in_place(tmp_path: Path) -> TreeInPlace:
    return TreeInPlace(tmp_path, tmp_path)


def test_files_are_written_with_the_folders_they_need(tree: Tree, tmp_path: Path) -> None:
    files = {
        "index.html": b"home",
        "claims/foo/index.html": b"foo",
        "claims/bar/index.html": b"\x00\r\n\xff",
        ".nojekyll": b"",
        "files/größe 1.csv": b"x" * 3_000_000,
    }
    for path, content in files.items():
        tree.write(path, content)
    assert found(tmp_path) == files


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/etc/passwd",
        "..",
        "../x",
        "a/../b",
        "a/..",
        ".",
        "./a",
        "a//b",
        "a/",
        "a\\b",
        "a\0b",
        "C:\\x",
    ],
)
def test_a_path_that_leads_elsewhere_is_our_mistake(tree: Tree, tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="is not a path within the site"):
        tree.write(path, b"")
    assert found(tmp_path) == {}


def test_dots_within_a_name_are_no_matter(tree: Tree, tmp_path: Path) -> None:
    tree.write("a..b/.../..c", b"")
    assert found(tmp_path) == {"a..b/.../..c": b""}


@pytest.mark.parametrize(
    ("first", "second"),
    [("a", "a"), ("a/b", "a/b"), ("a", "a/b"), ("a/b", "a"), ("a/b", "a/b/c/d"), ("a/b/c", "a")],
)
def test_two_files_that_cannot_both_be_are_our_mistake(tree: Tree, tmp_path: Path, first: str, second: str) -> None:
    tree.write(first, b"first")
    with pytest.raises(ValueError, match="written"):
        tree.write(second, b"second")
    assert found(tmp_path) == {first: b"first"}


def test_files_have_the_modes_that_the_user_has_chosen(tree: Tree, tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        tree.write("folder/page.html", b"")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "folder" / "page.html").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "folder").stat().st_mode) == 0o750


@pytest.mark.parametrize("files", [{}, {"build.json": b"{}"}, {"index.html": MARKER}])
def test_a_site_without_its_marker_is_our_mistake(tree: Tree, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        tree.write(path, content)
    with pytest.raises(ValueError, match=r"build\.json"):
        tree.require_marker()


def test_a_site_with_its_marker_is_none(tree: Tree) -> None:
    tree.write("build.json", MARKER)
    tree.require_marker()


def test_in_place_a_marker_of_a_former_build_does_not_count(in_place: TreeInPlace, tmp_path: Path) -> None:
    (tmp_path / "build.json").write_bytes(MARKER)
    with pytest.raises(ValueError, match=r"build\.json"):
        in_place.require_marker()


def test_in_place_an_empty_folder_is_claimed_at_once(in_place: TreeInPlace, tmp_path: Path) -> None:
    in_place.claim()
    assert found(tmp_path) == {"build.json": b'{"generator": "touchstone", "unfinished": true}\n'}


def test_in_place_the_marker_of_a_former_build_stays_until_it_is_written(in_place: TreeInPlace, tmp_path: Path) -> None:
    (tmp_path / "build.json").write_bytes(MARKER)
    in_place.claim()
    assert found(tmp_path) == {"build.json": MARKER}


def test_in_place_a_file_takes_the_place_of_whatever_stood_there(in_place: TreeInPlace, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"a longer former text")
    (tmp_path / "folder" / "deep").mkdir(parents=True)
    (tmp_path / "folder" / "deep" / "page.html").touch()
    for path in ("file", "folder"):
        in_place.write(path, b"new")
    assert found(tmp_path) == {"file": b"new", "folder": b"new"}


def test_in_place_a_folder_takes_the_place_of_a_file(in_place: TreeInPlace, tmp_path: Path) -> None:
    (tmp_path / "claims").write_bytes(b"former")
    in_place.write("claims/foo/index.html", b"new")
    assert found(tmp_path) == {"claims/foo/index.html": b"new"}


def test_in_place_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    output, elsewhere = tmp_path / "public", tmp_path / "elsewhere"
    for folder in (output, elsewhere):
        folder.mkdir()
    (elsewhere / "page.html").write_bytes(b"mine")
    (output / "folder").symlink_to(elsewhere)
    (output / "page.html").symlink_to(elsewhere / "page.html")
    (output / "dangling").symlink_to("nowhere")
    (output / ".touchstone-new").symlink_to(elsewhere / "page.html")
    in_place = TreeInPlace(output, output)
    in_place.claim()
    for path in ("folder/page.html", "page.html", "dangling/page.html"):
        in_place.write(path, b"new")
    assert found(elsewhere) == {"page.html": b"mine"}
    assert not any(path.is_symlink() for path in output.rglob("*"))


def test_in_place_a_reader_never_sees_half_a_file(
    in_place: TreeInPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_bytes(b"former")
    write, seen = os.write, set()

    def write_a_little(descriptor: int, content: memoryview) -> int:
        seen.add((tmp_path / "page.html").read_bytes())
        return write(descriptor, content[:2])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", write_a_little)
        in_place.write("page.html", b"new text")
    assert seen == {b"former"}
    assert found(tmp_path) == {"page.html": b"new text"}


def test_in_place_what_was_not_written_goes(in_place: TreeInPlace, tmp_path: Path) -> None:
    (tmp_path / "kept" / "gone").mkdir(parents=True)
    (tmp_path / "gone" / "deep").mkdir(parents=True)
    for path in ("kept/gone.html", "gone/deep/page.html", "gone.html", "kept/.touchstone-new"):
        (tmp_path / path).touch()
    (tmp_path / "kept" / "link").symlink_to(tmp_path)
    in_place.write("kept/page.html", b"new")
    in_place.remove_unwritten()
    assert found(tmp_path) == {"kept/page.html": b"new"}


def test_in_place_history_what_the_disk_keeps_and_the_lock_stay(in_place: TreeInPlace, tmp_path: Path) -> None:
    for path in (".git", "lost+found", "kept/.git"):
        (tmp_path / path).mkdir(parents=True)
        (tmp_path / path / "file").touch()
    (tmp_path / ".touchstone-lock").touch()
    in_place.write("kept/page.html", b"new")
    in_place.remove_unwritten()
    kept = {".git/file": b"", "lost+found/file": b"", ".touchstone-lock": b"", "kept/page.html": b"new"}
    assert found(tmp_path) == kept


@pytest.mark.parametrize(("written", "listed"), [("claims/foo.html", "Claims/Foo.html"), ("A/B", "a/b")])
def test_in_place_a_new_file_that_is_listed_in_the_former_spelling_stays(
    in_place: TreeInPlace, tmp_path: Path, written: str, listed: str
) -> None:
    """Where upper and lower case are one name, a file written over another keeps that one's spelling."""
    in_place.write(written, b"new")
    (tmp_path / written).unlink()
    (tmp_path / written).parent.rmdir()
    (tmp_path / listed).parent.mkdir()
    (tmp_path / listed).write_bytes(b"new")
    in_place.remove_unwritten()
    assert found(tmp_path) == {listed: b"new"}

"""A folder from the disk: plain files with their bytes, and a finding for whatever is none."""

from __future__ import annotations

import inspect
import os
import socket
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from site_src.reading.files import hold, read_content, read_templates
from site_src.reading.scanning import paths_below, stamp
from tests.editor import told

if TYPE_CHECKING:
    from pathlib import Path


def laid(root: Path, files: dict[str, bytes]) -> None:
    """Puts files into a folder, with the folders they lie in."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def messages(root: Path) -> dict[str, str]:
    """Gives the message of each finding in a folder by the file's name."""
    findings = read_content(root).findings
    assert len({finding.place.file for finding in findings}) == len(findings)
    return {finding.place.file: finding.message for finding in findings}


def test_every_file_is_read_as_it_is(tmp_path: Path) -> None:
    files = {
        "site.yaml": b"\xef\xbb\xbftitle: x\r\n",
        "claims/a.md": b"---\n",
        "claims/2024/march/b.md": b"\xff\x00",
        "files/a.png": b"",
    }
    laid(tmp_path, files)
    tree = read_content(tmp_path)
    assert {file.name: file.content for file in tree.files} == files
    assert tree.findings == ()


def test_files_come_in_the_order_of_their_names_wherever_they_were_written(tmp_path: Path) -> None:
    names = ["claims/b.md", "claims/a/c.md", "claims/a.md", "claims/a-b.md", "site.yaml", "claims/ä.md"]
    laid(tmp_path / "one", dict.fromkeys(names, b""))
    laid(tmp_path / "two", dict.fromkeys(reversed(names), b""))
    assert read_content(tmp_path / "one") == read_content(tmp_path / "two")
    assert [file.name for file in read_content(tmp_path / "one").files] == sorted(names)


def test_manuals_and_names_with_a_point_are_passed_over(tmp_path: Path) -> None:
    names = ["FORMAT.md", "README.md", "claims/README.md", ".git/config", "claims/.a.md.swp", ".DS_Store", "files/.x"]
    laid(tmp_path, dict.fromkeys([*names, "claims/a.md"], b"x"))
    tree = read_content(tmp_path)
    assert ([file.name for file in tree.files], tree.findings) == (["claims/a.md"], ())


def test_other_manuals_are_files_like_any_other(tmp_path: Path) -> None:
    laid(tmp_path, dict.fromkeys(["readme.md", "README.txt", "claims/format.md"], b"x"))
    assert [file.name for file in read_content(tmp_path).files] == ["README.txt", "claims/format.md", "readme.md"]


def test_a_link_is_told_and_not_followed_wherever_it_leads(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_bytes(b"secret")
    root = tmp_path / "content"
    laid(root, {"claims/a.md": b"x"})
    (root / "claims" / "file.md").symlink_to(secret)
    (root / "claims" / "near.md").symlink_to("a.md")
    (root / "claims" / "nowhere.md").symlink_to("nothing")
    (root / "claims" / "itself.md").symlink_to("itself.md")
    (root / "topics").symlink_to(tmp_path)
    (root / "README.md").symlink_to(secret)
    (root / ".hidden").symlink_to(secret)
    tree = read_content(root)
    assert [(file.name, file.content) for file in tree.files] == [("claims/a.md", b"x")]
    assert set(messages(root)) == {
        f"content/{name}"
        for name in (
            "claims/file.md", "claims/near.md", "claims/nowhere.md", "claims/itself.md",
            "topics", "README.md", ".hidden",
        )
    }  # fmt: skip


def test_what_is_no_plain_file_is_told_and_nobody_waits_for_it(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    os.mkfifo(tmp_path / "claims" / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "claims" / "socket.md"))
        assert set(messages(tmp_path)) == {"content/claims/pipe.md", "content/claims/socket.md"}
    assert read_content(tmp_path).files == ()


def test_a_folder_may_be_called_like_a_file(tmp_path: Path) -> None:
    laid(tmp_path, {"claims/a.md/b.md": b"x", "site.yaml/c.md": b"y"})
    (tmp_path / "claims" / "empty.md").mkdir()
    tree = read_content(tmp_path)
    assert ([file.name for file in tree.files], tree.findings) == (["claims/a.md/b.md", "site.yaml/c.md"], ())


def test_a_name_that_is_not_utf_8_is_told_in_words_that_can_be_printed(tmp_path: Path) -> None:
    laid(tmp_path, {os.fsdecode(name): b"" for name in (b"claims/caf\xe9.md", b"claims/\xff")})
    tree = read_content(tmp_path)
    assert tree.files == ()
    assert [str(finding.place).encode() for finding in tree.findings] == [
        b"content/claims/caf?.md:1:1",
        b"content/claims/?:1:1",
    ]


@pytest.mark.parametrize("name", ["a\nb.md", "a b.md", "A.MD", "\u202eexe.md", "a:1.md", "c\\d.md", "*.md", "con.md"])
def test_strange_names_are_read_like_any_other(tmp_path: Path, name: str) -> None:
    laid(tmp_path, {f"claims/{name}": b"x"})
    assert [file.name for file in read_content(tmp_path).files] == [f"claims/{name}"]


def test_a_text_has_at_most_a_million_bytes_and_a_file_two(tmp_path: Path) -> None:
    laid(tmp_path, {"claims/a.md": b"x" * 1_000_000, "files/a.png": b"x" * 2_000_000})
    assert (len(read_content(tmp_path).files), read_content(tmp_path).findings) == (2, ())
    laid(tmp_path, {"claims/a.md": b"x" * 1_000_001, "files/a.png": b"x" * 2_000_001, "site.yaml": b"x" * 1_000_001})
    tree = read_content(tmp_path)
    assert tree.files == ()
    assert told(tree.findings) == ["1:1 limit"] * 3
    assert "2 MB" in messages(tmp_path)["content/files/a.png"]
    assert "1 MB" in messages(tmp_path)["content/claims/a.md"]


def test_a_file_that_is_much_too_large_is_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    with (tmp_path / "claims" / "a.md").open("wb") as file:
        file.truncate(1 << 40)
    assert set(messages(tmp_path)) == {"content/claims/a.md"}


def test_folders_may_lie_deeper_in_each_other_than_calls_can(tmp_path: Path) -> None:
    name = f"{'a/' * 150}b.md"
    laid(tmp_path, {name: b"x"})
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 100)
    try:
        files = read_content(tmp_path).files
    finally:
        sys.setrecursionlimit(limit)
    assert [file.name for file in files] == [name]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert list(messages(tmp_path / "nothing").values()) == ["This cannot be read: No such file or directory."]


def test_templates_are_read_by_their_path(tmp_path: Path) -> None:
    files = {"base.html": b"a", "pages/claim.html": b"b", "assets/tokens.css": b"c"}
    laid(tmp_path, {**files, ".swp": b"x"})
    assert read_templates(tmp_path) == files


def test_what_was_held_and_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    laid(tmp_path, {"site.yaml": b"title: x", "claims/a.md": b"a", "claims/b.md": b"b", "claims/c.md": b"c"})
    first = hold(tmp_path)
    (tmp_path / "claims/b.md").write_bytes(b"other")
    (tmp_path / "claims/c.md").unlink()
    laid(tmp_path, {"claims/d.md": b"d"})
    second = hold(tmp_path, first)
    assert second.tree == read_content(tmp_path)
    assert second.fresh == {"claims/b.md", "claims/d.md"}
    kept = {file.name: file for file in first.tree.files}
    assert [file.name for file in second.tree.files if kept.get(file.name) is file] == ["claims/a.md", "site.yaml"]


def test_a_file_that_was_touched_stays_the_one_that_is_held(tmp_path: Path) -> None:
    laid(tmp_path, {"claims/a.md": b"a"})
    first = hold(tmp_path)
    (tmp_path / "claims/a.md").touch()
    second = hold(tmp_path, first)
    assert second.tree.files[0] is first.tree.files[0]
    assert second.fresh == frozenset()


def test_what_changed_is_read_once_more_even_if_its_stamp_is_the_same(tmp_path: Path) -> None:
    laid(tmp_path, {"claims/a.md": b"a"})
    first = hold(tmp_path)
    laid(tmp_path, {"claims/a.md": b"b"})
    second = hold(tmp_path, first)
    laid(tmp_path, {"claims/a.md": b"c"})
    stamped_alike = replace(second, stamps={"claims/a.md": stamp(str(tmp_path / "claims/a.md"))})
    assert hold(tmp_path, stamped_alike).tree == read_content(tmp_path)


def test_the_link_that_an_editor_puts_beside_an_open_file_is_nothing(tmp_path: Path) -> None:
    laid(tmp_path, {"claims/a.md": b"a"})
    (tmp_path / "claims/.#a.md").symlink_to("editor@host.1234")
    tree = read_content(tmp_path)
    assert ([file.name for file in tree.files], tree.findings) == (["claims/a.md"], ())


def test_paths_below_a_folder_are_all_but_hidden_ones(tmp_path: Path) -> None:
    laid(tmp_path, {"site.yaml": b"", "claims/2024/a.md": b"", ".git/config": b"", "claims/.a.md.swp": b""})
    folders, files = paths_below(tmp_path)
    assert folders == [str(tmp_path), f"{tmp_path}/claims", f"{tmp_path}/claims/2024"]
    assert sorted(files) == [f"{tmp_path}/claims/2024/a.md", f"{tmp_path}/site.yaml"]
    assert stamp(f"{tmp_path}/nowhere") == ()

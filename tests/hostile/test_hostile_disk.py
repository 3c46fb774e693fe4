"""What a stranger can put on the disk instead of a file, and what can happen to files while they are read."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_src.building.pipeline import check
from site_src.reading.files import read_content
from tests.harbour import HARBOUR, claim

if TYPE_CHECKING:
    from collections.abc import Callable

X = "claims/x.md"


def _link(to: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(to)


def _socket(path: Path) -> None:
    # The name of a socket may have some hundred bytes, and the test's own folder may have more.
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"{short}/s")
        shutil.move(f"{short}/s", path)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


INSTEAD: dict[str, tuple[str, Callable[[Path], None]]] = {
    "a link to a file": (X, _link("repair-cost.md")),
    "a link to a file outside": (X, _link("/etc/passwd")),
    "a link to a folder": (X, _link(".")),
    "a link to the folder above": (X, _link("../..")),
    "a link to itself": (X, _link("x.md")),
    "a link to nowhere": (X, _link("nowhere")),
    "a link to a device": (X, _link("/dev/zero")),
    "a link to what the process has open": (X, _link("/proc/self/fd/0")),
    "a link to the memory of the process": (X, _link("/proc/self/mem")),
    "a link instead of a folder": ("claims/sub", _link("../topics")),
    "a link instead of a folder of the machine": ("claims/etc", _link("/etc")),
    "a link instead of a picture": ("files/x.png", _link("bridge.png")),
    "a link instead of fingerprints": ("sources/port-blog.shingles", _link("harbour-daily.shingles")),
    "a link instead of a manual": ("README.md", _link("site.yaml")),
    "a link that is hidden": ("claims/.x.md", _link("/etc/passwd")),
    "a link that an editor would not make": ("claims/.x", _link("user@host.1")),
    "a pipe": (X, os.mkfifo),
    "a pipe instead of settings": ("files/x.png", os.mkfifo),
    "a pipe in a folder": ("pages/sub/x.md", os.mkfifo),
    "a socket": (X, _socket),
    "a file of a terabyte": (X, _sparse),
    "a picture of a terabyte": ("files/x.png", _sparse),
}


@pytest.mark.parametrize("what", INSTEAD)
def test_what_is_no_plain_file_is_refused_by_its_name_and_nobody_waits_for_it(tmp_path: Path, what: str) -> None:
    name, make = INSTEAD[what]
    make(place(tmp_path, name))
    told = [f"{name} file", f"{name} limit"]
    assert [each for each in errors(tmp_path) if each.endswith((" file", " limit"))] in (told[:1], told[1:])


def test_a_second_name_of_a_file_is_a_file(tmp_path: Path) -> None:
    path = place(tmp_path, X)
    os.link(path.with_name("toll-planned.md"), path)
    assert [file.name for file in read_content(tmp_path / "content").files if file.name == X] == [X]


@pytest.mark.parametrize("name", [".x.md", ".x.md.swp", ".#x.md", "._x.md", ".DS_Store", ".git/config", ".x/y.md"])
def test_hidden_names_and_what_editors_drop_are_passed_over(tmp_path: Path, name: str) -> None:
    place(tmp_path, f"claims/{name}").write_bytes(b"\xff")
    assert errors(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["#x.md#", "x.md~", "x.md.swp", "4913", "x.md___jb_tmp___", "Thumbs.db", "x (copy).md"]
)
def test_what_editors_drop_in_sight_is_told(tmp_path: Path, name: str) -> None:
    place(tmp_path, f"claims/{name}").write_text(claim(), encoding="utf-8")
    assert errors(tmp_path) in ([f"claims/{name} file"], [f"claims/{name} slug"])


@pytest.mark.parametrize(
    "name", ["x.md", "deep/er/x.md", "x.md/x.md", "site.yaml/x.md", "..x/x.md", "a b/x.md", "\n/x.md"]
)
def test_folders_may_be_called_as_they_like(tmp_path: Path, name: str) -> None:
    place(tmp_path, f"claims/{name}").write_text(claim(), encoding="utf-8")
    hidden = name.startswith(".")
    assert [file.name for file in read_content(tmp_path / "content").files if file.name.endswith("/x.md")] == (
        [] if hidden else [f"claims/{name}"]
    )
    assert errors(tmp_path) == []


def test_a_name_of_255_bytes_is_told_as_any_other(tmp_path: Path) -> None:
    name = f"claims/{'a' * 252}.md"
    place(tmp_path, name).write_text(claim(), encoding="utf-8")
    assert errors(tmp_path) == [f"{name} slug"]


def test_two_spellings_of_one_name_are_two_files_and_neither_is_a_slug(tmp_path: Path) -> None:
    for name in ("pass\u00e9.md", "passe\u0301.md"):
        place(tmp_path, f"claims/{name}").write_text(claim(), encoding="utf-8")
    assert {told.partition(" ")[2] for told in errors(tmp_path)} == {"slug"}


def test_the_content_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    shutil.copytree(HARBOUR, tmp_path / "elsewhere")
    (tmp_path / "content").symlink_to("elsewhere")
    assert errors(tmp_path) == []


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    place(tmp_path, X).write_text(claim(), encoding="utf-8")
    meddle(monkeypatch, lambda _: _raise(error))
    assert errors(tmp_path) == [f"{X} file"]


def test_a_file_that_vanishes_before_it_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(tmp_path, X).write_text(claim(), encoding="utf-8")
    meddle(monkeypatch, lambda path: Path(path).unlink())
    assert errors(tmp_path) == [f"{X} file"]


def test_a_file_that_becomes_a_link_before_it_is_read_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path, X).write_text(claim(), encoding="utf-8")

    def swap(path: str) -> None:
        Path(path).unlink()
        Path(path).symlink_to("repair-cost.md")

    meddle(monkeypatch, swap)
    assert errors(tmp_path) == [f"{X} file"]


def test_a_file_that_becomes_a_pipe_before_it_is_read_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path, X).write_text(claim(), encoding="utf-8")

    def swap(path: str) -> None:
        Path(path).unlink()
        os.mkfifo(path)

    meddle(monkeypatch, swap)
    assert errors(tmp_path) == [f"{X} file"]


def test_a_file_that_grows_before_it_is_read_is_read_up_to_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path, X).write_text(claim(), encoding="utf-8")
    meddle(monkeypatch, lambda path: os.truncate(path, 1 << 40))
    assert errors(tmp_path) == [f"{X} limit"]


def test_a_folder_that_vanishes_while_others_are_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(tmp_path, X).write_text(claim(), encoding="utf-8")
    place(tmp_path, "claims/sub/y.md").write_text(claim(), encoding="utf-8")
    meddle(monkeypatch, lambda path: shutil.rmtree(Path(path).with_name("sub")))
    (told,) = errors(tmp_path)
    assert (told.startswith("claims/sub"), told.endswith(" file")) == (True, True)


def place(folder: Path, name: str) -> Path:
    """Give the path of something new in a copy of harbour, which is made when it is first asked for."""
    content = folder / "content"
    if not content.exists():
        shutil.copytree(HARBOUR, content)
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def errors(folder: Path) -> list[str]:
    """Give name and rule of every error in the copy."""
    found = check(folder / "content").findings
    whole = f"{folder}/content/"
    return [f"{each.place.file.removeprefix(whole)} {each.rule}" for each in found if each.is_error]


def meddle(monkeypatch: pytest.MonkeyPatch, change: Callable[[str], object]) -> None:
    """Change the file claims/x.md in the moment before it is opened."""
    opened = os.open

    def open_changed(path: os.PathLike[str], flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if os.fspath(path).endswith("content/claims/x.md"):
            change(os.fspath(path))
        return opened(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", open_changed)


def _raise(error: OSError) -> None:
    raise error

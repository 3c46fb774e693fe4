"""Putting one folder in another's place, on systems that can exchange them and on those that cannot."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING

import pytest

from site_src.building import exchange
from site_src.building.exchange import Place, remove, replace, settle, swapped
from tests.building.publisher import found, names, without_exchange

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = {"page.html": b"old"}
NEW = {"page.html": b"new"}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A finished spare folder beside a former site."""
    ready = Place(tmp_path / "public")
    for folder, content in ((ready.output, b"old"), (ready.spare, b"new")):
        folder.mkdir()
        (folder / "page.html").write_bytes(content)
    return ready


def answering(number: int) -> Callable[[str], Callable[..., int]]:
    """Stands in for a C library whose calls fail with an error number."""

    def call(*_: object) -> int:
        ctypes.set_errno(number)
        return -1

    return lambda _: call


def test_two_folders_change_places_or_both_stay(place: Place) -> None:
    exchanged = swapped(place.output, place.spare)
    assert (found(place.output), found(place.spare)) == ((NEW, OLD) if exchanged else (OLD, NEW))


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_the_call_of_the_system_gets_both_folders(place: Place, monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    calls = []

    def call(*arguments: object) -> int:
        calls.append(arguments)
        return 0

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(exchange, "_library_function", {"renameat2": call, "renamex_np": call}.get)
    assert swapped(place.output, place.spare)
    first, second = os.fsencode(place.output), os.fsencode(place.spare)
    assert calls == [(-100, first, -100, second, 2) if system == "linux" else (first, second, 2)]


@pytest.mark.parametrize("system", ["freebsd14", "win32"])
def test_elsewhere_there_is_no_exchange(place: Place, monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert not swapped(place.output, place.spare)
    assert found(place.output) == OLD


def test_a_c_library_without_the_call_cannot_exchange(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_CALLS", {sys.platform: ("no_such_call", lambda a, b: (a, b))})
    assert not swapped(place.output, place.spare)


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM])
def test_where_the_call_is_not_known_two_renames_do_it(
    place: Place, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(exchange, "_library_function", answering(number))
    assert not swapped(place.output, place.spare)
    replace(place)
    assert found(place.output) == NEW


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV, errno.EACCES, errno.ENOSPC])
def test_other_errors_of_the_call_are_raised(place: Place, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(exchange, "_library_function", answering(number))
    with pytest.raises(OSError, match="public") as raised:
        replace(place)
    assert raised.value.errno == number
    assert (found(place.output), found(place.spare)) == (OLD, NEW)
    assert not place.journal.exists()


@pytest.mark.parametrize("way", [swapped, without_exchange])
def test_replacing_and_settling_leaves_the_new_folder_alone(
    place: Place, monkeypatch: pytest.MonkeyPatch, way: Callable[[Path, Path], bool]
) -> None:
    monkeypatch.setattr(exchange, "swapped", way)
    replace(place)
    assert found(place.output) == NEW
    settle(place)
    assert found(place.output) == NEW
    assert names(place.output.parent) == ["public"]


@pytest.mark.parametrize("failing", [1, 2])
def test_a_rename_that_fails_leaves_the_former_folder_in_its_place(
    place: Place, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    renamed, renames = os.rename, []

    def rename(source: Path, target: Path) -> None:
        renames.append(source)
        if len(renames) == failing:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        renamed(source, target)

    monkeypatch.setattr(exchange, "swapped", without_exchange)
    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(OSError, match=os.strerror(errno.EBUSY)):
        replace(place)
    assert found(place.output) == OLD
    settle(place)
    assert names(place.output.parent) == ["public"]


@pytest.mark.parametrize(
    ("on_disk", "whole"),
    [
        ({"output": OLD, "spare": NEW}, OLD),
        ({"former": OLD, "spare": NEW}, NEW),
        ({"former": OLD, "output": NEW}, NEW),
        ({"former": {}, "output": NEW}, NEW),
        ({"former": OLD}, OLD),
        ({"output": NEW}, NEW),
        ({}, None),
    ],
)
def test_whatever_a_journal_was_left_with_the_output_is_whole_again(
    tmp_path: Path, on_disk: dict[str, dict[str, bytes]], whole: dict[str, bytes] | None
) -> None:
    place = Place(tmp_path / "public")
    place.journal.touch()
    for name, files in on_disk.items():
        folder: Path = getattr(place, name)
        folder.mkdir()
        for path, content in files.items():
            (folder / path).write_bytes(content)
    settle(place)
    assert found(place.output) == whole
    assert names(tmp_path) == ([] if whole is None else ["public"])


def test_without_a_journal_a_spare_folder_never_becomes_the_output(place: Place) -> None:
    """It may be half written."""
    remove(place.output)
    settle(place)
    assert names(place.output.parent) == []


def test_the_journal_stands_on_the_disk_before_the_first_rename(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    renamed, journals = os.rename, []

    def rename(source: Path, target: Path) -> None:
        journals.append(place.journal.read_text())
        renamed(source, target)

    monkeypatch.setattr(exchange, "swapped", without_exchange)
    monkeypatch.setattr(os, "rename", rename)
    replace(place)
    assert len(journals) == 2
    assert all("next command" in journal for journal in journals)


def test_removing_takes_a_link_and_not_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "page.html").write_bytes(b"kept")
    (tmp_path / "tree").mkdir()
    for link in (tmp_path / "link", tmp_path / "tree" / "link"):
        link.symlink_to(tmp_path / "kept")
    remove(tmp_path / "link")
    remove(tmp_path / "tree")
    remove(tmp_path / "nothing")
    assert found(tmp_path) == {"kept/page.html": b"kept"}

"""Every way in which editors save is noticed, and a folder at rest is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.serving.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Gives a folder with files in it, more than are looked at in one go."""
    for number in range(700):
        path = tmp_path / f"claims/{number % 7}/{number:04}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def at_rest(folder: Path, wait: Callable[[float], object] = lambda _seconds: None) -> Watch:
    """Gives a watch that has looked at everything and found it at rest."""
    watch = Watch([folder], wait)
    assert watch.has_changed()
    assert not any(watch.has_changed() for _ in range(9))
    return watch


def overwrite(path: Path) -> None:
    path.write_text("other")


def put_in_place(path: Path) -> None:
    beside = path.with_name(".new")
    beside.write_text("y")
    beside.replace(path)


def move_away_and_write(path: Path) -> None:
    path.rename(path.with_name("former.md"))
    path.write_text("x")


def delete(path: Path) -> None:
    path.unlink()


def add(path: Path) -> None:
    path.with_name("new.md").write_text("x")


def add_folder(path: Path) -> None:
    path.with_name("new").mkdir()


@pytest.mark.parametrize("number", [0, 123, 699])
@pytest.mark.parametrize("edit", [overwrite, put_in_place, move_away_and_write, delete, add, add_folder])
def test_a_change_is_noticed_within_a_few_looks_and_then_once_more(
    folder: Path, edit: Callable[[Path], None], number: int
) -> None:
    watch = at_rest(folder)
    edit(folder / f"claims/{number % 7}/{number:04}.md")
    assert any(watch.has_changed() for _ in range(6))
    assert watch.has_changed()
    assert not any(watch.has_changed() for _ in range(9))


def test_what_changed_before_or_is_expected_is_noticed_at_the_next_look(folder: Path) -> None:
    watch = at_rest(folder)
    expected = folder / "claims/4/0123.md"
    watch.expect([str(expected)])
    for _ in range(2):
        overwrite(expected)
        assert watch.has_changed()
        assert watch.has_changed()
        expected.write_text("x")
        assert watch.has_changed()
        assert watch.has_changed()


def test_a_file_that_is_expected_and_not_there_is_at_rest(folder: Path) -> None:
    watch = at_rest(folder)
    watch.expect([str(folder / "claims/nowhere.md")])
    assert not watch.has_changed()


def test_hidden_files_are_nothing(folder: Path) -> None:
    watch = at_rest(folder)
    (folder / "claims/0/.0000.md.swp").write_text("x")
    # The folder itself tells of it, which costs one look; what is written into it afterwards tells nothing.
    assert watch.has_changed()
    assert watch.has_changed()
    (folder / "claims/0/.0000.md.swp").write_text("other")
    assert not any(watch.has_changed() for _ in range(9))


def test_a_file_is_told_when_it_has_been_written_to_its_end(folder: Path) -> None:
    path = folder / "claims/0/0000.md"
    parts = ["---\n", "claim: A claim.\n", "---\n"]

    def meanwhile(_seconds: float) -> None:
        if parts:
            with path.open("a", encoding="utf-8") as file:
                file.write(parts.pop(0))

    watch = at_rest(folder, meanwhile)
    path.write_text("")
    assert any(watch.has_changed() for _ in range(6))
    assert path.read_text(encoding="utf-8") == "---\nclaim: A claim.\n---\n"


def test_a_file_that_never_comes_to_rest_is_told_all_the_same(folder: Path) -> None:
    path = folder / "claims/0/0000.md"

    def meanwhile(_seconds: float) -> None:
        with path.open("a", encoding="utf-8") as file:
            file.write("more\n")

    watch = at_rest(folder, meanwhile)
    path.write_text("")
    assert any(watch.has_changed() for _ in range(6))


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    watch = at_rest(tmp_path / "content")
    (tmp_path / "content").mkdir()
    assert watch.has_changed()

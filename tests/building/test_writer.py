"""Publishing as its users rely on it: whole or not at all, whatever happens and whenever."""

from __future__ import annotations

import errno
import itertools
import os
import signal
import stat
import time
from typing import TYPE_CHECKING

import pytest

from site_src.building import exchange
from site_src.building.writer import OutputRefused, publishing, recover
from tests.building.publisher import (
    MARKER,
    found,
    killed_at_each_call,
    names,
    publish,
    site,
    started,
    without_exchange,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.building.publisher import Files

A, B, C = site("a"), site("b"), site("c")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "public"


@pytest.fixture(params=["exchange", "two renames"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(exchange, "swapped", without_exchange)


def failing(number: int, *, after: int = 0) -> Callable[..., int]:
    """Stands in for a call of the system that works `after` times and then fails."""
    turns = itertools.count()

    def call(*given: object, **_: object) -> int:
        if next(turns) >= after:
            raise OSError(number, os.strerror(number))
        return len(given[1]) if len(given) > 1 and isinstance(given[1], memoryview) else 0

    return call


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("empty_folder", [True, False])
def test_a_first_build_makes_the_site(output: Path, *, empty_folder: bool) -> None:
    if empty_folder:
        output.mkdir()
    publish(output, A)
    assert found(output) == A
    assert names(output.parent) == ["public"]


@pytest.mark.usefixtures("either_way")
def test_a_second_build_replaces_the_whole_site(output: Path) -> None:
    publish(output, A)
    (output / "note.txt").write_text("put there by hand")
    publish(output, B)
    assert found(output) == B
    assert names(output.parent) == ["public"]


def test_folders_above_the_output_are_made(tmp_path: Path) -> None:
    publish(tmp_path / "www" / "facts" / "public", A)
    assert found(tmp_path / "www" / "facts" / "public") == A


def test_the_output_may_be_named_relative_to_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    relative = (tmp_path / "public").relative_to(tmp_path)
    publish(relative, A)
    publish(relative, B)
    assert found(tmp_path / "public") == B


def test_a_link_to_a_folder_stays_and_its_target_is_replaced(output: Path, tmp_path: Path) -> None:
    (tmp_path / "served").mkdir()
    output.symlink_to("served")
    publish(output, A)
    publish(output, B)
    assert output.is_symlink()
    assert found(tmp_path / "served") == B
    assert names(tmp_path) == ["public", "served"]


@pytest.mark.parametrize("mode", [0o700, 0o2755, 0o555])
def test_the_folder_keeps_its_mode(output: Path, mode: int) -> None:
    publish(output, A)
    output.chmod(mode)
    # Some systems do not let everybody set the group bit.
    kept = output.stat().st_mode
    publish(output, B)
    assert stat.S_IMODE(output.stat().st_mode) == stat.S_IMODE(kept)
    assert names(output.parent) == ["public"]
    output.chmod(0o700)


def test_a_private_site_is_private_while_it_is_written(output: Path, tmp_path: Path) -> None:
    output.mkdir(mode=0o700)
    with publishing(output) as tree:
        tree.write("build.json", MARKER)
        modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir() if path.is_dir()}
    assert modes == {0o700}


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("before", [None, A])
def test_a_build_that_fails_leaves_the_former_site_and_no_litter(output: Path, before: Files | None) -> None:
    if before is not None:
        publish(output, before)
    with pytest.raises(ZeroDivisionError):
        publish_and_fail(output)
    assert found(output) == before
    assert names(output.parent) == ([] if before is None else ["public"])


def test_an_error_of_the_builder_itself_is_not_called_one_of_the_output(output: Path) -> None:
    with pytest.raises(FileNotFoundError), publishing(output):
        (output.parent / "missing.md").read_bytes()


def test_a_site_that_the_next_build_would_not_know_is_not_published(output: Path) -> None:
    publish(output, A)
    with pytest.raises(ValueError, match=r"build\.json"), publishing(output) as tree:
        tree.write("index.html", b"new")
    assert found(output) == A


@pytest.mark.parametrize("in_place", [True, False])
def test_a_folder_with_other_files_is_refused_and_untouched(output: Path, *, in_place: bool) -> None:
    output.mkdir()
    (output / "thesis.txt").write_text("the only copy")
    changed = output.stat().st_mtime_ns
    with pytest.raises(OutputRefused, match=r"public holds .* such as thesis\.txt"):
        publish(output, A, in_place=in_place)
    assert found(output) == {"thesis.txt": b"the only copy"}
    assert output.stat().st_mtime_ns == changed
    assert names(output.parent) == ["public"]


@pytest.mark.parametrize("in_place", [True, False])
def test_a_file_the_current_folder_and_protected_folders_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, in_place: bool
) -> None:
    (tmp_path / "note.txt").write_text("mine")
    for folder in ("work", "site/content"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work")
    for output in (tmp_path / "note.txt", tmp_path / "work", tmp_path / "site"):
        with (
            pytest.raises(OutputRefused, match=r"is a file|working in|is or holds"),
            publishing(output, protect=[tmp_path / "site" / "content"], in_place=in_place),
        ):
            pytest.fail("the build has begun")
    assert found(tmp_path) == {"note.txt": b"mine", "work/": b"", "site/content/": b""}


@pytest.mark.parametrize("in_place", [True, False])
def test_what_is_not_ours_beside_the_output_stays(output: Path, *, in_place: bool) -> None:
    for name in (".public", ".public.spare", ".public.former", "public.lock", ".other.touchstone-spare"):
        (output.parent / name).mkdir()
        (output.parent / name / "note.txt").write_text("mine")
    before = names(output.parent)
    publish(output, A, in_place=in_place)
    publish(output, B, in_place=in_place)
    assert names(output.parent) == sorted([*before, "public"])


@pytest.mark.parametrize("first_in_place", [True, False])
@pytest.mark.parametrize("second_in_place", [True, False])
def test_a_second_build_at_the_same_time_is_refused(
    output: Path, *, first_in_place: bool, second_in_place: bool
) -> None:
    with publishing(output, in_place=first_in_place) as tree:
        for path, content in A.items():
            tree.write(path, content)
        with pytest.raises(OutputRefused, match="Another build is writing to"):
            publish(output, B, in_place=second_in_place)
    assert found(output) == A
    publish(output, B, in_place=second_in_place)
    assert found(output) == B
    assert names(output.parent) == ["public"]


def test_two_sites_side_by_side_may_be_built_at_once(tmp_path: Path) -> None:
    with publishing(tmp_path / "one") as tree:
        tree.write("build.json", MARKER)
        publish(tmp_path / "two", B)
    assert found(tmp_path / "one") == {"build.json": MARKER}
    assert found(tmp_path / "two") == B


@pytest.mark.parametrize("call", ["mkdir", "open", "write"])
@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "no room left on the disk"),
        (errno.EROFS, "Nothing can be written in"),
        (errno.EACCES, "Nothing can be written in"),
        (errno.EIO, "cannot be written to: "),
    ],
)
def test_a_disk_that_takes_nothing_more_is_told_and_the_former_site_stays(
    output: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, message: str
) -> None:
    publish(output, A)
    with monkeypatch.context() as patched:
        patched.setattr(os, call, failing(number))
        with pytest.raises(OutputRefused, match=message) as refused:
            publish(output, B)
    assert "The site that was there is as it was." in refused.value.message
    assert found(output) == A
    assert names(output.parent) == ["public"]
    publish(output, B)
    assert found(output) == B


def test_a_disk_that_is_full_half_way_is_told_and_the_former_site_stays(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(output, A)
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", failing(errno.ENOSPC, after=2))
        with pytest.raises(OutputRefused, match="no room left on the disk"):
            publish(output, B)
    assert found(output) == A
    assert names(output.parent) == ["public"]


def test_a_former_site_that_cannot_be_removed_is_told_by_the_next_build(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new site is out: the build that made it has not failed."""
    publish(output, A)
    with monkeypatch.context() as patched:
        patched.setattr("shutil.rmtree", failing(errno.EACCES))
        publish(output, B)
        assert found(output) == B
        with pytest.raises(OutputRefused, match="Nothing can be written in"):
            publish(output, C)
        assert found(output) == B
    publish(output, C)
    assert found(output) == C
    assert names(output.parent) == ["public"]


def test_a_mount_point_is_told_before_anything_is_written(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output.mkdir()
    with monkeypatch.context() as patched:
        patched.setattr("os.path.ismount", lambda path: path == output)
        with pytest.raises(OutputRefused, match="mount point") as refused:
            publish(output, A)
    assert "--in-place" in refused.value.hint
    assert names(output.parent) == ["public"]


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_a_folder_that_cannot_be_renamed_is_told_and_stays(
    output: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    publish(output, A)
    with monkeypatch.context() as patched:
        patched.setattr(exchange, "swapped", failing(number))
        with pytest.raises(OutputRefused, match="in one step") as refused:
            publish(output, B)
    assert "--in-place" in refused.value.hint
    assert found(output) == A
    assert names(output.parent) == ["public"]


@pytest.mark.parametrize("way", [[], ["--without-exchange"]])
@pytest.mark.parametrize("before", [None, A])
def test_killed_before_any_call_of_the_system_the_output_is_one_site(
    output: Path, before: Files | None, way: list[str]
) -> None:
    """Whole at once, or after the next command where two renames are needed; the next build then succeeds."""
    seen = set()
    restore(output, before)
    for moment in killed_at_each_call(output, "b", *way):
        seen.add("missing" if before and not output.exists() else "whole")
        recover(output)
        assert found(output) in (before, B), moment
        seen.add("new" if found(output) == B else "former")
        publish(output, C)
        assert found(output) == C, moment
        assert names(output.parent) == ["public"], moment
        restore(output, before)
    assert found(output) == B
    assert seen == {"whole", "former", "new"} | ({"missing"} if before and way else set())


def test_killed_at_any_time_the_output_is_one_site_and_the_next_build_succeeds(output: Path) -> None:
    first, second, third = site("a", 300), site("b", 300), site("c", 300)
    publish(output, first)
    for kill in range(15):
        process = started(output, 300, "a", "b")
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(kill * 0.618 % 1 / 10)
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert found(output) in (first, second, third), kill
        publish(output, third)
        assert found(output) == third, kill
        assert names(output.parent) == ["public"], kill


@pytest.mark.parametrize("before", [None, A])
def test_killed_in_place_the_next_build_succeeds(output: Path, before: Files | None) -> None:
    restore(output, before)
    for moment in killed_at_each_call(output, "b", "--in-place"):
        publish(output, C, in_place=moment % 2 == 0)
        assert found(output) == C, moment
        assert names(output.parent) == ["public"], moment
        restore(output, before)
    assert found(output) == B


@pytest.mark.parametrize("in_place", [True, False])
def test_a_build_after_one_that_was_killed_between_two_renames_succeeds(output: Path, *, in_place: bool) -> None:
    """Also when it fails itself: what was ready then is published by the way."""
    kill_between_two_renames(output, A, B)
    with pytest.raises(ZeroDivisionError):
        publish_and_fail(output, in_place=in_place)
    assert found(output) == B | ({"index.html": b"new"} if in_place else {})
    publish(output, C, in_place=in_place)
    assert found(output) == C
    assert names(output.parent) == ["public"]


def test_recovering_finishes_what_was_killed_between_two_renames(output: Path) -> None:
    kill_between_two_renames(output, A, B)
    assert not output.exists()
    recover(output)
    assert found(output) == B
    assert names(output.parent) == ["public"]


def test_recovering_writes_nothing_where_nothing_is_to_be_done(output: Path) -> None:
    publish(output, A)
    changed = output.parent.stat().st_mtime_ns
    recover(output)
    assert output.parent.stat().st_mtime_ns == changed


def test_recovering_leaves_a_build_alone_that_is_at_work(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another command that starts between the two renames must not take the new site away."""
    publish(output, A)
    rename = type(output).rename

    def rename_while_another_command_starts(path: Path, target: Path) -> Path:
        moved = rename(path, target)
        recover(output)
        return moved

    monkeypatch.setattr(exchange, "swapped", without_exchange)
    monkeypatch.setattr(type(output), "rename", rename_while_another_command_starts)
    publish(output, B)
    assert found(output) == B
    assert names(output.parent) == ["public"]


def test_recovering_says_when_it_is_not_allowed_to(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kill_between_two_renames(output, A, B)
    with monkeypatch.context() as patched:
        patched.setattr(os, "rename", failing(errno.EROFS))
        with pytest.raises(OutputRefused, match="Nothing can be written in") as refused:
            recover(output)
        assert "as it was" not in str(refused.value)
    recover(output)
    assert found(output) == B


def test_in_place_files_take_the_former_ones_place_and_the_rest_goes(output: Path) -> None:
    publish(output, A | {"gone/deep/index.html": b"old"})
    folder = output.stat().st_ino
    publish(output, B, in_place=True)
    assert found(output) == B
    assert output.stat().st_ino == folder
    assert names(output.parent) == ["public"]


def test_in_place_a_build_that_fails_removes_nothing(output: Path) -> None:
    publish(output, A)
    with pytest.raises(ZeroDivisionError):
        publish_and_fail(output, in_place=True)
    assert found(output) == A | {"index.html": b"new"}


def test_in_place_a_full_disk_is_told_with_what_it_means(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(output, A)
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", failing(errno.ENOSPC))
        with pytest.raises(OutputRefused, match="the rest of the one before") as refused:
            publish(output, B, in_place=True)
    assert "no room left" in refused.value.message
    assert found(output) == A


def test_in_place_the_folder_above_need_not_be_writable(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output.mkdir()
    real = os.open

    def open_below(path: str, flags: int, mode: int = 0o777, **options: int) -> int:
        if str(path).rpartition("/")[0] == str(output.parent):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, flags, mode, **options)

    monkeypatch.setattr(os, "open", open_below)
    with publishing(output, in_place=True) as tree:
        tree.write("build.json", MARKER)
        with pytest.raises(OutputRefused, match="Another build"):
            publish(output, A, in_place=True)
    assert found(output) == {"build.json": MARKER}


def test_a_git_work_tree_is_built_in_place_only_and_keeps_its_history(output: Path) -> None:
    (output / ".git").mkdir(parents=True)
    (output / ".git" / "HEAD").write_text("ref: refs/heads/site\n")
    kept = {".git/HEAD": b"ref: refs/heads/site\n"}
    for pages in (A, B):
        with pytest.raises(OutputRefused, match="git repository") as refused:
            publish(output, pages)
        assert "--in-place" in refused.value.hint
        publish(output, pages, in_place=True)
        assert found(output) == pages | kept


def restore(output: Path, before: Files | None) -> None:
    """Brings back what was there before a build: a site, or nothing."""
    if before is None:
        exchange.remove(output)
    else:
        publish(output, before)


def publish_and_fail(output: Path, *, in_place: bool = False) -> None:
    with publishing(output, in_place=in_place) as tree:
        tree.write("index.html", b"new")
        raise ZeroDivisionError


def kill_between_two_renames(output: Path, former: Files, new: Files) -> None:
    """Leaves on the disk what a system without exchange has there at the worst moment."""
    place = exchange.Place(output)
    publish(output.parent / "ready", new)
    publish(output, former)
    output.rename(place.former)
    (output.parent / "ready").rename(place.spare)
    place.journal.touch()

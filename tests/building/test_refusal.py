"""Which folders are refused as output, with which words."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from site_src.building.manifest import Told, begin
from site_src.building.refusal import (
    OutputRefused,
    is_ours,
    refusal,
    refuse_foreign,
    refuse_place,
    refuse_unswappable,
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "public"


@pytest.mark.parametrize("generator", ["touchstone", "touchstone 0.1.0", "touchstone 2.0 (a test)"])
def test_a_folder_with_our_marker_is_ours(tmp_path: Path, generator: str) -> None:
    (tmp_path / "build.json").write_text(json.dumps({"generator": generator, "claims": 3}))
    (tmp_path / "index.html").touch()
    assert is_ours(tmp_path)
    refuse_foreign(tmp_path)


@pytest.mark.parametrize(
    "marker",
    [
        b"",
        b"not JSON",
        b"\xff\xfe\xfd",
        b"null",
        b'"touchstone"',
        b'["generator", "touchstone"]',
        b"{}",
        b'{"generator": null}',
        b'{"generator": ["touchstone"]}',
        b'{"generator": "touchstones 1"}',
        b'{"generator": "another generator"}',
        b'{"generator": "not touchstone"}',
        b'{"generator": "touchstone", "n": ' + b"1" * 10_000 + b"}",
        b'{"generator": "touchstone", "deep": ' + b"[" * 200_000,
    ],
    ids=range(14),
)
def test_a_folder_with_another_marker_is_not(tmp_path: Path, marker: bytes) -> None:
    (tmp_path / "build.json").write_bytes(marker)
    assert not is_ours(tmp_path)
    with pytest.raises(OutputRefused, match=r"such as build\.json"):
        refuse_foreign(tmp_path)


def test_a_marker_too_large_to_be_ours_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "build.json").write_bytes(b'{"generator": "touchstone"}' + b" " * 1000)
    assert is_ours(tmp_path)
    monkeypatch.setattr("site_src.building.refusal.MARKER_BYTES", 1000)
    assert not is_ours(tmp_path)


def test_the_marker_may_list_the_files_of_a_large_site(tmp_path: Path) -> None:
    files = {f"claims/a-claim-with-a-rather-long-name-{number}/index.html": "0" * 64 for number in range(30_000)}
    (tmp_path / "build.json").write_text(json.dumps({"files": files, "generator": "touchstone 0.1.0"}))
    assert is_ours(tmp_path)


def test_the_marker_of_a_site_of_any_size_is_known_by_its_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told("https://example.org/")
    (tmp_path / "build.json").write_bytes(begin({}, {}, {}, b"", told).as_bytes() + b" " * 1000)
    monkeypatch.setattr("site_src.building.refusal.MARKER_BYTES", 1000)
    assert is_ours(tmp_path)
    refuse_foreign(tmp_path)


@pytest.mark.parametrize("kind", ["folder", "link", "pipe", "nothing"])
def test_a_marker_that_is_no_file_is_none(tmp_path: Path, output: Path, kind: str) -> None:
    output.mkdir()
    (tmp_path / "real.json").write_text('{"generator": "touchstone"}')
    if kind == "folder":
        (output / "build.json").mkdir()
    elif kind == "link":
        (output / "build.json").symlink_to(tmp_path / "real.json")
    elif kind == "pipe":
        os.mkfifo(output / "build.json")
    assert not is_ours(output)


def test_a_folder_that_is_absent_or_empty_is_not_foreign(output: Path) -> None:
    refuse_foreign(output)
    output.mkdir()
    refuse_foreign(output)


def test_what_the_system_and_a_killed_build_leave_does_not_make_a_folder_foreign(output: Path) -> None:
    for name in ("lost+found", ".git", ".touchstone-lock", ".touchstone-new"):
        (output / name).mkdir(parents=True)
        refuse_foreign(output)
    (output / ".htaccess").touch()
    with pytest.raises(OutputRefused, match=r"such as \.htaccess"):
        refuse_foreign(output)


@pytest.mark.parametrize("kind", ["file", "pipe"])
def test_what_is_no_folder_is_refused(output: Path, kind: str) -> None:
    output.touch() if kind == "file" else os.mkfifo(output)
    with pytest.raises(OutputRefused, match="public is a file"):
        refuse_place(output, [])


@pytest.mark.parametrize("above", [".", "..", "../..", "/"])
def test_the_current_folder_and_those_above_it_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, above: str
) -> None:
    (tmp_path / "project" / "work").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project" / "work")
    with pytest.raises(OutputRefused, match="the folder you are working in"):
        refuse_place(Path(os.path.realpath(above)), [])
    refuse_place(tmp_path / "project" / "work" / "public", [])
    refuse_place(tmp_path / "project" / "public", [])


@pytest.mark.parametrize("protected", ["public", "public/content", "public/a/b/content", "link"])
@pytest.mark.parametrize("exists", [True, False])
def test_a_folder_that_holds_a_protected_one_is_refused(
    tmp_path: Path, output: Path, protected: str, *, exists: bool
) -> None:
    (tmp_path / "link").symlink_to("public/content")
    if exists:
        (tmp_path / protected).resolve().mkdir(parents=True)
    with pytest.raises(OutputRefused, match=f"is or holds .*{protected}"):
        refuse_place(output, [tmp_path / "templates", tmp_path / protected])


@pytest.mark.parametrize("protected", ["content", "publications", "public-content"])
def test_a_folder_beside_a_protected_one_is_not_refused(tmp_path: Path, output: Path, protected: str) -> None:
    (tmp_path / protected).mkdir()
    output.mkdir()
    refuse_place(output, [tmp_path / protected, tmp_path / "absent"])


def test_a_protected_folder_is_known_by_another_of_its_names(
    tmp_path: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where upper and lower case are one name, or a folder is mounted in two places."""
    (output / "content").mkdir(parents=True)
    (tmp_path / "Public" / "content").mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(Path, "samefile", lambda one, other: str(one).lower() == str(other).lower())
    with pytest.raises(OutputRefused, match="is or holds"):
        refuse_place(output, [tmp_path / "Public" / "content"])


def test_a_mount_point_is_refused_for_replacing(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output.mkdir()
    refuse_unswappable(output)
    monkeypatch.setattr("os.path.ismount", lambda path: path == output)
    with pytest.raises(OutputRefused, match="mount point") as refused:
        refuse_unswappable(output)
    assert "--in-place" in refused.value.hint


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.EAGAIN, "Another build is writing to /srv/public."),
        (errno.ENOSPC, "There is no room left on the disk for /srv/public."),
        (errno.EDQUOT, "There is no room left on the disk for /srv/public."),
        (errno.EROFS, "Nothing can be written in /srv: it is not allowed there."),
        (errno.EACCES, "Nothing can be written in /srv: it is not allowed there."),
        (errno.EBUSY, "/srv/public cannot be replaced in one step: "),
        (errno.EXDEV, "/srv/public cannot be replaced in one step: "),
        (errno.EIO, f"/srv/public cannot be written to: {os.strerror(errno.EIO)}."),
    ],
)
def test_what_the_system_says_is_told_in_plain_words(number: int, message: str) -> None:
    error = OSError(number, os.strerror(number), "/srv/.public.touchstone-spare")
    refused = refusal(Path("/srv/public"), error)
    assert refused.message.startswith(message)
    assert str(refused) == refused.message
    assert refused.hint.endswith(".")


def test_where_nothing_can_be_written_is_told_although_the_system_gives_no_path() -> None:
    for error in (PermissionError(errno.EACCES, "x"), PermissionError(errno.EACCES, "x", "page.html")):
        assert "in /srv/public:" in refusal(Path("/srv/public"), error).message


def test_what_has_become_of_the_former_site_is_told_where_there_is_one(output: Path) -> None:
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert refusal(output, error).message.endswith("public.")
    output.mkdir()
    assert refusal(output, error).message.endswith("The site that was there is as it was.")
    assert "is as it was" not in refusal(output, error, in_place=True).message


def test_a_folder_inside_a_protected_one_is_refused(tmp_path: Path) -> None:
    """A site built into content/ would be read as content by the next build."""
    inside = tmp_path / "content" / "public"
    inside.mkdir(parents=True)
    with pytest.raises(OutputRefused, match=r"lies in .*content"):
        refuse_place(inside, [tmp_path / "content"])

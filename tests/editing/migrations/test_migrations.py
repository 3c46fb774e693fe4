"""`migrate`: content of an earlier version becomes content of this one, and nothing else in it changes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from click.testing import CliRunner

from site_src.building.pipeline import check
from site_src.cli import main
from site_src.editing.migrations import migrate
from site_src.reading.files import read_content
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path

RATINGS = """\
# worst first
- id: wrong
  label: Wrong
  definition: It is not so.
  tone: negative
-   id: disputed
    label: "Disputed"
    definition: Somebody says that it is not so.
    tone: warning
- id: right
  label: Right
  definition: It is so.
  tone: positive
"""


def test_a_rating_of_that_id_says_that_it_means_a_dispute_and_the_rest_stays(tmp_path: Path) -> None:
    (tmp_path / "ratings.yaml").write_text(RATINGS, encoding="utf-8")
    migrated = migrate(tmp_path)
    assert migrated.titles == ("The rating `disputed` says that it means a dispute.",)
    after = (tmp_path / "ratings.yaml").read_text(encoding="utf-8")
    added = "-   id: disputed\n    disputed: true\n"
    assert after == RATINGS.replace("-   id: disputed\n", added)
    assert migrate(tmp_path).titles == ()


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    (tmp_path / "ratings.yaml").write_bytes(RATINGS.replace("\n", "\r\n").encode())
    migrate(tmp_path)
    after = (tmp_path / "ratings.yaml").read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n") == RATINGS.count("\n") + 1


def test_what_it_cannot_change_by_itself_it_says(tmp_path: Path) -> None:
    line = "- {id: disputed, label: Disputed, definition: Somebody denies it., tone: warning}\n"
    (tmp_path / "ratings.yaml").write_text(line, encoding="utf-8")
    migrated = migrate(tmp_path)
    assert [(str(one.place), one.hint) for one in migrated.left] == [
        ("content/ratings.yaml:1:4", "Write disputed: true between its braces.")
    ]
    assert (tmp_path / "ratings.yaml").read_text(encoding="utf-8") == line


def test_an_editor_who_has_said_already_is_left_alone(tmp_path: Path) -> None:
    text = RATINGS.replace("    tone: warning\n", "    tone: warning\n    disputed: false\n")
    (tmp_path / "ratings.yaml").write_text(text, encoding="utf-8")
    assert migrate(tmp_path).texts == {}


def test_content_of_this_version_needs_nothing(tmp_path: Path) -> None:
    shutil.copytree(HARBOUR, tmp_path / "content")
    assert migrate(tmp_path / "content").titles == ()
    assert read_content(tmp_path / "content") == read_content(HARBOUR)


def test_a_dry_run_tells_and_writes_nothing(tmp_path: Path) -> None:
    shutil.copytree(HARBOUR, tmp_path / "content")
    (tmp_path / "content/ratings.yaml").write_text(RATINGS, encoding="utf-8")
    told = CliRunner().invoke(main, ["migrate", "--dry-run", "--content", str(tmp_path / "content")])
    assert told.exit_code == 0
    assert "Would change" in told.output
    assert (tmp_path / "content/ratings.yaml").read_text(encoding="utf-8") == RATINGS


def test_what_comes_of_it_is_sound(tmp_path: Path) -> None:
    shutil.copytree(HARBOUR, tmp_path / "content")
    ratings = (HARBOUR / "ratings.yaml").read_text(encoding="utf-8")
    (tmp_path / "content/ratings.yaml").write_text(ratings + RATINGS.split("\n", 5)[5], encoding="utf-8")
    migrate(tmp_path / "content")
    assert [finding.message for finding in check(tmp_path / "content").findings if finding.is_error] == []

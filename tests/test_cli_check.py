"""`check` and `changes` as editors, programs and GitHub Actions use them."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from site_src.cli import main
from tests.editing.repository import ENVIRONMENT, Repository, repository

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

KEPT = "claims/budget-kept.md"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Gives a folder to work in, with harbour as its content, in a repository."""
    made = repository(tmp_path)
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("GIT_")]:
        monkeypatch.delenv(key)
    for key, value in ENVIRONMENT.items():
        monkeypatch.setenv(key, value)
    return made


def ran(*arguments: str) -> Result:
    """Call the program with arguments."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_as_json_each_problem_is_an_object_and_the_status_is_the_same(desk: Repository) -> None:
    assert json.loads(ran("check", "--format", "json").stdout) == []
    desk.change(KEPT, "rating: contradicted", "rating: contradict")
    result = ran("check", "--format", "json")
    (told,) = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (told["file"], told["line"], told["column"], told["severity"], told["rule"], told["hint"]) == (
        f"content/{KEPT}", 8, 9, "error", "reference", "Did you mean contradicted?",
    )  # fmt: skip


def test_for_github_each_problem_is_an_annotation(desk: Repository) -> None:
    assert ran("check", "--format", "github").stdout == ""
    desk.change(KEPT, "rating: contradicted", "rating: contradict")
    result = ran("check", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout == (
        f"::error file=content/{KEPT},line=8,col=9,title=reference::"
        "There is no rating “contradict” in ratings.yaml.%0ADid you mean contradicted?\n"
    )


def test_warnings_are_counted_apart_and_strict_makes_them_errors(desk: Repository) -> None:
    (desk.content / "sources/harbour-daily.shingles").unlink()
    result = ran("check")
    assert result.exit_code == 0
    assert result.stdout.endswith("\n5 warnings in 5 files.\n")
    desk.change(KEPT, "rating: contradicted", "rating: contradict")
    assert ran("check").stdout.endswith("\n1 error and 5 warnings in 5 files.\n")
    strict = ran("check", "--strict")
    assert strict.exit_code == 1
    assert strict.stdout.endswith("\n6 errors in 5 files.\n")
    assert "warning: " not in strict.stdout


def test_strict_makes_a_status_of_warnings_alone(desk: Repository) -> None:
    assert ran("check", "--strict").exit_code == 0
    (desk.content / "sources/harbour-daily.shingles").unlink()
    assert ran("check", "--strict").exit_code == 1


def test_what_is_due_depends_on_the_day_that_is_named(desk: Repository) -> None:
    desk.change("site.yaml", "review_after: 1200", "review_after: 2")
    assert ran("check", "--today", "2024-05-01").stdout == "No problem in 7 claims.\n"
    result = ran("check", "--today", "2024-07-10")
    assert result.exit_code == 0
    assert "[review]" in result.stdout
    assert "[review]" not in ran("build").stdout
    assert ran("check", "--today", "tomorrow").exit_code == 2


def test_a_rule_is_explained_and_nothing_is_checked(desk: Repository) -> None:
    shutil.rmtree(desk.content / "claims")
    result = ran("check", "--explain", "excerpt")
    assert result.exit_code == 0
    assert result.stdout.startswith("excerpt\n\nAn excerpt is words of the source")
    assert "\nRight:  " in result.stdout
    assert "\nWrong:  " in result.stdout


def test_without_a_rule_all_are_listed_and_one_that_is_not_there_is_told_with_the_nearest() -> None:
    listed = ran("check", "--explain")
    assert listed.exit_code == 0
    assert "\nexcerpt " in listed.stdout
    missing = ran("check", "--explain", "excerpts")
    assert missing.exit_code == 2
    assert missing.stdout == listed.stdout
    assert missing.stderr == "There is no rule “excerpts”.\nDid you mean excerpt?\n"


def test_since_finds_what_changed_in_silence_and_what_is_gone(desk: Repository) -> None:
    assert ran("check", "--since", "main").output == "No problem in 7 claims.\n"
    desk.change(KEPT, "rating: contradicted", "rating: supported")
    (desk.content / "pages/about.md").unlink()
    desk.change("site.yaml", "  funding: about\n", "")
    assert ran("check").exit_code == 0
    result = ran("check", "--since", "main", "--today", "2024-06-01")
    assert result.exit_code == 1
    assert f"content/{KEPT}:8:9: error: Readers are not told of a change" in result.stdout
    assert "content/pages/about.md:1:1: error: This file is gone" in result.stdout
    assert result.stdout.endswith("\n2 errors in 2 files.\n")


@pytest.mark.parametrize("command", ["check", "changes"])
@pytest.mark.parametrize("name", ["nowhere", "", "main..main"])
def test_a_revision_that_is_not_there_is_wrong_usage(desk: Repository, command: str, name: str) -> None:
    result = ran(command, *(["--since", name] if command == "check" else [name]))
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"There is no revision “{name}” in this clone.\n" in result.stderr
    assert desk.git("status", "--porcelain") == ""


def test_no_name_of_a_revision_is_taken_for_an_option_of_git(desk: Repository) -> None:
    result = ran("check", "--since=--upload-pack=touch gone")
    assert result.exit_code == 2
    assert "There is no revision" in result.stderr
    assert not (desk.folder / "gone").exists()


def test_changes_are_told_in_markdown_with_links_to_the_preview(desk: Repository) -> None:
    assert ran("changes", "main").stdout.endswith("Nothing: every page says what it said before.\n")
    desk.change(KEPT, "rating: contradicted", "rating: supported")
    result = ran("changes", "main", "--base-url", "https://example.org/preview")
    assert result.exit_code == 0
    assert (
        "(<https://example.org/preview/claims/budget-kept/>)\n  - **rating:** Contradicted → Supported" in result.stdout
    )


def test_changes_need_a_content_without_errors(desk: Repository) -> None:
    desk.change(KEPT, "rating: contradicted", "rating: contradict")
    result = ran("changes", "main")
    assert result.exit_code == 1
    assert "There is no rating “contradict”" in result.stdout
    assert "Nothing was compared" in result.stderr


def test_outside_a_repository_there_is_nothing_to_compare_with(desk: Repository) -> None:
    shutil.rmtree(desk.folder / ".git")
    result = ran("check", "--since", "main")
    assert result.exit_code == 2
    assert "content is not in a git repository." in result.stderr


def test_what_editors_wrote_is_no_command_to_github(desk: Repository) -> None:
    desk.change(KEPT, "rating: contradicted", 'rating: "##[add-path]/tmp"')
    for form in ("text", "github", "json"):
        assert "##[" not in ran("check", "--format", form).stdout

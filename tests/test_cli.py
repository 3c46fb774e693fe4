"""The command line as editors use it: what it does, what it says, and its exit status."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from site_src import __version__
from site_src.cli import main
from tests.building.publisher import found, names
from tests.editions import CONTENT
from tests.harbour import HARBOUR, SITES
from tests.modules import ROOT

if TYPE_CHECKING:
    from click.testing import Result

COMMANDS = (
    *("build", "changes", "check", "import", "init", "links", "migrate", "new", "serve", "shingle", "verify", "visit"),
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gives a folder to work in, with a copy of harbour as its content."""
    shutil.copytree(HARBOUR, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_command_it_builds(desk: Path) -> None:
    told = ran().output
    bare = found(desk / "_site")
    assert bare
    assert told == f"Published 5 claims in {len(bare)} files to _site.\n"
    assert ran("build", "--output", "other").exit_code == 0
    assert found(desk / "other") == bare


def test_options_may_stand_without_a_command(desk: Path) -> None:
    assert ran("--drafts", "--output", "other").exit_code == 0
    assert (desk / "other/claims/ferry-passengers/index.html").exists()


def test_another_address_goes_into_every_canonical_link(desk: Path) -> None:
    assert ran("--base-url", "https://example.org/elsewhere").exit_code == 0
    pages = [page.read_text(encoding="utf-8") for page in (desk / "_site").rglob("*.html")]
    assert all('<link rel="canonical" href="https://example.org/elsewhere/' in page for page in pages)


def test_for_a_disk_links_end_in_files(desk: Path) -> None:
    assert ran("--for-disk").exit_code == 0
    assert 'href="claims/index.html"' in (desk / "_site/index.html").read_text(encoding="utf-8")


def test_the_search_is_made_where_it_is_asked_for_and_can_be_left_out(desk: Path) -> None:
    assert ran().exit_code == 0
    assert (desk / "_site/pagefind/pagefind.js").exists()
    assert ran("--no-search").exit_code == 0
    assert not (desk / "_site/pagefind").exists()
    assert not (desk / "_site/search").exists()


def test_without_pagefind_a_build_says_what_to_do_and_publishes_nothing(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ran("--output", "before").exit_code == 0
    monkeypatch.setattr("site_src.building.pagefind.DISTRIBUTION", "no-such-package")
    result = ran()
    assert result.exit_code == 2
    assert result.stderr.startswith("The search index is made by Pagefind, which is not installed.\nInstall it by ")
    assert not (desk / "_site").exists()
    assert ran("--no-search").exit_code == 0
    result = ran("verify", "before")
    assert result.exit_code == 2
    assert "which is not installed" in result.stderr


def test_in_place_it_writes_into_a_folder_that_is_there(desk: Path) -> None:
    (desk / "_site").mkdir()
    before = (desk / "_site").stat().st_ino
    assert ran("--in-place").exit_code == 0
    assert (desk / "_site").stat().st_ino == before
    assert (desk / "_site/index.html").exists()


def test_a_mistake_stops_the_build_with_status_1_and_nothing_is_published(desk: Path) -> None:
    ran()
    before = found(desk / "_site")
    change(desk / "content/claims/budget-kept.md", "rating: contradicted", "rating: contradict")
    result = ran()
    assert result.exit_code == 1
    assert "content/claims/budget-kept.md:8:9: error: " in result.stdout
    assert result.stderr == "Nothing was published; _site is as it was.\n"
    assert found(desk / "_site") == before


def test_a_warning_is_told_with_status_0(desk: Path) -> None:
    (desk / "content/sources/harbour-daily.shingles").unlink()
    for command in ("build", "check"):
        result = ran(command)
        assert result.exit_code == 0
        assert "warning: " in result.stdout


def test_check_tells_that_all_is_well(desk: Path) -> None:
    result = ran("check")
    assert (result.exit_code, result.output) == (0, "No problem in 7 claims.\n")
    assert names(desk) == [".touchstone", "content"]


def test_check_tells_each_problem_with_its_place_its_line_and_what_to_write(desk: Path) -> None:
    change(desk / "content/claims/budget-kept.md", "rating: contradicted", "rating: contradict")
    result = ran("check")
    assert result.exit_code == 1
    assert result.stdout == (
        "content/claims/budget-kept.md:8:9: error: There is no rating “contradict” in ratings.yaml. [reference]\n"
        "    8 | rating: contradict\n"
        "      |         ^\n"
        "hint: Did you mean contradicted?\n"
        "\n"
        "1 error in 1 file.\n"
    )


def test_check_and_build_find_the_same(desk: Path) -> None:
    change(desk / "content/claims/budget-kept.md", "rating: contradicted", "rating: contradict")
    change(desk / "content/site.yaml", "language: en", "language: english language")
    assert ran("check").stdout == ran("build").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "--content", "nowhere"], "nowhere"),
        (["check", "--content", "nowhere"], "nowhere"),
        (["--content", "content/site.yaml"], "content/site.yaml"),
        (["build", "--base-url", "example.org"], "“example.org” is not a complete web address."),
        (["build", "--base-url", "ftp://example.org/"], "“ftp://example.org/” is not a complete web address."),
        (["build", "--base-url", "https://me:you@example.org/"], "holds a user name or password"),
        (["build", "--base-url", "https://example.org/?page=1"], "has a query or a fragment"),
        (["build", "--base-url", "https://example.org/#top"], "has a query or a fragment"),
        (["build", "--output", "content"], "content"),
        (["build", "--output", "."], "is the folder you are working in"),
        (["build", "--output", "content/site.yaml"], "content/site.yaml"),
        (["build", "--draft"], "--drafts"),
        (["built"], "No such command 'built'"),
        (["shingle", "nowhere.txt", "--source", "harbour-daily"], "nowhere.txt"),
        (["shingle", "content/site.yaml"], "--source"),
    ],
)
def test_wrong_usage_ends_with_status_2_says_what_is_wrong_and_writes_nothing(
    desk: Path, arguments: list[str], words: str
) -> None:
    before = found(desk)
    result = ran(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""
    assert found(desk) == before


def test_a_folder_with_something_else_in_it_is_refused_and_left_alone(desk: Path) -> None:
    diary = desk / "_site/diary.txt"
    diary.parent.mkdir()
    diary.write_text("Mine.", encoding="utf-8")
    result = ran()
    assert result.exit_code == 2
    assert "diary.txt" in result.stderr
    assert found(desk / "_site") == {"diary.txt": b"Mine."}


def test_the_help_names_every_command_in_a_whole_sentence() -> None:
    told = ran("--help").output
    assert all(re.search(rf"^  {command} +[A-Z].*\.$", told, flags=re.MULTILINE) for command in COMMANDS)
    assert "..." not in re.sub(r"\[OPTIONS\].*", "", told)
    assert set(main.commands) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_explains_each_of_its_options(command: str) -> None:
    result = ran(command, "--help")
    assert result.exit_code == 0
    for option in main.commands[command].params:
        name = option.opts[0] if option.param_type_name == "option" else str(option.name).upper()
        assert re.search(rf"^ +{name}\b.* {{2}}[A-Z]|\b{name}\b", result.output, flags=re.MULTILINE), name
    options = [option for option in main.commands[command].params if option.param_type_name == "option"]
    assert all(getattr(option, "help", None) for option in options)


def test_it_tells_its_version() -> None:
    assert ran("--version").output == f"touchstone, version {__version__}\n"


def test_shingle_puts_the_fingerprints_beside_the_source(desk: Path) -> None:
    made = desk / "content/sources/harbour-daily.shingles"
    before = made.read_bytes()
    made.unlink()
    result = ran("shingle", str(SITES / "harbour-texts/harbour-daily.txt"), "--source", "harbour-daily")
    assert (result.exit_code, result.output) == (0, "content/sources/harbour-daily.shingles: 101 words.\n")
    assert made.read_bytes() == before


def test_shingle_finds_a_source_in_a_folder_of_the_editors(desk: Path) -> None:
    moved = desk / "content/sources/press/port-blog.md"
    moved.parent.mkdir()
    (desk / "content/sources/port-blog.md").rename(moved)
    (desk / "post.txt").write_text("The detour cost two to three million, they say.", encoding="utf-8")
    assert ran("shingle", "post.txt", "--source", "port-blog").exit_code == 0
    assert moved.with_suffix(".shingles").exists()
    assert ran("check").exit_code == 0


def test_shingle_names_the_nearest_source_for_one_that_is_not_there(desk: Path) -> None:
    before = found(desk)
    result = ran("shingle", str(SITES / "harbour-texts/harbour-daily.txt"), "--source", "harbor-daily")
    assert result.exit_code == 2
    assert "There is no source “harbor-daily”" in result.stderr
    assert "harbour-daily" in result.stderr.splitlines()[1]
    assert found(desk) == before


def test_shingle_refuses_what_is_no_text(desk: Path) -> None:
    (desk / "post.txt").write_bytes(b"\xff\xfe\xff")
    result = ran("shingle", "post.txt", "--source", "port-blog")
    assert result.exit_code == 2
    assert "post.txt is not UTF-8 text." in result.stderr
    assert not (desk / "content/sources/port-blog.shingles").exists()


def test_a_changed_word_in_each_excerpt_of_the_shipped_content_is_found_just_there(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    spoilt = spoil_lines(copy / "claims", r"^ +excerpt: .*?([^\W\d_]{3,})")
    assert len(spoilt) > 30
    assert problems(copy) == [(*place, "excerpt") for place in spoilt]


def test_a_changed_word_in_one_excerpt_is_found_there_alone(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    change(copy / "claims/twelve-billion-plan.md", "anonymously sourced information", "anonymously gained information")
    assert problems(copy) == [("twelve-billion-plan.md", line_of(copy, "anonymously gained"), "excerpt")]


def test_a_changed_result_of_each_calculation_of_the_shipped_content_is_found_just_there(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    spoilt = spoil_lines(copy / "claims", r"^ +equals: -?([0-9])", "7", "3")
    assert len(spoilt) > 20
    assert problems(copy) == [(*place, "calculation") for place in spoilt]


def test_a_changed_figure_in_an_expression_is_found_at_its_result(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    change(copy / "claims/twelve-billion-plan.md", "expression: 5.5 + 6.8", "expression: 5.6 + 6.8")
    assert problems(copy) == [("twelve-billion-plan.md", line_of(copy, "expression: 5.6 + 6.8") + 1, "calculation")]


def test_the_shipped_content_has_no_problem() -> None:
    result = ran("check", "--content", str(CONTENT), "--today", "2026-11-21")
    assert re.fullmatch(r"No problem in \d+ claims\.\n", result.output)


def test_in_a_pipe_it_says_one_line_and_shows_no_progress(tmp_path: Path) -> None:
    run = started("--content", str(CONTENT), "--output", str(tmp_path / "_site"))
    assert run.returncode == 0
    assert re.fullmatch(r"Published \d+ claims in \d+ files to .*_site\.\n", run.stdout)
    assert run.stderr == ""


def test_exit_status_and_streams_are_the_same_in_a_process_of_its_own(desk: Path) -> None:
    change(desk / "content/claims/budget-kept.md", "rating: contradicted", "rating: contradict")
    wrong = started("check", "--content", str(desk / "content"))
    assert (wrong.returncode, wrong.stderr) == (1, "")
    assert "error: There is no rating “contradict”" in wrong.stdout
    assert "\033" not in wrong.stdout
    lost = started("check", "--content", str(desk / "nowhere"))
    assert (lost.returncode, lost.stdout) == (2, "")


def test_on_a_terminal_it_shows_how_far_it_is_and_clears_that_away(tmp_path: Path) -> None:
    reading, terminal = os.openpty()
    try:
        command = [
            sys.executable,
            str(ROOT / "build.py"),
            "--content",
            str(CONTENT),
            "--output",
            str(tmp_path / "_site"),
        ]
        subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=terminal)
        shown = os.read(reading, 10_000).decode()
    finally:
        os.close(terminal)
        os.close(reading)
    assert re.match(r"\r50 files", shown)
    assert shown.endswith("\r\033[K")


def ran(*arguments: str) -> Result:
    """Call the program with arguments."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def started(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Call the program with arguments, in a process of its own."""
    command = [sys.executable, str(ROOT / "build.py"), *arguments]
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8")


def change(file: Path, old: str, new: str) -> None:
    """Replace something that stands in a file once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def line_of(content: Path, words: str) -> int:
    """Give the number of the line of the twelve-billion claim in which some words stand."""
    lines = (content / "claims/twelve-billion-plan.md").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def spoil_lines(claims: Path, pattern: str, word: str = "zebra", other: str = "giraffe") -> list[tuple[str, int]]:
    """Replace what a pattern's group finds in each line, by `other` if it is `word` already; give the places."""
    places = []
    for file in sorted(claims.glob("*.md")):
        lines = file.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if met := re.match(pattern, line):
                new = other if met[1] == word else word
                lines[number] = line[: met.start(1)] + new + line[met.end(1) :]
                places.append((file.name, number + 1))
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return places


def problems(content: Path) -> list[tuple[str, int, str]]:
    """Give file, line and rule of each problem that `check` tells."""
    result = ran("check", "--content", str(content))
    assert result.exit_code == 1
    told = re.findall(r"^.*?([a-z0-9-]+\.md):(\d+):\d+: error: .*\[([a-z-]+)\]$", result.stdout, flags=re.MULTILINE)
    return [(name, int(line), rule) for name, line, rule in told]

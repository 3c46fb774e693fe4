"""The workflows: what they may do, that they are well formed, and that their commands do what they are there for."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.modules import ROOT
from tests.pages.served import served
from tests.workflows.runner import WORKFLOWS, Done, load, run_job

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAMES = sorted(path.name for path in WORKFLOWS.glob("*.yml"))
CLAIM = "content/claims/twelve-billion-plan.md"
LEFT_ALONE = shutil.ignore_patterns(".git", ".venv", "_site*", ".*cache*", "__pycache__", ".touchstone*", ".hypothesis")


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_may_do_nothing_that_its_jobs_do_not_ask_for(name: str) -> None:
    workflow = load(name)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert "permissions" in job
        assert job["timeout-minutes"] <= 60


def test_pull_requests_are_checked_with_nothing_secret_in_reach() -> None:
    workflow = load("check.yml")
    text = (WORKFLOWS / "check.yml").read_text(encoding="utf-8")
    assert "\non:\n  pull_request:\n\n" in text
    assert all(job["permissions"] == {"contents": "read"} for job in workflow["jobs"].values())
    assert "secrets." not in text


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_pinned_by_commit_and_say_their_version(name: str) -> None:
    lines = [line for line in (WORKFLOWS / name).read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    assert all(re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_no_expression_stands_in_a_command(name: str) -> None:
    steps = [step for job in load(name)["jobs"].values() for step in job["steps"]]
    assert [step["name"] for step in steps if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_is_what_github_takes_for_one(name: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    subprocess.run([*command, str(WORKFLOWS / name)], check=True, capture_output=True)


def test_the_auditor_of_workflows_has_nothing_to_say() -> None:
    auditor = shutil.which("zizmor", path=str(ROOT / ".venv/bin")) or shutil.which("zizmor")
    assert auditor, "zizmor comes with requirements-dev.txt"
    command = [
        auditor,
        "--offline",
        "--no-progress",
        "--color",
        "never",
        "--persona",
        "pedantic",
        str(ROOT / ".github"),
    ]
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (0, "No findings to report. Good job!\n")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Gives a repository with the project in it, as a fork begins."""
    folder = tmp_path / "repo"
    shutil.copytree(ROOT, folder, ignore=LEFT_ALONE)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, "Begin")
    return folder


def test_a_pull_request_is_checked_told_and_previewed(clone: Path) -> None:
    base = git(clone, "rev-parse", "HEAD")
    git(clone, "switch", "--quiet", "--create", "proposal")
    (clone / "content/pages/more.md").write_text("---\ntitle: More\nsummary: More.\n---\nWords.\n", encoding="utf-8")
    commit(clone, "Propose")
    done = checked(clone, base)
    assert done.failed == []
    assert "More" in done.summary
    assert (clone / "_site/more/index.html").exists()
    assert 'href="claims/index.html"' in (clone / "_site/index.html").read_text(encoding="utf-8")


def test_a_rating_changed_in_silence_is_told_on_its_line(clone: Path) -> None:
    base = git(clone, "rev-parse", "HEAD")
    git(clone, "switch", "--quiet", "--create", "proposal")
    text = (clone / CLAIM).read_text(encoding="utf-8")
    changed = re.sub(r"^rating: .*$", "rating: not-checkable", text, count=1, flags=re.MULTILINE)
    assert changed != text
    (clone / CLAIM).write_text(changed, encoding="utf-8")
    commit(clone, "Change a rating")
    done = checked(clone, base)
    assert done.failed == ["Check the content"]
    line = 1 + changed[: changed.index("rating: not-checkable")].count("\n")
    assert f"::error file={CLAIM},line={line}," in done.printed
    assert done.steps[-1] == "Say what readers will notice"


def test_only_a_change_of_the_program_asks_for_its_tests(clone: Path) -> None:
    base = git(clone, "rev-parse", "HEAD")
    (clone / "content/pages/about.md").write_text("---\ntitle: A\nsummary: B.\n---\n", encoding="utf-8")
    commit(clone, "Change content")
    assert "Set up Python" not in program(clone, base).steps
    (clone / "templates/base.html").write_text("", encoding="utf-8")
    commit(clone, "Change a template")
    assert "Set up Python" in program(clone, base).steps


def test_what_is_on_main_is_built_verified_published_and_looked_at(clone: Path, tmp_path: Path) -> None:
    public = tmp_path / "public"
    public.mkdir()
    (public / "404.html").touch()
    with served(public) as host:
        built, visited = published(clone, public, f"{host}repo")
        assert (built.failed, visited.failed) == ([], [])
        assert "former.txt is empty: no site is there yet." in built.printed
        assert (public / "repo/.nojekyll").exists()
        shutil.copytree(public / "repo/about", public / "repo/lost")
        sitemap = public / "repo/sitemap.xml"
        text = sitemap.read_text(encoding="utf-8")
        sitemap.write_text(text.replace(f"{host}repo/about/", f"{host}repo/lost/"), encoding="utf-8")
        built, visited = published(clone, public, f"{host}repo")
        assert built.failed == []
        assert visited.failed == [visited.steps[-1]]
        assert f"{host}repo/lost/: The server answers 404 (Not Found)." in visited.printed


def test_dead_links_become_one_issue_which_is_closed_when_they_answer(clone: Path, tmp_path: Path) -> None:
    public = tmp_path / "public"
    public.mkdir()
    (public / "404.html").touch()
    with served(public) as host:
        content = ["init", "--title", "A", "--publisher", "B", "--url", f"{host}site/", "--yes"]
        subprocess.run([sys.executable, "build.py", *content], cwd=clone, check=True, capture_output=True)
        for path in (clone / "content").rglob("*.md"):
            path.write_text(path.read_text(encoding="utf-8").replace("https://example.org/", host), encoding="utf-8")
        done, calls = linked(clone, tmp_path, issue="")
        assert done.failed == []
        assert [call.split()[:2] for call in calls] == [["issue", "list"], ["label", "create"], ["issue", "create"]]
        assert "statement.md:4:6" in (clone / "links.md").read_text(encoding="utf-8")
        for name in ("statement", "report"):
            (public / name).write_text("here", encoding="utf-8")
            (public / "archive").mkdir(exist_ok=True)
            (public / "archive" / name).write_text("here", encoding="utf-8")
        (public / "site").mkdir()
        (public / "site/index.html").write_text("here", encoding="utf-8")
        (clone / ".touchstone-links.jsonl").unlink()
        done, calls = linked(clone, tmp_path, issue="7")
        assert "All links lead somewhere." in done.summary, done.summary
        assert [call.split()[:3] for call in calls] == [["issue", "list", "--state"], ["issue", "close", "7"]]


def checked(clone: Path, base: str) -> Done:
    """Check what a clone has at HEAD as a pull request to a commit."""
    context = {"github.event.pull_request.base.sha": base}
    return run_job("check.yml", "content", clone, context, ACTIONS)


def program(clone: Path, base: str) -> Done:
    """Take the steps that look at the program, but for the tests, of which this is one, and what npm fetches."""
    context = {"github.event.pull_request.base.sha": base}
    left_out = ("Pass all tests", "Take CommonMark's own examples")
    return run_job("check.yml", "program", clone, context, ACTIONS, left_out=left_out)


def published(clone: Path, public: Path, address: str) -> tuple[Done, Done]:
    """Publish what a clone has into a folder that is served at an address, and look at it."""
    actions = ACTIONS | {"actions/configure-pages": lambda *_: {"base_url": address}}
    built = run_job("publish.yml", "build", clone, {"github.run_id": "1"}, actions)
    shutil.rmtree(public / "repo", ignore_errors=True)
    shutil.copytree(clone / "_site", public / "repo")
    context = {"needs.build.outputs.address": built.outputs["address"]}
    visited = run_job("publish.yml", "visit", clone, context, actions, instead={"PATIENCE": "0"})
    return built, visited


def linked(clone: Path, folder: Path, issue: str) -> tuple[Done, list[str]]:
    """Follow the links of a clone with a stand-in for GitHub's own program, and give what that was asked."""
    tools = folder / "tools"
    tools.mkdir(exist_ok=True)
    (tools / "gh").write_text(f'#!/bin/sh\necho "$*" >> {folder}/calls\n[ "$2" = list ] && echo "{issue}"\nexit 0\n')
    (tools / "gh").chmod(0o755)
    (folder / "calls").unlink(missing_ok=True)
    context = {"github.token": "none", "github.repository": "owner/name"}
    done = run_job("links.yml", "links", clone, context, ACTIONS, path=str(tools))
    return done, (folder / "calls").read_text(encoding="utf-8").splitlines()


def commit(folder: Path, message: str) -> None:
    """Commit all that a clone has."""
    git(folder, "add", "--all")
    git(folder, "-c", "user.name=Editor", "-c", "user.email=editor@example.org", "commit", "--quiet", "-m", message)


def git(folder: Path, *arguments: str) -> str:
    """Ask git something in a clone."""
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def _nothing(_folder: Path, _options: Mapping[str, str]) -> Mapping[str, str]:
    return {}


def _uploaded(folder: Path, options: Mapping[str, str]) -> Mapping[str, str]:
    assert (folder / options["path"]).exists(), options
    return {}


ACTIONS: dict[str, Any] = {
    "actions/checkout": _nothing,
    "actions/setup-python": _nothing,
    "actions/cache/restore": _nothing,
    "actions/cache/save": _nothing,
    "actions/download-artifact": _nothing,
    "actions/upload-artifact": _uploaded,
    "actions/upload-pages-artifact": _uploaded,
}

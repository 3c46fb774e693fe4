"""A build from end to end: all or nothing, the same bytes each time, and whole whenever it is killed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_src.building.job import Job
from site_src.building.pipeline import build, check
from site_src.building.writer import OutputRefused
from tests.building.publisher import found, names
from tests.editions import TEMPLATES
from tests.harbour import HARBOUR
from tests.modules import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from site_src.building.job import Built
    from tests.building.publisher import Files


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Gives a place for a site, in a folder of its own."""
    return tmp_path / "public" / "_site"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Gives a copy of harbour to be changed."""
    return Path(shutil.copytree(HARBOUR, tmp_path / "content"))


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """Gives a copy of the templates to be changed."""
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))


def test_a_build_tells_how_many_claims_and_files_it_made(output: Path) -> None:
    built = built_to(output)
    files = made(output)
    assert (built.claims, built.files) == (5, len(files))
    assert built.findings == ()


def test_build_json_lists_every_file_with_its_digest(output: Path) -> None:
    built_to(output)
    assert is_whole(output)
    assert json.loads((output / "build.json").read_bytes())["base"] == "https://example.org/harbour/"


def test_where_there_is_an_error_nothing_is_written(content: Path, output: Path) -> None:
    spoil(content)
    built = build(Job(content, TEMPLATES, output))
    assert (built.files, built.claims) == (0, 0)
    assert any(finding.is_error for finding in built.findings)
    assert not output.parent.exists()


def test_where_there_is_an_error_the_former_site_is_untouched(content: Path, output: Path) -> None:
    built_to(output)
    former = found(output)
    spoil(content)
    build(Job(content, TEMPLATES, output))
    assert found(output) == former
    assert names(output.parent) == ["_site"]


def test_a_warning_is_told_and_does_not_stop_the_build(content: Path, output: Path) -> None:
    (content / "sources/city-press-release.shingles").unlink()
    built = build(Job(content, TEMPLATES, output))
    assert built.findings
    assert not any(finding.is_error for finding in built.findings)
    assert is_whole(output)


@pytest.mark.parametrize(
    ("name", "sign", "mistake", "message"),
    [
        ("pages/not_found.html", "<h1>", "{% if %}", "Expected an expression"),
        ("pages/not_found.html", "<h1>", "{{ view.headline }}", "has no attribute 'headline'"),
        ("pages/not_found.html", "<h1>", "{{ headline }}", "'headline' is undefined"),
        ("pages/not_found.html", "<h1>", "{{ view.ways|shouted }}", "No filter named 'shouted'"),
        ("pages/not_found.html", "<h1>", '{% include "components/none.html" %}', "no template “components/none.html”"),
        ("components/badge.html", '<span class="badge__label">', "{{ badge.colour }}", "has no attribute 'colour'"),
        ("assets/site.css", "@layer tokens", "{{ colour }}", "'colour' is undefined"),
    ],
)
def test_a_mistake_in_a_template_is_a_finding_at_its_line_and_leaves_the_former_site(
    templates: Path, output: Path, name: str, sign: str, mistake: str, message: str
) -> None:
    built_to(output)
    former = found(output)
    before, text = (templates / name).read_text(encoding="utf-8").split(sign, 1)
    (templates / name).write_text(f"{before}{mistake}{sign}{text}", encoding="utf-8")
    built = build(Job(HARBOUR, templates, output))
    told = built.findings[-1]
    assert (built.files, told.rule, told.is_error) == (0, "template", True)
    assert (told.place.file, told.place.line) == (f"templates/{name}", before.count("\n") + 1)
    assert message in told.message
    assert found(output) == former
    assert names(output.parent) == ["_site"]


def test_a_template_that_is_missing_is_a_finding(templates: Path, output: Path) -> None:
    (templates / "pages/ratings.html").unlink()
    told = build(Job(HARBOUR, templates, output)).findings[-1]
    assert (str(told.place), told.message) == (
        "templates/pages/ratings.html:1:1",
        "There is no template “pages/ratings.html”.",
    )


def test_drafts_are_built_only_when_asked_for(output: Path) -> None:
    built_to(output)
    assert "claims/ferry-passengers/index.html" not in made(output)
    assert build(Job(HARBOUR, TEMPLATES, output, drafts=True)).claims == 6
    assert "claims/ferry-passengers/index.html" in made(output)


def test_what_the_new_site_no_longer_has_is_gone(content: Path, output: Path) -> None:
    built_to(output)
    page = content / "pages/about.md"
    page.unlink()
    settings = content / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("  funding: about\n", ""), encoding="utf-8")
    build(Job(content, TEMPLATES, output))
    assert "about/index.html" not in made(output)
    assert is_whole(output)


def test_progress_is_told_file_by_file(output: Path) -> None:
    told: list[int] = []
    built = build(Job(HARBOUR, TEMPLATES, output), progress=told.append)
    assert told == list(range(1, built.files))  # build.json comes last and is not counted on the way


def test_the_folders_that_are_read_are_never_written_to(content: Path, templates: Path) -> None:
    for folder in (content, templates):
        with pytest.raises(OutputRefused):
            build(Job(content, templates, folder))
    assert found(content) == found(HARBOUR)


def test_findings_name_files_by_the_folder_that_was_named(content: Path) -> None:
    spoil(content)
    checked = check(content)
    place = checked.findings[0].place
    assert place.file == f"{content.as_posix()}/claims/budget-kept.md"
    assert checked.lines(place.file)[place.line - 1] == "rating: no-such-rating"


@pytest.mark.parametrize("name", ["claims/none.md", "files/bridge.png"])
def test_no_lines_are_shown_of_files_that_are_not_there_or_no_text(content: Path, name: str) -> None:
    assert check(content).lines(f"{content.as_posix()}/{name}") == []


def test_two_builds_are_the_same_byte_for_byte_wherever_and_however_they_are_started(tmp_path: Path) -> None:
    sites = []
    for seed, folder in (("0", ROOT), ("1", tmp_path), ("random", Path("/"))):
        output = tmp_path / f"built-{seed}"
        started(
            output, folder, {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"}
        ).check_returncode()
        sites.append(made(output))
    assert sites[0] == sites[1] == sites[2]


def test_a_second_build_to_the_same_place_changes_nothing(output: Path) -> None:
    built_to(output)
    former = made(output)
    built_to(output)
    assert made(output) == former


@pytest.mark.parametrize("files", [1, 17, 37])
def test_a_build_that_is_killed_when_some_files_are_written_leaves_the_former_site(output: Path, files: int) -> None:
    built_to(output)
    former = made(output)
    killed = subprocess.run([sys.executable, "-c", KILLED_AT, str(output), str(files)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert found(output) == former
    built_to(output)
    assert names(output.parent) == ["_site"]


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site(output: Path) -> None:
    started(output, ROOT).check_returncode()
    sites = [made(output)]
    begun = time.monotonic()
    started(output, ROOT, arguments=MOVED).check_returncode()
    lasted = time.monotonic() - begun
    sites.append(made(output))
    for moment, arguments in zip((0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0), [(), MOVED] * 4, strict=False):
        with subprocess.Popen(command(output, arguments), cwd=ROOT, stdout=subprocess.DEVNULL) as building:
            time.sleep(lasted * moment)
            building.kill()
        assert found(output) in sites
    started(output, ROOT).check_returncode()
    assert made(output) == sites[0]
    assert names(output.parent) == ["._site.touchstone-spare", "_site"]


MOVED = ("--base-url", "https://example.org/elsewhere/")
KILLED_AT = f"""
import os, signal, sys
from pathlib import Path
from site_src.building.job import Job
from site_src.building.pipeline import build

def die(done):
    if done == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

build(Job(Path({str(HARBOUR)!r}), Path({str(TEMPLATES)!r}), Path(sys.argv[1]), drafts=True), progress=die)
"""


def built_to(output: Path) -> Built:
    """Build harbour."""
    return build(Job(HARBOUR, TEMPLATES, output))


def made(output: Path) -> Files:
    """Give all files of a site that is there."""
    files = found(output)
    assert files is not None
    return files


def is_whole(output: Path) -> bool:
    """Tell whether a site has exactly the files that its build.json lists, each with its digest."""
    files = made(output)
    listed = json.loads(files.pop("build.json"))["files"]
    return bool(listed == {path: hashlib.sha256(content).hexdigest() for path, content in files.items()})


def spoil(content: Path) -> None:
    """Put a mistake into a claim."""
    claim = content / "claims/budget-kept.md"
    text = claim.read_text(encoding="utf-8")
    claim.write_text(text.replace("rating: contradicted", "rating: no-such-rating"), encoding="utf-8")


def command(output: Path, arguments: Sequence[str] = ()) -> list[str]:
    """Give the command that builds harbour."""
    folders = ["--content", str(HARBOUR), "--output", str(output), "--cache", str(output.parents[1] / "cache")]
    return [sys.executable, str(ROOT / "build.py"), *folders, *arguments]


def started(
    output: Path, folder: Path, environment: dict[str, str] | None = None, *, arguments: Sequence[str] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Build harbour in a process of its own, started in a folder."""
    surroundings = {**os.environ, **(environment or {})}
    return subprocess.run(command(output, arguments), cwd=folder, env=surroundings, check=False, capture_output=True)

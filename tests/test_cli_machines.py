"""The commands for others than editors: whoever verifies a published site, and whoever moves in with ClaimReview.

They run as processes of their own, as they are called.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.building.publisher import found
from tests.harbour import HARBOUR
from tests.modules import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PARTS = ("site_src", "templates", "content", "build.py", "requirements.txt")

REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "The bridge cost 4 million euros.",
    "datePublished": "2024-03-20",
    "headline": "Five, not four",
    "reviewRating": {"alternateName": "Falsch"},
}


def called(
    *arguments: str | Path, cwd: Path, program: Path = ROOT, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Calls build.py; the environment's variables stand beside or in place of ours."""
    command = [sys.executable, "-B", str(program / "build.py"), *map(str, arguments)]
    whole = {**os.environ, **(environment or {})}
    return subprocess.run(command, cwd=cwd, check=False, capture_output=True, encoding="utf-8", env=whole)


def clone(folder: Path, *, backwards: bool = False) -> Path:
    """Copies program and content, as another clone has them: written in another order and at another time."""
    files = [path for part in PARTS for path in [ROOT / part, *(ROOT / part).rglob("*")] if path.is_file()]
    for number, path in enumerate(reversed(files) if backwards else files):
        if "__pycache__" not in path.parts:
            copy = folder / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            os.utime(copy, (number * 1000, number * 1000))
    return folder


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives harbour, published."""
    site = tmp_path_factory.mktemp("machines") / "site"
    assert called("build", "--no-cache", "--content", HARBOUR, "--output", site, cwd=ROOT).returncode == 0
    return site


def test_two_clones_build_the_same_site_to_the_byte(tmp_path: Path) -> None:
    """Whatever the path, the files' times and order, the locale, the time zone and the seed of hashes."""
    here = clone(tmp_path / "here")
    there = clone(tmp_path / "some where" / "élse" / "there", backwards=True)
    one = {"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "HOME": "/nowhere"}
    other = {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/Anchorage", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"}
    runs = [
        called("build", cwd=here, program=here, environment=one),
        called("build", "--output", "../out", cwd=there, program=there, environment=other),
    ]
    assert [run.returncode for run in runs] == [0, 0], [run.stderr for run in runs]
    first, second = found(here / "_site"), found(there.parent / "out")
    assert first is not None
    assert len(first) > 50
    assert first == second


def test_verify_ends_with_0_where_all_is_equal(published: Path, tmp_path: Path) -> None:
    run = called("verify", published, "--content", HARBOUR, cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("Equal: all ")
    saved = shutil.copy(published / "build.json", tmp_path / "saved.json")
    assert called("verify", saved, "--content", HARBOUR, cwd=tmp_path).returncode == 0


def test_verify_ends_with_1_where_something_differs(published: Path, tmp_path: Path) -> None:
    site = shutil.copytree(published, tmp_path / "site")
    (site / "index.html").write_text("Another page")
    run = called("verify", site, "--content", HARBOUR, cwd=tmp_path)
    assert run.returncode == 1
    assert run.stdout.startswith("different  index.html\nNot equal: ")


def test_verify_ends_with_1_where_the_content_has_errors(published: Path, tmp_path: Path) -> None:
    content = shutil.copytree(HARBOUR, tmp_path / "content")
    (content / "claims" / "broken.md").write_text("---\nclaim: short\n---\n")
    run = called("verify", published, "--content", content, cwd=tmp_path)
    assert run.returncode == 1
    assert "broken.md:" in run.stdout
    assert run.stderr == "Nothing was compared: the content at hand makes no site.\n"


def test_verify_ends_with_2_where_there_is_no_site(tmp_path: Path) -> None:
    run = called("verify", tmp_path, "--content", HARBOUR, cwd=tmp_path)
    assert run.returncode == 2
    assert "Name the folder of a published site, or its build.json." in run.stderr
    assert called("verify", tmp_path / "nowhere", cwd=tmp_path).returncode == 2
    assert called("verify", cwd=tmp_path).returncode == 2


def test_verify_writes_nothing(published: Path, tmp_path: Path) -> None:
    site = shutil.copytree(published, tmp_path / "site")
    before = found(tmp_path)
    called("verify", site, "--content", HARBOUR, cwd=tmp_path)
    assert found(tmp_path) == before


def test_import_proposes_a_table_and_then_follows_it(tmp_path: Path) -> None:
    (tmp_path / "reviews.json").write_text(json.dumps(REVIEW))
    first = called("import", "reviews.json", cwd=tmp_path)
    assert first.returncode == 1
    assert first.stdout == (
        "Reviews found: 1, different labels: 1. Nothing is imported yet.\n"
        "ratings-map.yaml proposes a rating for each label: go over it, then call again with "
        "--ratings ratings-map.yaml.\n"
    )
    assert not (tmp_path / "content").exists()
    second = called("import", "reviews.json", "--ratings", "ratings-map.yaml", cwd=tmp_path)
    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout == (
        "Not taken over as it stood; what concerns a claim is in its draft, as “Left over from the import”:\n"
        "headline: has no place in the format, such as “Five, not four”\n"
        "  reviews.json: 1 record\n"
        "Imported 1 of 1 reviews as drafts into content.\n"
        "site.yaml was made or added to: please go over it.\n"
        "ratings.yaml was made or added to: please go over it.\n"
    )
    assert called("check", cwd=tmp_path).stdout == "No problem in 1 claims.\n"


def test_import_ends_with_1_where_nothing_was_imported(tmp_path: Path) -> None:
    (tmp_path / "reviews.json").write_text(json.dumps(REVIEW))
    called("import", "reviews.json", "--output", "new", cwd=tmp_path)
    arguments = ("import", "reviews.json", "--output", "new", "--ratings", "ratings-map.yaml")
    assert called(*arguments, cwd=tmp_path).returncode == 0
    again = called(*arguments, cwd=tmp_path)
    assert again.returncode == 1
    assert again.stdout.endswith("Imported 0 of 1 reviews as drafts into new.\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.json"], "does not exist"),
        ([], "Missing argument"),
        (["none.json"], "There is no ClaimReview in these files."),
        (["reviews.json", "--ratings", "none.json"], "has no line for the label|Here should stand"),
    ],
)
def test_import_ends_with_2_where_it_cannot_go_on(tmp_path: Path, arguments: list[str], words: str) -> None:
    (tmp_path / "reviews.json").write_text(json.dumps(REVIEW))
    (tmp_path / "none.json").write_text("{}")
    run = called("import", *arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert any(word in run.stderr for word in words.split("|"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["none.json", "reviews.json"]

"""Templates are trusted, and yet one that is no text is told by its name, and the former site stays as it was."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from site_src.building.job import Job
from site_src.building.pipeline import build
from tests.editions import TEMPLATES
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def job(tmp_path: Path) -> Job:
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    return Job(HARBOUR, tmp_path / "templates", tmp_path / "site")


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("pages/claim.html", b"one\ntwo pass" + b"\xe9", "templates/pages/claim.html:2:9"),
        ("assets/base.css", b"\xff\xfea\0", "templates/assets/base.css:1:1"),
        ("assets/picture.png", b"\x89PNG\r\n\x1a\n", "templates/assets/picture.png:1:1"),
        ("cards/card.typ", b"a\xed\xa0\x80", "templates/cards/card.typ:1:2"),
    ],
)
def test_a_template_that_is_no_text_is_told_by_its_name(job: Job, name: str, content: bytes, place: str) -> None:
    assert build(job).files
    before = sorted((path, path.read_bytes()) for path in job.output.rglob("*") if path.is_file())
    (job.templates / name).write_bytes(content)
    built = build(job)
    told = [(str(each.place), each.rule) for each in built.findings if each.is_error]
    assert (built.files, told) == (0, [(place, "encoding")])
    assert before == sorted((path, path.read_bytes()) for path in job.output.rglob("*") if path.is_file())


def test_a_template_may_be_a_link(job: Job) -> None:
    path = job.templates / "pages" / "claim.html"
    path.rename(job.templates / "pages" / "other.html")
    path.symlink_to("other.html")
    assert build(job).files

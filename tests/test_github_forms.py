"""The forms that GitHub shows: a claim to check, a mistake, and the list that comes with a change."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import yaml

from tests.modules import ROOT

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-issue-forms", ["claim.yml", "mistake.yml"]), ("vendor.github-issue-config", ["config.yml"])],
)
def test_the_forms_are_as_github_wants_them(schema: str, files: list[str]) -> None:
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        schema,
        *(str(FORMS / file) for file in files),
    ]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (run.returncode, run.stdout.strip()) == (0, "ok -- validation done"), run.stdout + run.stderr


# The site's links fill fields in by these names: `?template=mistake.yml&page=…`.
@pytest.mark.parametrize(
    ("file", "fields"),
    [
        ("claim.yml", ["claim", "where", "evidence", "topic", "looked"]),
        ("mistake.yml", ["page", "mistake", "instead", "evidence"]),
    ],
)
def test_the_fields_have_the_names_that_the_sites_links_fill_in(file: str, fields: list[str]) -> None:
    assert [field["id"] for field in body(file) if "id" in field] == fields


@pytest.mark.parametrize("file", ["claim.yml", "mistake.yml"])
def test_every_field_says_in_a_question_what_it_wants(file: str) -> None:
    labels = [field["attributes"]["label"] for field in body(file) if field["type"] in ("input", "textarea")]
    assert labels
    assert [label for label in labels if not label.endswith("?")] == []


def test_a_change_comes_with_a_short_list() -> None:
    text = (ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    assert 3 <= text.count("- [ ] ") <= 6
    assert "`check`" in text


def body(file: str) -> list[dict[str, Any]]:
    """Gives the parts of a form."""
    parts: list[dict[str, Any]] = yaml.safe_load((FORMS / file).read_text(encoding="utf-8"))["body"]
    return parts

"""Lint, format, types and spelling have nothing to find in the whole tree, and no line is let off."""

from __future__ import annotations

import subprocess
import sys
import tokenize
from typing import TYPE_CHECKING

import pytest

from tests.modules import PACKAGE, ROOT

if TYPE_CHECKING:
    from pathlib import Path

# make target: the tool and what it is told.
TOOLS = {
    "lint": "ruff check",
    "format": "ruff format --check",
    "types": "mypy",
    "spelling": "codespell_lib",
}

LETTING_OFF = ("noqa", "type: ignore", "mypy:", "ruff:", "isort:", "pragma", "codespell:")


@pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS)
def test_tool_finds_nothing(tool: str) -> None:
    command = [sys.executable, "-m", *tool.split()]
    run = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if run.returncode:
        pytest.fail(f"{tool} says:\n{run.stdout}{run.stderr}", pytrace=False)


def test_no_comment_lets_a_line_off() -> None:
    sources = [ROOT / "build.py", *(ROOT / PACKAGE).rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    assert [f"{path.relative_to(ROOT)}: {comment}" for path in sources for comment in comments_letting_off(path)] == []


def test_a_comment_that_lets_a_line_off_is_found(tmp_path: Path) -> None:
    source = tmp_path / "claim.py"
    source.write_text("import re  # noqa: F401\n\nNOTE = '# noqa'  # said of nothing\n", encoding="utf-8")
    assert comments_letting_off(source) == ["# noqa: F401"]


def comments_letting_off(path: Path) -> list[str]:
    """Give the comments of a file that tell a tool to look away."""
    with path.open("rb") as source:
        comments = [token.string for token in tokenize.tokenize(source.readline) if token.type == tokenize.COMMENT]
    return [comment for comment in comments if comment.lstrip("# ").startswith(LETTING_OFF)]

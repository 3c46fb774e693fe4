"""The README's two commands are the ones that CI and make run."""

from __future__ import annotations

import re

import pytest

from tests.modules import ROOT
from tests.test_tools import TOOLS


def test_ci_runs_exactly_the_readmes_second_command() -> None:
    _, test = commands()
    script = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    said = [line for line in script if line and not line.startswith("#")]
    assert said == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', test]


def test_make_build_and_make_test_run_the_readmes_commands() -> None:
    build, test = commands()
    assert (recipes()["build"], recipes()["test"]) == ([build], [test])


@pytest.mark.parametrize(("target", "tool"), TOOLS.items(), ids=TOOLS)
def test_make_runs_the_tools_that_the_tests_run(target: str, tool: str) -> None:
    asked = tool.removesuffix(" --check")
    assert any(line.endswith(f" -m {asked}") for line in recipes()[target])


def test_contributing_names_every_make_target() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [target for target in recipes() if f"`make {target}`" not in contributing] == []


def commands() -> tuple[str, str]:
    """Give the first two lines that the README shows in code blocks of their own."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)\n```$", readme, flags=re.MULTILINE | re.DOTALL)
    build, test, *_ = blocks
    assert "\n" not in build + test
    return build, test


def recipes() -> dict[str, list[str]]:
    """Give the lines of each target of the Makefile that one asks for by name."""
    lines: dict[str, list[str]] = {}
    target = ""
    for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"([a-z]+):", line):
            target = heading[1]
            lines[target] = []
        elif line.startswith("\t") and target:
            lines[target].append(line.strip())
        elif line:
            target = ""
    return lines

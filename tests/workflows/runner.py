"""A stand-in for GitHub's runner: takes the steps of a workflow's job in order, with the runner's variables and files.

Actions are done by functions that the test hands in; one that nobody hands in is an error.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Action = Callable[[Path, Mapping[str, str]], Mapping[str, str]]

WORKFLOWS = Path(__file__).parents[2] / ".github/workflows"


@dataclass
class Done:
    """What became of a job: the steps that were taken, what they printed, the summary, and which failed, if any."""

    steps: list[str] = field(default_factory=list)
    printed: str = ""
    summary: str = ""
    failed: list[str] = field(default_factory=list)
    outputs: dict[str, str] = field(default_factory=dict)


def load(name: str) -> dict[str, Any]:
    """Read a workflow."""
    loaded: dict[str, Any] = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    return loaded


def run_job(
    name: str,
    job: str,
    folder: Path,
    context: Mapping[str, str],
    actions: Mapping[str, Action],
    *,
    path: str = "",
    left_out: tuple[str, ...] = (),
    instead: Mapping[str, str] | None = None,
) -> Done:
    """Take the steps of a job in a folder.

    `context` has what expressions name, `path` folders before the PATH, and `instead` variables in place of a step's.
    """
    told = load(name)["jobs"][job]
    known, done = dict(context), Done()
    summary = folder.parent / f"{job}-summary.md"
    summary.touch()
    for step in told["steps"]:
        if step["name"] in left_out or not _wanted(step.get("if", ""), known, done):
            continue
        done.steps.append(step["name"])
        given = {**told.get("env", {}), **step.get("env", {})}
        env = {key: (instead or {}).get(key) or _filled(str(value), known) for key, value in given.items()}
        if "uses" in step:
            options = {key: _filled(str(value), known) for key, value in step.get("with", {}).items()}
            made = actions[step["uses"].partition("@")[0]](folder, options)
        else:
            made = _run(step, folder, env, summary, path, done)
        known |= {f"steps.{step.get('id')}.outputs.{key}": value for key, value in made.items()}
    done.summary = summary.read_text(encoding="utf-8")
    done.outputs = {key: _filled(value, known) for key, value in told.get("outputs", {}).items()}
    return done


def _run(
    step: Mapping[str, str], folder: Path, env: Mapping[str, str], summary: Path, path: str, done: Done
) -> dict[str, str]:
    output = folder.parent / "output.txt"
    output.write_text("", encoding="utf-8")
    whole = {
        "PATH": os.pathsep.join(filter(None, [path, str(Path(sys.executable).parent), os.environ["PATH"]])),
        "HOME": str(folder.parent),
        "LANG": "C.UTF-8",
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(folder),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        **env,
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    ran = subprocess.run(
        command, cwd=folder, env=whole, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    done.printed += ran.stdout
    if ran.returncode:
        done.failed.append(step["name"])
    lines = output.read_text(encoding="utf-8").splitlines()
    return {key: value for key, _, value in (line.partition("=") for line in lines)}


def _wanted(condition: str, known: Mapping[str, str], done: Done) -> bool:
    """Tell whether a step is taken: by default while none has failed."""
    if "!cancelled()" in condition:
        return True
    if done.failed:
        return False
    if not condition:
        return True
    compared = re.fullmatch(r"(\S+) == '(\w+)'", condition)
    assert compared, condition
    return known.get(compared[1], "") == compared[2]


def _filled(text: str, known: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ *(.+?) *\}\}", lambda found: known[found[1]], text)

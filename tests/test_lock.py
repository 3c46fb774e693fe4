"""The lock files fit what pyproject.toml declares, and name packages and hashes only."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions
from sys import stdlib_module_names
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.modules import PACKAGE, ROOT, modules

RUN_TIME = "requirements.txt"
ALL = "requirements-dev.txt"
EXTRAS = ["archive", "test", "dev"]

# name==version, perhaps where it is wanted, then its hashes, each on a line of its own.
ENTRY = re.compile(r"([a-z0-9-]+)==(\S+)( ; [^\n\\]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")


@pytest.mark.parametrize("lock", [RUN_TIME, ALL])
def test_a_lock_holds_nothing_but_pinned_packages_with_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "".join(entry.group() for entry in ENTRY.finditer(text)) == text
    assert text
    assert "://" not in text


@pytest.mark.parametrize(
    ("lock", "extras"),
    [
        pytest.param(RUN_TIME, [], id=RUN_TIME),
        pytest.param(ALL, EXTRAS, id=ALL),
    ],
)
def test_a_lock_has_every_declared_package_within_its_bounds(lock: str, extras: list[str]) -> None:
    pins = locked(lock)
    wanted = declared(extras)
    outside = [str(each) for each in wanted if pins.get(canonicalize_name(each.name), "") not in each.specifier]
    assert outside == []


def test_both_locks_pin_the_same_versions() -> None:
    assert locked(RUN_TIME).items() <= locked(ALL).items()


def test_every_declared_package_has_a_lower_and_an_upper_bound() -> None:
    operators = {str(each): {bound.operator for bound in each.specifier} for each in declared(EXTRAS)}
    assert [name for name, bounds in operators.items() if bounds != {">=", "<"}] == []


def test_every_package_that_the_program_imports_is_declared() -> None:
    imported = {name.split(".")[0] for module in modules() for _, name in module.imports()}
    outside = imported - stdlib_module_names - {PACKAGE}
    owners = packages_distributions()
    # What an extra brings is imported by one module, and whoever lacks it is told so.
    names = {canonicalize_name(each.name) for each in declared(["archive", "cards"])}
    assert [
        name for name in sorted(outside) if names.isdisjoint(map(canonicalize_name, owners.get(name, [name])))
    ] == []


def project() -> dict[str, Any]:
    """Read pyproject.toml's table of the project."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def declared(extras: list[str]) -> list[Requirement]:
    """Give what the project declares for run time and for these extras."""
    table = project()
    lines = [
        *table["dependencies"],
        *(line for extra in extras for line in table["optional-dependencies"][extra]),
    ]
    return [Requirement(line) for line in lines]


def locked(lock: str) -> dict[str, str]:
    """Give the version of each package in a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {entry[1]: entry[2] for entry in ENTRY.finditer(text)}

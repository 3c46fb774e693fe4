"""A build that finds nothing new loads little: neither what validates, nor what reads, nor what renders."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.modules import ROOT


@pytest.mark.parametrize(
    "module", ["site_src.cli", "site_src.building.job", "site_src.building.store", "site_src.building.unchanged"]
)
def test_what_a_look_for_changes_needs_loads_none_of_the_large_packages(module: str) -> None:
    told = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", told], cwd=ROOT, check=True, capture_output=True, text=True)
    loaded = set(run.stdout.split())
    assert module in loaded
    assert loaded.isdisjoint({"pydantic", "jinja2", "markdown_it", "yaml", "babel", "importlib.metadata"})

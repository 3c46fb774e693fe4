"""What tests of several rooms ask for: harbour, and a catalogue from texts that stand in the test."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from site_src.reading.gather import read_catalogue
from tests.harbour import HARBOUR, laid_over

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from site_src.reading.catalogue import Catalogue

# A busy machine is no mistake. Where others wait for the result, the same examples come in every run.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeatable", settings.get_profile("unhurried"), derandomize=True)
settings.load_profile("repeatable" if os.environ.get("CI") else "unhurried")


@pytest.fixture(scope="session")
def harbour() -> Path:
    """Gives the content folder of the small complete site."""
    return HARBOUR


@pytest.fixture(scope="session")
def catalogue() -> Callable[[Mapping[str, str | bytes | None]], Catalogue]:
    """Gives a function that lays texts over harbour, by file name, and reads the whole; None takes a file out."""
    return lambda files: read_catalogue(laid_over(files))[0]

"""What the tests in a browser ask for: a browser that starts here, and editions served or lying on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from site_src.building.job import Job
from site_src.building.pipeline import build
from tests.browser import launch_options
from tests.editions import CONTENT, TEMPLATES
from tests.harbour import HARBOUR
from tests.pages.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Playwright


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], playwright: Playwright) -> dict[str, Any]:
    """Gives the options under which a browser starts here."""
    return {**browser_type_launch_args, **launch_options(playwright)}


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Gives the address of the shipped edition, served below `/repo/`."""
    with served(folder := tmp_path_factory.mktemp("shipped")) as host:
        assert build(Job(CONTENT, TEMPLATES, folder / "repo", base_url=f"{host}repo/")).files
        yield f"{host}repo/"


@pytest.fixture(scope="session")
def harbour_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Gives the address of harbour's edition, served at the root of its host."""
    with served(folder := tmp_path_factory.mktemp("harbour") / "root") as host:
        assert build(Job(HARBOUR, TEMPLATES, folder, base_url=host)).files
        yield host


@pytest.fixture(scope="session")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives the folder of an edition made to be opened without a server."""
    folder = tmp_path_factory.mktemp("disk") / "a folder"
    assert build(Job(HARBOUR, TEMPLATES, folder, for_disk=True)).files
    return folder

"""What the tests of the preview ask for: folders to edit in, and a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import launch_options
from tests.serving import preview

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Playwright


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], playwright: Playwright) -> dict[str, Any]:
    """Gives the options under which a browser starts here."""
    return {**browser_type_launch_args, **launch_options(playwright)}


@pytest.fixture
def office(tmp_path: Path) -> preview.Office:
    """Gives a copy of harbour and of the templates."""
    return preview.office(tmp_path)

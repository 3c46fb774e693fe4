"""The browser tests run in a browser that starts, or fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import NoBrowserError, first_that_starts, launch_options

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Playwright


def test_a_browser_that_does_not_start_is_passed_over(playwright: Playwright, tmp_path: Path) -> None:
    hull = tmp_path / "chromium"
    hull.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hull.chmod(0o755)
    working = launch_options(playwright)
    assert first_that_starts(playwright, [str(hull), working.get("executable_path")]) == working


def test_without_a_browser_the_error_tells_how_to_get_one(playwright: Playwright, tmp_path: Path) -> None:
    nothing = str(tmp_path / "chromium")
    with pytest.raises(NoBrowserError, match=r"python -m tests\.browser") as caught:
        first_that_starts(playwright, [nothing])
    assert nothing in str(caught.value)

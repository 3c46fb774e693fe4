"""A site of hostile texts in a real browser: nothing runs, nothing pops up, and no other host is asked for anything."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from site_src.building.job import Job
from site_src.building.pipeline import build
from tests.editions import TEMPLATES
from tests.harbour import HARBOUR
from tests.hostile.payloads import harbour_with_all
from tests.pages.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Dialog, Page


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Gives a site whose every text is hostile: its folder, and the address at which it is served."""
    folder = tmp_path_factory.mktemp("hostile")
    content = folder / "content"
    shutil.copytree(HARBOUR, content)
    for name, text in harbour_with_all().items():
        if text is None:
            (content / name).unlink()
        else:
            (content / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    with served(folder / "site") as host:
        built = build(Job(content, TEMPLATES, folder / "site", base_url=host))
        assert built.files, built.findings
        yield folder / "site", host


def test_no_page_does_anything_but_show_text(page: Page, hostile_site: tuple[Path, str]) -> None:
    folder, host = hostile_site
    told: list[str] = []

    def refuse(dialog: Dialog) -> None:
        told.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", refuse)
    page.on("request", lambda asked: told.append(asked.url) if not asked.url.startswith(host) else None)
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(f"error: {error}"))
    page.on("popup", lambda popup: told.append(f"popup: {popup.url}"))
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    assert len(pages) > 40
    for path in pages:
        if not re.search(rb'http-equiv="refresh"', (folder / path).read_bytes()):
            page.goto(f"{host}{path}")
            page.mouse.move(200, 200)
            page.keyboard.press("Tab")
    assert told == []

"""A preview of a copy of harbour, that a test can edit as an editor does."""

from __future__ import annotations

import datetime
import shutil
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.building.press import Press
from site_src.serving.server import Server
from tests.editions import TEMPLATES
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_src.serving.desk import Desk

COST = "claims/repair-cost.md"
"""A claim of harbour, and where its page is."""
COST_PAGE = "claims/repair-cost/"


@dataclass(frozen=True)
class Office:
    """Folders to edit in."""

    content: Path
    templates: Path

    def edit(self, name: str, old: str, new: str) -> None:
        """Replaces in a file what stands there once, and saves it in its place."""
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def save(self, name: str, text: str) -> None:
        """Saves a file as many editors do: a new one is put in the place of the old one."""
        path = self.content / name
        beside = path.with_name(".being-saved")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)

    def press(self, base_url: str | None = None) -> Press:
        """Gives a press for these folders, on a day that does not move."""
        return Press(self.content, self.templates, base_url, lambda: datetime.date(2024, 6, 1))


def office(folder: Path) -> Office:
    """Lays harbour and the templates into a folder."""
    shutil.copytree(HARBOUR, folder / "content")
    shutil.copytree(TEMPLATES, folder / "templates")
    return Office(folder / "content", folder / "templates")


@contextmanager
def previewed(desk: Desk) -> Iterator[str]:
    """Serves a desk while the block lasts; yields the address of its host."""
    with Server(0, desk) as server:
        desk.start()
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.origin
        finally:
            desk.stop()
            server.shutdown()
            thread.join()

"""A publication on a desk: its files are edited, and it is built again and again, with and without a cache."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_src.building.job import Job
from site_src.building.pipeline import build
from tests.building.publisher import found
from tests.editions import TEMPLATES
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path

    from site_src.building.job import Built


@dataclass(frozen=True)
class Desk:
    """A content folder and templates to be edited, the site that is built of them, and a place for a clean one."""

    root: Path
    search: bool = False

    @property
    def job(self) -> Job:
        folders = (self.root / "content", self.root / "templates", self.root / "_site")
        return Job(*folders, search=self.search, cache=self.root / ".touchstone", jobs=1)

    def build(self, *, jobs: int = 1, output: str = "_site") -> Built:
        return build(replace(self.job, jobs=jobs, output=self.root / output))

    def clean(self) -> Built:
        return build(replace(self.job, cache=None, output=self.root / "clean"))

    def is_clean(self) -> bool:
        """Tell whether the site is the one that is made of nothing but the files at hand."""
        return found(self.root / "_site") == found(self.root / "clean")

    def change(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def laid_out(root: Path) -> Desk:
    """Lay harbour and the templates out in a folder, to be edited."""
    shutil.copytree(HARBOUR, root / "content")
    shutil.copytree(TEMPLATES, root / "templates")
    return Desk(root)

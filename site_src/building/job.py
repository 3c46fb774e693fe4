"""What to build from where, and what came of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from site_src.diagnostics.finding import in_order
from site_src.reading.files import read_file_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from site_src.diagnostics.finding import Finding


@dataclass(frozen=True, slots=True)
class Job:
    """What to build from where: `base_url` takes the place of the address in site.yaml.

    With `search` the site has a search if site.yaml asks for one; without, it has none.
    `cache` is the folder in which is kept what this build finds out; without one, all is made anew, in this process.
    `jobs` is the number of processes that share the work; 0 is one for each processor core.
    """

    content: Path
    templates: Path
    output: Path
    base_url: str | None = None
    drafts: bool = False
    for_disk: bool = False
    in_place: bool = False
    search: bool = False
    cache: Path | None = None
    jobs: int = 1

    @property
    def key(self) -> str:
        """Give the name of this site's cache: of the folders it is made of and into, and of how it is made."""
        folders = [str(folder.resolve()) for folder in (self.content, self.templates, self.output)]
        told = json.dumps([*folders, self.base_url, self.drafts, self.for_disk, self.search])
        return f"{content_key(self.content)}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"


def content_key(content: Path) -> str:
    """Give that with which the names begin of the caches of all sites made of a content folder."""
    return hashlib.sha256(str(content.resolve()).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Sources:
    """The content folder, for those who show the lines of its files to which findings point."""

    root: Path

    def lines(self, file: str) -> list[str]:
        """Give the lines of a file named as in findings; none where it cannot be read or is no text to edit."""
        name = file.removeprefix(f"{self.root.as_posix()}/")
        content = None if name == file or name.startswith("files/") else read_file_of(self.root, name)[0]
        if content is None:
            return []
        return content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the findings, and the number of files of the site, 0 where none was published.

    `rendered` has for each file that was made again which ingredient changed; `parsed` is the number of files read.
    """

    sources: Sources
    findings: tuple[Finding, ...]
    files: int = 0
    claims: int = 0
    parsed: int = 0
    written: int = 0
    gone: int = 0
    rendered: Mapping[str, str] = field(default_factory=dict)


def at_home(finding: Finding, folder: str) -> Finding:
    """Name the file of a finding by the folder in which it lies, which need not be called content."""
    name = finding.place.file.removeprefix("content/")
    return replace(finding, place=replace(finding.place, file=f"{folder}/{name}"))


def all_at_home(findings: Iterable[Finding], content: Path) -> tuple[Finding, ...]:
    """Do the same with many, and put them in order."""
    return in_order([at_home(finding, content.as_posix()) for finding in findings])

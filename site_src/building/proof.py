"""A proof: the site as it would look if it were published now, of which each file is made when it is asked for.

It shows drafts, and of files with mistakes in them the last state without.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from site_src.addresses import HOME, NOT_FOUND, Address, Addressing, Href, output_path
from site_src.building.places import pages_of
from site_src.outputs import OUTPUTS
from site_src.rendering.templates import TemplateProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.building.choice import Choice
    from site_src.building.pipeline import Checked
    from site_src.building.routes import Routes
    from site_src.diagnostics.finding import Finding
    from site_src.reading.gather import FileRead
    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

_RENDER = {output.NAME: output.render for output in OUTPUTS}


@dataclass(frozen=True, slots=True)
class Shown:
    """What can be shown: the state of each file that was chosen, the site they make, and its files by their paths."""

    choice: Choice
    site: Site
    routes: Routes


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making a file: its bytes, or what is wrong in its templates, or neither where there is none."""

    content: bytes | None = None
    problem: Finding | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """The site as far as it can be shown, and what is wrong in the files as they are now.

    `checked` has all findings once `is_complete`; until then, what was found in single files, and what the checks
    found in the others the time before. `told` is the first part of it, and `reads` what was read. `sure` is the last
    choice of which is known that it holds no error. `texts` are those of the templates, `behind` has the names of the
    files that are the text of each page, and `set_aside` those that are not shown as they are.
    """

    checked: Checked
    told: tuple[Finding, ...]
    reads: Mapping[str, FileRead]
    shown: Shown | None
    sure: Choice | None
    templates: Templates
    texts: Mapping[str, str]
    behind: Mapping[Address, tuple[str, ...]] = field(default_factory=dict)
    set_aside: frozenset[str] = frozenset()
    is_complete: bool = False

    @property
    def home(self) -> Href:
        """Give the path below which the site lies on its host, such as `/repo/`."""
        return Addressing(self.shown.site.base).links(NOT_FOUND).to(HOME) if self.shown else Href("/")

    def has(self, address: str) -> bool:
        """Tell whether a file lies at an address, which is a path from the site's home."""
        return bool(self.shown and self.shown.routes.find(output_path(Address(address))))

    def make(self, address: str) -> Made:
        """Make the file at an address."""
        found = self.shown.routes.find(output_path(Address(address))) if self.shown else None
        if not found:
            return Made()
        try:
            return Made(_RENDER[found.output](found.view, self.templates))
        except TemplateProblem as problem:
            return Made(problem=problem.finding)

    def not_found(self) -> Made:
        """Make the page that is shown where nothing is."""
        return self.make(NOT_FOUND)

    def files_behind(self, address: str) -> tuple[str, ...]:
        """Name the content files that are the text of a page; those of a topic's claims are among its own."""
        own = self.behind.get(Address(address), ())
        if not self.shown:
            return own
        topics = [it for it in self.shown.site.topics.values() if it.file.removeprefix("content/") in own]
        claims = [self.shown.site.claims[slug].file for topic in topics for slug in topic.claims]
        return (*own, *(file.removeprefix("content/") for file in claims))

    def findings_at(self, address: str) -> tuple[Finding, ...]:
        """Give what is wrong in the files behind a page."""
        files = {f"{self.checked.folder}/{name}" for name in self.files_behind(address)}
        return tuple(finding for finding in self.checked.findings if finding.place.file in files)

    def shows_former(self, address: str) -> bool:
        """Tell whether a page shows a former state of a file that now has a mistake in it."""
        return not self.set_aside.isdisjoint(self.files_behind(address))

    def is_stand_in(self, address: str) -> bool:
        """Tell whether something stands in for a page whose file was never without a mistake."""
        own = self.behind.get(Address(address), ())
        return self.shown is not None and not self.shown.choice.stand_ins.isdisjoint(own)

    def page_of(self, file: str) -> Href | None:
        """Give the path on its host of the page that a file, named as in findings, is the text of, if it has one."""
        address = next(iter(pages_of(file.removeprefix(f"{self.checked.folder}/"))), None)
        if address is None or self.shown is None or not self.has(address):
            return None
        return Addressing(self.shown.site.base).links(NOT_FOUND).to(address)

    def lines(self, file: str) -> list[str]:
        """Give the lines of a content file or a template, named as in findings; none where it cannot be shown."""
        template = self.texts.get(file.removeprefix("templates/"))
        return self.checked.lines(file) if template is None else template.split("\n")

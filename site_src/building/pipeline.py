"""The whole flow: files → catalogue → findings → site → artifacts → bytes → one exchange."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from site_src.addresses import BUILD, Addressing
from site_src.building import manifest
from site_src.building.plan import plan
from site_src.building.search import search_index
from site_src.building.writer import publishing
from site_src.checks import run
from site_src.diagnostics.finding import Finding, in_order
from site_src.models.texts import url_problem
from site_src.outputs import OUTPUTS
from site_src.reading.entry import any_errors
from site_src.reading.files import Tree, read_content, read_lock, read_source, read_templates
from site_src.reading.fonts import with_fonts
from site_src.reading.gather import read_catalogue
from site_src.rendering.templates import TemplateProblem, Templates
from site_src.site.assemble import assemble

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from site_src.building.manifest import Manifest
    from site_src.building.search import SearchIndex
    from site_src.reading.catalogue import Catalogue
    from site_src.site.model import Site


@dataclass(frozen=True, slots=True)
class Checked:
    """A content folder as read and checked; the files in its findings begin with the folder's own name."""

    folder: str
    catalogue: Catalogue
    findings: tuple[Finding, ...]
    tree: Tree

    @property
    def is_sound(self) -> bool:
        """Tell whether a site can be made of it."""
        return not any_errors(self.findings)

    def lines(self, file: str) -> list[str]:
        """Give the lines of a file named as in findings; none where it was not read or is no text to edit."""
        name = file.removeprefix(f"{self.folder}/")
        found = [one.content for one in self.tree.files if one.name == name and not name.startswith("files/")]
        if not found:
            return []
        return found[0].decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


@dataclass(frozen=True, slots=True)
class Job:
    """What to build from where: `base_url` takes the place of the address in site.yaml.

    With `search` the site has a search if site.yaml asks for one; without, it has none.
    """

    content: Path
    templates: Path
    output: Path
    base_url: str | None = None
    drafts: bool = False
    for_disk: bool = False
    in_place: bool = False
    search: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the findings, and the number of files written, 0 where none was."""

    checked: Checked
    findings: tuple[Finding, ...]
    files: int = 0
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Making:
    """A site about to be made: path and bytes of each file but build.json, and the manifest to note them in.

    A file is made when it is taken; then a template that cannot be used raises TemplateProblem. The files of the search
    index come by themselves, for they need a folder to be made in.
    """

    site: Site
    files: Iterator[tuple[str, bytes]]
    index: SearchIndex | None
    manifest: Manifest

    def searched(self, *, former: Path | None = None, within: Path | None = None) -> Iterator[tuple[str, bytes]]:
        """Give path and bytes of each file of the search index; see SearchIndex.files."""
        return self.index.files(self.manifest.searched, former=former, within=within) if self.index else iter(())


def base_problem(text: str) -> str:
    """Say why a text cannot be the site's address; empty when it can."""
    return url_problem(text) or ("has a query or a fragment" if "?" in text or "#" in text else "")


def check(content: Path, *, today: datetime.date | None = None) -> Checked:
    """Read a content folder and find all that is wrong in it; what is due on a day only if the day is handed in."""
    tree = read_content(content)
    read, findings = read_catalogue(tree)
    catalogue = with_fonts(read)
    folder = content.as_posix()
    told = [at_home(finding, folder) for finding in (*findings, *run(catalogue, today=today))]
    return Checked(folder, catalogue, in_order(told), tree)


def build(job: Job, *, progress: Callable[[int], None] = lambda _done: None) -> Built:
    """Build a site; nothing is written where there are errors. Raises OutputRefused where it cannot be written, and
    SearchImpossible where it is to have a search index that cannot be made.

    `progress` is called with the number of files written so far.
    """
    checked = check(job.content)
    if not checked.is_sound:
        return Built(checked, checked.findings)
    making = prepare(job, checked)
    try:
        with publishing(job.output, protect=(job.content, job.templates), in_place=job.in_place) as tree:
            for path, content in chain(making.files, making.searched(former=job.output, within=tree.root)):
                tree.write(path, content)
                making.manifest.note(path, content)
                progress(len(making.manifest.files))
            tree.write(BUILD, making.manifest.as_bytes())
    except TemplateProblem as problem:
        return Built(checked, in_order([*checked.findings, problem.finding]))
    return Built(checked, checked.findings, len(making.manifest.files) + 1, len(making.site.listed))


def prepare(job: Job, checked: Checked) -> Making:
    """Begin to make the site of a sound content; nothing is written, and the manifest has no file noted yet."""
    site = assemble(checked.catalogue, base_url=job.base_url, drafts=job.drafts, search=job.search)
    texts = read_templates(job.templates)
    made = manifest.begin(
        {file.name: file.content for file in checked.tree.files},
        texts,
        read_source(),
        read_lock(),
        manifest.Told(site.base, job.drafts, job.for_disk, job.search, site.drawn_by),
    )
    templates = Templates({name: text.decode("utf-8") for name, text in texts.items()})
    index = search_index(site, templates, for_disk=job.for_disk)
    files = rendered(site, Addressing(site.base, for_disk=job.for_disk), templates)
    return Making(site, files, index, made)


def at_home(finding: Finding, folder: str) -> Finding:
    """Name the file of a finding by the folder in which it lies, which need not be called content."""
    name = finding.place.file.removeprefix("content/")
    return replace(finding, place=replace(finding.place, file=f"{folder}/{name}"))


def rendered(site: Site, at: Addressing, templates: Templates) -> Iterator[tuple[str, bytes]]:
    """Give path and bytes of every file of a site but build.json."""
    render = {output.NAME: output.render for output in OUTPUTS}
    for artifact in plan(site, at):
        yield artifact.path, render[artifact.output](artifact.view, templates)

"""The whole flow: files → catalogue → findings → site → artifacts → bytes → one exchange."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from site_src.addresses import BUILD, Addressing
from site_src.building import incremental, manifest
from site_src.building.job import Built, Job, Sources, at_home
from site_src.building.plan import plan
from site_src.building.search import search_index, taken_over
from site_src.building.writer import publishing
from site_src.checks import run
from site_src.diagnostics.finding import in_order
from site_src.models.texts import url_problem
from site_src.outputs import OUTPUTS
from site_src.reading.entry import any_errors
from site_src.reading.files import Tree, read_content, read_lock, read_source, read_templates
from site_src.reading.fonts import with_fonts
from site_src.reading.gather import read_catalogue
from site_src.rendering.templates import TemplateProblem, Templates, template_texts
from site_src.site.assemble import assemble

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from site_src.building.manifest import Manifest
    from site_src.building.search import SearchIndex
    from site_src.building.unchanged import Look
    from site_src.diagnostics.finding import Finding
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
        files = self.tree.files
        at = bisect_left(files, name, key=lambda one: one.name)
        if at == len(files) or files[at].name != name or name.startswith("files/"):
            return []
        return files[at].content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


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
        """Give path and bytes of each file of the search index, and note what it was made of and by.

        `former` is the folder of the former site, from which they are taken where nothing changed.
        """
        if self.index is not None:
            self.manifest.searched.update(self.index.told())
            taken = taken_over(former, self.manifest.searched) if former else None
            yield from sorted((taken or self.index.made(within)).items())


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


def build(
    job: Job,
    *,
    progress: Callable[[int], None] = lambda _done: None,
    stage: Callable[[str], None] = lambda _name: None,
    seen: Look | None = None,
) -> Built:
    """Build a site; nothing is written where there are errors. Raises OutputRefused where it cannot be written, and
    SearchImpossible where it is to have a search index that cannot be made.

    With a cache, only what changed is made again; what is written in place is always made anew. `progress` is called
    with the number of files made so far, `stage` with the name of what begins; `seen` is what somebody
    has just seen who looked whether there is anything to do.
    """
    if job.cache is not None and not job.in_place:
        return incremental.build(job, job.cache, progress=progress, stage=stage, seen=seen)
    stage("reading")
    checked, sources = check(job.content), Sources(job.content)
    if not checked.is_sound:
        return Built(sources, checked.findings)
    stage("making")
    try:
        making = prepare(job, checked)
        with publishing(job.output, protect=(job.content, job.templates), in_place=job.in_place) as tree:
            for path, content in chain(making.files, making.searched(former=job.output, within=tree.root)):
                tree.write(path, content)
                making.manifest.note(path, content)
                progress(len(making.manifest.files))
            tree.write(BUILD, making.manifest.as_bytes())
    except TemplateProblem as problem:
        return Built(sources, in_order([*checked.findings, problem.finding]))
    made = dict.fromkeys(making.manifest.files, "all is made anew")
    counts = {"claims": len(making.site.listed), "parsed": len(checked.tree.files), "written": len(made) + 1}
    return Built(sources, checked.findings, files=len(made) + 1, rendered=made, **counts)


def prepare(job: Job, checked: Checked) -> Making:
    """Begin to make the site of a sound content; nothing is written, and the manifest has no file noted yet.

    Raises TemplateProblem.
    """
    site = assemble(checked.catalogue, base_url=job.base_url, drafts=job.drafts, search=job.search)
    texts = read_templates(job.templates)
    made = manifest.begin(
        {file.name: file.content for file in checked.tree.files},
        texts,
        read_source(),
        read_lock(),
        manifest.Told(site.base, job.drafts, job.for_disk, job.search, site.drawn_by),
    )
    templates = Templates(template_texts(texts))
    index = search_index(site, templates, for_disk=job.for_disk)
    files = rendered(site, Addressing(site.base, for_disk=job.for_disk), templates)
    return Making(site, files, index, made)


def rendered(site: Site, at: Addressing, templates: Templates) -> Iterator[tuple[str, bytes]]:
    """Give path and bytes of every file of a site but build.json."""
    render = {output.NAME: output.render for output in OUTPUTS}
    for artifact in plan(site, at):
        yield artifact.path, render[artifact.output](artifact.view, templates)

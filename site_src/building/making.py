"""Artifacts → files: each is planned, rendered and written, here or in another process.

These are the other two steps that are remembered: an artifact's view depends on the facts that its planning looks at,
and its bytes on the view and the templates of its output.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from site_src.addresses import Addressing
from site_src.building.holdings import Source, catalogue_of
from site_src.building.ledger import Ledger
from site_src.building.memory import Memory, Piece
from site_src.building.open_tree import OpenTree
from site_src.building.store import Store
from site_src.outputs import OUTPUTS
from site_src.reading.files import ContentFile, read_file_of, read_templates
from site_src.reading.fonts import with_fonts
from site_src.reading.gather import FileRead, read_file
from site_src.reading.trace import Fact, crowded
from site_src.rendering.templates import TemplateProblem, Templates, template_texts
from site_src.site.assemble import assemble
from site_src.site.orders import Orders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from site_src.diagnostics.finding import Finding
    from site_src.outputs import Output
    from site_src.outputs.artifact import Artifact
    from site_src.reading.catalogue import Catalogue
    from site_src.site.model import Site

SHELVES = ("claims", "topics", "sources", "pages", "claimants", "tagged")
"""What of a site outputs go over to plan a file for each."""

Wanted = tuple[str, bytes]
"""The path of an artifact to be made, and the digest of what stands there; empty where nothing does."""

Row = tuple[str, str, bytes, int, int, int]
"""A file that was made: path, output, digest, and print."""


@dataclass(frozen=True, slots=True)
class Setting:
    """All that another process needs to make a site's files: plain values, for they may be sent to it."""

    content: Path
    templates: Path
    cache: Path
    key: str
    ledger: bytes
    base_url: str | None
    drafts: bool
    for_disk: bool
    search: bool
    tree: Path
    outputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of some artifacts: the files written, and for each fact the numbers of those that looked at it.

    Where a template cannot be used, or the system refuses to write (number and reason), that alone counts.
    """

    rows: list[Row]
    uses: dict[Fact, list[int]]
    pieces: list[Piece] = field(default_factory=list)
    problem: Finding | None = None
    refused: tuple[int, str] | None = None


class Workshop:
    """A site with its templates, and the tree to which its files are written."""

    def __init__(self, catalogue: Catalogue, site: Site, at: Addressing, templates: Templates, memory: Memory) -> None:
        self._memory = memory
        self.site = site
        self.at = at
        self._trace = catalogue.trace
        self._outputs = {output.NAME: output for output in OUTPUTS}
        self._templates = templates
        self._allowed: dict[str, Templates] = {}
        self.artifacts: dict[str, Artifact] = {}

    def maker(self, tree: Path) -> Callable[[Sequence[Wanted]], Made]:
        """Give what makes artifacts that were listed, in a tree."""
        opened = OpenTree(tree)
        return lambda wanted: self.make(wanted, opened)

    def list(self, name: str) -> tuple[list[Artifact], set[Fact]]:
        """Give the artifacts of an output, and the facts that tell which there are."""
        output: Output = self._outputs[name]
        with self._trace.watching() as facts:
            found = list(output.plan(self.site, self.at))
        self.artifacts.update((artifact.path, artifact) for artifact in found)
        return found, crowded(facts)

    def find(self, name: str, paths: Sequence[str]) -> None:
        """Get ready to make an output's artifacts at some paths, without listing all if it can be helped.

        The output is shown those entries alone whose slugs stand in the paths. What it plans for them is taken with
        the whole site in the place of that part; what it does not plan for them is looked for among all.
        """
        found = self._planned_for(self._outputs[name], {part for path in paths for part in segments(path)})
        if any(path not in found for path in paths):
            self.list(name)
        else:
            self.artifacts.update(found)

    def _planned_for(self, output: Output, names: set[str]) -> dict[str, Artifact]:
        with self._trace.paused():
            shelves = {kind: getattr(self.site, kind) for kind in SHELVES}
            shown = {kind: shelf.showing(*sorted(names & self._slugs_of(kind))) for kind, shelf in shelves.items()}
            part = replace(self.site, **shown)
            found = {}
            for artifact in output.plan(part, self.at):
                work = artifact.look
                if work and any(one is part for one in work.args):
                    whole = partial(
                        work.func, *(self.site if one is part else one for one in work.args), **work.keywords
                    )
                    found[artifact.path] = replace(artifact, look=whole)
            return found

    def compile_for(self, names: Iterable[str]) -> None:
        """Compile the templates of outputs once, and not in every process that is forked."""
        self._templates.prepare(template for name in names for template in self._outputs[name].TEMPLATES)

    def make(self, wanted: Sequence[Wanted], tree: OpenTree) -> Made:
        """Plan, render and write artifacts, which were listed; what comes out as it was is not written again."""
        rows: list[Row] = []
        uses: dict[Fact, list[int]] = {}
        for number, (path, known) in enumerate(wanted):
            artifact = self.artifacts[path]
            self._trace.fine = not self._names_one(path)
            try:
                with self._trace.watching() as facts:
                    view = artifact.view
                content = self._outputs[artifact.output].render(view, self._templates_of(artifact.output))
            except TemplateProblem as problem:
                return Made([], {}, problem=problem.finding)
            digest = hashlib.sha256(content).digest()
            if digest != known:
                try:
                    rows.append((path, artifact.output, digest, *tree.put(path, content)))
                except OSError as error:
                    return Made([], {}, refused=(error.errno or 0, error.strerror or str(error)))
            for fact in crowded(facts):
                uses.setdefault(fact, []).append(number)
        self._trace.fine = True
        return Made(rows, uses, self._memory.taken())

    def _templates_of(self, name: str) -> Templates:
        if name not in self._allowed:
            self._allowed[name] = self._templates.only(self._outputs[name].TEMPLATES)
        return self._allowed[name]

    @cached_property
    def _slugs(self) -> set[str]:
        return self._slugs_of("claims") | self._slugs_of("topics") | self._slugs_of("sources")

    def _slugs_of(self, kind: str) -> set[str]:
        with self._trace.paused():
            return set(getattr(self.site, kind))

    def _names_one(self, path: str) -> bool:
        """Tell whether a path has a slug in it, and so is of one entry and those around it, not of all."""
        return any(part in self._slugs for part in segments(path))


def segments(path: str) -> list[str]:
    """Give what may be slugs in a path."""
    return path.replace(".", "/").split("/")


def start_making(setting: Setting) -> Callable[[Sequence[Wanted]], Made]:
    """Open a workshop by a setting; gives what makes the artifacts at some paths."""
    source = Source(setting.content, Ledger(setting.ledger), Store(setting.cache, setting.key))
    catalogue = with_fonts(
        catalogue_of(
            source,
            publication=read_setting(setting.content, "site.yaml"),
            ratings=read_setting(setting.content, "ratings.yaml"),
        )
    )
    memory = Memory(source.ledger)
    site = assemble(
        catalogue,
        base_url=setting.base_url,
        drafts=setting.drafts,
        search=setting.search,
        orders=Orders(catalogue, drafts=setting.drafts, known=lambda name: source.ledger.said(f"order {name}")),
        recall=memory.recalling(catalogue.trace),
    )
    texts = template_texts(read_templates(setting.templates))
    workshop = Workshop(catalogue, site, Addressing(site.base, for_disk=setting.for_disk), Templates(texts), memory)
    for output in setting.outputs:
        workshop.list(output)
    return workshop.maker(setting.tree)


def read_setting(root: Path, name: str) -> FileRead | None:
    """Read site.yaml or ratings.yaml of a content folder; gives nothing where it is not there."""
    content, _ = read_file_of(root, name)
    return None if content is None else read_file(ContentFile(name, content))


def near_each_other(paths: Sequence[str], site: Site, *, size: int) -> Iterator[list[str]]:
    """Part paths into tasks of about a size, so that artifacts of one topic, which share entries, come together.

    It rests on addresses having slugs in them, and costs time alone where they have not.
    """
    topic = {slug: it.record.topic for slug, it in site.claims.items()}
    for slug, it in site.topics.items():
        topic[slug] = slug
        for source in it.record.sources:
            topic.setdefault(source, slug)
    for slug, made in site.claimants.items():
        topic.setdefault(slug, topic[made.claims[0]])
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault(next((topic[part] for part in segments(path) if part in topic), ""), []).append(path)
    # What belongs to no topic is often about all of them: it takes long, and so comes first. Parts of one number
    # often have the same entries.
    numbered: dict[str, list[str]] = {}
    for path in groups.pop("", ()):
        numbered.setdefault(next(filter(str.isdigit, segments(path)), path), []).append(path)
    yield from numbered.values()
    task: list[str] = []
    for _, some in sorted(groups.items()):
        task += some
        if len(task) >= size:
            yield task
            task = []
    if task:
        yield task

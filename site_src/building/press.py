"""Takes proofs of a content folder, one after another, and keeps in memory what did not change between them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from site_src.addresses import Addressing
from site_src.building.choice import choose, choose_quickly
from site_src.building.job import at_home
from site_src.building.pipeline import Checked
from site_src.building.places import files_behind
from site_src.building.proof import Proof, Shown
from site_src.building.routes import Routes
from site_src.checks import errors, run
from site_src.diagnostics.finding import Finding, in_order
from site_src.reading.files import Tree, hold, read_templates
from site_src.reading.fonts import with_fonts
from site_src.reading.gather import file_away, read_file
from site_src.rendering.templates import Templates
from site_src.site.assemble import assemble

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from site_src.building.choice import Choice
    from site_src.reading.files import ContentFile, Held
    from site_src.reading.gather import FileRead


class Press:
    """Takes proofs of one content folder; one thread at a time."""

    def __init__(
        self, content: Path, templates: Path, base_url: str | None, today: Callable[[], datetime.date]
    ) -> None:
        """Take the folders; `base_url` takes the place of the address in site.yaml. Nothing is read yet."""
        self.content, self.templates, self._base_url, self._today = content, templates, base_url, today
        self._held: Held | None = None
        self._reads: dict[str, tuple[ContentFile, FileRead]] = {}
        self._owners: dict[str, str] = {}

    def take(self, last: Proof | None) -> Proof:
        """Give a proof of the files as they are now; where nothing has changed, the last one itself."""
        held = hold(self.content, self._held)
        texts = {name: text.decode("utf-8", "replace") for name, text in read_templates(self.templates).items()}
        same = self._held is not None and held.tree == self._held.tree
        self._held = held
        if not last or not same:
            return self._proof(held.tree, texts, last)
        return last if texts == last.texts else replace(last, templates=Templates(texts), texts=texts)

    def complete(self, proof: Proof) -> Proof:
        """Give a proof with all that the checks find in it; may be done beside taking the next."""
        findings = self._in_order((*proof.told, *run(proof.checked.catalogue, today=self._today())))
        checked = replace(proof.checked, findings=findings)
        if not proof.shown or proof.shown.choice is proof.sure:
            return replace(proof, checked=checked, is_complete=True)
        shown: Shown | None = proof.shown
        if errors(proof.shown.choice.catalogue):
            shown = self._shown(choose(proof.reads.values(), proof.sure, _unread(proof.checked.tree)), proof.shown)
        return replace(
            proof,
            checked=checked,
            shown=shown,
            sure=shown.choice if shown else None,
            set_aside=_set_aside(proof.reads, proof.checked.tree, shown),
            is_complete=True,
        )

    def _proof(self, tree: Tree, texts: Mapping[str, str], last: Proof | None) -> Proof:
        former = self._reads
        self._reads = {file.name: _read(file, former.get(file.name)) for file in tree.files}
        changed = {name for name in {*former, *self._reads} if former.get(name) is not self._reads.get(name)}
        reads = {name: read for name, (_, read) in self._reads.items()}
        catalogue, told = file_away(list(reads.values()), tree.findings)
        sure = last.sure if last else None
        quick = choose_quickly(reads.values(), sure) if sure else None
        choice = quick or choose(reads.values(), sure, _unread(tree))
        shown = self._shown(choice, last.shown if last else None)
        same_names = last and former.keys() == self._reads.keys()
        return Proof(
            checked=Checked(self.content.as_posix(), catalogue, self._so_far(told, changed, last), tree),
            told=told,
            reads=reads,
            shown=shown,
            sure=sure if quick else choice,
            templates=last.templates if last and last.texts == texts else Templates(texts),
            texts=texts,
            behind=last.behind if last and same_names else files_behind((*reads, *sorted(_unread(tree)))),
            set_aside=_set_aside(reads, tree, shown),
        )

    def _shown(self, choice: Choice | None, last: Shown | None) -> Shown | None:
        """Make the site of what was chosen; the last one, where that did not change."""
        if choice is None or (last and choice is last.choice):
            return last if choice else None
        site = assemble(with_fonts(choice.catalogue), base_url=self._base_url, drafts=True, search=False)
        return Shown(choice, site, Routes(site, Addressing(site.base), self._owners))

    def _so_far(self, told: Iterable[Finding], changed: set[str], last: Proof | None) -> tuple[Finding, ...]:
        """Give what was found in single files, and what the checks found before in those that did not change."""
        files = {f"{self.content.as_posix()}/{name}" for name in changed}
        before = last.checked.findings if last else ()
        return in_order([*self._in_order(told), *(finding for finding in before if finding.place.file not in files)])

    def _in_order(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return in_order([at_home(finding, self.content.as_posix()) for finding in findings])


def _read(file: ContentFile, before: tuple[ContentFile, FileRead] | None) -> tuple[ContentFile, FileRead]:
    return before if before and before[0] is file else (file, read_file(file))


def _unread(tree: Tree) -> set[str]:
    return {finding.place.file.removeprefix("content/") for finding in tree.findings}


def _set_aside(reads: Mapping[str, FileRead], tree: Tree, shown: Shown | None) -> frozenset[str]:
    """Name the files that are not shown as they are."""
    chosen = shown.choice.reads if shown else {}
    return frozenset({*_unread(tree), *(name for name, read in reads.items() if chosen.get(name) is not read)})

"""Brings a published site up to date: which artifacts are stale, and why; makes them, and exchanges the trees."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from site_src.addresses import Addressing
from site_src.building import changes, fingerprint
from site_src.building.making import Made, Setting, Wanted, Workshop, near_each_other, start_making
from site_src.building.memory import Memory, forget_all_pieces, forget_pieces, note_pieces
from site_src.building.plan import PathTaken
from site_src.building.pool import FORKS, spread
from site_src.building.search import PAGES, search_index
from site_src.building.search import TEMPLATE as SEARCH_ENTRY
from site_src.outputs import OUTPUTS
from site_src.reading.files import read_templates
from site_src.rendering.templates import Templates, template_texts
from site_src.site.assemble import assemble
from site_src.site.kept_orders import DRAWN_ON, changed, kept, stale
from site_src.site.orders import Orders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from site_src.building.job import Job
    from site_src.building.ledger import Ledger
    from site_src.building.update import Cache
    from site_src.outputs.artifact import Artifact
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.trace import Fact

LISTING, FILE = "listing", "file"
AT_ONCE = 100
FEW = 150

Reason = str


@dataclass(slots=True)
class Plan:
    """What there is to do: every stale path with the reason, and the paths that are no more."""

    stale: dict[str, Reason] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def drop(self, paths: Iterable[str]) -> bool:
        """Take out paths that are made in another way; tells whether any of them was stale."""
        dropped = [self.stale.pop(path) for path in paths if path in self.stale]
        return bool(dropped)


class Renewing:
    """The making of one site from a sound catalogue."""

    def __init__(self, job: Job, ledger: Ledger, cache: Cache, catalogue: Catalogue) -> None:
        self._job = job
        self._ledger = ledger
        self._cache = cache
        self._facts = set(ledger.take_changes())
        self._stale_orders = frozenset(DRAWN_ON) if changes.EVERYTHING in self._facts else stale(self._facts)
        self._orders = Orders(catalogue, drafts=job.drafts, known=self._known_order)
        self._memory = Memory(ledger)
        self.site = assemble(
            catalogue,
            base_url=job.base_url,
            drafts=job.drafts,
            search=job.search,
            orders=self._orders,
            recall=self._memory.recalling(catalogue.trace),
        )
        texts = template_texts(read_templates(job.templates))
        self._templates = Templates(texts)
        self._texts = texts
        at = Addressing(self.site.base, for_disk=job.for_disk)
        self.index = search_index(self.site, self._templates, for_disk=job.for_disk)
        self._workshop = Workshop(catalogue, self.site, at, self._templates, self._memory)
        self._listed: set[str] = set()
        self._taken: dict[str, str] = {}

    def plan(self) -> Plan:
        """Find out what is stale; the lists of artifacts are made again where they are."""
        plan = Plan()
        facts = self._facts
        for name in sorted(self._stale_orders):
            facts.update(self._changed_order(name))
        stale = self._ledger.uses.stale(facts)
        forget_pieces(self._ledger, stale)
        if changes.EVERYTHING in facts:
            self._ledger.drop_pieces()
        listed = self._ledger.users(LISTING)
        for output in OUTPUTS:
            name = output.NAME
            if changes.EVERYTHING in facts or name not in listed or (LISTING, name) in stale:
                self._list_again(name, plan, stale.get((LISTING, name)))
        for (sort, name), fact in stale.items():
            if sort == FILE and name not in plan.gone:
                plan.stale.setdefault(name, _reason(fact))
        self._by_templates(plan)
        return plan

    def _known_order(self, name: str) -> str:
        return "" if name in self._stale_orders else self._ledger.said(f"order {name}")

    def _changed_order(self, name: str) -> Iterable[Fact]:
        before, after = self._ledger.said(f"order {name}"), kept(getattr(self._orders, name))
        self._ledger.say(f"order {name}", after)
        return changed(name, before, after, self._ledger.uses.parts_of(name)) if before else ()

    def _list_again(self, name: str, plan: Plan, fact: Fact | None) -> None:
        former = self._ledger.made_of(name)
        found, facts = self._workshop.list(name)
        self._listed.add(name)
        (number,) = self._ledger.number(LISTING, [(name, "")])
        self._ledger.uses.note({one: [number] for one in facts})
        self._taken_once(name, found, former)
        plan.gone |= former - {artifact.path for artifact in found}
        for artifact in found:
            if artifact.path not in former:
                plan.stale[artifact.path] = "new"
            elif artifact.look is None or fact is None:
                plan.stale[artifact.path] = _reason(fact)

    def _taken_once(self, name: str, found: Iterable[Artifact], former: set[str]) -> None:
        for artifact in found:
            other = self._taken.setdefault(artifact.path, name)
            if other == name and artifact.path not in former:
                maker = self._ledger.maker(artifact.path)
                other = maker if maker and maker not in self._listed else name
            if other != name:
                raise PathTaken(f"{artifact.path} is made by {other} and by {name}.")

    def _by_templates(self, plan: Plan) -> None:
        digest = fingerprint.templates(self._ledger, self._job.templates, moment=self._cache.moment)
        if digest == self._ledger.said("templates used"):
            return
        self._ledger.say("templates used", digest)
        for output in OUTPUTS:
            told = fingerprint.of_texts(self._templates.closure(output.TEMPLATES), self._texts)
            if told != self._ledger.said(f"closure {output.NAME}"):
                self._ledger.say(f"closure {output.NAME}", told)
                for path in self._ledger.made_of(output.NAME) - plan.gone:
                    plan.stale.setdefault(path, "its templates changed")
        told = fingerprint.of_texts(self._templates.closure([SEARCH_ENTRY]), self._texts)
        if told != self._ledger.said("closure of search entries"):
            self._ledger.say("closure of search entries", told)
            forget_all_pieces(self._ledger, PAGES)

    def make(self, plan: Plan, tree: Path, known: dict[str, bytes]) -> Iterator[tuple[Sequence[Wanted], Made]]:
        """Make the stale artifacts in a tree; `known` are the digests of files that stand there already."""
        stale = list(plan.stale)
        are_many = len(stale) > FEW
        together = near_each_other(stale, self.site, size=AT_ONCE) if are_many else [stale]
        tasks = [[(path, known.get(path, b"")) for path in some] for some in together]
        jobs = self._job.jobs if are_many else 1
        if jobs > 1 and not FORKS:
            made = spread(start_making, self._setting(plan, tree), tasks, jobs=jobs)
        else:
            self._find(plan)
            if jobs > 1:
                self._workshop.compile_for(self._outputs_of(plan))
            made = spread(self._workshop.maker, tree, tasks, jobs=jobs)
        yield from zip(tasks, made, strict=True)

    def _find(self, plan: Plan) -> None:
        """Find the artifacts that are stale; processes that are forked begin with them."""
        for output in self._outputs_of(plan) - self._listed:
            self._workshop.find(output, [path for path in plan.stale if self._ledger.maker(path) == output])
        note_pieces(self._ledger, self._memory.taken())

    def searched(self) -> dict[str, str]:
        """Tell what the search index is made of and by, empty where there is none; what was found out is remembered."""
        told = self.index.told() if self.index else {}
        note_pieces(self._ledger, self._memory.taken())
        return told

    def _outputs_of(self, plan: Plan) -> set[str]:
        names = {self._taken.get(path) or self._ledger.maker(path) for path in plan.stale}
        return {name for name in names if name}

    def _setting(self, plan: Plan, tree: Path) -> Setting:
        return Setting(
            content=self._job.content,
            templates=self._job.templates,
            cache=self._cache.folder,
            key=self._cache.key,
            ledger=self._ledger.as_bytes(),
            base_url=self._job.base_url,
            drafts=self._job.drafts,
            for_disk=self._job.for_disk,
            search=self._job.search,
            tree=tree,
            outputs=tuple(sorted(self._outputs_of(plan))),
        )


def _reason(fact: Fact | None) -> Reason:
    """Say which ingredient changed."""
    if fact is None or fact == changes.EVERYTHING:
        return "made for the first time"
    kind, name, part = fact
    which = f"{kind}/{name}" if name != "*" else f"any of {kind}"
    words = {"": "which there are", "*": "front matter"}
    return f"{which} changed: {words.get(part, part)}"

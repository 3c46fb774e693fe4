"""A build that makes again what changed: the ledger brought up to date, the stale artifacts made, the trees exchanged.

Context. Editors build after every word, and a publication may have ten thousand claims: what has not changed must cost
next to nothing, and what comes out must be what a build from nothing makes, byte for byte.
Decision. All that is worked out is worked out under a trace (reading/trace.py): the values that are handed to it note
by themselves that they were looked at, so no dependency can be forgotten. The ledger has for each fact who looked at
it. A file that changed gives the facts that changed, and these the artifacts to be planned and rendered again. Of two
trees on the disk one is live; the other is brought up to date by few files and takes its place in one exchange.
Weighed. Keys of views: every view would have to be made to find out that it is the same. Dependencies declared by each
output: one can be forgotten, and nobody would notice. Keeping rendered pages in the cache: they lie in the live tree.
What follows. An output that asks for its views when they are needed (`planned`) is remembered file by file, one that
hands them over (`artifact`) as a whole. Whatever makes the ledger, a tree or the environment doubtful, makes all anew.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from site_src.building import fingerprint
from site_src.building.beside import beside
from site_src.building.job import Built, Sources, all_at_home, content_key
from site_src.building.ledger import Ledger, opened
from site_src.building.manifest import Told
from site_src.building.pool import cores
from site_src.building.refusal import OutputRefused, refusal
from site_src.building.renewal import FEW, Renewing
from site_src.building.spare import behind_in, spare_stands
from site_src.building.store import NO_LOAN, Store, newest
from site_src.building.trees import Trees
from site_src.building.unchanged import LEDGER, Left, Look, Standing, leave_mark, scan_program
from site_src.building.update import Cache, update
from site_src.building.versions import packages
from site_src.building.writer import refuse_early, renewing, spare_of
from site_src.checks import DATED
from site_src.diagnostics.finding import in_order
from site_src.reading.entry import any_errors
from site_src.reading.scanning import scan_trusted
from site_src.rendering.templates import TemplateProblem

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable
    from pathlib import Path

    from site_src.building.beside import Asked
    from site_src.building.job import Job
    from site_src.building.renewal import Plan
    from site_src.building.writer import Renewal
    from site_src.diagnostics.finding import Finding

PACKS, SLACK = 8, 1_000_000
"""So many packs are kept, each with at most twice as many bytes as are in use, and a million more."""


def build(
    job: Job,
    folder: Path,
    *,
    progress: Callable[[int], None],
    stage: Callable[[str], None],
    seen: Look | None = None,
) -> Built:
    """Build a site with what is kept in a folder of earlier builds; raises OutputRefused.

    `seen` is what somebody has just seen who looked whether there is anything to do.
    """
    seen = seen or Look()
    job = replace(job, jobs=job.jobs or cores())
    protect = (job.content, job.templates, folder)
    refuse_early(job.output, protect)
    stage("reading")
    cache = open_cache(folder, job.key)
    ledger = opened_ledger(cache, seen.ledger)
    standing = _standing(job, ledger, seen)
    updated = update(job.content, ledger, cache, jobs=job.jobs, seen=seen.scanned)
    sources, findings = Sources(job.content), all_at_home(updated.findings, job.content)
    if any_errors(findings):
        standing.drop()
        keep(ledger, cache)
        return Built(sources, findings, parsed=updated.parsed)
    ledger.remember_here()
    try:
        stage("planning")
        renewal = Renewing(job, ledger, cache, updated.catalogue)
        plan = renewal.plan()
        trees = Trees(ledger, plan, standing)
        stage("publishing")
        with renewing(job.output, protect=protect, is_good=trees.is_good, keep=trees.keep) as pair:
            _make(job, renewal, plan, trees, pair, progress=progress, stage=stage)
    except (TemplateProblem, OutputRefused) as problem:
        # What was read is kept also where a template or the output folder turns out to be of no use.
        ledger.go_back()
        cache.store.write(LEDGER, ledger.as_bytes())
        if isinstance(problem, OutputRefused):
            raise
        return Built(sources, in_order([*findings, problem.finding]), parsed=updated.parsed)
    stage("remembering")
    claims, gone = len(renewal.site.listed), len(plan.gone)
    built = Built(sources, findings, trees.files, claims, updated.parsed, trees.written, gone, plan.stale)
    # A copy of this process is worth its memory where little was to be done.
    forks = len(plan.stale) <= FEW
    marked = beside(lambda: _leave_mark(job, cache, ledger, built, updated.findings), forks=forks)
    keep(ledger, cache, also=marked)
    return built


def _standing(job: Job, ledger: Ledger, seen: Look) -> Asked:
    """Ask whether the spare tree stands as it was left, unless somebody has asked that of the same tree already."""
    if seen.spare:
        marker, asked = seen.spare
        if marker == ledger.said("spare marker"):
            return asked
        asked.drop()
    return beside(lambda: spare_stands(spare_of(job.output), ledger.prints(), behind_in(ledger)))


def check(content: Path, folder: Path, *, jobs: int, today: datetime.date) -> tuple[Built, int]:
    """Check a content folder with what is kept of earlier builds; gives what came of it, and the number of claims.

    What is due on a day is found anew each time.
    """
    cache = open_cache(folder, newest(folder, content_key(content)))
    ledger = opened_ledger(cache)
    updated = update(content, ledger, cache, jobs=jobs or cores())
    keep(ledger, cache)
    with updated.catalogue.trace.paused():
        due = [finding for each in DATED for finding in each.check(updated.catalogue, today)]
    built = Built(Sources(content), all_at_home([*updated.findings, *due], content), parsed=updated.parsed)
    return built, len(updated.catalogue.claims)


def _make(
    job: Job,
    renewal: Renewing,
    plan: Plan,
    trees: Trees,
    pair: Renewal,
    *,
    progress: Callable[[int], None],
    stage: Callable[[str], None],
) -> None:
    """Make what is stale in the spare tree."""
    try:
        trees.begin(pair)
        stage("rendering")
        for wanted, made in renewal.make(plan, pair.spare, trees.known()):
            trees.note(wanted, made)
            progress(trees.count)
        stage("searching")
        trees.renew_index(pair, renewal.index, renewal.searched())
        stage("publishing")
        site = renewal.site
        trees.finish(pair, Told(site.base, job.drafts, job.for_disk, job.search, site.drawn_by))
    except OSError as error:
        raise refusal(job.output, error) from error


def open_cache(folder: Path, key: str) -> Cache:
    """Give the cache of that name in the cache folder."""
    store = Store(folder, key)
    return Cache(folder, key, store, store.moment())


def opened_ledger(cache: Cache, text: Callable[[], memoryview | None] | None = None) -> Ledger:
    """Give the ledger that was kept, or a new one where there is none or another program kept it.

    `text` waits for the one that was kept, if somebody reads it already.
    """
    ledger = opened(text() if text else cache.store.read(LEDGER))
    language = fingerprint.language()
    if ledger is not None and ledger.said("language") == language:
        former = ledger.said("source digest")
        if fingerprint.program(ledger, moment=cache.moment) == former:
            return ledger
    fresh = Ledger()
    fresh.say("language", language)
    fresh.say("packages", json.dumps(packages()))
    fingerprint.program(fresh, moment=cache.moment)
    return fresh


def keep(ledger: Ledger, cache: Cache, *, also: Asked | None = None) -> None:
    """Keep a ledger for the next build; `also` is what is written into the cache meanwhile."""
    _repack(ledger, cache.store)
    cache.store.write(LEDGER, ledger.as_bytes())
    if also:
        also()
    cache.store.tidy(ledger.packs())


def _repack(ledger: Ledger, store: Store) -> None:
    """Move what lies in small packs, and in those that are mostly forgotten, into this build's."""
    packs = sorted(ledger.packs().items(), key=lambda pack: -pack[1])
    for at, (name, length) in enumerate(packs):
        if at >= PACKS or store.size(name) > 2 * length + SLACK:
            for file, loan in ledger.loans(name):
                text = store.fetch(loan)
                ledger.lend(file, store.lend(text) if text is not None else NO_LOAN)


def _leave_mark(job: Job, cache: Cache, ledger: Ledger, built: Built, findings: tuple[Finding, ...]) -> bool:
    left = Left(built.claims, built.files, findings)
    marks = (ledger.marks(), scan_trusted(job.templates), scan_program())
    trees = Standing(ledger.prints(), ledger.said("spare marker"), behind_in(ledger))
    leave_mark(cache.store, cache.moment, left, marks, trees)
    return True

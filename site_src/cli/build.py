"""`build`: check the content and publish it."""

from __future__ import annotations

import gc
import sys
import time
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_src.cli.terminal import (
    FOLDER,
    ROOT,
    Effort,
    checked_base_url,
    content_option,
    effort_options,
    examples,
    refuse,
    tell,
    with_progress,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_src.building.job import Built, Job
    from site_src.building.unchanged import Look


@dataclass(frozen=True, slots=True)
class Report:
    """What is told of a build beside its outcome."""

    explain: bool
    timings: bool


def report_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say what is told; it is told a Report."""

    @click.option("--explain", is_flag=True, help="Tell which files were made again, and what had changed.")
    @click.option("--timings", is_flag=True, help="Tell how many seconds each stage took.")
    @wraps(command)
    def told(*, explain: bool, timings: bool, **options: object) -> None:
        command(report=Report(explain, timings), **options)

    return told


@dataclass(frozen=True, slots=True)
class Wanted:
    """What site is to be published, and where."""

    output: Path
    base_url: str | None
    drafts: bool
    for_disk: bool
    search: bool
    in_place: bool


def output_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say what to publish; it is told what is Wanted."""

    @click.option("--output", type=FOLDER, default=Path("_site"), show_default=True, help="The folder to publish into.")
    @click.option("--base-url", metavar="URL", help="Canonical address of the home page, instead of site.yaml's.")
    @click.option("--drafts", is_flag=True, help="Show drafts as well, marked.")
    @click.option("--for-disk", is_flag=True, help="Make links that work in a folder opened without a server.")
    @click.option("--no-search", is_flag=True, help="Leave out the search, even where site.yaml asks for one.")
    @click.option("--in-place", is_flag=True, help="Write into a folder that cannot be renamed; not all or nothing.")
    @wraps(command)
    def told(
        *,
        output: Path,
        base_url: str | None,
        drafts: bool,
        for_disk: bool,
        no_search: bool,
        in_place: bool,
        **options: object,
    ) -> None:
        command(wanted=Wanted(output, base_url, drafts, for_disk, not no_search, in_place), **options)

    return told


@click.command(
    short_help="Check the content and publish it; done without a command, too.",
    epilog=examples("build.py build --output _site --base-url https://example.org/repo/", "build.py build --explain"),
)
@content_option
@output_options
@effort_options
@report_options
def build(*, content: Path, wanted: Wanted, effort: Effort, report: Report) -> None:
    """Check the content and publish it; also what happens without a command.

    The site appears in OUTPUT as a whole or not at all: a build that fails leaves the former one as it was. What
    earlier builds found out is kept in the folder of --cache, so that only what changed is made again.
    """
    from site_src.building.job import Job

    job = Job(
        content,
        ROOT / "templates",
        wanted.output,
        checked_base_url(wanted.base_url),
        drafts=wanted.drafts,
        for_disk=wanted.for_disk,
        in_place=wanted.in_place,
        search=wanted.search,
        cache=effort.cache,
        jobs=effort.jobs,
    )
    stages = Stages()
    built = _built(job, stages)
    gc.freeze()  # what is left goes with the process: it need not be gone over once more
    tell(built.findings, built.sources)
    if report.explain:
        _explain(built)
    if report.timings:
        stages.tell()
    if not built.files:
        click.echo(f"Nothing was published; {job.output} is as it was.", err=True)
        sys.exit(1)
    if built.rendered or built.written or built.gone:
        click.echo(f"Published {built.claims} claims in {built.files} files to {job.output}.")
    else:
        click.echo(f"Nothing has changed: {built.claims} claims in {built.files} files stand in {job.output}.")


class Stages:
    """The stages of a build and how long each took."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._now = "starting"
        self._since = time.perf_counter() - time.process_time()

    def begin(self, name: str) -> None:
        """Note that a stage begins; one that was left begins again."""
        now = time.perf_counter()
        self._seconds[self._now] = self._seconds.get(self._now, 0) + now - self._since
        self._now, self._since = name, now

    def tell(self) -> None:
        """Print what was noted."""
        self.begin("")
        for name, seconds in self._seconds.items():
            click.echo(f"{seconds:8.3f} s  {name}")


def _built(job: Job, stages: Stages) -> Built:
    from site_src.building.job import Built, Sources, all_at_home
    from site_src.building.refusal import OutputRefused, SearchImpossible
    from site_src.building.writer import recover

    sources = Sources(job.content)

    try:
        recover(job.output)
        stages.begin("looking for changes")
        seen = _look(job)
        if seen.left:
            return Built(sources, all_at_home(seen.left.findings, job.content), seen.left.files, seen.left.claims)
        stages.begin("loading the program")
        # Little of what a build makes goes in circles: looking for such circles would take up to a quarter of its time.
        gc.disable()
        from site_src.building import pipeline

        gc.freeze()
        gc.set_threshold(100_000, 20, 100)
        gc.enable()
        return with_progress(lambda progress: pipeline.build(job, progress=progress, stage=stages.begin, seen=seen))
    except (OutputRefused, SearchImpossible) as refused:
        refuse(refused.message, refused.hint)


def _look(job: Job) -> Look:
    """Look whether there is anything to do at all."""
    from site_src.building.store import Store
    from site_src.building.unchanged import Look, look

    if job.cache is None or job.in_place:
        return Look()
    return look(Store(job.cache, job.key), job.content, job.templates, job.output)


def _explain(built: Built) -> None:
    for path, reason in sorted(built.rendered.items()):
        click.echo(f"{path}: {reason}")
    told = (
        f"{len(built.rendered)} of {built.files} files were made again, and {built.written} of them came out otherwise"
    )
    click.echo(f"{told}; {built.gone} went. {built.parsed} files of the content were read.")

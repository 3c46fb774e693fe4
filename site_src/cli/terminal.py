"""What the commands share: the options that they have in common, and how they speak on the terminal."""

from __future__ import annotations

import datetime
import sys
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from site_src.building.job import Built
    from site_src.diagnostics.finding import Finding

ROOT = Path(__file__).resolve().parents[2]
FOLDER = click.Path(file_okay=False, path_type=Path)

content_option = click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The content folder.",
)


def _day(_context: click.Context, _option: click.Parameter, typed: datetime.datetime | None) -> datetime.date:
    return (typed or datetime.datetime.now().astimezone()).date()


today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    callback=_day,
    help="The day from which to look; today when absent.",
)


def examples(*lines: str) -> str:
    """Give the end of a command's help: how it is called, a line for each example."""
    return "\b\n" + "\n".join(["Example:" if len(lines) == 1 else "Examples:", *(f"  {line}" for line in lines)])


@dataclass(frozen=True, slots=True)
class Effort:
    """How the work is done: the folder of what is remembered, None for nothing, and the number of processes."""

    cache: Path | None
    jobs: int


def effort_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say how the work is done; it is told an Effort."""

    @wraps(command)
    def told(*, cache: Path, no_cache: bool, jobs: int | None, **options: object) -> None:
        command(effort=Effort(None if no_cache else cache, jobs or 0), **options)

    return _cache_option(_no_cache_option(_jobs_option(told)))


_cache_option = click.option(
    "--cache", type=FOLDER, default=Path(".touchstone"), show_default=True, help="Where earlier builds are remembered."
)
_no_cache_option = click.option("--no-cache", is_flag=True, help="Remember nothing: all is read and made anew.")
_jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help="Processes that share the work; one for each processor core.",
)


def checked_base_url(text: str | None) -> str | None:
    """Give the address of --base-url as it is; ends the program where it cannot be a site's address."""
    if text is None:
        return None
    from site_src.building.pipeline import base_problem

    if problem := base_problem(text):
        refuse(f"--base-url: “{text}” {problem}.", "Write it in full, such as https://example.org/repo/")
    return text


def with_progress(work: Callable[[Callable[[int], None]], Built]) -> Built:
    """Show on a terminal how far the work is; say nothing where the output is piped."""
    if not sys.stderr.isatty():
        return work(lambda _done: None)

    def show(done: int) -> None:
        if done % 50 == 0:
            click.echo(f"\r{done} files", nl=False, err=True)

    try:
        return work(show)
    finally:
        click.echo("\r\033[K", nl=False, err=True)


class Lined(Protocol):
    """What has the lines of the files that findings name."""

    def lines(self, file: str) -> Sequence[str]:
        """Give the lines of a file."""


def tell(findings: tuple[Finding, ...], sources: Lined) -> None:
    """Print the findings, each with its line; nothing where there are none."""
    from site_src.diagnostics import report

    if findings:
        click.echo(report.text(findings, sources.lines, colour=sys.stdout.isatty()), nl=False)


def refuse(message: str, hint: str) -> NoReturn:
    """End the program with status 2, saying why and what to do instead."""
    from site_src.diagnostics.report import visible

    click.echo("\n".join(map(visible, f"{message}\n{hint}".rstrip().split("\n"))), err=True)
    sys.exit(2)

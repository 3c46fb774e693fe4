"""What the commands share: the options that they have in common, and how they speak on the terminal."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_src.building.pipeline import Built, Checked
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


def checked_base_url(text: str | None) -> str | None:
    """Give the address of --base-url as it is; ends the program where it cannot be a site's address."""
    from site_src.building.pipeline import base_problem

    if text is not None and (problem := base_problem(text)):
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


def tell(findings: tuple[Finding, ...], checked: Checked) -> None:
    """Print the findings, each with its line; nothing where there are none."""
    from site_src.diagnostics import report

    if findings:
        click.echo(report.text(findings, checked.lines, colour=sys.stdout.isatty()), nl=False)


def refuse(message: str, hint: str) -> NoReturn:
    """End the program with status 2, saying why and what to do instead."""
    click.echo(f"{message}\n{hint}".rstrip(), err=True)
    sys.exit(2)

"""`links`: do all links lead somewhere?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_src.cli.terminal import content_option, examples, refuse, today_option

if TYPE_CHECKING:
    from datetime import date

    from site_src.editing.links.errands import Answer


@click.command(
    short_help="Follow all links, within the site and out of it.",
    epilog=examples("build.py links", "build.py links _site --external"),
)
@click.argument("site", type=click.Path(file_okay=False, path_type=Path), default=Path("_site"))
@content_option
@today_option
@click.option("--external", is_flag=True, help="Follow links to other sites as well. This asks the network.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "markdown"]),
    default="text",
    metavar="FORMAT",
    help="How to tell it: text (the default), json, github, or markdown for an issue.",
)
@click.option(
    "--kept",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path(".touchstone-links.jsonl"),
    show_default=True,
    help="Where answers are kept: a run that was broken off goes on, and what was there is asked weekly.",
)
@click.option("--most", type=click.IntRange(1), default=2000, show_default=True, help="How many to ask in one run.")
def links(*, site: Path, content: Path, external: bool, form: str, kept: Path, most: int, today: date) -> None:
    """Follow every link of the site built in SITE, and with --external those to the documents that the content cites.

    Hosts are asked one thing at a time, with a second between. Exit status: 0 all lead somewhere, 1 some do not,
    2 wrong usage.
    """
    from site_src.building import pipeline
    from site_src.building.job import at_home
    from site_src.editing import verify
    from site_src.editing.links import account, cited, errands, inside, told

    try:
        published = verify.read_published(site)
    except verify.NotVerifiable as refused:
        refuse(refused.message, f"Build the site first: build.py build --output {site}")
    checked = pipeline.check(content)
    followed, broken = inside.broken_links(site, published.manifest.base)
    cites = cited.cited(checked.catalogue) if external else ()
    before = errands.kept(account.read(kept), today)
    left = [address for address in dict.fromkeys(each.address for each in cites) if address not in before]
    answers = dict(before)
    for number, answer in enumerate(errands.ask_all(left[:most], today), start=1):
        answers[answer.address] = answer
        account.keep(kept, answer)
        _show(number, min(most, len(left)), answer)
    outside = (at_home(finding, checked.folder) for finding in told.told(cites, answers))
    findings = (*told.told_inside(broken, site.as_posix()), *outside)
    click.echo(account.worded(findings, checked.lines, form, colour=sys.stdout.isatty()), nl=False)
    told_of = f"{followed} links within the site"
    asked = f", {len({each.address for each in cites})} addresses that are cited" if external else ""
    later = f"; {len(left) - most} are left for the next run" if len(left) > most else ""
    click.echo(f"Followed {told_of}{asked}{later}.", err=form != "text")
    if any(finding.is_error for finding in findings):
        sys.exit(1)


def _show(number: int, of: int, answer: Answer) -> None:
    """Show on a terminal how far the errands are."""
    from site_src.diagnostics.report import visible

    if sys.stderr.isatty():
        click.echo(f"\r\033[K{number} of {of}: {visible(answer.address[:80])}", nl=number == of, err=True)

"""`visit`: look at the site as it is published."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_src.cli.terminal import checked_base_url, examples, refuse


@click.command(
    short_help="Look whether the published site answers everywhere.",
    epilog=examples(
        "build.py visit https://example.org/repo/ --note former.txt",
        "build.py visit https://example.org/repo/ --noted former.txt",
    ),
)
@click.argument("url")
@click.option(
    "--note",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Only write down, in this file, which addresses the site has; before it is published anew.",
)
@click.option(
    "--noted",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file of addresses that were written down before: each must still answer.",
)
@click.option(
    "--patience",
    type=click.IntRange(0, 3600),
    default=120,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for what does not answer yet.",
)
def visit(*, url: str, note: Path | None, noted: Path | None, patience: int) -> None:
    """Look at the site published at URL: its home page, feed, sitemap and one verdict, and its former addresses.

    With --note before the site is published anew, and --noted afterwards, no address is lost unseen. This asks the
    network. Exit status: 0 all answer, 1 something does not, 2 wrong usage.
    """
    from site_src.diagnostics.report import visible
    from site_src.editing import visiting

    checked_base_url(url)
    base = url if url.endswith("/") else f"{url}/"
    if note is not None:
        try:
            number = visiting.note(base, note)
        except visiting.NoSitemap as missing:
            refuse(missing.message, "The addresses that the site has now could not be written down.")
        click.echo(f"{note}: {number} addresses." if number else f"{note} is empty: no site is there yet.")
        return
    visited = visiting.visit(base, visiting.noted(base, noted) if noted else (), patience=patience)
    for missing_address, why in visited.missing.items():
        click.echo(f"{visible(missing_address)}: {visible(why)}")
    click.echo(f"{visited.looked_at - len(visited.missing)} of {visited.looked_at} addresses answer.")
    if visited.missing:
        sys.exit(1)

"""`verify`: make a published site again and compare."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_src.cli.terminal import ROOT, content_option, examples, refuse, tell


@click.command(
    short_help="Make the site again, and compare it with a published one.",
    epilog=examples("build.py verify build.json"),
)
@click.argument("published", type=click.Path(exists=True, path_type=Path))
@content_option
def verify(*, published: Path, content: Path) -> None:
    """Make the site again from the content at hand, and compare it with PUBLISHED: its folder, or its build.json.

    Tells which files differ, and why they may. Exit status: 0 equal, 1 different, 2 wrong usage.
    """
    from site_src.building.pagefind import SearchImpossible
    from site_src.editing import verify as verifying

    try:
        found = verifying.read_published(published)
    except verifying.NotVerifiable as refused:
        refuse(refused.message, refused.hint)
    try:
        verified = verifying.verify(found, content, ROOT / "templates")
    except SearchImpossible as impossible:
        refuse(impossible.message, "Install it by “pip install --require-hashes -r requirements.txt”.")
    tell(verified.findings, verified.checked)
    if verified.comparison is None:
        click.echo("Nothing was compared: the content at hand makes no site.", err=True)
        sys.exit(1)
    click.echo(verifying.in_words(verified.comparison))
    if not verified.comparison.is_equal:
        sys.exit(1)

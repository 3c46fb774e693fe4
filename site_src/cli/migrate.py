"""`migrate`: bring the content to this version of the format."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from site_src.cli.terminal import content_option, examples, refuse

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    short_help="Bring the content to this version of the format.",
    epilog=examples("build.py migrate --dry-run", "build.py migrate"),
)
@content_option
@click.option("--dry-run", is_flag=True, help="Only tell what would be changed.")
def migrate(*, content: Path, dry_run: bool) -> None:
    """Bring the content to this version of the format, after the program was renewed.

    Changes no more than it must, keeps comments and layout, and can be run again at any time. CHANGELOG.md says which
    versions need it. Exit status: 0 done, 1 something is left for you to change, 2 wrong usage.
    """
    from site_src.diagnostics.report import visible
    from site_src.editing import migrations

    try:
        migrated = migrations.migrate(content, dry_run=dry_run)
    except OSError as error:
        refuse(f"{error.filename} could not be written: {error.strerror}.", "")
    for title in migrated.titles:
        click.echo(title)
    for name in sorted(migrated.texts):
        click.echo(f"{'Would change' if dry_run else 'Changed'} {visible(str(content / name))}.")
    for finding in migrated.left:
        click.echo(visible(f"{finding.place}: {finding.message} {finding.hint}"))
    if not migrated.titles:
        click.echo("The content is as this version wants it.")
    if migrated.left:
        sys.exit(1)

"""`import`: make drafts of other publishers' reviews."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_src.cli.terminal import FOLDER, examples, refuse


@click.command(
    "import",
    short_help="Make drafts of other publishers' reviews.",
    epilog=examples("build.py import pages/*.html feed.json", "build.py import feed.json --ratings ratings-map.yaml"),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--output", type=FOLDER, default=Path("content"), show_default=True, help="The content folder.")
@click.option(
    "--ratings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The table that says which rating each label becomes. Without it, one is proposed, and nothing imported.",
)
def import_(*, files: tuple[Path, ...], output: Path, ratings: Path | None) -> None:
    """Make drafts of the reviews in FILES: ClaimReview as JSON, JSON lines (packed or not), or in the HTML of pages.

    What cannot be taken over as it stands is told, file by file and field by field.
    """
    from site_src.editing import importing

    table = ratings or Path("ratings-map.yaml")
    try:
        gathered = importing.gather(files)
        if ratings is None:
            labels = importing.write_table(gathered, output, table)
            click.echo(
                f"Reviews found: {len(gathered.reviews)}, different labels: {labels}. Nothing is imported yet.\n"
                f"{table} proposes a rating for each label: go over it, then call again with --ratings {table}."
            )
            sys.exit(1)
        imported = importing.bring_in(gathered, output, table)
    except importing.ImportRefused as refused:
        refuse(refused.message, refused.hint)
    if imported.account:
        click.echo("Not taken over as it stood; what concerns a claim is in its draft, as “Left over from the import”:")
        click.echo(imported.account)
    click.echo(f"Imported {imported.drafts} of {gathered.records} reviews as drafts into {output}.")
    for name in imported.settings:
        click.echo(f"{name} was made or added to: please go over it.")
    if not imported.drafts:
        sys.exit(1)

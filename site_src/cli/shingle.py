"""`shingle`: make the fingerprints of a source that is held."""

from __future__ import annotations

from pathlib import Path

import click

from site_src.cli.terminal import content_option, examples, refuse


@click.command(
    short_help="Make the fingerprints of a source's text.",
    epilog=examples("build.py shingle text.txt --source harbour-daily"),
)
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", "slug", required=True, metavar="SLUG", help="The source whose text it is.")
@content_option
def shingle(*, text: Path, slug: str, content: Path) -> None:
    """Make the fingerprints of TEXT, a UTF-8 text file, and put them beside the source SLUG.

    The text itself stays where it is. Excerpts from the source are verified against the fingerprints from now on.
    """
    from site_src.editing.fingerprint import NoSuchSource, fingerprint

    try:
        made = fingerprint(text, slug, content)
    except NoSuchSource as missing:
        refuse(missing.message, missing.hint)
    except UnicodeDecodeError:
        refuse(f"{text} is not UTF-8 text.", "Save it as UTF-8, then call again.")
    click.echo(f"{made.path}: {made.words} words.")

"""`changes`: tell what readers will notice of a change."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from site_src.cli.terminal import checked_base_url, content_option, examples, refuse, tell

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    short_help="Tell what readers will notice since a git revision.",
    epilog=examples("build.py changes origin/main"),
)
@click.argument("ref")
@content_option
@click.option(
    "--base-url", metavar="URL", help="The address of a site that shows the change, to whose pages links lead."
)
def changes(*, ref: str, content: Path, base_url: str | None) -> None:
    """Tell what readers will notice since the git revision REF, in Markdown for a pull request.

    New, changed and retracted verdicts, figures, excerpts, sources, and the cells of the matrix that show something
    else. The content at hand is compared with that at the merge base of REF and HEAD.
    """
    from site_src.building import pipeline
    from site_src.editing import comparing

    base = checked_base_url(base_url)
    checked = pipeline.check(content)
    if not checked.is_sound:
        tell(checked.findings, checked)
        click.echo("Nothing was compared: the content at hand makes no site.", err=True)
        sys.exit(1)
    try:
        click.echo(comparing.changes(checked, content, ref, os.environ, base), nl=False)
    except comparing.RevisionRefused as refused:
        refuse(refused.message, refused.hint)

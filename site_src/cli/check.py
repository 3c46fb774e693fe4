"""`check`: tell every problem of the content."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from site_src.cli.terminal import content_option, tell

if TYPE_CHECKING:
    from pathlib import Path


@click.command(short_help="Check the content and tell every problem.")
@content_option
def check(*, content: Path) -> None:
    """Check the content and tell every problem: its place, what is wrong, and what to write instead."""
    from site_src.building import pipeline

    checked = pipeline.check(content)
    tell(checked.findings, checked)
    if not checked.is_sound:
        sys.exit(1)
    if not checked.findings:
        click.echo(f"No problem in {len(checked.catalogue.claims)} claims.")

"""`serve`: show the site while it is being written."""

from __future__ import annotations

import datetime
import gc
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from site_src.cli.terminal import ROOT, checked_base_url, content_option, examples, refuse

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    short_help="Show the site while it is being written.",
    epilog=examples("build.py serve --open"),
)
@content_option
@click.option("--base-url", metavar="URL", help="Canonical address of the home page, instead of site.yaml's.")
@click.option("--port", type=click.IntRange(0, 65535), help="The port; otherwise the first free one from 8000.")
@click.option("--open", "opened", is_flag=True, help="Open the home page in the browser.")
def serve(*, content: Path, base_url: str | None, port: int | None, opened: bool) -> None:
    """Show the site on this machine as it would be published now, drafts as well, until Ctrl-C is pressed.

    An open page follows every file that is saved. What is wrong stands on the page on which it shows; meanwhile that
    page stays as it was. Nothing is written, and nobody else can look at it.
    """
    from site_src.building.press import Press
    from site_src.serving.desk import Desk
    from site_src.serving.overlay import PROBLEMS
    from site_src.serving.server import PortRefused, listen

    desk = Desk(Press(content, ROOT / "templates", checked_base_url(base_url), datetime.date.today))
    try:
        server = listen(desk, port)
    except PortRefused as refused:
        refuse(refused.message, refused.hint)
    with server, suppress(KeyboardInterrupt):
        home = desk.start().home
        click.echo(f"Preview: {server.origin}{home}\nCtrl-C ends it.")
        if problems := desk.problems():
            click.echo(f"Problems and warnings: {len(problems)}, see {server.origin}{PROBLEMS}")
        # What was read stays: to go over it in search of garbage would hold up the answers.
        gc.collect()
        gc.freeze()
        if opened:
            click.launch(f"{server.origin}{home}")
        server.serve_forever()
    desk.stop()

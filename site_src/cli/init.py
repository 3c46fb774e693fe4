"""`init`: begin a publication of one's own."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from site_src.cli.terminal import FOLDER, checked_base_url, examples, refuse


@click.command(
    short_help="Begin a publication of your own.",
    epilog=examples("build.py init", "build.py init --title NAME --url https://example.org/ --publisher NAME --yes"),
)
@click.option("--title", prompt="Name of the publication", metavar="NAME", help="The publication's name.")
@click.option("--url", prompt="Its address on the web", metavar="URL", help="The address of its home page.")
@click.option("--publisher", prompt="Who signs the verdicts", metavar="NAME", help="Who signs the verdicts.")
@click.option("--language", default="en", show_default=True, metavar="TAG", help="Its language, as in BCP 47.")
@click.option("--repository", metavar="URL", help="The repository's address, for the links that edit a page.")
@click.option("--yes", is_flag=True, help="Do not ask before the content that is there is removed.")
@click.option("--content", type=FOLDER, default=Path("content"), show_default=True, help="The content folder.")
def init(
    *, title: str, url: str, publisher: str, language: str, repository: str | None, yes: bool, content: Path
) -> None:
    """Empty the content folder of the edition in it, and begin your own, with one sample claim to write over.

    Asks for the name, the address and the publisher, and before it removes anything. FORMAT.md stays.
    """
    from site_src.editing.founding import Founder, NotFounded, found, standing

    checked_base_url(url)
    counted = ", ".join(f"{number} in {kind}/" for kind, number in sorted(standing(content).items()))
    if counted and not yes:
        click.confirm(f"This removes the files of {content}: {counted}. Go on", abort=True)
    today = datetime.now(tz=UTC).astimezone().date()
    try:
        made = found(content, Founder(title, url, publisher, language, repository), today=today)
    except NotFounded as wrong:
        refuse(wrong.message, wrong.hint)
    except OSError as error:
        refuse(f"{error.filename} could not be written: {error.strerror}.", "The content is as it was.")
    click.echo(
        f"{content} holds your publication now, in {len(made)} files. Look at it with build.py serve.\n"
        f"What you entered is in {content / 'site.yaml'}; the claim to write over is sample-claim.md."
    )

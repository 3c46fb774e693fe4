"""`build`: check the content and publish it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_src.cli.terminal import FOLDER, ROOT, checked_base_url, content_option, examples, refuse, tell, with_progress


@click.command(
    short_help="Check the content and publish it; done without a command, too.",
    epilog=examples("build.py build --output _site --base-url https://example.org/repo/"),
)
@content_option
@click.option("--output", type=FOLDER, default=Path("_site"), show_default=True, help="The folder to publish into.")
@click.option("--base-url", metavar="URL", help="Canonical address of the home page, instead of site.yaml's.")
@click.option("--drafts", is_flag=True, help="Show drafts as well, marked.")
@click.option("--for-disk", is_flag=True, help="Make links that work in a folder opened without a server.")
@click.option("--no-search", is_flag=True, help="Leave out the search, even where site.yaml asks for one.")
@click.option("--in-place", is_flag=True, help="Write into a folder that cannot be renamed; not all or nothing.")
def build(
    *, content: Path, output: Path, base_url: str | None, drafts: bool, for_disk: bool, no_search: bool, in_place: bool
) -> None:
    """Check the content and publish it; also what happens without a command.

    The site appears in OUTPUT as a whole or not at all: a build that fails leaves the former one as it was.
    """
    from site_src.building import pipeline
    from site_src.building.pagefind import SearchImpossible
    from site_src.building.writer import OutputRefused, recover

    job = pipeline.Job(
        content,
        ROOT / "templates",
        output,
        checked_base_url(base_url),
        drafts=drafts,
        for_disk=for_disk,
        in_place=in_place,
        search=not no_search,
    )
    try:
        recover(output)
        built = with_progress(lambda progress: pipeline.build(job, progress=progress))
    except (OutputRefused, SearchImpossible) as refused:
        refuse(refused.message, refused.hint)
    tell(built.findings, built.checked)
    if not built.files:
        click.echo(f"Nothing was published; {output} is as it was.", err=True)
        sys.exit(1)
    click.echo(f"Published {built.claims} claims in {built.files} files to {output}.")

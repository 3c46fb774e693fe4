"""The command line: words in, one call, words out. It alone knows the terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from site_src import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_src.building.pipeline import Built, Checked
    from site_src.diagnostics.finding import Finding

ROOT = Path(__file__).resolve().parent.parent
_FOLDER = click.Path(file_okay=False, path_type=Path)
_content = click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The content folder.",
)


class _BuildByDefault(click.Group):
    """A group in which no command, or options alone, mean `build`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ("--help", "--version")):
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_BuildByDefault, context_settings={"help_option_names": ["--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="touchstone")
def main() -> None:
    """Turn a folder of claim files into a fact-check publication.

    Exit status: 0 all is well, 1 problems in the content, 2 wrong usage or a folder that cannot be used.
    """


@main.command(short_help="Check the content and publish it; done without a command, too.")
@_content
@click.option("--output", type=_FOLDER, default=Path("_site"), show_default=True, help="The folder to publish into.")
@click.option("--base-url", metavar="URL", help="Canonical address of the home page, instead of site.yaml's.")
@click.option("--drafts", is_flag=True, help="Show drafts as well, marked.")
@click.option("--for-disk", is_flag=True, help="Make links that work in a folder opened without a server.")
@click.option("--in-place", is_flag=True, help="Write into a folder that cannot be renamed; not all or nothing.")
def build(*, content: Path, output: Path, base_url: str | None, drafts: bool, for_disk: bool, in_place: bool) -> None:
    """Check the content and publish it; also what happens without a command.

    The site appears in OUTPUT as a whole or not at all: a build that fails leaves the former one as it was.
    """
    from site_src.building import pipeline
    from site_src.building.writer import OutputRefused, recover

    job = pipeline.Job(content, ROOT / "templates", output, _base_url(base_url), drafts, for_disk, in_place)
    try:
        recover(output)
        built = _with_progress(lambda progress: pipeline.build(job, progress=progress))
    except OutputRefused as refused:
        _refuse(refused.message, refused.hint)
    _tell(built.findings, built.checked)
    if not built.files:
        click.echo(f"Nothing was published; {output} is as it was.", err=True)
        sys.exit(1)
    click.echo(f"Published {built.claims} claims in {built.files} files to {output}.")


@main.command(short_help="Check the content and tell every problem.")
@_content
def check(*, content: Path) -> None:
    """Check the content and tell every problem: its place, what is wrong, and what to write instead."""
    from site_src.building import pipeline

    checked = pipeline.check(content)
    _tell(checked.findings, checked)
    if not checked.is_sound:
        sys.exit(1)
    if not checked.findings:
        click.echo(f"No problem in {len(checked.catalogue.claims)} claims.")


@main.command(short_help="Make the fingerprints of a source's text.")
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", "slug", required=True, metavar="SLUG", help="The source whose text it is.")
@_content
def shingle(*, text: Path, slug: str, content: Path) -> None:
    """Make the fingerprints of TEXT, a UTF-8 text file, and put them beside the source SLUG.

    The text itself stays where it is. Excerpts from the source are verified against the fingerprints from now on.
    """
    from site_src.editing.fingerprint import NoSuchSource, fingerprint

    try:
        made = fingerprint(text, slug, content)
    except NoSuchSource as missing:
        _refuse(missing.message, missing.hint)
    except UnicodeDecodeError:
        _refuse(f"{text} is not UTF-8 text.", "Save it as UTF-8, then call again.")
    click.echo(f"{made.path}: {made.words} words.")


@main.command(short_help="Make the site again, and compare it with a published one.")
@click.argument("published", type=click.Path(exists=True, path_type=Path))
@_content
def verify(*, published: Path, content: Path) -> None:
    """Make the site again from the content at hand, and compare it with PUBLISHED: its folder, or its build.json.

    Tells which files differ, and why they may. Exit status: 0 equal, 1 different, 2 wrong usage.
    """
    from site_src.editing import verify as verifying

    try:
        found = verifying.read_published(published)
    except verifying.NotVerifiable as refused:
        _refuse(refused.message, refused.hint)
    verified = verifying.verify(found, content, ROOT / "templates")
    _tell(verified.findings, verified.checked)
    if verified.comparison is None:
        click.echo("Nothing was compared: the content at hand makes no site.", err=True)
        sys.exit(1)
    click.echo(verifying.in_words(verified.comparison))
    if not verified.comparison.is_equal:
        sys.exit(1)


@main.command("import", short_help="Make drafts of other publishers' reviews.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--output", type=_FOLDER, default=Path("content"), show_default=True, help="The content folder.")
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
        _refuse(refused.message, refused.hint)
    if imported.account:
        click.echo("Not taken over as it stood; what concerns a claim is in its draft, as “Left over from the import”:")
        click.echo(imported.account)
    click.echo(f"Imported {imported.drafts} of {gathered.records} reviews as drafts into {output}.")
    for name in imported.settings:
        click.echo(f"{name} was made or added to: please go over it.")
    if not imported.drafts:
        sys.exit(1)


def _base_url(text: str | None) -> str | None:
    from site_src.building.pipeline import base_problem

    if text is not None and (problem := base_problem(text)):
        _refuse(f"--base-url: “{text}” {problem}.", "Write it in full, such as https://example.org/repo/")
    return text


def _with_progress(work: Callable[[Callable[[int], None]], Built]) -> Built:
    """Show on a terminal how far the work is; say nothing where the output is piped."""
    if not sys.stderr.isatty():
        return work(lambda _done: None)

    def show(done: int) -> None:
        if done % 50 == 0:
            click.echo(f"\r{done} files", nl=False, err=True)

    try:
        return work(show)
    finally:
        click.echo("\r\033[K", nl=False, err=True)


def _tell(findings: tuple[Finding, ...], checked: Checked) -> None:
    from site_src.diagnostics import report

    if findings:
        click.echo(report.text(findings, checked.lines, colour=sys.stdout.isatty()), nl=False)


def _refuse(message: str, hint: str) -> NoReturn:
    click.echo(f"{message}\n{hint}".rstrip(), err=True)
    sys.exit(2)

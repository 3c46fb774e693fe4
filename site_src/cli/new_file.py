"""What the commands of `new` do: their options are the models' own keys, told in the models' own words."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from site_src.cli import asking
from site_src.cli.terminal import refuse
from site_src.diagnostics.report import visible
from site_src.editing import scaffold, source_text
from site_src.editing.answers import Given, Refused, tried, tried_slug
from site_src.editing.questions import Question, missing, questions

if TYPE_CHECKING:
    from site_src.editing.scaffold import Desk
    from site_src.editing.source_text import SourceText


def options(kind: str) -> list[click.Parameter]:
    """Give the options of the command that writes a new file of a kind."""
    return [*map(_option, questions(kind)), *(_TEXT_OPTIONS if kind == "source" else ()), *_EVERYWHERE]


def run(kind: str, given: dict[str, Any]) -> None:
    """Write a new file of what was given on the command line, or refuse and say why."""
    chosen = {each.name: given.pop(_parameter(each)) for each in questions(kind)}
    try:
        _write(kind, {name: value for name, value in chosen.items() if value}, **given)
    except Refused as refused:
        refuse(refused.message, refused.hint)


_EVERYWHERE = (
    click.Option(["--slug"], metavar="SLUG", help="The file's name and with it its address; proposed when absent."),
    click.Option(["--bare"], is_flag=True, help="Write no notes, and only the keys that are needed."),
    click.Option(["--no-input"], is_flag=True, help="Ask nothing: refuse what is missing."),
    click.Option(
        ["--content"],
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path("content"),
        show_default=True,
        help="The content folder.",
    ),
)
_TEXT_OPTIONS = (
    click.Option(
        ["--text"],
        metavar="FILE|URL",
        help="The source's text: a text file, a saved page, or an address to fetch it from. Its fingerprint is taken, "
        "and what the page says of itself is filled in.",
    ),
    click.Option(
        ["--keep"],
        metavar="FOLDER",
        type=click.Path(file_okay=False, path_type=Path),
        help="Where to keep the text, outside the repository. When absent: a folder of your own for this publication.",
    ),
)


def _parameter(asked: Question) -> str:
    return asked.option.removeprefix("--").replace("-", "_") + "_"


def _option(asked: Question) -> click.Option:
    told = [asked.says.replace("`", "")]
    told += ["Needed."] if asked.needed else []
    told += ["May be given several times."] if asked.many else []
    return click.Option(
        [asked.option, _parameter(asked)], multiple=asked.many, metavar=asked.shape, help=" ".join(told)
    )


def _write(
    kind: str,
    chosen: dict[str, Any],
    *,
    content: Path,
    slug: str | None,
    bare: bool,
    no_input: bool,
    text: str | None = None,
    keep: Path | None = None,
) -> None:
    at = scaffold.desk(content)
    given = _tried(at, kind, chosen)
    if slug:
        scaffold.free(at, kind, tried_slug(slug))
    read = _read(text) if text else None
    known = _known(at, read) if read else {}
    if no_input or not asking.is_possible():
        given = {**known, **given}
        _nothing_missing(kind, given)
        asking.tell_near(at, kind, given)
        slug = slug or scaffold.slug_for(at, kind, given)
    else:
        given = asking.completed(at, kind, given, known)
        slug = slug or asking.slug(at, kind, given)
    made = scaffold.ready(at, kind, slug, scaffold.compose(at, kind, given, notes=not bare))
    if read:
        kept = source_text.keep(read.text, keep or _texts_folder(at), slug, content)
        click.echo(f"The text is kept at {kept}: it is not for the repository.")
    path = scaffold.write(made)
    if read:
        click.echo(f"{path.with_suffix('.shingles')}: {source_text.write_shingles(path, read.text)} words.")
    click.echo(f"{path} is written. {_NEXT[kind]}")


_NEXT = {
    "claim": "It is a draft: write what is missing, and `build.py check` tells what is wrong. "
    "To publish it, delete the line `status: draft`.",
    "source": "To compare it with others, add its name to `sources:` of a topic.",
    "topic": "Claims belong to it with its name at `topic:`.",
    "page": "Write its text below the second line of hyphens.",
}


def _tried(at: Desk, kind: str, chosen: dict[str, Any]) -> Given:
    return {
        name: tried(at.catalogue, kind, name, value)
        if isinstance(value, str)
        else [tried(at.catalogue, kind, name, each) for each in value]
        for name, value in chosen.items()
    }


def _nothing_missing(kind: str, given: Given) -> None:
    if options := missing(kind, given):
        are = "is" if len(options) == 1 else "are"
        raise Refused(
            f"{', '.join(options)} {are} missing.", "Give what is missing, or call on a terminal to be asked."
        )


def _read(text: str) -> SourceText:
    """Read a source's text from a file or the web, and say what was fetched."""
    if not re.match("https?://", text, re.IGNORECASE):
        return source_text.of_file(Path(text), _extract)
    from site_src.editing.fetching import fetch

    click.echo(f"Fetching {text} …", err=True)
    read = source_text.of_answer(fetch(text), _extract)
    for remark in read.remarks:
        click.echo(visible(remark), err=True)
    return read


def _extract(html: str, address: str) -> SourceText:
    try:
        from site_src.editing.extracting import extracted
    except ModuleNotFoundError as error:
        message = "To take the text out of a web page, the program needs its extra “archive”."
        hint = "Install it with: .venv/bin/pip install -e '.[archive]' – or copy the text into a file: --text FILE."
        raise Refused(message, hint) from error
    return extracted(html, address)


def _known(at: Desk, read: SourceText) -> Given:
    """Give what a page says of itself, as far as it may stand in a source's file; today is the day of reading."""
    found: Given = {}
    today = datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat()
    for name, value in {**read.known, "retrieved": today}.items():
        try:
            found[name] = tried(at.catalogue, "source", name, value)
        except Refused:
            continue
    return found


def _texts_folder(at: Desk) -> Path:
    """Give the folder of an editor's own in which the texts of a publication are kept (XDG Base Directory)."""
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    url = urlsplit(at.catalogue.publication.record.url) if at.catalogue.publication else urlsplit("")
    name = "-".join(re.findall(r"[a-z0-9.]+", f"{url.hostname or 'publication'}{url.path}".lower()))
    return home / "touchstone" / name

"""The command line: words in, one call, words out. It alone knows the terminal.

One module a command, all named in COMMANDS. A command imports what it works with when it runs, so that `--help`
answers at once.
"""

from __future__ import annotations

import io
import os
import sys

import click

from site_src import __version__
from site_src.cli.build import build
from site_src.cli.changes import changes
from site_src.cli.check import check
from site_src.cli.importing import import_
from site_src.cli.init import init
from site_src.cli.links import links
from site_src.cli.migrate import migrate
from site_src.cli.new import new
from site_src.cli.serve import serve
from site_src.cli.shingle import shingle
from site_src.cli.verify import verify
from site_src.cli.visit import visit

COMMANDS: tuple[click.Command, ...] = (
    build,
    check,
    serve,
    new,
    changes,
    shingle,
    verify,
    links,
    visit,
    init,
    migrate,
    import_,
)


# No package that happens to be installed takes part in the validation; and to look for such takes time.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file's name may be bytes that are no text, and a terminal may lack letters: neither ends the program.
            stream.reconfigure(errors="backslashreplace")


for _command in COMMANDS:
    main.add_command(_command)

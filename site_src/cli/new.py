"""`new`: write a new claim, source, topic or page."""

from __future__ import annotations

from functools import partial

import click

from site_src.cli.terminal import examples


class _NewFile(click.Command):
    """A command whose options are the keys of its kind's model; they are made when it is called, not when listed."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Give the options."""
        if not self.params:
            from site_src.cli.new_file import options

            self.params = options(str(self.name))
        return super().get_params(ctx)


@click.group(
    short_help="Write a new claim, source, topic or page.",
    epilog=examples("build.py new claim", "build.py new source --text https://example.org/report"),
)
def new() -> None:
    """Write a new claim, source, topic or page.

    On a terminal you are asked for what is needed; anywhere else give it as options. The file has a note above each
    key. Nothing that is there is changed.
    """


def _run(kind: str, **given: object) -> None:
    from site_src.cli.new_file import run

    run(kind, given)


_HELP = {
    "claim": "Write a new claim, as a draft.\n\nIt has an appearance to be written for each --source. Claims that say "
    "nearly the same are shown first.",
    "source": "Write a new source, with the fingerprint of its text.\n\nWith --text, the text is read once, "
    "fingerprinted, and kept outside the repository; excerpts are verified from then on.",
    "topic": "Write a new topic.",
    "page": "Write a new standing page.",
}
_EXAMPLES = {
    "claim": ('build.py new claim --claim "The bridge cost 4 million euros." --topic harbour-bridge',),
    "source": (
        "build.py new source --text https://example.org/report",
        'build.py new source --text saved.txt --title "Final report" --kind document --no-input',
    ),
    "topic": ('build.py new topic --title "The bridge" --summary "What its repair cost." --source harbour-daily',),
    "page": ('build.py new page --title "How we check" --nav 1',),
}
for _kind, _help in _HELP.items():
    new.add_command(
        _NewFile(
            _kind,
            callback=partial(_run, _kind),
            help=_help,
            short_help=_help.partition("\n")[0],
            epilog=examples(*_EXAMPLES[_kind]),
        )
    )

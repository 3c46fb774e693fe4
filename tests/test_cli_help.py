"""Every command says what it does, with an example, and every option what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from site_src.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator


def commands(group: click.Group, *words: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Gives every command with the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield (*words, name), command
        if isinstance(command, click.Group):
            yield from commands(command, *words, name)


EVERY = dict(commands(main))
EACH = pytest.mark.parametrize("words", EVERY, ids=" ".join)


@EACH
def test_every_option_says_what_it_is_for(words: tuple[str, ...]) -> None:
    command = EVERY[words]
    params = command.get_params(click.Context(command))
    options = [each for each in params if isinstance(each, click.Option)]
    assert options or isinstance(command, click.Group)
    assert [each.opts for each in options if not (each.help or "").endswith((".", ")"))] == []


@EACH
def test_every_command_says_what_it_does_in_a_sentence_and_gives_an_example(words: tuple[str, ...]) -> None:
    command = EVERY[words]
    assert command.get_short_help_str(80).endswith(".")
    result = CliRunner().invoke(main, [*words, "--help"])
    assert result.exit_code == 0
    assert "Example" in result.output
    examples = [line.strip() for line in result.output.splitlines() if line.strip().startswith("build.py")]
    assert examples, result.output
    assert all(len(line) <= 120 for line in result.output.splitlines())


def test_the_whole_says_what_its_exit_status_means() -> None:
    told = CliRunner().invoke(main, ["--help"]).output
    assert "Exit status: 0 all is well, 1 problems in the content, 2 wrong usage" in " ".join(told.split())
    assert [" ".join(words) for words in EVERY if len(words) == 1 and f"  {words[0]} " not in told] == []

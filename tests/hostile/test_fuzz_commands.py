"""Whatever stands behind a command, it is done or refused in words: nobody who only mistyped sees a traceback."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from site_src.cli import COMMANDS, main
from tests.editing.repository import repository
from tests.harbour import HARBOUR
from tests.hostile.searching import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of the network, of a browser, or without an end.
LEFT_OUT = {"serve", "visit", "--external", "--open"}
ODD = (
    *(
        "",
        " ",
        ".",
        "..",
        "-",
        "--",
        "content",
        "content/site.yaml",
        "content/claims",
        "nowhere",
        "no/where",
        "a\nb",
        "a\tb",
    ),
    *(
        "é",
        "漢字",
        "💥",
        "\u202e",
        "\udcff",
        "\x07",
        "a" * 300,
        "a" * 5000,
        "~",
        "~root",
        "*",
        "$(id)",
        "%s",
        "{}",
        "{0}",
    ),
    *(
        "/dev/null",
        "/dev/null/x",
        "/proc/self/mem",
        "/proc/nowhere",
        "file:bridge.png",
        "../../..",
        "con",
        "a:b",
        "nul.md",
    ),
    *("2024-03-20", "2024-02-30", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "24-1-1", "2024-W10", "now"),
    *(
        "0",
        "-1",
        "1e9",
        "9" * 30,
        "٣",
        "true",
        "HEAD",
        "HEAD~1",
        "@{-1}",
        "--help",
        "--format",
        "github",
        "json",
        "text",
    ),
    *(
        "javascript:x",
        "https://",
        "https://example.org",
        "https://a:b@example.org/",
        "https://[",
        "//x",
        "en",
        "xx-YY-zz",
    ),
    *("harbour-daily", "harbour-bridge", "It is said that this is so.", "excerpt", "wire", "person", "contradicted"),
)

# With these a command that needs them gets further.
SOUND = {
    "--title": "The northern lock",
    "--summary": "What is said of the lock.",
    "--kind": "article",
    "--claim": "The northern lock was built in 1911.",
    "--topic": "harbour-bridge",
    "--source": "harbour-daily",
    "--url": "https://example.org/",
    "--publisher": "The desk",
    "--yes": "",
}

# No command line holds a NUL.
values = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=10)


def leaves(command: click.Command, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Give every command that does something, with the words that lead to it."""
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from leaves(inner, (*way, name))
    else:
        yield way, command


LEAVES = [
    leaf for command in COMMANDS for leaf in leaves(command, (str(command.name),)) if command.name not in LEFT_OUT
]


def sound(command: click.Command) -> list[str]:
    """Give those options without which a command does not get far."""
    known = [(name, SOUND[name]) for one in command.params for name in one.opts if name in SOUND]
    return [part for pair in known for part in pair if part]


@st.composite
def called(draw: st.DrawFn) -> list[str]:
    """Draw a command with some of its options, a few of which get something odd."""
    way, command = draw(st.sampled_from(LEAVES))
    parameters = [one for one in command.params if not LEFT_OUT & set(one.opts)]
    arguments = [*way, *(sound(command) if draw(st.booleans()) else [])]
    odd = st.lists(st.sampled_from(parameters), max_size=1) | st.lists(st.sampled_from(parameters), max_size=4)
    for parameter in draw(odd) if parameters else ():
        arguments += _given(draw, parameter)
    return arguments


@pytest.mark.parametrize(("way", "command"), LEAVES, ids=[" ".join(way) for way, _ in LEAVES])
def test_no_option_falls_over_bytes_that_are_no_text(way: tuple[str, ...], command: click.Command) -> None:
    for parameter in command.params:
        if not LEFT_OUT & set(parameter.opts) and not (isinstance(parameter, click.Option) and parameter.is_flag):
            told([*way, *sound(command), *_named(parameter), "a\udcff"])


@given(called())
@examples(60)
def test_odd_arguments_are_taken_or_refused_in_words(arguments: list[str]) -> None:
    told(arguments)


@given(st.lists(values, max_size=4))
@examples(30)
def test_so_is_whatever_is_typed_in_place_of_a_command(arguments: list[str]) -> None:
    if not LEFT_OUT & set(arguments):
        told(arguments)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives a repository of two commits."""
    made = repository(tmp_path_factory.mktemp("history"))
    made.write("pages/more.md", "---\ntitle: More\n---\n")
    made.commit()
    return made.folder


@given(revision=st.sampled_from(["HEAD", "HEAD~1", "main"]) | values, day=values, command=st.sampled_from("ab"))
@examples(40)
def test_so_are_odd_revisions_and_days(history: Path, revision: str, day: str, command: str) -> None:
    arguments = ["changes", "--base-url", day, revision] if command == "a" else ["check", "--since", revision]
    with contextlib.chdir(history):
        told_plainly(arguments, history)
        told_plainly(["check", "--today", day], history)


def told(arguments: list[str]) -> None:
    """Call the program in a folder of its own, far from anything else."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "a/b/c/d"
        shutil.copytree(HARBOUR, desk / "content")
        with contextlib.chdir(desk):
            told_plainly(arguments, desk)


def told_plainly(arguments: list[str], home: Path) -> None:
    """Call the program where we are; what it says must be all there is."""
    result = CliRunner().invoke(main, arguments, env={"HOME": str(home), "XDG_DATA_HOME": str(home)})
    assert result.exception is None or isinstance(result.exception, SystemExit), (arguments, result.exc_info)
    assert result.exit_code in (0, 1, 2), arguments
    assert "Traceback" not in result.output
    assert result.exit_code == 0 or result.output.strip(), arguments


def _given(draw: st.DrawFn, parameter: click.Parameter) -> list[str]:
    if isinstance(parameter, click.Option) and parameter.is_flag and not isinstance(parameter.flag_value, str):
        return [parameter.opts[0]]
    return [*_named(parameter), draw(values)]


def _named(parameter: click.Parameter) -> list[str]:
    return [] if isinstance(parameter, click.Argument) else [parameter.opts[0]]

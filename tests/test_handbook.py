"""What CONTRIBUTING.md tells editors to write is sound, and what it tells them to call is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest

from site_src.checks import run
from site_src.cli import main
from site_src.models.claim import Claim
from site_src.reading.files import ContentFile, Tree
from site_src.reading.gather import read_catalogue
from tests.editor import sound, typed
from tests.harbour import HARBOUR
from tests.modules import ROOT

if TYPE_CHECKING:
    from site_src.diagnostics.finding import Finding

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FILES: dict[str, str] = dict(re.findall(r"`content/([a-z/-]+\.md)`:\n\n```markdown\n(.*?)```", TEXT, re.DOTALL))
SNIPPETS = [
    re.sub(r"^  ", "", text, flags=re.MULTILINE) if indent else text
    for indent, text in re.findall(r"^( *)```yaml\n(.*?)^ *```", TEXT, re.DOTALL | re.MULTILINE)
]
CLAIM = "claims/ferry-two-million.md"


def test_the_worked_example_makes_a_site_of_its_own() -> None:
    assert sorted(FILES) == [CLAIM, "sources/port-office-january.md", "sources/shore-news.md", "topics/ferry.md"]
    assert [str(finding) for finding in problems(FILES)] == []


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda text: text.partition(":")[0])
def test_what_is_added_after_publication_fits_the_example(snippet: str) -> None:
    whole = FILES[CLAIM].replace("\n---\n", f"\n{snippet}---\n", 1)
    renamed = "aliases" in snippet
    files = {**FILES, CLAIM: whole} if not renamed else {**FILES, "claims/ferry-passengers.md": whole}
    if renamed:
        del files[CLAIM]
    assert [str(finding) for finding in problems(files) if finding.is_error] == []


@pytest.mark.parametrize("line", re.findall(r"`((?:title|says): \"[^|`]*)`", TEXT))
def test_what_is_written_against_the_traps_is_read_whole(line: str) -> None:
    key, _, value = line.partition(": ")
    front = f"claim: A claim of ten signs.\ntopic: ferry\nstatus: draft\nverdict: {value}"
    assert key in ("title", "says")
    read = sound(typed(Claim, f"---\n{front}\n---\n")).verdict
    assert read == value[1:-1].replace('\\"', '"')


def test_every_command_that_is_named_is_there_with_its_options() -> None:
    for call in re.findall(r"`build\.py ([a-z]+[^`]*)`", TEXT):
        words = call.split()
        command: click.Command | None = main
        while isinstance(command, click.Group):
            command = command.get_command(click.Context(command), words.pop(0))
        assert command, call
        options = {name for each in command.get_params(click.Context(command)) for name in each.opts}
        assert {word for word in words if word.startswith("--")} - {"--help"} <= options, call


def test_every_link_within_it_leads_to_a_heading_and_every_file_is_there() -> None:
    headings = {
        re.sub(r"[^a-z0-9 -]", "", line.lower()).replace(" ", "-")
        for line in re.findall("^#+ (.*)$", TEXT, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]*)\)", TEXT)) <= headings
    for path in re.findall(r"\]\(([^#:)][^:)]*)\)", TEXT.replace("(claim:ferry-fares)", "")):
        assert (ROOT / path).exists(), path


def problems(files: dict[str, str]) -> list[Finding]:
    """Gives what `check` finds in a site of these files with harbour's settings."""
    settings = {name: (HARBOUR / name).read_text(encoding="utf-8") for name in ("site.yaml", "ratings.yaml")}
    settings["site.yaml"] = re.sub(r"^(policies|publisher):\n(  .*\n)+", "", settings["site.yaml"], flags=re.MULTILINE)
    settings["site.yaml"] += 'publisher: {name: Checks, url: "https://example.org/"}\n'
    tree = [ContentFile(name, text.encode()) for name, text in sorted({**settings, **files}.items())]
    catalogue, found = read_catalogue(Tree(tuple(tree), ()))
    return [*found, *run(catalogue)]

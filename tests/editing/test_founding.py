"""`init`: what it leaves is a publication that builds, and what it refuses leaves all as it was."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from site_src.building.pipeline import check
from site_src.cli import main
from site_src.editing.founding import Founder, NotFounded, found, standing
from site_src.reading.files import read_content
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2024, 5, 6)
FOUNDER = Founder("Bridge Watch", "https://example.org/watch", "Bridge Watch")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Gives a copy of harbour, with the files that a content folder keeps for itself."""
    folder = tmp_path / "content"
    shutil.copytree(HARBOUR, folder)
    (folder / "FORMAT.md").write_text("The format.\n", encoding="utf-8")
    (folder / ".github").mkdir()
    (folder / ".github/notes").write_text("ours\n", encoding="utf-8")
    return folder


def test_what_is_founded_has_no_problem_not_even_a_warning(content: Path) -> None:
    made = found(content, FOUNDER, today=TODAY)
    checked = check(content)
    assert checked.findings == ()
    assert made == tuple(file.name for file in read_content(content).files)
    assert [claim.record.reviewed_on for claim in checked.catalogue.claims.values()] == [TODAY]


def test_the_former_edition_is_gone_and_what_is_no_edition_stays(content: Path) -> None:
    found(content, FOUNDER, today=TODAY)
    assert standing(content) == {"claims": 1, "pages": 3, "sources": 3, "topics": 1}
    assert (content / "FORMAT.md").read_text(encoding="utf-8") == "The format.\n"
    assert (content / ".github/notes").read_text(encoding="utf-8") == "ours\n"
    assert [path.name for path in content.parent.iterdir()] == ["content"]


def test_it_founds_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    found(tmp_path / "new", FOUNDER, today=TODAY)
    assert check(tmp_path / "new").findings == ()


def test_what_was_entered_stands_in_the_settings(content: Path) -> None:
    found(content, Founder("Günther: “a”", "https://example.org", "Wir", "de", "https://example.org/r"), today=TODAY)
    publication = check(content).catalogue.publication
    assert publication is not None
    settings = publication.record
    assert (settings.title, settings.url, settings.language) == ("Günther: “a”", "https://example.org/", "de")
    assert settings.repository is not None
    assert settings.repository.url == "https://example.org/r"


def test_an_answer_that_makes_no_publication_is_refused_and_all_stays(content: Path) -> None:
    before = read_content(content)
    with pytest.raises(NotFounded, match="german") as refused:
        found(content, Founder("A", "https://example.org/", "B", "german"), today=TODAY)
    assert "BCP 47" in refused.value.hint
    assert read_content(content) == before
    assert [path.name for path in content.parent.iterdir()] == ["content"]


def test_the_command_asks_and_says_what_goes_before_it_goes(content: Path) -> None:
    before = read_content(content)
    answers = "Bridge Watch\nhttps://example.org/\nBridge Watch\n"
    said_no = CliRunner().invoke(main, ["init", "--content", str(content)], input=answers + "n\n")
    assert said_no.exit_code == 1
    assert "in sources/" in said_no.output.split("This removes the files")[1]
    assert read_content(content) == before
    said_yes = CliRunner().invoke(main, ["init", "--content", str(content)], input=answers + "y\n")
    assert said_yes.exit_code == 0
    assert "sample-claim.md" in said_yes.output
    assert check(content).findings == ()

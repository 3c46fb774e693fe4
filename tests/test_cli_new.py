"""`new` as editors use it: asked on a terminal or told by options, whatever it writes passes `check`."""

from __future__ import annotations

import re
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from site_src.building import pipeline
from site_src.cli import asking, main
from tests.editing.wayward import PAGE, answer, leading_to, serving
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

CLAIM = "The ferry carried two million passengers in 2023."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gives a folder to work in, with a copy of harbour as its content, and a home of its own."""
    shutil.copytree(HARBOUR, tmp_path / "work" / "content")
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return tmp_path / "work"


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the program take its input for a person's."""
    monkeypatch.setattr(asking, "is_possible", lambda: True)


def test_a_claim_is_written_as_a_draft_that_passes_check(desk: Path) -> None:
    result = ran("claim", "--claim", CLAIM, "--topic", "harbour-ferry", "--tag", "ferry", "--bare")
    assert result.exit_code == 0
    assert result.stdout == (
        "content/claims/the-ferry-carried-two-million-passengers-in-2023.md is written. It is a draft: write what is "
        "missing, and `build.py check` tells what is wrong. To publish it, delete the line `status: draft`.\n"
    )
    assert (desk / "content/claims/the-ferry-carried-two-million-passengers-in-2023.md").read_text() == (
        f'---\nclaim: "{CLAIM}"\ntopic: harbour-ferry\nrating:\nverdict:\nreviewed_on:\nstatus: draft\nappearances:\n'
        "tags:\n  - ferry\n---\n"
        "TODO Say how it was checked: what you looked for, what you found, what remains open.\n"
    )
    assert errors(desk) == []


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("claim", ["--claim", CLAIM, "--topic", "harbour-bridge"]),
        (
            "claim",
            ["--claim", CLAIM, "--topic", "harbour-bridge", "--source", "harbour-daily", "--source", "audit-report"],
        ),
        (
            "claim",
            ["--claim", CLAIM, "--topic", "harbour-bridge", "--measure-label", "Cost: all", "--measure-unit", "#"],
        ),
        (
            "source",
            ["--title", "No: “yes” & #no", "--kind", "post", "--published", "~2024-03", "--relay", "port-blog"],
        ),
        ("topic", ["--title", "null", "--summary", "~", "--source", "harbour-daily", "--source", "audit-report"]),
        ("page", ["--title", "- [x] 12:30", "--nav", "3"]),
    ],
)
@pytest.mark.parametrize("how", [[], ["--bare"]], ids=["with notes", "bare"])
def test_whatever_is_written_passes_check(desk: Path, kind: str, options: list[str], how: list[str]) -> None:
    result = ran(kind, *options, *how)
    assert (result.exit_code, result.stderr) == (0, "")
    assert errors(desk) == []


@pytest.mark.parametrize(
    "statement",
    [
        "这座桥的维修费用为四百二十万欧元。", "كلّف إصلاح الجسر أربعة ملايين يورو.",
        "पुल की मरम्मत में चालीस लाख यूरो लगे।",
        "Ремонт моста стоил четыре миллиона евро.", "다리 수리비는 420만 유로였다.",
        "橋の修理費は四百二十万ユーロだった。",
        "Η επισκευή της γέφυρας κόστισε 4 εκατομμύρια.", "Die Brücke – „groß“ – kostete 4 Mio. €.",
        "ค่าซ่อมสะพานสี่ล้านยูโร",
        "@mayor: *everything* cost > 4 million, & more!", "'Four', he said, \"no more\" # than that",
    ],
)  # fmt: skip
def test_a_statement_in_any_script_gets_an_address_and_comes_back_whole(desk: Path, statement: str) -> None:
    assert ran("claim", "--claim", statement, "--topic", "harbour-bridge").exit_code == 0
    checked = pipeline.check(desk / "content")
    assert errors(desk) == []
    assert statement in [entry.record.claim for entry in checked.catalogue.claims.values()]


@pytest.mark.parametrize("option", ["--claimed-on", "--slug", "--topic", "--source"])
@pytest.mark.usefixtures("desk")
def test_an_argument_in_bytes_that_are_no_text_is_refused_in_a_sentence(option: str) -> None:
    result = ran("claim", "--claim", CLAIM, "--topic", "harbour-ferry", option, "a\udcff")
    assert (result.exit_code, result.output.splitlines()[0]) == (2, "This is no text: its bytes are not UTF-8.")


def test_with_its_blanks_filled_a_claim_is_published(desk: Path) -> None:
    ran("claim", "--claim", CLAIM, "--topic", "harbour-ferry", "--source", "traffic-counts", "--slug", "two-million")
    path = desk / "content/claims/two-million.md"
    text = path.read_text(encoding="utf-8")
    for blank, filled in {
        "status: draft": "",
        "rating:\n": "rating: supported\n",
        "verdict:\n": "verdict: The counts bear it out.\n",
        "reviewed_on:\n": "reviewed_on: 2024-05-02\n",
        '"TODO say what this source says of it, and choose the stance"': "Two million passengers",
        "    value:\n": "    value: 2\n",
        "TODO Say how it was checked: what you looked for, what you found, what remains open.": "We read the counts.",
    }.items():
        assert text.count(blank) == 1, blank
        text = text.replace(blank, filled)
    text = re.sub(r"^#(measure:|  (?:label|unit):)$", r"\1 passengers", text, flags=re.MULTILINE)
    path.write_text(text.replace("measure: passengers", "measure:"), encoding="utf-8")
    assert errors(desk) == []
    published = pipeline.check(desk / "content").catalogue.claims["two-million"].record
    assert (published.status, published.measure and published.measure.unit) == ("published", "passengers")


@pytest.mark.usefixtures("at_terminal")
def test_on_a_terminal_a_claim_is_asked_for_and_what_cannot_stand_is_asked_again(desk: Path) -> None:
    answers = [
        "Too short", CLAIM, "harbour-fery", "harbour-ferry", "Port office", "organisation", "organization",
        "12.5.2024", "2024-05", "traffic-counts, nobody", "traffic-counts", "Bad Name", "two-million",
    ]  # fmt: skip
    result = ran("claim", typed=answers)
    assert result.exit_code == 0, result.output
    assert "Error: This text has 9 characters; at least 10 are needed. Write it out." in result.output
    assert "Error: There is no topic “harbour-fery”. Did you mean harbour-ferry?" in result.output
    assert "Error: “organisation” cannot stand here. Did you mean organization?" in result.output
    assert "Error: “12.5.2024” is not a date. Write 2025-01-24" in result.output
    assert "Error: There is no source “nobody”." in result.output
    assert "Name [the-ferry-carried-two-million-passengers-in-2023]: " in result.output
    assert "Error: “Bad Name” is not a slug." in result.output
    record = pipeline.check(desk / "content").catalogue.claims["two-million"].record
    assert (record.claimant and record.claimant.name, record.claimed_on and record.claimed_on.text) == (
        "Port office",
        "2024-05",
    )
    assert [one.source for one in record.appearances] == ["traffic-counts"]
    assert errors(desk) == []


@pytest.mark.usefixtures("at_terminal")
def test_what_is_not_needed_is_left_open_with_enter(desk: Path) -> None:
    assert ran("claim", typed=[CLAIM, "harbour-ferry", "", "", "", ""]).exit_code == 0
    assert ran("page", typed=["How we count", "-", "", ""]).exit_code == 0
    assert ran("topic", typed=["The harbour", "What it costs.", "", ""]).exit_code == 0
    assert ran("source", typed=["Counts", "statistics", "", "", "", "", "", "", ""]).exit_code == 0
    assert errors(desk) == []
    assert (desk / "content/topics/the-harbour.md").exists()


@pytest.mark.usefixtures("at_terminal")
def test_claims_that_say_nearly_the_same_are_shown_and_the_editor_can_turn_back(desk: Path) -> None:
    before = sorted((desk / "content").rglob("*"))
    result = ran("claim", typed=["The bridge cost 4.2 million euros for repair.", "n"])
    assert result.exit_code == 1
    assert "  content/claims/repair-cost.md: The bridge cost 4.2 million euros to repair." in result.output
    assert sorted((desk / "content").rglob("*")) == before


def test_without_a_terminal_they_are_shown_and_the_draft_is_written(desk: Path) -> None:
    result = ran("claim", "--claim", "The bridge cost 4.2 million euros for repair.", "--topic", "harbour-bridge")
    assert result.exit_code == 0
    assert "content/claims/repair-cost.md: The bridge cost" in result.stderr
    assert errors(desk) == []


@pytest.mark.usefixtures("at_terminal")
def test_a_source_with_the_same_address_is_shown(desk: Path) -> None:
    url = "https://example.org/port/detour/#top"
    assert url.rstrip("/#top") in (desk / "content/sources/port-blog.md").read_text(encoding="utf-8")
    result = ran("source", typed=["The port", "post", "", "", url, "n"])
    assert result.exit_code == 1
    assert "content/sources/port-blog.md has this address already." in result.output


@pytest.mark.usefixtures("desk")
def test_all_that_is_missing_is_said_in_one_sentence() -> None:
    for arguments, message in {
        ("claim",): "--claim, --topic are missing.",
        ("claim", "--no-input", "--claim", CLAIM, "--claimant-name", "A"): "--topic, --claimant-kind are missing.",
        ("source",): "--title, --kind are missing.",
        ("topic", "--title", "T"): "--summary is missing.",
        ("page",): "--title is missing.",
    }.items():
        result = ran(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == f"{message}\nGive what is missing, or call on a terminal to be asked.\n"


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("slug", "message"),
    [
        ("repair-cost", "The name “repair-cost” is taken: content/claims/repair-cost.md has it."),
        ("ferry-passengers", "The name “ferry-passengers” is taken: content/claims/drafts/ferry-passengers.md has it."),
        ("page", "The name “page” is taken: the site needs it itself."),
        ("Two Million", "“Two Million” is not a slug."),
        ("x" * 81, f"“{'x' * 40}…” is too long for a slug."),
    ],
)
def test_a_name_that_a_file_cannot_have_is_refused(slug: str, message: str) -> None:
    result = ran("claim", "--claim", CLAIM, "--topic", "harbour-ferry", "--slug", slug)
    assert result.exit_code == 2
    assert result.stderr.startswith(message)


def test_a_former_name_is_refused_and_not_proposed(desk: Path) -> None:
    path = desk / "content/claims/repair-cost.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("---\n", "---\naliases: [old-cost]\n", 1), encoding="utf-8"
    )
    options = ["claim", "--claim", "Old: cost.......", "--topic", "harbour-ferry"]
    result = ran(*options, "--slug", "old-cost")
    assert "The name “old-cost” is taken: it is a former name of content/claims/repair-cost.md" in result.stderr
    assert ran(*options).exit_code == 0
    assert (desk / "content/claims/old-cost-2.md").exists()


def test_what_check_would_not_pass_is_refused_before_it_is_written(desk: Path) -> None:
    result = ran("claim", "--claim", CLAIM, "--topic", "harbour-ferry", "--source", "audit-report")
    assert result.exit_code == 2
    assert "“audit-report” is not among the sources of the topic “harbour-ferry”" in result.stderr
    assert not (desk / "content/claims/the-ferry-carried-two-million-passengers-in-2023.md").exists()


def test_mistakes_that_were_there_before_are_nobodys_business_now(desk: Path) -> None:
    (desk / "content/claims/repair-cost.md").write_text("---\nclaim: [\n", encoding="utf-8")
    assert ran("claim", "--claim", CLAIM, "--topic", "harbour-ferry").exit_code == 0


def test_a_source_with_its_text_is_held_at_once_and_the_text_stays_outside(desk: Path) -> None:
    (desk / ".git").mkdir()
    (desk.parent / "saved.txt").write_text(TEXT, encoding="utf-8")
    options = ["--title", "The final report", "--kind", "document", "--text", "../saved.txt"]
    result = ran("source", *options)
    kept = desk.parent / "home/touchstone/example.org-harbour/the-final-report.txt"
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        f"The text is kept at {kept}: it is not for the repository.",
        "content/sources/the-final-report.shingles: 8 words.",
        (
            "content/sources/the-final-report.md is written. "
            "To compare it with others, add its name to `sources:` of a topic."
        ),
    ]
    assert kept.read_text(encoding="utf-8") == TEXT
    assert errors(desk) == []
    assert TEXT not in "".join(path.read_text("utf-8") for path in (desk / "content/sources").iterdir())
    result = ran("source", *options, "--slug", "again", "--keep", "texts")
    assert "texts lies in the repository" in result.stderr
    assert not (desk / "content/sources/again.md").exists()


def test_a_text_is_fetched_and_what_is_known_is_filled_in(desk: Path) -> None:
    with serving(
        {"/old": leading_to("/report"), "/report": answer(TEXT.encode(), Content_Type="text/plain")}
    ) as server:
        result = ran("source", "--title", "Report", "--kind", "document", "--text", f"{server.home}/old")
        assert result.exit_code == 0
        assert result.stderr == f"Fetching {server.home}/old …\n302: it leads to {server.home}/report\n"
        record = pipeline.check(desk / "content").catalogue.sources["report"].record
        assert (record.url, record.retrieved is not None) == (f"{server.home}/report", True)
        assert "report" in pipeline.check(desk / "content").catalogue.shingles
        del server.answers["/old"]
    result = ran("source", "--title", "Other", "--kind", "document", "--text", f"{server.home}/old")
    assert result.exit_code == 2
    assert "could not be read. The server refuses the connection." in result.stderr


@pytest.mark.usefixtures("at_terminal")
def test_what_a_page_says_of_itself_is_proposed_and_can_be_refused(desk: Path) -> None:
    (desk.parent / "page.html").write_text(PAGE, encoding="utf-8")
    typed = ["", "article", "-", "", "", "2024", "", "", ""]
    result = ran("source", "--text", "../page.html", typed=typed)
    assert result.exit_code == 0, result.output
    assert "Title [The bridge costs more]: " in result.output
    record = pipeline.check(desk / "content").catalogue.sources["the-bridge-costs-more"].record
    assert (record.title, record.publisher, record.author) == ("The bridge costs more", None, "Harbour desk")
    assert (record.published and record.published.text, record.language) == ("2024", "en-GB")


def test_without_the_extra_it_says_how_to_install_it(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.delitem(sys.modules, "site_src.editing.extracting", raising=False)
    (desk.parent / "page.html").write_text(PAGE, encoding="utf-8")
    result = ran("source", "--title", "T", "--kind", "article", "--text", "../page.html")
    assert result.exit_code == 2
    assert "needs its extra “archive”" in result.stderr
    assert "pip install" in result.stderr


TEXT = "The bridge cost 4.2 million euros to repair."


def ran(*arguments: str, typed: list[str] | None = None) -> Result:
    """Runs `new` with these words, and these lines typed in."""
    return CliRunner().invoke(main, ["new", *arguments], input="".join(f"{line}\n" for line in typed or []))


def errors(desk: Path) -> list[str]:
    """Gives the errors that `check` finds."""
    return [f"{found.place}: {found.message}" for found in pipeline.check(desk / "content").findings if found.is_error]

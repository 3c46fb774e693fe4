"""A report shows each finding where it stands, and nothing in it can fool a terminal or a log."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from site_src.diagnostics.finding import Finding, Place, Severity
from site_src.diagnostics.report import as_json, github, text

if TYPE_CHECKING:
    from collections.abc import Callable

DATE = Finding(Place("content/claims/lock.md", 2, 13), "date", "There is no day “2024-02-30”.", "Check the month.")
EXCERPT = Finding(Place("content/claims/weir.md", 1), "excerpt", "Not verified.", severity=Severity.WARNING)


def shown(line: str, column: int) -> list[str]:
    """Gives the line and the caret as the report shows them."""
    report = text([Finding(Place("content/x.md", 1, column), "text", "Wrong.")], lambda _: [line])
    return report.split("\n")[1:3]


def test_a_finding_is_told_with_its_line_a_caret_under_the_spot_and_a_hint() -> None:
    files = {"content/claims/lock.md": ["---", "claimed_on: 2024-02-30", "---"]}
    expected = """\
content/claims/lock.md:2:13: error: There is no day “2024-02-30”. [date]
    2 | claimed_on: 2024-02-30
      |             ^
hint: Check the month.

content/claims/weir.md:1:1: warning: Not verified. [excerpt]

1 error and 1 warning in 2 files.
"""
    assert expected == text([DATE, EXCERPT], lambda file: files.get(file, []))


@pytest.mark.parametrize(
    ("findings", "closing"),
    [
        ([], "No mistakes found."),
        ([DATE], "1 error in 1 file."),
        ([EXCERPT, EXCERPT], "2 warnings in 1 file."),
        ([DATE, DATE, EXCERPT], "2 errors and 1 warning in 2 files."),
    ],
)
def test_the_last_line_counts_errors_warnings_and_files(findings: list[Finding], closing: str) -> None:
    assert closing == text(findings, lambda _: []).split("\n")[-2]


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("says: Wrong", 7, 6),
        ("\tsays: Wrong", 8, 10),
        ("says: 港の橋 Wrong", 11, 13),
        ("says: cafe\u0301 Wrong", 13, 11),
        ("says: ＡＢ x", 10, 11),
        ("says: e\u0301", 8, 6),
        ("says:", 6, 5),
        ("says:", 60, 5),
    ],
)
def test_the_caret_stands_under_the_spot_by_columns_of_a_terminal(line: str, column: int, caret: int) -> None:
    """Tabs are four columns, signs of East Asia two, marks that stand on a letter none."""
    assert f"      | {' ' * caret}^" == shown(line, column)[1]


def test_a_long_line_is_shortened_around_the_spot() -> None:
    line, caret = shown("a" * 300 + "X" + "b" * 300, 301)
    assert line.startswith("    1 | …aaa")
    assert line.endswith("bbb…")
    assert len(line) == 110
    assert line[caret.index("^")] == "X"


@pytest.mark.parametrize(("column", "start", "end"), [(1, "    1 | abc", "…"), (600, "    1 | …", "xyz")])
def test_a_long_line_is_not_shortened_where_the_spot_is_near_its_end(column: int, start: str, end: str) -> None:
    line, _ = shown("abc" + "-" * 594 + "xyz", column)
    assert line.startswith(start)
    assert line.endswith(end)


def test_a_long_line_of_wide_signs_takes_no_more_columns() -> None:
    line, caret = shown("橋" * 300 + "X" + "橋" * 300, 301)
    assert line.count("橋") * 2 + 3 <= 102
    assert line.index("X") * 2 - 9 == caret.index("^")


@pytest.mark.parametrize("hidden", ["\x1b", "\u202e", "\u2066", "\u200f", "\x85", "\u2028", "\ufeff", "\x9b"])
def test_what_could_fool_a_terminal_is_made_visible(hidden: str) -> None:
    mark = f"<U+{ord(hidden):04X}>"
    finding = Finding(Place(f"content/{hidden}.md", 1, 8), "text", f"a{hidden}b", f"c{hidden}d")
    report = text([finding], lambda _: [f"says: {hidden}!"])
    assert hidden not in report
    assert [
        f"content/{mark}.md:1:8: error: a{mark}b [text]",
        f"    1 | says: {mark}!",
        f"      |       {' ' * len(mark)}^",
        f"hint: c{mark}d",
    ] == report.split("\n")[:4]
    assert hidden not in github([finding])


def test_joiners_that_a_script_needs_are_left_as_they_are() -> None:
    assert shown("می\u200cخواهم", 1)[0] == "    1 | می\u200cخواهم"


def test_a_message_of_several_lines_stays_on_one() -> None:
    report = text([Finding(Place("content/x.md"), "text", "a\nb")], lambda _: [])
    assert report.split("\n")[0] == "content/x.md:1:1: error: a<U+000A>b [text]"


def test_colour_adds_nothing_but_colour() -> None:
    def lines(_: str) -> list[str]:
        return ["---", "claimed_on: 2024-02-30"]

    coloured = text([DATE, EXCERPT], lines, colour=True)
    for code in ("\033[1;31m", "\033[1;33m", "\033[1;36m", "\033[1m", "\033[2m", "\033[0m"):
        assert code in coloured
        coloured = coloured.replace(code, "")
    assert text([DATE, EXCERPT], lines) == coloured


def test_as_json_every_finding_is_an_object_with_its_place() -> None:
    assert json.loads(as_json([])) == []
    told = json.loads(as_json([DATE, EXCERPT]))
    assert told[0] == {
        "file": "content/claims/lock.md",
        "line": 2,
        "column": 13,
        "severity": "error",
        "rule": "date",
        "message": "There is no day “2024-02-30”.",
        "hint": "Check the month.",
    }
    assert told[1]["severity"] == "warning"
    assert as_json([DATE]).isascii()


def test_an_annotation_has_the_place_the_rule_and_what_to_write() -> None:
    assert github([DATE, EXCERPT]) == (
        "::error file=content/claims/lock.md,line=2,col=13,title=date"
        "::There is no day “2024-02-30”.%0ACheck the month.\n"
        "::warning file=content/claims/weir.md,line=1,col=1,title=excerpt::Not verified.\n"
    )


def test_an_annotation_cannot_be_broken_out_of() -> None:
    finding = Finding(Place("content/a:b,c%.md"), "text", "100% wrong\n::error::x", "a, b: c")
    assert github([finding]) == (
        "::error file=content/a%3Ab%2Cc%25.md,line=1,col=1,title=text::100%25 wrong<U+000A>::error::x%0Aa, b: c\n"
    )


def test_many_findings_are_counted_by_rule() -> None:
    findings = [*[DATE] * 12, *[EXCERPT] * 9]
    closing = "12 errors and 9 warnings in 2 files. By rule: date 12, excerpt 9."
    assert closing == text(findings, lambda _: []).split("\n")[-2]


@pytest.mark.parametrize("make", [as_json, github, lambda findings: text(findings, lambda _: ["##[add-path]/tmp"])])
def test_nothing_in_a_finding_is_a_command_to_a_runner_that_looks_within_lines(
    make: Callable[[list[Finding]], str],
) -> None:
    told = make([Finding(Place("content/x.md"), "text", "“##[set-env]”", "Write ##[x]")])
    assert "##[" not in told


def test_the_lines_of_a_file_are_asked_for_once_however_much_is_wrong_in_it() -> None:
    asked: list[str] = []

    def lines(file: str) -> list[str]:
        asked.append(file)
        return ["says: words"]

    text([Finding(Place(f"content/{name}.md", 1, n), "rule", "Wrong.") for name in "ab" for n in range(1, 9)], lines)
    assert asked == ["content/a.md", "content/b.md"]

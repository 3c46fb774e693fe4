"""Every mistake is told once, where it stands, in words that say what to write.

A case `tests/mistakes/<rule>/<name>/` has `files/`, which lie over harbour, perhaps `removed.txt`, which names files
of harbour that are taken out, and `report.txt`, the report it gives. `pytest --force-regen` writes the reports again.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_src.checks import CHECKS
from site_src.diagnostics.report import text
from site_src.reading.files import Tree, read_content
from tests.harbour import findings, laid_over, lines

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture

MISTAKES = Path(__file__).parents[1] / "mistakes"
CASES = sorted(path.parent for path in MISTAKES.glob("*/*/files"))


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.parent.name}/{case.name}") for case in CASES])
def test_the_report_is_the_one_expected(case: Path, file_regression: FileRegressionFixture) -> None:
    tree = laid_out(case)
    report = text(findings(tree), lambda file: lines(tree, file))
    file_regression.check(report, encoding="utf-8", fullpath=case / "report.txt")


@pytest.mark.parametrize("case", [case for case in CASES if case.parent.name != "several"], ids=str)
def test_a_case_breaks_the_rule_that_its_folder_names(case: Path) -> None:
    assert case.parent.name in {finding.rule for finding in findings(laid_out(case))}


@pytest.mark.parametrize("rule", [check.RULE for check in CHECKS])
def test_every_rule_has_a_mistake(rule: str) -> None:
    assert list((MISTAKES / rule).glob("*/report.txt"))


def test_twenty_mistakes_in_several_files_are_all_told_and_none_twice() -> None:
    found = findings(laid_out(MISTAKES / "several" / "twenty"))
    assert len(found) == 20
    assert len({finding.place for finding in found}) == 20
    assert max(sum(f.place.file == file for f in found) for file in {f.place.file for f in found}) >= 3


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.RULE)
def test_every_check_has_a_manual_page_with_a_right_and_a_wrong_example(check: object) -> None:
    manual = check.__doc__ or ""
    assert re.search(r"\bRight:", manual)
    assert re.search(r"\bWrong:", manual)


def laid_out(case: Path) -> Tree:
    """Gives harbour with the files of a case laid over it."""
    removed = case / "removed.txt"
    names = removed.read_text(encoding="utf-8").split() if removed.exists() else []
    over = {file.name: file.content for file in read_content(case / "files").files}
    return laid_over({**dict.fromkeys(names), **over})

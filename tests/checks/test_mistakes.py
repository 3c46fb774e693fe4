"""Every mistake is told once, where it stands, in words that say what to write.

A case `tests/mistakes/<rule>/<name>/` has `files/`, which lie over harbour, perhaps `removed.txt`, which names files
of harbour that are taken out, and `report.txt`, the report it gives. It is checked on one day, and the rules on what
may not change compare it with harbour. `pytest --force-regen` writes the reports again.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_src.diagnostics.finding import in_order
from site_src.diagnostics.report import text
from site_src.editing import since
from site_src.editing.manual import pages
from site_src.reading.files import Tree, read_content
from site_src.reading.gather import read_catalogue
from tests.harbour import findings, laid_over, lines

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture

    from site_src.diagnostics.finding import Finding

MISTAKES = Path(__file__).parents[1] / "mistakes"
TODAY = datetime.date(2024, 6, 1)
CASES = sorted(path.parent for path in MISTAKES.glob("*/*/files"))


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.parent.name}/{case.name}") for case in CASES])
def test_the_report_is_the_one_expected(case: Path, file_regression: FileRegressionFixture) -> None:
    tree = laid_out(case)
    report = text(told(case), lambda file: lines(tree, file))
    file_regression.check(report, encoding="utf-8", fullpath=case / "report.txt")


@pytest.mark.parametrize("case", [case for case in CASES if case.parent.name != "several"], ids=str)
def test_a_case_breaks_the_rule_that_its_folder_names(case: Path) -> None:
    assert case.parent.name in {finding.rule for finding in told(case)}


# Of two there is no case: a site of 1 GB, and a broken template, of which tests/rendering has many.
@pytest.mark.parametrize("rule", [rule for rule in pages() if rule not in ("size", "template")])
def test_every_rule_has_a_mistake(rule: str) -> None:
    assert list((MISTAKES / rule).glob("*/report.txt"))


def test_twenty_mistakes_in_several_files_are_all_told_and_none_twice() -> None:
    found = findings(laid_out(MISTAKES / "several" / "twenty"))
    assert len(found) == 20
    assert len({finding.place for finding in found}) == 20
    assert max(sum(f.place.file == file for f in found) for file in {f.place.file for f in found}) >= 3


def told(case: Path) -> tuple[Finding, ...]:
    """Gives what is found in a case; where the rule is one of change, also what harbour had and it has not."""
    tree = laid_out(case)
    found = findings(tree, today=TODAY)
    if case.parent.name not in since.PAGES:
        return found
    return in_order([*found, *since.compared(read_catalogue(tree)[0], tree, laid_over({}), TODAY)])


def laid_out(case: Path) -> Tree:
    """Gives harbour with the files of a case laid over it."""
    removed = case / "removed.txt"
    names = removed.read_text(encoding="utf-8").split() if removed.exists() else []
    over = {file.name: file.content for file in read_content(case / "files").files}
    return laid_over({**dict.fromkeys(names), **over})

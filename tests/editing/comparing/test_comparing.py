"""What readers will notice of a change is told, and nothing that they will not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.building import pipeline
from site_src.editing.comparing import RevisionRefused, changes, compare
from site_src.editing.comparing.markdown import markdown
from tests.editing.repository import ENVIRONMENT, repository
from tests.editions import edition
from tests.harbour import HARBOUR, claim, edited

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pytest_regressions.file_regression import FileRegressionFixture

    Files = Mapping[str, str | bytes | None]

UNRELATED = edited("claims/repair-cost.md", "  - ferry-passengers\n", "")
KEPT = (HARBOUR / "claims/budget-kept.md").read_text(encoding="utf-8")
PREVIEW = "https://example.org/preview"


def told(now: Files, then: Files | None = None, *, base: str | None = None) -> str:
    return markdown(compare(edition(then), edition(now)), base)


EVERYTHING: Files = {
    "claims/budget-kept.md": edited(
        "claims/budget-kept.md",
        "reviewed_on: 2024-03-22\n",
        "reviewed_on: 2024-03-22\ncorrections:\n  - {date: 2024-06-01, kind: correction, note: The invoice came.}\n",
    )
    .replace("rating: contradicted", "rating: supported")
    .replace("passed by 0.6", "not passed, and undercut by 0.6"),
    "claims/detour-cost.md": edited("claims/detour-cost.md", "value: [2, 3]", "value: [2, 4]").replace(
        "equals: 0.9", "equals: 0.90"
    ),
    "claims/closed-eleven-weeks.md": None,
    "claims/closure.md": edited(
        "claims/closed-eleven-weeks.md", "claimed_on: 2024\n", "claimed_on: 2024\naliases: [closed-eleven-weeks]\n"
    ).replace("stance: differs", "stance: denies"),
    "claims/repair-cost-ar.md": edited(
        "claims/repair-cost-ar.md",
        "reviewed_on: 2024-03-20\n",
        "reviewed_on: 2024-03-20\nstatus: retracted\nretracted: {date: 2024-06-01, reason: It stood here twice.}\n",
    ),
    "claims/lock.md": claim("claim: The northern lock was built in 1911, for ships of ninety metres."),
    "sources/tug-news.md": "---\ntitle: News of the tugs\nkind: article\n---\n",
    "sources/harbour-daily.shingles": None,
    "sources/port-blog.md": edited("sources/port-blog.md", "A post on the detour", "A post on the long detour"),
    "topics/harbour-ferry.md": edited("topics/harbour-ferry.md", "The harbour ferry", "The ferry of the harbour"),
    "pages/staff.md": "---\ntitle: Who we are\n---\n",
    "ratings.yaml": edited("ratings.yaml", "label: Supported", "label: Borne out"),
    "site.yaml": edited("site.yaml", "review_after: 1200", "review_after: 12").replace(
        "tagline: What", "tagline: All that"
    ),
}


def test_everything_that_readers_will_notice(file_regression: FileRegressionFixture) -> None:
    file_regression.check(told(EVERYTHING, base=PREVIEW), extension=".md", encoding="utf-8")


def test_the_same_the_other_way_round(file_regression: FileRegressionFixture) -> None:
    """What was new is gone, and what was gone is new."""
    file_regression.check(told({}, EVERYTHING), extension=".md", encoding="utf-8")


@pytest.mark.parametrize(
    "now",
    [
        {},
        {"claims/drafts/ferry-passengers.md": None, "claims/repair-cost.md": UNRELATED},
        {"claims/budget-kept.md": None, "claims/2024/budget-kept.md": KEPT},
        {"site.yaml": edited("site.yaml", "review_after: 1200", "review_after: 12")},
    ],
)
def test_what_readers_do_not_see_is_not_told(now: Files) -> None:
    assert told(now) == "## What readers will notice\n\nNothing: every page says what it said before.\n"


def test_thousands_of_changes_fit_into_a_comment() -> None:
    many = {
        f"claims/c{n}.md": claim(f"claim: Statement number {n} is {'very ' * 40}long.\nverdict: {'Word ' * 70}")
        for n in range(200)
    }
    whole = told(many)
    assert len(whole) < 65_536
    assert "… and 160 more." in whole


def test_it_is_compared_with_where_the_work_parted(tmp_path: Path) -> None:
    desk = repository(tmp_path)
    desk.git("switch", "--quiet", "--create", "work")
    for name, text in EVERYTHING.items():
        if text is None:
            (desk.content / name).unlink()
        else:
            desk.write(name, str(text))
    checked = pipeline.check(desk.content)
    assert changes(checked, desk.content, "main", ENVIRONMENT, PREVIEW) == told(EVERYTHING, base=PREVIEW)


def test_where_there_was_no_content_all_is_new(tmp_path: Path) -> None:
    desk = repository(tmp_path)
    desk.git("mv", "content", "other")
    desk.git("commit", "--quiet", "--amend", "--message", "Work")
    desk.git("mv", "other", "content")
    whole = changes(pipeline.check(desk.content), desk.content, "HEAD", ENVIRONMENT, None)
    assert "### New verdicts (5)" in whole
    assert "### Retracted verdicts (1)" in whole


def test_a_former_state_with_errors_is_refused(tmp_path: Path) -> None:
    desk = repository(tmp_path)
    desk.change("claims/budget-kept.md", "rating: contradicted", "rating: contradict")
    desk.commit()
    desk.change("claims/budget-kept.md", "rating: contradict", "rating: contradicted")
    with pytest.raises(RevisionRefused, match="has errors") as caught:
        changes(pipeline.check(desk.content), desk.content, "HEAD", ENVIRONMENT, None)
    assert "There is no rating “contradict”" in caught.value.hint

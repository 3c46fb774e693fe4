"""Addresses stay, and what changes in a published claim is told to its readers; tests/mistakes has the reports."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from site_src.building import pipeline
from site_src.editing import since
from site_src.reading.gather import read_catalogue
from tests.editing.repository import ENVIRONMENT, Repository, repository
from tests.harbour import claim, edited, laid_over

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from site_src.diagnostics.finding import Finding

    Files = Mapping[str, str | bytes | None]

TODAY = datetime.date(2024, 6, 1)
KEPT = "claims/budget-kept.md"
CORRECTION = "corrections:\n  - date: 2024-06-01\n    kind: correction\n    note: The invoice came.\n"


def compared(now: Files, then: Files | None = None) -> tuple[Finding, ...]:
    """Gives what is found when harbour with some files comes after harbour with others."""
    tree = laid_over(now)
    return since.compared(read_catalogue(tree)[0], tree, laid_over(then or {}), TODAY)


def rules(now: Files, then: Files | None = None) -> list[str]:
    return [finding.rule for finding in compared(now, then)]


def kept(*changes: tuple[str, str], more: str = "") -> dict[str, str]:
    """Gives the claim on the budget with parts of it replaced and keys added."""
    text = edited(KEPT, "reviewed_on: 2024-03-22\n", f"reviewed_on: 2024-03-22\n{more}")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {KEPT: text}


RATING = ("rating: contradicted", "rating: supported")
VERDICT = ("passed by 0.6", "passed by 0.5")


def test_nothing_is_found_where_nothing_changed() -> None:
    assert compared({}) == ()


@pytest.mark.parametrize("changed", [[RATING], [("stayed within", "kept to")], [RATING, VERDICT]])
def test_a_new_correction_tells_of_any_change(changed: list[tuple[str, str]]) -> None:
    assert rules(kept(*changed)) == ["silent-change"]
    assert rules(kept(*changed, more=CORRECTION)) == []


def test_a_correction_that_was_there_before_does_not_tell_of_a_change() -> None:
    assert rules(kept(RATING, more=CORRECTION), kept(more=CORRECTION)) == ["silent-change"]
    edited_note = CORRECTION.replace("The invoice came", "The invoice came at last")
    assert rules(kept(RATING, more=edited_note), kept(more=CORRECTION)) == ["silent-change"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", 1),
        ("updated_on: 2024-03-22\n", 1),
        ("updated_on: 2024-03-23\n", 0),
        (CORRECTION, 0),
    ],
)
def test_a_verdict_worded_anew_needs_a_later_date_or_a_correction(more: str, told: int) -> None:
    assert len(rules(kept(VERDICT, more=more))) == told


def test_a_later_date_is_not_enough_for_another_rating() -> None:
    (finding,) = compared(kept(RATING, VERDICT, more="updated_on: 2024-05-01\n"))
    assert "the rating was contradicted and is supported." in finding.message
    assert "was: {rating: contradicted}" in finding.hint


def detour(old: str, new: str) -> list[str]:
    return rules({"claims/detour-cost.md": edited("claims/detour-cost.md", old, new)})


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("value: 0.9\n    bound: about", "value: 0.8\n    bound: about", 1),
        ("bound: about", "bound: over", 1),
        ("    value: 1\n    bound: nearly\n", "", 1),
        ("stance: differs", "stance: denies", 1),
        ("value: [2, 3]", "value: [2, 3.5]", 1),
        ("value: [2, 3]", "value: [2.0, 3.00]", 0),
        ("value: 0.9\n    bound: exactly", "value: 0.9", 0),
        ("says: Nearly a million", "says: Not quite a million", 0),
        ("    as_of: 2024-02\n", "", 0),
        ("tags:\n  - costs", "tags:\n  - detour", 0),
    ],
)
def test_what_sources_say_in_stance_and_value_does_not_change_in_silence(old: str, new: str, told: int) -> None:
    assert len(detour(old, new)) == told


def test_appearances_may_be_added_and_reordered() -> None:
    more = "  - source: port-blog\n    stance: silent\n"
    assert rules(kept(("appearances:\n", f"appearances:\n{more}"))) == []


def test_drafts_may_change_as_they_like() -> None:
    draft, other = kept(more="status: draft\n"), kept(RATING, VERDICT, more="status: draft\n")
    assert rules(other, draft) == []
    assert rules(kept(RATING, VERDICT), draft) == []


def test_a_deleted_draft_is_not_missed() -> None:
    assert rules({"claims/drafts/ferry-passengers.md": None}) == []


@pytest.mark.parametrize(
    ("gone", "new", "aliases"),
    [
        ("claims/closed-eleven-weeks.md", "claims/closure.md", "[closed-eleven-weeks]"),
        ("claims/closed-eleven-weeks.md", "claims/closure.md", "[/claims/closed-eleven-weeks/]"),
        ("claims/closed-eleven-weeks.md", "pages/closure.md", "[/claims/closed-eleven-weeks/]"),
    ],
)
def test_an_address_that_leads_on_is_not_missed(gone: str, new: str, aliases: str) -> None:
    page = f"---\ntitle: The closure\naliases: {aliases}\n---\n"
    text = edited(gone, "claimed_on: 2024\n", f"claimed_on: 2024\naliases: {aliases}\n")
    assert rules({gone: None, new: page if new.startswith("pages") else text}) == []


def test_a_redirect_from_a_draft_leads_nowhere() -> None:
    gone = "claims/closed-eleven-weeks.md"
    text = edited(gone, "claimed_on: 2024\n", "claimed_on: 2024\naliases: [closed-eleven-weeks]\nstatus: draft\n")
    (finding,) = compared({gone: None, "claims/closure.md": text})
    assert (finding.rule, finding.place.file) == ("lasting-address", f"content/{gone}")


def test_retracting_keeps_the_address() -> None:
    retracted = "status: retracted\nretracted: {date: 2024-05-01, reason: Of another bridge.}\n"
    assert rules(kept(more=retracted)) == []


def test_a_file_moved_to_another_folder_keeps_its_address() -> None:
    assert rules({KEPT: None, "claims/2024/budget-kept.md": kept()[KEPT]}) == []


@pytest.mark.parametrize(
    "gone", ["sources/traffic-counts.md", "topics/harbour-ferry.md", "pages/about.md", "claims/toll-planned.md"]
)
def test_every_kind_of_page_is_missed_where_it_was(gone: str) -> None:
    found = [finding for finding in compared({gone: None}) if finding.place.file == f"content/{gone}"]
    assert [finding.rule for finding in found] == ["lasting-address"]
    assert found[0].is_error


def test_a_file_that_cannot_be_read_is_not_missed_as_well() -> None:
    assert rules({"pages/about.md": "not front matter"}) == []
    assert rules(kept(("rating: contradicted", "rating: [x"))) == []
    assert rules(kept(more="status: drafft\n")) == []


def test_what_could_not_be_read_before_did_not_change() -> None:
    assert rules(kept(RATING), kept(("rating: contradicted", "rating: [x"))) == []


def test_the_likely_new_name_is_that_of_the_new_file_most_like_the_old_one() -> None:
    gone = "claims/closed-eleven-weeks.md"
    (finding,) = compared(
        {gone: None, "claims/closure.md": edited(gone, "2024-03-25", "2024-03-26"), "claims/a.md": claim()}
    )
    assert "in content/claims/closure.md" in finding.hint


@pytest.fixture
def desk(tmp_path: Path) -> Repository:
    return repository(tmp_path)


def test_work_that_is_not_committed_counts_and_what_was_corrected_before_does_not(desk: Repository) -> None:
    desk.git("switch", "--quiet", "--create", "work")
    desk.change(KEPT, "rating: contradicted", "rating: supported")
    for committed in (False, True):
        if committed:
            desk.commit()
        checked = pipeline.check(desk.content)
        (finding,) = since.check(checked, desk.content, "main", ENVIRONMENT, TODAY)
        assert str(finding.place) == f"{desk.content.as_posix()}/{KEPT}:8:9"
    desk.change(KEPT, "reviewed_on: 2024-03-22\n", f"reviewed_on: 2024-03-22\n{CORRECTION}")
    assert since.check(pipeline.check(desk.content), desk.content, "main", ENVIRONMENT, TODAY) == ()


def test_what_changed_on_the_other_branch_meanwhile_is_not_ours(desk: Repository) -> None:
    desk.git("switch", "--quiet", "--create", "work")
    desk.commit()
    desk.git("switch", "--quiet", "main")
    desk.change(KEPT, "rating: contradicted", "rating: supported")
    desk.write("pages/new.md", "---\ntitle: New\n---\n")
    desk.commit()
    desk.git("switch", "--quiet", "work")
    assert since.check(pipeline.check(desk.content), desk.content, "main", ENVIRONMENT, TODAY) == ()

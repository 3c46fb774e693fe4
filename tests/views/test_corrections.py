"""The corrections log: every change of every claim that was published, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.views.corrections import corrections_page
from tests.editions import edition, links
from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.views.corrections import CorrectionsPage


def test_changes_and_retractions_of_all_claims_stand_the_newest_first() -> None:
    assert [(one.change.on.iso, one.change.kind, one.claim.href) for one in page().changes] == [
        ("2024-05-02", "Correction", "../claims/repair-cost/"),
        ("2024-04-10", "Update", "../claims/detour-cost/"),
        ("2024-04-02", "Clarification", "../claims/repair-cost/"),
        ("2024-04-01", "Retracted", "../claims/toll-planned/"),
    ]


def test_what_stood_until_a_correction_is_told_in_the_words_that_readers_saw() -> None:
    assert [name for name, _ in page().changes[0].change.was] == ["Rating", "Verdict", "Claim"]
    assert page().changes[0].change.was[0] == ("Rating", "Half right")


def test_a_draft_has_no_corrections_even_where_drafts_are_shown() -> None:
    change = "corrections:\n  - date: 2024-06-01\n    kind: update\n    note: Not out yet."
    files = {"claims/lock.md": claim(f"status: draft\n{change}")}
    assert len(page(files, drafts=True).changes) == len(page().changes)


def test_each_change_is_in_the_language_of_its_claim() -> None:
    change = "corrections:\n  - date: 2024-06-01\n    kind: update\n    note: أضيف التاريخ."
    newest = page({"claims/lock.md": claim(f"language: ar\n{change}")}).changes[0]
    assert (newest.language, newest.direction) == ("ar", "rtl")


def test_it_leads_to_the_corrections_policy_where_there_is_one() -> None:
    policy = page().policy
    assert policy is not None
    assert (policy.href, policy.words) == ("../corrections-policy/", "Corrections")


def page(files: Mapping[str, str | bytes | None] | None = None, *, drafts: bool = False) -> CorrectionsPage:
    """Give the corrections log of harbour."""
    site = edition(files, drafts=drafts)
    return corrections_page(site, links(site, "corrections/"))

"""A verdict page: who made the claim, what happened to the verdict, and what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.views.claim import claim_page
from tests.editions import edition, links
from tests.harbour import claim, edited

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.views.claim import ClaimPage

    Files = Mapping[str, str | bytes | None]


def test_the_description_is_the_rating_and_the_verdict() -> None:
    assert page("budget-kept").frame.description == (
        "Contradicted: The budget was to cover the detour as well, and with it the sum was passed by 0.6 million euros."
    )


def test_it_says_who_made_the_claim_whom_they_cite_and_when() -> None:
    made = page("repair-cost").made
    assert made.on is not None
    assert (made.by, made.href, made.citing, made.on.words) == (
        "City press office",
        "../../claimants/city/",
        "the city's building department",
        "2 March 2024",
    )


def test_a_claim_of_an_unknown_claimant_has_a_day_and_no_name() -> None:
    made = page("closed-eleven-weeks").made
    assert made.on is not None
    assert (made.by, made.href, made.on.words) == ("", None, "2024")


def test_reviewers_are_listed_and_without_them_it_is_the_publisher() -> None:
    three = claim("reviewers: [A. Desk, B. Desk, C. Desk]")
    assert page("lock", {"claims/lock.md": three}).reviewers == "A. Desk, B. Desk and C. Desk"
    assert page("detour-cost").reviewers == "Harbour Checks"


def test_corrections_stand_the_newest_first_with_what_was_there_before() -> None:
    corrections = page("repair-cost").corrections
    assert [(change.kind, change.on.iso) for change in corrections] == [
        ("Correction", "2024-05-02"),
        ("Clarification", "2024-04-02"),
    ]
    assert corrections[0].was[0] == ("Rating", "Half right")
    assert [name for name, _ in corrections[0].was] == ["Rating", "Verdict", "Claim"]
    assert corrections[1].was == ()


def test_the_history_has_all_that_happened_the_newest_first() -> None:
    retracted = edited("claims/toll-planned.md", "status: retracted", f"{CORRECTED}status: retracted")
    assert [
        (change.kind, change.on.iso) for change in page("toll-planned", {"claims/toll-planned.md": retracted}).history
    ] == [
        ("Retracted", "2024-04-01"),
        ("Update", "2024-03-10"),
        ("First verdict", "2024-03-10"),
    ]


def test_an_update_that_no_correction_explains_is_in_the_history() -> None:
    updated = claim("updated_on: 2024-06-01")
    history = page("lock", {"claims/lock.md": updated}).history
    assert [(change.kind, change.on.iso) for change in history] == [
        ("Updated", "2024-06-01"),
        ("First verdict", "2024-03-20"),
    ]


def test_a_first_verdict_alone_is_no_history() -> None:
    assert page("budget-kept").history == ()


def test_a_retracted_claim_opens_with_day_and_reason_and_keeps_its_verdict() -> None:
    it = page("toll-planned")
    assert it.retraction is not None
    assert (it.retraction.on.words, it.retraction.note) == ("1 April 2024", "The statement was about another bridge.")
    assert it.verdict == "The city says that it plans no toll."
    assert it.standing == "Retracted"


def test_drafts_and_retracted_claims_are_kept_from_search_engines() -> None:
    assert page("repair-cost").frame.listed
    assert not page("toll-planned").frame.listed
    assert not page("ferry-passengers", drafts=True).frame.listed


def test_only_a_published_claim_has_a_claim_review() -> None:
    assert page("repair-cost").review is not None
    assert page("toll-planned").review is None
    assert page("ferry-passengers", drafts=True).review is None


def test_related_claims_leave_out_drafts_and_retracted_ones() -> None:
    related = claim("related: [detour-cost, toll-planned, ferry-passengers]")
    assert [one.href for one in page("lock", {"claims/lock.md": related}).related] == ["../detour-cost/"]


def test_translations_are_named_by_their_language_and_leave_out_drafts() -> None:
    more = edited("claims/repair-cost.md", "  ar: repair-cost-ar", "  ar: repair-cost-ar\n  de: ferry-passengers")
    translations = page("repair-cost", {"claims/repair-cost.md": more}).translations
    assert [(link.words, link.href) for link in translations] == [("Arabic", "../repair-cost-ar/")]


def test_a_picture_has_its_size_so_that_nothing_moves_when_it_arrives() -> None:
    picture = page("repair-cost").picture
    assert picture is not None
    assert (picture.href, picture.alt, picture.size) == (
        "../../files/bridge.png",
        "The bridge, closed to traffic",
        (48, 24),
    )


def test_the_page_is_in_the_claims_language_and_direction() -> None:
    made = page("repair-cost-ar").frame
    assert (made.language, made.direction) == ("ar", "rtl")


def test_the_measure_tells_what_the_figures_are() -> None:
    assert page("repair-cost").measure == "Cost of the bridge repair, in million euros"
    assert page("budget-kept").measure == ""


def test_links_of_the_body_lead_from_the_claims_page() -> None:
    body = page("repair-cost").body
    assert '<a href="../detour-cost/">' in body
    assert '<img src="../../files/bridge.png" width="48" height="24"' in body


CORRECTED = "corrections:\n  - date: 2024-03-10\n    kind: update\n    note: The date was added.\n"


def test_it_can_be_cited_and_mended_and_the_foot_of_the_page_does_not_say_so_again() -> None:
    made = page("repair-cost")
    assert [link.words for link in made.mend] == ["Report a mistake", "Edit this page", "Every change to this page"]
    assert (made.frame.report, made.frame.edit, made.frame.history) == (None, None, None)
    assert made.frame.suggest is not None
    assert made.citation is not None


def test_what_is_not_published_or_stands_no_more_is_not_cited_and_can_still_be_mended() -> None:
    made = page("toll-planned")
    assert made.citation is None
    assert len(made.mend) == 3


def test_changes_of_a_claim_in_another_language_say_in_which() -> None:
    text = claim("language: fr\ncorrections: [{date: 2024-04-01, kind: update, note: Le chiffre est nouveau.}]")
    assert [change.language for change in page("lock", {"claims/lock.md": text}).corrections] == ["fr"]
    assert {change.language for change in page("repair-cost").corrections} == {None}


def page(slug: str, files: Files | None = None, *, drafts: bool = False) -> ClaimPage:
    """Give the verdict page of a claim of harbour."""
    site = edition(files, drafts=drafts)
    return claim_page(site, links(site, f"claims/{slug}/"), slug)

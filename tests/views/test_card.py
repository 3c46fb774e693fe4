"""A claim in brief: its rating with its place, who made it, how many carry it, and whether it stands."""

from __future__ import annotations

from site_src.views.card import badge, card, carried, standing
from tests.editions import edition, links
from tests.harbour import claim


def test_a_badge_tells_the_place_on_the_scale_and_leads_to_the_explanation() -> None:
    site = edition()
    made = badge(site.claims["repair-cost"].rating, links(site, "claims/repair-cost/"))
    assert (made.label, made.tone, made.place) == ("Partly supported", "warning", "3 of 4 on the scale")
    assert made.href == "../../ratings/#rating-partly-supported"


def test_a_rating_without_a_place_says_so() -> None:
    site = edition()
    assert badge(site.claims["closed-eleven-weeks"].rating, links(site)).place == "not on the scale"


def test_a_card_has_the_claim_in_its_own_language_and_direction() -> None:
    site = edition()
    made = card(site, links(site), "repair-cost-ar")
    assert (made.language, made.direction, made.href) == ("ar", "rtl", "claims/repair-cost-ar/")


def test_a_card_has_the_day_of_the_last_change() -> None:
    site = edition()
    made = card(site, links(site), "repair-cost")
    assert made.checked is not None
    assert made.checked.words == "2 May 2024"


def test_a_claim_of_an_unknown_claimant_names_none() -> None:
    site = edition()
    assert card(site, links(site), "closed-eleven-weeks").claimant == ""
    assert card(site, links(site), "repair-cost").claimant == "City press office"


def test_sources_and_origins_are_counted_in_words() -> None:
    site = edition()
    assert carried(site.claims["repair-cost"]) == "carried by 3 sources, from 1 origin"
    assert carried(site.claims["repair-cost-ar"]) == "carried by 1 source, from 1 origin"
    assert carried(site.claims["detour-cost"]) == "carried by 3 sources, from 2 origins"


def test_a_claim_that_nobody_carries_says_so() -> None:
    assert carried(edition({"claims/lock.md": claim()}).claims["lock"]) == "carried by none of the sources compared"


def test_a_draft_and_a_retracted_claim_are_marked_and_a_draft_without_a_verdict_has_no_day() -> None:
    site = edition(drafts=True)
    assert [standing(site.claims[slug]) for slug in ("repair-cost", "ferry-passengers", "toll-planned")] == [
        "",
        "Draft",
        "Retracted",
    ]
    assert card(site, links(site), "ferry-passengers").checked is None

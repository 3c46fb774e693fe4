"""A share card has the claim, its rating in words, the day, and whose verdict it is."""

from __future__ import annotations

from dataclasses import replace

from site_src.views.social_card import SocialCard, social_card, told
from tests.editions import edition


def test_it_has_the_claim_with_its_rating_the_day_of_the_last_change_and_the_publication() -> None:
    site = replace(edition(), drawn_by="typst 1 with fonts sha256:0")
    assert social_card(site, "repair-cost") == SocialCard(
        publication="Harbour Checks",
        claim="The bridge cost 4.2 million euros to repair.",
        language="en",
        region="",
        direction="ltr",
        rating="Partly supported",
        tone="warning",
        checked="Checked 2 May 2024",
        drawn_by="typst 1 with fonts sha256:0",
    )


def test_a_claim_from_right_to_left_has_a_card_from_right_to_left() -> None:
    site = edition()
    made = social_card(site, "repair-cost-ar")
    assert (made.language, made.direction) == ("ar", "rtl")


def test_it_is_told_to_those_who_do_not_see_it() -> None:
    site = edition()
    words = "The bridge cost 4.2 million euros to repair. Partly supported. Harbour Checks, 2 May 2024."
    assert told(site, site.claims["repair-cost"]) == words

"""Where site.yaml asks for cards, each published claim whose letters there are gets one, and its page shows it."""

from __future__ import annotations

from site_src.addresses import Addressing
from site_src.outputs import cards
from tests.editions import edition, templates
from tests.harbour import claim, edited

WANTED = {"site.yaml": edited("site.yaml", "cards: false", "cards: true")}


def test_without_the_wish_there_is_none() -> None:
    site = edition()
    assert list(cards.plan(site, Addressing(site.base))) == []


def test_each_published_claim_gets_one_and_no_retracted_one() -> None:
    site = edition(WANTED)
    paths = [each.path for each in cards.plan(site, Addressing(site.base))]
    slugs = sorted(slug for slug, it in site.claims.items() if it.status == "published")
    assert paths == [f"assets/cards/{slug}.png" for slug in slugs]
    assert "toll-planned" in site.claims.keys() - set(slugs)


def test_no_draft_gets_one() -> None:
    site = edition(WANTED, drafts=True)
    assert {site.claims[slug].status for slug in site.cards} == {"published"}


def test_a_claim_with_a_letter_that_no_font_has_gets_none() -> None:
    site = edition({**WANTED, "claims/lock.md": claim("claim: The northern lock (北水门) was built in 1911.")})
    assert "lock" in site.claims
    assert "lock" not in site.cards
    assert "repair-cost" in site.cards


def test_a_title_with_such_a_letter_leaves_all_without() -> None:
    site = edition({"site.yaml": WANTED["site.yaml"].replace("title: Harbour", "title: 港 Harbour")})
    assert list(site.cards) == []


def test_what_is_drawn_depends_on_the_view_alone() -> None:
    site = edition(WANTED)
    first, *_ = cards.plan(site, Addressing(site.base))
    again, *_ = cards.plan(edition(WANTED), Addressing(site.base))
    assert (first.path, first.view) == (again.path, again.view)
    assert cards.render(first.view, templates()) == cards.render(again.view, templates())

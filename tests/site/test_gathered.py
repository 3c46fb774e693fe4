"""Claims gathered by who made them, and by tag: listed ones only, the newest verdict first."""

from __future__ import annotations

from site_src.site.gathered import claimant_slug
from tests.editions import edition
from tests.harbour import claim


def by(name: str, *, slug: str = "", day: str = "2024-03-20", more: str = "") -> str:
    """Give a claim by somebody, with a verdict of that day."""
    named = f"slug: {slug}, " if slug else ""
    return claim(f"claimant: {{name: {name}, {named}kind: person{more}}}\nreviewed_on: {day}")


def test_claims_with_one_slug_are_one_claimants_whether_it_is_written_or_made_from_the_name() -> None:
    site = edition(
        {"claims/lock.md": by("Ana Ruiz"), "claims/weir.md": by("A. Ruiz", slug="ana-ruiz", day="2024-04-01")}
    )
    it = site.claimants["ana-ruiz"]
    assert it.claims == ("weir", "lock")
    assert (it.name, it.other_names, it.kind) == ("A. Ruiz", ("Ana Ruiz",), "person")


def test_the_address_is_that_of_the_newest_claim_that_has_one() -> None:
    site = edition(
        {
            "claims/lock.md": by("Ana Ruiz", more=", url: https://example.org/old"),
            "claims/weir.md": by("Ana Ruiz", day="2024-04-01"),
        }
    )
    assert site.claimants["ana-ruiz"].url == "https://example.org/old"


def test_there_is_no_page_of_a_claimant_that_is_not_known_or_whose_name_makes_no_slug() -> None:
    site = edition({"claims/lock.md": by("财政部"), "claims/weir.md": by("财政部", slug="caizhengbu")})
    assert set(site.claimants) == {"caizhengbu", "city", "harbour-daily", "head-of-the-building-department"}
    assert claimant_slug(site.claims["lock"].record.claimant) == ""
    assert claimant_slug(site.claims["closed-eleven-weeks"].record.claimant) == ""


def test_drafts_and_retracted_claims_are_not_gathered() -> None:
    files = {
        "claims/lock.md": claim("claimant: {name: Ana Ruiz, kind: person}\ntags: [locks]\nstatus: draft"),
        "claims/weir.md": claim(
            "claimant: {name: Bo Lind, kind: person}\ntags: [weirs]\nstatus: retracted\n"
            "retracted: {date: 2024-04-01, reason: It was about another weir.}"
        ),
    }
    site = edition(files)
    assert {"ana-ruiz", "bo-lind"} & set(site.claimants) == set()
    assert set(site.tagged) == {"costs", "detour"}
    assert "ana-ruiz" in edition(files, drafts=True).claimants


def test_a_tag_has_its_claims_the_newest_verdict_first() -> None:
    site = edition()
    assert site.tagged == {"costs": ("repair-cost", "detour-cost"), "detour": ("repair-cost",)}

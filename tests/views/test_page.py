"""Standing pages, the rating scale, and the page for what is not there."""

from __future__ import annotations

from site_src.views.page import not_found_page, ratings_page, standing_page
from tests.editions import edition, links
from tests.harbour import edited


def test_a_standing_page_is_described_by_its_summary() -> None:
    site = edition()
    made = standing_page(site, links(site, "about/"), "about")
    assert made.frame.description == made.summary == "Who we are, and who pays for the work."


def test_without_a_summary_the_first_paragraph_describes_it() -> None:
    site = edition()
    made = standing_page(site, links(site, "corrections-policy/"), "corrections-policy")
    assert made.summary == ""
    assert made.frame.description == (
        "Every change of substance is noted on the page itself, with what stood there before."
    )


def test_an_empty_page_is_described_by_its_title() -> None:
    site = edition({"pages/staff.md": "---\ntitle: The desk\n---\n"})
    assert standing_page(site, links(site, "staff/"), "staff").frame.description == "The desk"


def test_ratings_stand_from_worst_to_best_then_those_without_a_place() -> None:
    site = edition()
    made = ratings_page(site, links(site, "ratings/"))
    assert [(rating.id, rating.place, rating.count, rating.retired) for rating in made.ratings] == [
        ("contradicted", "1 of 4 on the scale", "1 claim", False),
        ("half-right", "2 of 4 on the scale", "0 claims", True),
        ("partly-supported", "3 of 4 on the scale", "2 claims", False),
        ("supported", "4 of 4 on the scale", "1 claim", False),
        ("not-checkable", "not on the scale", "1 claim", False),
    ]


def test_an_unrated_entry_in_the_middle_of_the_file_comes_last() -> None:
    scale = edited(
        "ratings.yaml",
        "- id: supported\n",
        "- id: satire\n  label: Satire\n  definition: Not meant.\n  tone: neutral\n  unrated: true\n- id: supported\n",
    )
    site = edition({"ratings.yaml": scale})
    assert [rating.id for rating in ratings_page(site, links(site, "ratings/")).ratings][-2:] == [
        "satire",
        "not-checkable",
    ]


def test_retracted_claims_and_drafts_are_not_counted() -> None:
    site = edition()
    counts = [rating.count for rating in ratings_page(site, links(site, "ratings/")).ratings]
    assert sum(int(count.split()[0]) for count in counts) == len(site.listed)


def test_the_page_for_what_is_not_there_works_at_any_address() -> None:
    site = edition()
    made = not_found_page(site, links(site, "404.html"))
    assert [way.href for way in made.ways] == ["/harbour/", "/harbour/claims/", "/harbour/matrix/"]
    assert made.frame.style == "/harbour/assets/site.css"
    assert not made.frame.listed


def test_a_path_with_quoted_characters_is_not_quoted_again() -> None:
    quoted = edited(
        "site.yaml", "url: https://example.org/harbour/\nlanguage", "url: https://example.org/a%20b/\nlanguage"
    )
    site = edition({"site.yaml": quoted})
    assert not_found_page(site, links(site, "404.html")).frame.style == "/a%20b/assets/site.css"


def test_the_page_for_what_is_not_there_finds_its_way_from_a_disk_too() -> None:
    site = edition()
    made = not_found_page(site, links(site, "404.html", for_disk=True))
    assert [way.href for way in made.ways] == ["index.html", "claims/index.html", "matrix/index.html"]

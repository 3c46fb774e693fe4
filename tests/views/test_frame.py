"""What every page carries: title, canonical address, navigation, languages, and where it can be mended."""

from __future__ import annotations

import pytest

from site_src.addresses import COPY_SCRIPT
from site_src.views import policy
from site_src.views.frame import frame, scripted
from tests.editions import edition, links
from tests.harbour import edited

PAGES = {
    "pages/about.md": edited("pages/about.md", "nav: 1", "nav: 10"),
    "pages/corrections-policy.md": edited("pages/corrections-policy.md", "nav: 3\n", ""),
}


def test_a_title_begins_with_what_is_particular_and_the_home_pages_is_the_publications_name() -> None:
    site = edition()
    assert frame(site, links(site, "claims/"), "Claims", "").title == "Claims – Harbour Checks"
    assert frame(site, links(site), "Home", "").title == "Harbour Checks"


def test_the_canonical_address_is_complete_and_the_same_whatever_the_links_are_made_for() -> None:
    site = edition()
    address = "https://example.org/harbour/claims/repair-cost/"
    for for_disk in (False, True):
        made = frame(site, links(site, "claims/repair-cost/", for_disk=for_disk), "A claim", "")
        assert made.canonical == address


def test_a_page_has_the_sites_language_unless_it_has_its_own() -> None:
    site = edition()
    ours = frame(site, links(site), "Home", "")
    theirs = frame(site, links(site, "claims/x/"), "A claim", "", language="ar")
    assert (ours.language, ours.direction, ours.foreign) == ("en", "ltr", False)
    assert (theirs.language, theirs.direction, theirs.foreign) == ("ar", "rtl", True)


@pytest.mark.parametrize(
    ("here", "current"),
    [
        ("", []),
        ("claims/", ["Claims"]),
        ("claims/page/2/", ["Claims"]),
        ("claims/repair-cost/", ["Claims"]),
        ("matrix/harbour-bridge/", ["Matrix"]),
        ("sources/", ["Sources"]),
        ("topics/harbour-bridge/", []),
    ],
)
def test_the_section_in_which_a_page_lies_is_marked(here: str, current: list[str]) -> None:
    site = edition()
    made = frame(site, links(site, here), "A page", "")
    assert [link.words for link in made.nav if link.current] == current
    assert made.home.current == (here == "")


def test_standing_pages_come_by_their_place_and_those_without_one_are_not_in_the_navigation() -> None:
    site = edition(PAGES)
    made = frame(site, links(site, "about/"), "About", "")
    assert [(link.href, link.words, link.current) for link in made.more] == [
        ("../how-we-check/", "How we check", False),
        ("./", "About Harbour Checks", True),
        ("../ratings/", "Ratings", False),
        ("../corrections/", "Corrections log", False),
        ("../data/", "Data", False),
    ]


def test_a_page_with_a_file_behind_it_says_where_that_can_be_edited() -> None:
    site = edition()
    made = frame(site, links(site, "about/"), "About", "", file="content/pages/about.md")
    assert made.edit == "https://example.org/editors/harbour/edit/main/content/pages/about.md"
    assert made.history == "https://example.org/editors/harbour/commits/main/content/pages/about.md"


def test_without_a_file_or_a_repository_nothing_can_be_edited() -> None:
    site = edition()
    assert frame(site, links(site, "ratings/"), "Ratings", "").edit is None
    alone = edition({"site.yaml": edited("site.yaml", REPOSITORY, "")})
    made = frame(alone, links(alone, "about/"), "About", "", file="content/pages/about.md")
    assert (made.edit, made.history) == (None, None)


def test_without_a_licence_none_is_named() -> None:
    site = edition({"site.yaml": edited("site.yaml", LICENCE, "")})
    assert frame(site, links(site), "Home", "").license is None


def test_a_page_without_a_script_may_run_none_and_one_with_scripts_may_run_ours() -> None:
    site = edition()
    here = links(site, "claims/x/")
    still = frame(site, here, "A claim", "")
    assert (still.scripts, still.policy) == ((), policy.STILL)
    assert "script-src" not in still.policy
    made = scripted(still, here, COPY_SCRIPT)
    assert (made.scripts, made.policy) == (("../../assets/copy.js",), policy.SCRIPTED)


def test_a_page_that_searches_says_so() -> None:
    site = edition()
    here = links(site, "search/")
    made = scripted(frame(site, here, "Search", ""), here, COPY_SCRIPT, policy=policy.SEARCHING)
    assert made.policy == policy.SEARCHING
    assert all(word in made.policy for word in ("'wasm-unsafe-eval'", "connect-src 'self'", "worker-src 'self'"))


def test_mistakes_and_claims_go_to_the_repository_or_else_to_the_desk_or_nowhere() -> None:
    site = edition()
    made = frame(site, links(site, "about/"), "About", "")
    issues = "https://example.org/editors/harbour/issues/new?template="
    assert made.suggest == f"{issues}claim.yml"
    assert made.report == f"{issues}mistake.yml&page=https%3A%2F%2Fexample.org%2Fharbour%2Fabout%2F"
    without = edited("site.yaml", REPOSITORY, "")
    asked = edition({"site.yaml": without})
    made = frame(asked, links(asked, "about/"), "About", "")
    assert (made.report, made.suggest) == ("mailto:desk@example.org", "mailto:desk@example.org")
    silent = edition({"site.yaml": without.replace("\ncontact: desk@example.org", "")})
    made = frame(silent, links(silent, "about/"), "About", "")
    assert (made.report, made.suggest) == (None, None)


def test_what_is_in_another_language_than_the_labels_says_so() -> None:
    site = edition()
    assert frame(site, links(site, "about/"), "About", "").own == {}
    assert frame(site, links(site, "about/"), "About", "", language="en-GB").own == {}
    assert frame(site, links(site, "about/"), "About", "", language="ar").own == {"lang": "ar"}


REPOSITORY = "repository:\n  url: https://example.org/editors/harbour\n  branch: main\n"
LICENCE = "license:\n  name: CC BY 4.0\n  url: https://creativecommons.org/licenses/by/4.0/\n"

"""The slug that is proposed is free, and of one that is taken it is known whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.editing.slugs import proposed, taken, whose

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from site_src.reading.catalogue import Catalogue


def test_a_long_title_gives_a_short_slug_of_whole_words() -> None:
    text = "The bridge, which the town had long been waiting for, cost 4.2 million euros"
    assert proposed(text, otherwise="claim", taken=frozenset()) == "the-bridge-which-the-town-had-long-been-waiting"
    assert proposed("x" * 99, otherwise="claim", taken=frozenset()) == "x" * 48


def test_what_is_taken_is_numbered() -> None:
    assert proposed("Old lock", otherwise="claim", taken=frozenset({"old-lock", "old-lock-2"})) == "old-lock-3"
    assert proposed("大桥", otherwise="harbour", taken=frozenset({"harbour"})) == "harbour-2"


def test_drafts_former_names_broken_files_and_the_sites_own_words_are_taken(
    catalogue: Callable[[Mapping[str, str | bytes | None]], Catalogue],
) -> None:
    read = catalogue(
        {"claims/broken.md": "no keys", "pages/team.md": "---\ntitle: Team\naliases: [people, /staff/]\n---\n"}
    )
    claims, pages = taken(read, "claims"), taken(read, "pages")
    assert {"repair-cost", "ferry-passengers", "broken", "page"} <= claims
    assert {"team", "people", "staff", "search"} <= pages
    assert whose(read, "claims", "broken") == "content/claims/broken.md has it"
    assert whose(read, "claims", "page") == "the site needs it itself"
    assert whose(read, "pages", "people") == "it is a former name of content/pages/team.md, to which it leads"

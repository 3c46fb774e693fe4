"""Feeds tell what happened to verdicts, each thing as what it is, under an id that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.views.feed import LONGEST, feed, feed_links, json_feed, places, scopes
from tests.bare import bare
from tests.editions import edition, links
from tests.harbour import claim, edited

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.site.model import Site
    from site_src.views.feed import Entry, Feed

    Files = Mapping[str, str | bytes | None]

PAGE = "https://example.org/harbour/claims/"
VERDICT = "The repair itself cost 4.2 million euros; the claim leaves out {} million spent on the detour."
TAGGED = "tags: [costs, costs-of-2024]"
COUNTED = "appearances:\n  - source: traffic-counts\n    stance: silent"


def test_new_updated_clarified_corrected_and_retracted_verdicts_are_told_as_such() -> None:
    assert [(entry.at[:10], entry.title, entry.id.removeprefix(PAGE)) for entry in entries()] == [
        (
            "2024-05-02",
            "Corrected: The bridge cost 4.2 million euros to repair.",
            "repair-cost/#correction-2024-05-02",
        ),
        (
            "2024-04-10",
            "Updated: The detour during the bridge repair cost the city 0.9 million euros.",
            "detour-cost/#update-2024-04-10",
        ),
        (
            "2024-04-02",
            "Clarified: The bridge cost 4.2 million euros to repair.",
            "repair-cost/#clarification-2024-04-02",
        ),
        ("2024-04-01", "Retracted: The city plans a toll for the harbour bridge.", "toll-planned/#retraction"),
        ("2024-03-25", "New: The harbour bridge was closed for eleven weeks.", "closed-eleven-weeks/#verdict"),
        ("2024-03-22", "New: The repair of the bridge stayed within its budget.", "budget-kept/#verdict"),
        (
            "2024-03-21",
            "New: The detour during the bridge repair cost the city 0.9 million euros.",
            "detour-cost/#verdict",
        ),
        ("2024-03-20", "New: The bridge cost 4.2 million euros to repair.", "repair-cost/#verdict"),
        ("2024-03-20", "New: \u2068بلغت تكلفة إصلاح الجسر 4.2 مليون يورو.\u2069", "repair-cost-ar/#verdict"),
    ]


def test_a_retracted_claim_is_told_once_and_its_verdict_not_repeated() -> None:
    told = [entry for entry in entries() if "toll-planned" in entry.id]
    assert [entry.text for entry in told] == [("The statement was about another bridge.",)]


def test_a_correction_says_what_was_changed_what_stood_until_then_and_what_stands_now() -> None:
    assert entries()[0].text == (
        "The detour cost 0.9 million euros, not 0.8 million, as the final invoice shows.",
        "Rating until then: Half right",
        f"Verdict until then: {VERDICT.format('0.8')}",
        "Claim until then: The bridge cost about 4 million euros to repair.",
        f"Partly supported: {VERDICT.format('0.9')}",
    )


def test_an_id_stays_when_claim_verdict_and_note_are_worded_anew() -> None:
    reworded = (
        edited("claims/repair-cost.md", "claim: The bridge cost 4.2", "claim: Repairing the bridge took 4.2")
        .replace("verdict: The repair itself cost", "verdict: The repair alone cost")
        .replace("note: The detour cost", "note: The detour had cost")
    )
    assert [entry.id for entry in entries({"claims/repair-cost.md": reworded})] == [entry.id for entry in entries()]


def test_each_entry_is_in_the_language_of_its_claim() -> None:
    arabic = entries()[-1]
    assert (arabic.language, arabic.direction) == ("ar", "rtl")
    assert arabic.text[0].startswith("Partly supported: تكلفة")


def test_an_entry_is_tagged_with_what_happened_and_with_the_tags_of_its_claim() -> None:
    assert entries()[0].tags == ("corrected", "costs", "detour")


def test_a_topic_has_its_own_claims_and_a_tag_those_that_have_it() -> None:
    site = edition({"claims/lock.md": claim(f"topic: harbour-ferry\n{TAGGED}\n{COUNTED}")})
    assert [entry.id for entry in told(site, "feeds/topics/harbour-ferry.xml").entries] == [f"{PAGE}lock/#verdict"]
    assert {entry.url for entry in told(site, "feeds/tags/costs.xml").entries} == {
        f"{PAGE}{slug}/" for slug in ("lock", "repair-cost", "detour-cost")
    }


def test_there_is_a_feed_for_the_site_each_topic_and_each_tag_in_both_formats() -> None:
    assert [place for scope in scopes(edition()) for place in places(scope)] == [
        ("feed.xml", "feed.json"),
        ("feeds/topics/harbour-bridge.xml", "feeds/topics/harbour-bridge.json"),
        ("feeds/topics/bridge-repair.xml", "feeds/topics/bridge-repair.json"),
        ("feeds/topics/harbour-ferry.xml", "feeds/topics/harbour-ferry.json"),
        ("feeds/tags/costs.xml", "feeds/tags/costs.json"),
        ("feeds/tags/detour.xml", "feeds/tags/detour.json"),
    ]


def test_nothing_is_told_of_drafts_even_where_drafts_are_shown() -> None:
    files = {"claims/weir.md": claim("status: draft\ntags: [weir]")}
    site = edition(files, drafts=True)
    assert [entry.id for entry in told(site).entries] == [entry.id for entry in entries()]
    assert "feeds/tags/weir.xml" not in [scope.atom for scope in scopes(site)]


def test_no_more_than_the_newest_fifty_are_told() -> None:
    locks = {f"claims/lock-{n:02}.md": claim(f"reviewed_on: 2024-06-{n:02}") for n in range(1, 29)}
    gates = {f"claims/gate-{n:02}.md": claim(f"reviewed_on: 2024-07-{n:02}") for n in range(1, 29)}
    shown = entries({**locks, **gates})
    assert len(shown) == LONGEST == 50
    assert (shown[0].id, shown[-1].id) == (f"{PAGE}gate-28/#verdict", f"{PAGE}lock-07/#verdict")


def test_verdicts_of_one_day_stand_as_on_the_front_page() -> None:
    slugs = [entry.url.removeprefix(PAGE).strip("/") for entry in entries() if entry.at.startswith("2024-03-20")]
    assert slugs == [slug for slug in edition().listed if slug in slugs]


@pytest.mark.parametrize(
    ("files", "updated"),
    [
        ({}, "2024-03-18T00:00:00Z"),
        ({"topics/harbour-ferry.md": edited("topics/harbour-ferry.md", "  - city-press-release\n", "")}, "1970"),
    ],
    ids=["by the day on which its sources were read", "by no day at all"],
)
def test_a_feed_without_entries_is_dated_by_the_content_and_never_by_the_clock(files: Files, updated: str) -> None:
    feed = told(edition(files), "feeds/topics/harbour-ferry.xml")
    assert feed.entries == ()
    assert feed.updated.startswith(updated)


def test_a_site_without_claims_has_a_feed_without_entries() -> None:
    feed = told(bare())
    assert (feed.entries, feed.updated) == ((), "1970-01-01T00:00:00Z")


def test_a_feed_is_as_new_as_its_newest_entry() -> None:
    assert told(edition()).updated == "2024-05-02T00:00:00Z"


def test_links_to_feeds_lead_from_the_page_on_which_they_stand() -> None:
    found = feed_links(links(edition(), "topics/harbour-bridge/"), "The repair", topic="harbour-bridge")
    assert [(link.href, link.type) for link in found] == [
        ("../../feeds/topics/harbour-bridge.xml", "application/atom+xml"),
        ("../../feeds/topics/harbour-bridge.json", "application/feed+json"),
    ]


def test_both_formats_tell_the_same() -> None:
    feed = told(edition())
    items = json_feed(feed)["items"]
    assert [(item["id"], item["title"], item["tags"]) for item in items] == [
        (entry.id, entry.title, list(entry.tags)) for entry in feed.entries
    ]
    assert items[3]["content_text"] == "The statement was about another bridge."


def entries(files: Files | None = None) -> tuple[Entry, ...]:
    """Give what the feed of harbour tells."""
    return told(edition(files)).entries


def told(site: Site, address: str = "feed.xml") -> Feed:
    """Give the feed that stands as Atom at an address."""
    scope = next(one for one in scopes(site) if address in {atom for atom, _ in places(one)})
    return feed(site, links(site), scope)

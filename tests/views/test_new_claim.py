"""A new claim in the browser: the address opens a file that only has to be filled in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from site_src.views.home import claims_page
from site_src.views.new_claim import new_claim
from tests.editions import edition, links
from tests.harbour import edited, findings, laid_over

GITHUB = edited("site.yaml", "https://example.org/editors/harbour", "https://github.com/example/harbour")


def test_the_address_offers_a_file_that_is_a_draft_once_its_claim_and_topic_are_there() -> None:
    address = new_claim(edition({"site.yaml": GITHUB}))
    assert address
    parts = urlsplit(address)
    assert (parts.netloc, parts.path) == ("github.com", "/example/harbour/new/main/content/claims")
    query = parse_qs(parts.query, strict_parsing=True)
    assert query["filename"] == ["short-name-of-this-claim.md"]
    text = query["value"][0]
    assert "One of: harbour-bridge, harbour-ferry." in text
    filled = text.replace("claim:\n", "claim: The ferry is older than the bridge.\n", 1)
    filled = filled.replace("topic:\n", "topic: harbour-ferry\n", 1)
    tree = laid_over({"claims/ferry-is-older.md": filled})
    assert [finding for finding in findings(tree) if finding.is_error] == []


def test_the_address_stays_short_enough_however_many_topics_there_are() -> None:
    topic = "---\ntitle: T\nsummary: S\nsources: []\n---\n"
    many = {f"topics/{'long-name-' * 7}{number}.md": topic for number in range(24)}
    addresses = [new_claim(edition({"site.yaml": GITHUB, **files})) for files in ({}, many)]
    assert all(address and len(address) <= 6000 for address in addresses)


def test_it_stands_below_the_last_page_of_the_index_and_only_where_the_repository_is_on_github() -> None:
    site = edition({"site.yaml": GITHUB})
    assert claims_page(site, links(site, "claims/"), 1).new == new_claim(site)
    elsewhere = edition()
    assert claims_page(elsewhere, links(elsewhere, "claims/"), 1).new is None

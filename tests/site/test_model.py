"""What a claim of the site tells of itself: its standing, the day of its verdict, who carries it."""

from __future__ import annotations

import datetime

from tests.editions import edition
from tests.harbour import claim, edited


def test_a_claim_changed_on_the_day_of_its_update_or_else_of_its_verdict() -> None:
    site = edition()
    assert site.claims["repair-cost"].changed_on == datetime.date(2024, 5, 2)
    assert site.claims["detour-cost"].changed_on == datetime.date(2024, 3, 21)


def test_a_draft_that_nobody_reviewed_counts_as_the_oldest() -> None:
    site = edition(drafts=True)
    assert site.listed[-1] == "ferry-passengers"


def test_carriers_and_origins_stand_in_file_order_each_once() -> None:
    site = edition()
    assert site.claims["detour-cost"].carriers == ("harbour-daily", "coast-radio", "audit-report")
    assert site.claims["detour-cost"].origins == ("audit-report", "coast-radio")


def test_a_claim_that_all_deny_has_neither_carriers_nor_origins() -> None:
    denied = claim("appearances:\n  - source: harbour-daily\n    stance: denies\n    says: It was not")
    it = edition({"claims/lock.md": denied}).claims["lock"]
    assert (it.carriers, it.origins) == ((), ())


def test_a_source_is_held_where_its_fingerprints_stand_beside_it() -> None:
    site = edition()
    assert (site.sources["harbour-daily"].is_held, site.sources["harbour-daily"].words) == (True, 101)
    assert not site.sources["coast-radio"].is_held


def test_a_publisher_with_one_source_names_it_and_one_with_several_does_not() -> None:
    again = edited("sources/audit-report.md", "publisher: Audit office", "publisher: Harbour Daily")
    assert edition().sources["harbour-daily"].by_name
    sources = edition({"sources/audit-report.md": again}).sources
    assert not sources["harbour-daily"].by_name
    assert not sources["audit-report"].by_name


def test_a_source_without_a_publisher_has_no_name_to_be_known_by() -> None:
    assert not edition().sources["port-blog"].by_name

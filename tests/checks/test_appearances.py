"""An appearance fits its topic and its source, as far as these could be read."""

from __future__ import annotations

import pytest

from site_src.checks import appearances
from tests.harbour import claim, edited, found


def told(appearance: str, **files: str) -> list[str]:
    """Gives what is wrong with the one appearance of a claim, in the order in which it stands there."""
    front = "appearances:\n  - " + appearance.strip().replace("\n", "\n    ")
    over = {f"sources/{name.replace('_', '-')}.md": text for name, text in files.items()}
    findings = found(appearances, {"claims/lock.md": claim(front), **over})
    return [finding.message for finding in findings if finding.place.file == "content/claims/lock.md"]


SAYS = "stance: attributes\nsays: Built in 1911\n"


def test_the_origin_can_be_the_source_itself_or_any_that_relays_lead_to() -> None:
    for origin in ("coast-radio", "harbour-daily", "city-press-release"):
        assert told(f"source: coast-radio\n{SAYS}origin: {origin}") == []


def test_the_origin_is_reached_from_the_source_and_not_the_other_way_round() -> None:
    assert told(f"source: harbour-daily\n{SAYS}origin: coast-radio") == [
        "No `relays` lead from “harbour-daily” to “coast-radio”, so it cannot be the origin."
    ]


def test_via_is_one_step_and_no_more() -> None:
    assert told(f"source: coast-radio\n{SAYS}via: harbour-daily") == []
    assert told(f"source: coast-radio\n{SAYS}via: city-press-release") == [
        "“coast-radio” does not relay “city-press-release”, so it cannot have this from there."
    ]


def test_a_silent_source_is_one_of_the_topic_as_well() -> None:
    assert told("source: traffic-counts\nstance: silent") == [
        "“traffic-counts” is not among the sources of the topic “harbour-bridge”."
    ]


@pytest.mark.parametrize(
    "appearance",
    [
        "source: nowhere\nstance: silent",
        f"source: coast-radio\n{SAYS}via: nowhere\norigin: nowhere",
        f"source: nowhere\n{SAYS}via: harbour-daily\norigin: harbour-daily",
    ],
)
def test_what_does_not_exist_is_left_to_the_references(appearance: str) -> None:
    assert told(appearance) == []


@pytest.mark.parametrize(
    "radio",
    [
        "The radio.\n",
        "---\ntitle: The radio\nkind: broadcast\nrelays:\n  - Harbour Daily\n---\n",
        "---\ntitle: The radio\nkind: broadcast\nrelays: harbour-daily\n---\n",
        "---\ntitle: The radio\nkind: broadcast\nrelays: [harbour-daily\n---\n",
    ],
)
def test_nothing_follows_from_a_source_that_could_not_be_read_in_full(radio: str) -> None:
    assert told(f"source: coast-radio\n{SAYS}via: port-blog\norigin: port-blog", coast_radio=radio) == []


def test_a_mistake_elsewhere_in_the_source_hides_nothing() -> None:
    radio = "---\ntitle: The radio\nkind: news\nrelays:\n  - harbour-daily\n---\n# Radio\n"
    assert len(told(f"source: coast-radio\n{SAYS}via: port-blog\norigin: port-blog", coast_radio=radio)) == 2


def test_nothing_follows_from_a_topic_that_could_not_be_read_in_full() -> None:
    topic = edited("topics/harbour-bridge.md", "- audit-report", "- Audit Report")
    assert found(appearances, {"topics/harbour-bridge.md": topic}) == []


def test_a_circle_of_relays_is_gone_round_once() -> None:
    """A circle is told by the relays; the way over it ends."""
    daily = edited("sources/harbour-daily.md", "- city-press-release", "- coast-radio")
    assert told(f"source: coast-radio\n{SAYS}origin: port-blog", harbour_daily=daily) == [
        "No `relays` lead from “coast-radio” to “port-blog”, so it cannot be the origin."
    ]

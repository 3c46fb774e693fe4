"""Links in texts lead to what is there and can be seen."""

from __future__ import annotations

import pytest

from site_src.checks import links
from tests.harbour import claim, found

PAGE = "---\ntitle: A page\n---\n"


def told(body: str, front: str = "") -> list[tuple[str, str, str]]:
    """Gives place, message and hint of what is wrong with the links of a claim."""
    findings = found(links, {"claims/lock.md": claim(front, body)})
    return [(str(finding.place), finding.message, finding.hint) for finding in findings]


def test_links_to_what_is_there_are_passed_over() -> None:
    body = """
[claim](claim:repair-cost) [retracted](claim:toll-planned) [source](source:audit-report)
[topic](topic:harbour-ferry) [page](page:about) [table](file:traffic-counts.csv)
[picture](file:bridge.png) ![picture](file:bridge.png)
"""
    assert told(body) == []


def test_a_link_is_told_where_it_begins() -> None:
    body = "The [repair](claim:repair-cost) and\nits *[bill](claim:bill)*.\n"
    [(place, message, _)] = told(body)
    assert (place, message) == ("content/claims/lock.md:12:6", "There is no claim “bill”.")


@pytest.mark.parametrize(
    ("link", "message", "hint"),
    [
        ("[x](claim:repair-costs)", "There is no claim “repair-costs”.", "Did you mean repair-cost?"),
        ("[x](page:about-us)", "There is no page “about-us”.", "It is called about now: write that."),
        ("[x](topic:audit-report)", "There is no topic “audit-report”.", "There is a source of that name"),
        ("[x](file:bridges.png)", "There is no file “bridges.png” in files/.", "Did you mean bridge.png?"),
        ("![x](file:plan.png)", "There is no file “plan.png” in files/.", "content/files/ as plan.png"),
        ("![x](file:traffic-counts.csv)", "“traffic-counts.csv” is not a picture", "take the ! before"),
    ],
)
def test_the_hint_is_what_to_write(link: str, message: str, hint: str) -> None:
    [(_, message_told, hint_told)] = told(link)
    assert message in message_told
    assert hint in hint_told


def test_only_a_draft_can_lead_to_a_draft() -> None:
    body = "[The ferry](claim:ferry-passengers).\n"
    assert told(body, "status: draft") == []
    retracted = "status: retracted\nretracted:\n  date: 2024-04-01\n  reason: It was another lock."
    assert [message for _, message, _ in told(body, retracted)] == [
        "The claim “ferry-passengers” is a draft, which readers cannot see."
    ]
    for name in ("pages/lock.md", "topics/harbour-ferry.md", "sources/port-blog.md"):
        front = {
            "pages": "title: A page",
            "topics": "title: A topic\nsummary: Some.\nsources: []",
            "sources": "title: A source\nkind: post",
        }[name.split("/")[0]]
        [finding] = found(links, {name: f"---\n{front}\n---\n{body}"})
        assert finding.place.file == f"content/{name}"


@pytest.mark.parametrize(
    "lock",
    [
        "The lock.\n",
        claim("status: draught"),
        claim("rating: Supported"),
        claim("reviewed_on: 2024-02-30"),
    ],
)
def test_nothing_follows_from_a_claim_that_could_not_be_read_in_full(lock: str) -> None:
    assert found(links, {"claims/lock.md": lock, "pages/lock.md": f"{PAGE}[The lock](claim:lock).\n"}) == []


@pytest.mark.parametrize("status", ["draught", '"draft'])
def test_nothing_follows_where_it_is_not_known_whether_a_claim_is_published(status: str) -> None:
    assert told("[The ferry](claim:ferry-passengers).\n", f"status: {status}") == []


def test_a_file_that_cannot_be_read_is_there_all_the_same() -> None:
    files: dict[str, str | bytes | None] = {
        "files/lock.png": b"no picture",
        "pages/lock.md": f"{PAGE}![The lock](file:lock.png)\n",
    }
    assert found(links, files) == []

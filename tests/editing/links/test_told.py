"""What editors are told of cited documents, and where they stand."""

from __future__ import annotations

from site_src.editing.links.account import in_markdown
from site_src.editing.links.cited import cited
from site_src.editing.links.errands import Answer
from site_src.editing.links.told import told
from site_src.reading.gather import read_catalogue
from tests.harbour import claim, laid_over

DAY = "2024-05-06"


def test_every_cited_address_is_found_with_its_place() -> None:
    evidence = (
        "evidence:\n  - title: Bill\n    url: https://example.org/bill\n    archive_url: https://example.org/copy"
    )
    more = claim(evidence, "It [stands here](https://example.org/body).\n")
    found = {str(each.place): each.address for each in cited(read_catalogue(laid_over({"claims/more.md": more}))[0])}
    assert found["content/claims/more.md:12:10"] == "https://example.org/bill"
    assert found["content/claims/more.md:13:18"] == "https://example.org/copy"
    assert found["content/claims/more.md:15:4"] == "https://example.org/body"
    assert found["content/sources/harbour-daily.md:5:6"] == "https://example.org/daily/bridge-repair"
    assert found["content/site.yaml:7:8"] == "https://example.org/harbour/"


def test_drafts_cite_nothing_yet() -> None:
    more = claim("status: draft\nevidence:\n  - title: Bill\n    url: https://example.org/bill")
    assert "https://example.org/bill" not in {
        each.address for each in cited(read_catalogue(laid_over({"claims/more.md": more}))[0])
    }


def test_what_is_gone_is_an_error_with_the_copy_and_what_moved_or_refuses_a_warning() -> None:
    catalogue = read_catalogue(laid_over({}))[0]
    answers = {
        "https://example.org/invoice": Answer("", DAY, 404, "The server answers 404 (Not Found)."),
        "https://example.org/daily/bridge-repair": Answer("", DAY, 200, moved_to="https://example.org/new"),
        "https://example.org/city": Answer("", DAY, 403, "The server answers 403 (Forbidden)."),
    }
    assert [
        (str(one.place), one.severity.value, one.rule, one.message, one.hint) for one in told(cited(catalogue), answers)
    ] == [
        (
            "content/claims/repair-cost.md:8:8",
            "warning",
            "refused-link",
            "“https://example.org/city” cannot be looked at by a program. The server answers 403 (Forbidden).",
            "Open it in a browser.",
        ),
        (
            "content/claims/repair-cost.md:60:10",
            "error",
            "dead-link",
            "“https://example.org/invoice” is not there. The server answers 404 (Not Found).",
            "The archived copy is https://example.org/archive/invoice",
        ),
        (
            "content/sources/harbour-daily.md:5:6",
            "warning",
            "moved-link",
            "“https://example.org/daily/bridge-repair” has moved for good.",
            "Write https://example.org/new, if that is the same document.",
        ),
    ]


def test_in_an_issue_nothing_that_is_quoted_breaks_out_of_its_block() -> None:
    catalogue = read_catalogue(laid_over({}))[0]
    gone = Answer("", DAY, 404, "```\n@everyone <b> ````")
    text = in_markdown(told(cited(catalogue), {"https://example.org/invoice": gone}), lambda _: [])
    fence = text.partition("text\n")[0]
    assert len(fence) == 5
    assert text.count(fence) == 2
    assert text.endswith(f"\n{fence}\n")

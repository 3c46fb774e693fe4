"""A claim as an editor types it: what its status needs, and which keys do not go with each other."""

from __future__ import annotations

import datetime

import pytest

from site_src.models.claim import Claim
from site_src.models.values import Figure, Number, PartialDate
from tests.editor import replaced, sound, told, typed

CLAIM = """\
---
claim: The northern lock was built in 1911.
topic: harbour-locks
rating: supported
verdict: The stone over the gate bears that year.
reviewed_on: 2024-03-20
appearances:
  - source: audit-report
    stance: asserts
    says: Built in 1911
---
"""


def with_key(lines: str) -> str:
    """Gives the claim with further lines in its front matter."""
    return CLAIM.replace("\n---\n", f"\n{lines}\n---\n")


def findings(text: str) -> list[str]:
    """Gives what is told of a claim, as in “3:9 slug”."""
    return told(typed(Claim, text).findings)


def test_the_least_that_a_published_claim_has() -> None:
    claim = sound(typed(Claim, CLAIM))
    assert (claim.claim, claim.topic) == ("The northern lock was built in 1911.", "harbour-locks")
    assert (claim.rating, claim.reviewed_on) == ("supported", datetime.date(2024, 3, 20))
    assert (claim.status, claim.claimant, claim.related, claim.tags, dict(claim.translations)) == (
        "published", None, (), (), {},
    )  # fmt: skip


@pytest.mark.parametrize("key", ["claim", "topic", "rating", "verdict", "reviewed_on", "appearances"])
def test_a_published_claim_lacks_none_of_the_keys_it_needs(key: str) -> None:
    assert findings(replaced(CLAIM, key)) == ["1:1 missing-key"]
    assert findings(replaced(CLAIM, key, f"{key}:")) == [
        f"{CLAIM[: CLAIM.index(key)].count(chr(10)) + 1}:1 missing-key"
    ]


@pytest.mark.parametrize("key", ["rating", "verdict", "reviewed_on", "appearances"])
def test_a_draft_may_lack_what_is_not_found_out_yet(key: str) -> None:
    sound(typed(Claim, replaced(with_key("status: draft"), key)))


@pytest.mark.parametrize("key", ["claim", "topic"])
def test_a_draft_says_what_it_is_about(key: str) -> None:
    assert findings(replaced(with_key("status: draft"), key)) == ["1:1 missing-key"]


def test_an_empty_list_of_appearances_is_none() -> None:
    assert findings(replaced(CLAIM, "appearances", "appearances: []")) == ["7:1 missing-key"]


def test_a_retracted_claim_says_when_and_why() -> None:
    assert findings(with_key("status: retracted")) == ["11:1 missing-key"]
    claim = sound(typed(Claim, with_key("status: retracted\nretracted: {date: 2024-04-01, reason: Another lock.}")))
    assert claim.retracted
    assert claim.retracted.date == datetime.date(2024, 4, 1)


@pytest.mark.parametrize("status", ["", "status: published", "status: draft"])
def test_only_a_retracted_claim_says_so(status: str) -> None:
    lines = f"{status}\nretracted: {{date: 2024-04-01, reason: Another lock.}}".strip()
    line = 11 + bool(status)
    assert findings(with_key(lines)) == [f"{line}:1 status"]


def test_values_need_a_measure_and_it_is_told_once() -> None:
    values = "\n    value: 1911\n  - source: b\n    stance: asserts\n    says: S\n    value: 1912"
    text = CLAIM.replace("Built in 1911\n", f"Built in 1911{values}\n")
    assert findings(text) == ["11:5 missing-key"]
    sound(typed(Claim, text.replace("topic:", "measure: {label: Year, unit: AD}\ntopic:")))


def test_a_measure_may_stand_without_values() -> None:
    sound(typed(Claim, with_key("measure: {label: Year, unit: AD}")))


@pytest.mark.parametrize("part", ["label: Year", "unit: AD"])
def test_a_measure_has_a_label_and_a_unit(part: str) -> None:
    assert findings(with_key(f"measure:\n  {part}")) == ["12:3 missing-key"]


def test_a_claimant_is_a_person_or_an_organization() -> None:
    claim = sound(
        typed(Claim, with_key("claimant: {name: City press office, kind: organization, citing: its auditors}"))
    )
    assert claim.claimant
    assert (claim.claimant.name, claim.claimant.kind, claim.claimant.slug) == (
        "City press office",
        "organization",
        None,
    )
    assert findings(with_key("claimant: {name: City press office, kind: company}")) == ["11:43 choice"]
    assert findings(with_key("claimant: City press office")) == ["11:11 shape"]


def test_the_kind_in_british_spelling_is_told_as_near() -> None:
    read = typed(Claim, with_key("claimant: {name: City press office, kind: organisation}"))
    assert "`organization`" in read.findings[0].hint


@pytest.mark.parametrize("when", ["2024-03-02", "2024-03", "2024", "~2024-03-02", "~2024"])
def test_a_claim_may_be_dated_by_day_month_or_year_and_inferred(when: str) -> None:
    claimed_on = sound(typed(Claim, with_key(f"claimed_on: {when}"))).claimed_on
    assert claimed_on == PartialDate(when.removeprefix("~"), inferred=when.startswith("~"))


@pytest.mark.parametrize("key", ["reviewed_on", "updated_on"])
def test_the_days_of_review_are_full_days(key: str) -> None:
    text = CLAIM.replace("reviewed_on: 2024-03-20\n", "") if key == "reviewed_on" else CLAIM
    for when in ("2024-03", "~2024-03-20"):
        assert findings(text.replace("topic:", f"{key}: {when}\ntopic:")) == [f"3:{len(key) + 3} date"]


def test_translations_lead_from_a_language_to_a_claim() -> None:
    claim = sound(typed(Claim, with_key("translations: {ar: the-lock-ar, pt-BR: a-eclusa}")))
    assert claim.translations == {"ar": "the-lock-ar", "pt-BR": "a-eclusa"}
    assert findings(with_key("translations:\n  arabic: lock-ar")) == ["12:3 language"]
    assert findings(with_key("translations:\n  ar: Lock AR")) == ["12:7 slug"]
    assert findings(with_key("translations: lock-ar")) == ["11:15 shape"]


@pytest.mark.parametrize("key", ["related", "aliases", "tags", "reviewers"])
def test_a_single_text_is_no_list(key: str) -> None:
    assert findings(with_key(f"{key}: other")) == [f"11:{len(key) + 3} shape"]


def test_a_claim_is_related_to_another_once() -> None:
    assert findings(with_key("related: [ferry, bridge, ferry]")) == ["11:26 repeated"]
    assert findings(with_key("aliases: [a, a, a]")) == ["11:14 repeated", "11:17 repeated"]


def test_evidence_is_a_source_or_a_document() -> None:
    claim = sound(
        typed(
            Claim,
            with_key(
                "evidence:\n  - source: audit-report\n    note: The contracts.\n  - title: The stone, seen on site\n"
                "  - {title: Invoice, url: https://example.org/i, kind: document, published: ~2024}"
            ),
        )
    )
    assert [one.source or one.title for one in claim.evidence] == ["audit-report", "The stone, seen on site", "Invoice"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("  - note: Somewhere", ["12:5 missing-key"]),
        ("  - source: audit-report\n    title: Report", ["13:12 evidence"]),
        ("  - source: a\n    url: https://example.org/\n    kind: book", ["13:10 evidence", "14:11 evidence"]),
        ("  - title: Blog\n    kind: blog", ["13:11 choice"]),
        ("  - Invoice", ["12:5 shape"]),
        ("  - url: https://example.org/", ["12:5 missing-key"]),
    ],
)
def test_evidence_that_is_neither_is_told_where_it_stands(lines: str, expected: list[str]) -> None:
    assert findings(with_key(f"evidence:\n{lines}")) == expected


def test_one_piece_of_evidence_does_not_hide_the_others() -> None:
    lines = "evidence:\n  - note: Somewhere\n  - source: A B\n  - source: a\n    title: T\n  - title: Fine\n"
    read = typed(Claim, with_key(lines.strip()))
    assert told(read.findings) == ["12:5 missing-key", "13:13 slug", "15:12 evidence"]
    assert read.entry
    assert "Fine" in [one.title for one in read.entry.record.evidence]


def test_a_calculation_keeps_what_was_typed() -> None:
    lines = "calculations:\n  - {label: Share, expression: 0.9 / 4.20, equals: 21.4%, rounded: true}"
    (calculation,) = sound(typed(Claim, with_key(lines))).calculations
    assert (calculation.expression, calculation.equals, calculation.rounded) == ("0.9 / 4.20", "21.4%", True)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("label: L\n    expression: 1 + 1", ["12:5 missing-key"]),
        ("label: L\n    expression: 1 + 1\n    equals: two", ["14:13 number"]),
        ("label: L\n    expression: 1 + 1\n    equals: 2\n    tolerance: -0.1", ["15:16 number"]),
        ("label: L\n    expression: 1 + 1\n    equals: 2\n    tolerance: 1%", ["15:16 number"]),
        ("label: L\n    expression: 1 + 1\n    equals: 2\n    rounded: yes", ["15:14 flag"]),
    ],
)
def test_a_calculation_that_cannot_be_one_is_told(lines: str, expected: list[str]) -> None:
    assert findings(with_key(f"calculations:\n  - {lines}")) == expected


def test_a_correction_says_what_stood_until_then() -> None:
    lines = (
        "corrections:\n  - {date: 2024-04-02, kind: update, note: New figure., was: {rating: false, verdict: Not so.}}"
    )
    (correction,) = sound(typed(Claim, with_key(lines))).corrections
    assert correction.was
    assert (correction.was.rating, correction.was.verdict, correction.was.claim) == ("false", "Not so.", None)


def test_a_picture_has_words_for_those_who_do_not_see_it() -> None:
    assert findings(with_key("media:\n  file: file:lock.png")) == ["12:3 missing-key"]
    assert findings(with_key("media:\n  file: lock.png\n  alt: The lock")) == ["12:9 file"]


def test_an_appearance_in_a_claim_is_read_with_its_value() -> None:
    text = with_key("measure: {label: Depth, unit: m}").replace("Built in 1911\n", "Built\n    value: [4, 4.50]\n")
    assert sound(typed(Claim, text)).appearances[0].value == Figure(Number("4"), Number("4.50"))

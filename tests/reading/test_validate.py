"""Values become a record: every mistake is told once, where it stands, and what is sound is kept."""

from __future__ import annotations

import pytest

from site_src.models.claim import Claim
from site_src.models.page import Page
from site_src.models.publication import Publication
from site_src.models.ratings import RatingScale
from site_src.models.source import Source
from site_src.models.topic import Topic
from tests.editor import front, replaced, set_up, told, typed

CLAIM = """\
---
claim: The northern lock was built in 1911.
topic: harbour-locks
rating: supported
verdict: The stone over the gate bears that year.
reviewed_on: 2024-03-20
measure: {label: Year, unit: AD}
appearances:
  - source: audit-report
    stance: asserts
    says: Built in 1911
    value: 1911
  - source: harbour-daily
    stance: denies
    says: Built later
---
"""


def findings(text: str) -> list[str]:
    """Gives what is told of a claim, as in “3:9 slug”."""
    return told(typed(Claim, text).findings)


def added(lines: str) -> str:
    """Gives the claim with further lines at the end of its front matter, from line 16 on."""
    return CLAIM.removesuffix("---\n") + f"{lines}\n---\n"


@pytest.mark.parametrize(
    ("key", "lines", "place"),
    [
        ("claim", "clam: The northern lock was built in 1911.", "2:1"),
        ("topic", "topics: harbour-locks", "3:1"),
        ("rating", "ratings: supported", "4:1"),
        ("verdict", "verdikt: It bears that year.", "5:1"),
        ("reviewed_on", "reviewed-on: 2024-03-20", "6:1"),
        ("measure", "measures: {label: Year, unit: AD}", "7:1"),
    ],
)
def test_a_mistyped_key_is_told_once_though_it_is_needed(key: str, lines: str, place: str) -> None:
    read = typed(Claim, replaced(CLAIM, key, lines))
    assert told(read.findings) == [f"{place} unknown-key"]
    assert f"`{key}`" in read.findings[0].hint


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    says: Built later", "    say: Built later", ["15:5 unknown-key"]),
        ("    stance: denies", "    Stance: denies", ["14:5 unknown-key"]),
        ("  - source: harbour-daily", "  - sorce: harbour-daily", ["13:5 unknown-key"]),
        ("{label: Year, unit: AD}", "{lable: Year, unit: AD}", ["7:11 unknown-key"]),
        ("    value: 1911", "    Value: 1911\n    bound: over", ["12:5 unknown-key"]),
    ],
)
def test_so_is_one_inside_a_group(old: str, new: str, expected: list[str]) -> None:
    assert findings(CLAIM.replace(old, new)) == expected


@pytest.mark.parametrize(
    ("key", "lines", "expected"),
    [
        ("measure", "measure: Year", ["7:10 shape"]),
        ("measure", "measure: {label: Year}", ["7:10 missing-key"]),
        ("measure", "measure:\n  label: Year\n  unit:", ["9:3 missing-key"]),
        ("measure", "measure: {label: Year, unit: [AD]}", ["7:30 text"]),
        ("measure", "measure: {label: Year", ["7:10 yaml"]),
        ("measure", "measure: #1", ["7:10 comment"]),
        ("rating", "rating: #1", ["4:9 comment"]),
        ("rating", "rating: Supported!", ["4:9 slug"]),
        ("rating", "rating: [supported]", ["4:9 text"]),
        ("rating", 'rating: "supported', ["4:9 yaml"]),
        ("claim", "claim: It is: old", ["2:13 yaml"]),
        ("claim", "claim: Short", ["2:8 length"]),
        ("topic", "topic: #harbour", ["3:8 comment"]),
        ("appearances", "appearances: audit-report", ["8:14 shape"]),
        ("appearances", "appearances:\n  - audit-report", ["9:5 shape"]),
        ("appearances", "appearances:\n  -", ["9:4 empty-entry"]),
        ("appearances", "appearances:\n  - source: a\n    stance: maybe", ["10:13 choice"]),
        ("appearances", "appearances:\n  - source: a: b", ["9:14 yaml"]),
    ],
)
def test_what_follows_from_a_mistake_is_not_told(key: str, lines: str, expected: list[str]) -> None:
    assert findings(replaced(CLAIM, key, lines)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("status: retractd\nretracted: {date: 2024-04-01, reason: R}", ["16:9 choice"]),
        ('status: "retracted\nretracted: {date: 2024-04-01, reason: R}', ["16:9 yaml"]),
        ("status: retracted\nretracted: {date: soon, reason: R}", ["17:19 date"]),
        ("status: retracted\nretracted: 2024-04-01", ["17:12 shape"]),
        ("status: retracted\nretracted: {date: 2024-04-01", ["17:12 yaml"]),
        ("evidence:\n  - titel: Invoice", ["17:5 unknown-key"]),
        ("evidence:\n  - title: [Invoice]", ["17:12 text"]),
        ("evidence:\n  - source: Audit Report\n    note: x", ["17:13 slug"]),
        ("evidence:\n  - Invoice\n  -", ["17:5 shape", "18:4 empty-entry"]),
        ("calculations:\n  - label: L\n    expression: 1\n    equals: 1\n    tolerance: -1", ["20:16 number"]),
    ],
)
def test_nor_is_it_among_the_other_keys(lines: str, expected: list[str]) -> None:
    assert findings(added(lines)) == expected


def test_mistakes_of_every_sort_in_one_file_are_all_told_and_none_twice() -> None:
    text = (
        CLAIM.replace("topic: harbour-locks", "topic: Harbour Locks")
        .replace("2024-03-20", "20 March")
        .replace("verdict: The", "verdict: Seen: the")
        .replace("stance: asserts", "stance: assert")
        .replace("value: 1911", "value: 1,911")
        .replace("    says: Built later\n", "")
        .removesuffix("---\n")
    )
    lines = "relatd: [x]\ntags: [a, A B, a]\nmedia:\n  file: x.svg\nclaim: again\nlanguage: English #1\n---\n"
    read = typed(Claim, text + lines)
    assert told(read.findings) == [
        "3:8 slug",
        "5:14 yaml",
        "6:14 date",
        "10:13 choice",
        "12:12 number",
        "13:5 missing-key",
        "15:1 unknown-key",
        "16:11 slug",
        "18:3 missing-key",
        "18:9 file",
        "19:1 repeated",
        "20:19 comment",
    ]
    assert read.entry
    assert not read.entry.sound


def test_what_is_sound_is_kept_for_the_checks_across_files() -> None:
    text = CLAIM.replace("rating: supported", "rating: Sup ported").replace("source: audit-report", "source: A R")
    read = typed(Claim, text)
    assert told(read.findings) == ["4:9 slug", "9:13 slug"]
    assert read.entry
    record = read.entry.record
    assert (record.claim, record.topic) == ("The northern lock was built in 1911.", "harbour-locks")
    assert [one.source for one in record.appearances] == ["harbour-daily"]
    assert str(read.entry.finding(("appearances", 0, "source"), "x", "y").place) == "content/typed.md:13:13"


@pytest.mark.parametrize("key", ["claim", "topic", "rating", "verdict", "status"])
def test_what_stands_in_for_a_mistake_is_known_not_to_be_the_editors(key: str) -> None:
    read = typed(Claim, replaced(added("status: published"), key, f"{key}: [wrong]"))
    assert read.entry
    assert not read.entry.knows((key,))
    assert read.entry.knows(("reviewed_on",))


@pytest.mark.parametrize("count", [2, 30])
def test_a_measure_that_is_missing_is_told_once_however_many_values_need_it(count: int) -> None:
    more = "".join(f"  - source: s{n}\n    stance: asserts\n    says: S\n    value: {n}\n" for n in range(count))
    read = typed(Claim, replaced(CLAIM, "measure").removesuffix("---\n") + f"{more}---\n")
    assert told(read.findings) == ["11:5 missing-key"]
    assert read.entry
    assert len(read.entry.record.appearances) == count + 2


def test_fifty_mistakes_in_one_list_are_all_told() -> None:
    entries = "\n".join(f"  - source: S {n}\n    stance: maybe\n    valeu: {n}" for n in range(50))
    assert len(findings(replaced(CLAIM, "appearances", f"appearances:\n{entries}"))) == 150


@pytest.mark.parametrize("model", [Claim, Source, Topic, Page])
def test_each_key_may_be_wrong_in_each_way_and_is_told_once(
    model: type[Claim | Source | Topic | Page],
) -> None:
    sound = {
        "claim": "The lock is old.", "topic": "t", "rating": "r", "verdict": "V", "reviewed_on": "2024-03-20",
        "appearances": "[{source: s, stance: silent}]", "title": "T", "summary": "S", "sources": "[s]", "kind": "book",
    }  # fmt: skip
    kept = {key: value for key, value in sound.items() if key in model.model_fields}
    for key in model.model_fields:
        for wrong in ("[[[x]]]", "{x: {y: z}}", "[]", "{}", "[~]", "#x", '"', "&x y", "\n  - x: y"):
            lines = {**kept, key: wrong}
            read = typed(model, front(*(f"{name}: {value}" for name, value in lines.items())))
            messages = [(finding.place, finding.message) for finding in read.findings]
            assert len(set(messages)) == len(messages), (key, wrong, messages)
            assert read.entry, (key, wrong)
            assert len(messages) <= 4, (key, wrong, messages)


def test_settings_with_a_mistake_are_kept_as_far_as_they_go() -> None:
    text = "title: T\ntagline: L\nurl: example.org\nlanguage: en\npublisher: P\nsearch: maybe\n"
    read = set_up(Publication, text)
    assert told(read.findings) == ["3:6 url", "5:12 shape", "6:9 flag"]
    assert read.entry
    assert (read.entry.record.title, read.entry.record.language) == ("T", "en")


def test_nothing_is_left_of_a_scale_without_a_sound_rating() -> None:
    read = set_up(RatingScale, "- id: A B\n- label: C\n", list_key="ratings")
    assert [rule for rule in told(read.findings) if rule.startswith("1:1 ")] == []
    assert read.entry is None


def test_the_hint_for_an_unknown_key_is_the_nearest_or_all() -> None:
    near, far = typed(Page, front("title: A", "Sumary: B", "colour: red")).findings
    assert near.hint == "Did you mean `summary`?"
    assert far.hint == "The keys that can stand here: title, summary, nav, aliases."


def test_the_hint_for_a_missing_key_says_what_it_is_for() -> None:
    (finding,) = typed(Source, front("title: A")).findings
    assert finding.hint == "Add a line `kind:`. What sort of document it is."


@pytest.mark.parametrize("typed_so", ["en", "[en]", "\n  - en"])
def test_the_hint_for_pairs_that_are_none_is_an_example(typed_so: str) -> None:
    (finding,) = typed(Claim, added(f"translations: {typed_so}")).findings
    assert finding.hint == "Below `translations:`, write a line for each, such as `pt-BR: slug-of-that-claim`."

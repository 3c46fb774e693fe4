"""What the parser stumbled over, in words that an editor knows, with the line as it should be."""

from __future__ import annotations

import pytest

from site_src.reading.plain_yaml import PlainYaml


@pytest.mark.parametrize(
    ("text", "place", "message", "instead"),
    [
        ("verdict: It cost more: 5.1 million", (1, 22), "A colon and a space", 'verdict: "It cost more: 5.1 million"'),
        ('verdict: She said "no": twice', (1, 23), "A colon and a space", 'verdict: "She said \\"no\\": twice"'),
        ("note: C:\\path: here", (1, 14), "A colon and a space", 'note: "C:\\\\path: here"'),
        ("says: that is it:\nnote: x", (1, 17), "A colon and a space", 'says: "that is it:"'),
        ("topic:harbour\nclaim: x", (1, 1), "A space is missing", "topic: harbour"),
        ("claim: x\ntopic:harbour\n", (2, 1), "A space is missing", "topic: harbour"),
        ("claim: @home", (1, 8), "may not begin with @", 'claim: "@home"'),
        ("claim: `code`", (1, 8), "may not begin with `", 'claim: "`code`"'),
        ("claim: %5", (1, 8), "may not begin with %", 'claim: "%5"'),
        ("claim: - a dash", (1, 8), "may not begin with -", 'claim: "- a dash"'),
        ("claim: > 5 million", (1, 8), "may not begin with >", 'claim: "> 5 million"'),
        ("claim: |5| million", (1, 8), "may not begin with |", 'claim: "|5| million"'),
        ("claim: , well", (1, 8), "may not begin with ,", 'claim: ", well"'),
        ("claim: [Morning news] of May", (1, 8), "[", 'claim: "[Morning news] of May"'),
        ("claim: {x} y", (1, 8), "{", 'claim: "{x} y"'),
        ("tags: [a, b\nclaim: x", (1, 7), "not closed with ]", "]"),
        ("was: {rating: x\nclaim: x", (1, 6), "not closed with }", "}"),
        ('claim: "The bridge\ntopic: x', (1, 8), "not closed on this line", 'claim: "The bridge"'),
        ("claim: 'The bridge\ntopic: x", (1, 8), "not closed on this line", 'claim: "The bridge"'),
        ("claim: 'It's closed'", (1, 8), "apostrophe", 'claim: "It\'s closed"'),
        ('claim: "No" is the answer', (1, 8), "goes on after", 'claim: "\\"No\\" is the answer"'),
        ("claim: 'No' is the answer", (1, 8), "", "claim:"),
        ('claim: "C:\\harbour"', (1, 8), "backslash", 'claim: "C:\\\\harbour"'),
        ("claim: x\n\ttopic: y", (2, 1), "tab", "spaces"),
        ("list:\n  - a\n\t- b", (3, 1), "tab", "spaces"),
        ("claim: x\nlost words\ntopic: y", (2, 1), "no key", "`key: value`"),
        ("claim: x\n  topic: y", (2, 8), "does not fit", "with no space before it: topic: y"),
        ("list:\n  - a\n - b", (3, 2), "does not fit", "indentation"),
        ("list:\n  - k: a\n     l: b", (3, 7), "does not fit", "with 4 spaces before it:     l: b"),
        ("claim: x\n---\ntopic: y", (2, 1), "second block", "---"),
        ("claim: &x y", (1, 8), "begin with &", 'claim: "&x y"'),
        ("claim: *x y", (1, 8), "begin with *", 'claim: "*x y"'),
        ("claim: *important* news", (1, 8), "begin with *", 'claim: "*important* news"'),
        ("claim: !x y", (1, 8), "begin with !", 'claim: "!x y"'),
        ("claim: a\ufffeb", (1, 1), "cannot be read", "invisible"),
    ],
)
def test_a_mistake_is_told_with_what_to_write(text: str, place: tuple[int, int], message: str, instead: str) -> None:
    (finding,) = PlainYaml(text, file="x.yaml").findings
    assert (finding.place.line, finding.place.column) == place
    assert message in finding.message
    assert instead in finding.hint


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("says: Cost: 5 million", "Cost: 5 million"),
        ("says: He said:", "He said:"),
        ("says: https://example.org: down", "https://example.org: down"),
        ("says: #5 of the list", "#5 of the list"),
        ("says: costs #5", "costs #5"),
        ('says: "Big" plan', '"Big" plan'),
        ('says: "Big" and "small"', '"Big" and "small"'),
        ('says: "He said: "no""', 'He said: "no"'),
        ('says: "C:\\harbour"', "C:\\harbour"),
        ('says: "Not closed', "Not closed"),
        ("says: 'tis the season", "'tis the season"),
        ("says: '90s music", "'90s music"),
        ("says: 'It's closed'", "It's closed"),
        ("says: 'No': it said", "'No': it said"),
        ("says: *very* big", "*very* big"),
        ("says: &c and so on", "&c and so on"),
        ("says: & Sons", "& Sons"),
        ("says: @port says so", "@port says so"),
        ("says: [sic] it said", "[sic] it said"),
        ("says: {sic}", "{sic}"),
        ("says: {sic} it said", "{sic} it said"),
        ("says: {a, b}", "{a, b}"),
        ("says: > 5 million", "> 5 million"),
        ("says: >5", ">5"),
        ("says: |5| million", "|5| million"),
        ("says: %5 of them", "%5 of them"),
        ("says: `code` here", "`code` here"),
        ("says: , and so on", ", and so on"),
        ("says: ] closes", "] closes"),
        ("says: - 5 degrees", "- 5 degrees"),
        ("says: ? what", "? what"),
        ("says: !important", "!important"),
        ("says:5 million", "5 million"),
        ("says:\u00a05 million", "5 million"),
        ("says\uff1a 5 million", "5 million"),
        ("\u00a0says: 5 million", "5 million"),
        ("says: 5 million\n  goes on: there", "5 million goes on: there"),
        ("says: 5 million\n  goes on #1", "5 million goes on #1"),
        ('says: "5 million"\n  goes on', '"5 million" goes on'),
    ],
)
def test_the_mended_line_says_what_was_meant(typed: str, meant: str) -> None:
    (finding,) = PlainYaml(f"{typed}\ntopic: x\n", file="x.yaml").findings
    whole = PlainYaml(finding.hint[finding.hint.index("says: ") :], file="x.yaml")
    assert (whole.value, whole.findings) == ({"says": meant}, [])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{name: Smith, Jones and Co, kind: organization}", {"name": "Smith, Jones and Co", "kind": "organization"}),
        ("{name: One, two, three, kind: person}", {"name": "One, two, three", "kind": "person"}),
        ("{name: Smith: the man, kind: person}", {"name": "Smith: the man", "kind": "person"}),
        ("{name:Smith, kind: person}", {"name": "Smith", "kind": "person"}),
        ('{name: "Smith" Jones, kind: person}', {"name": '"Smith" Jones', "kind": "person"}),
    ],
)
def test_a_comma_or_colon_in_braces_is_told_with_the_whole_group_mended(typed: str, meant: dict[str, str]) -> None:
    (finding,) = PlainYaml(f"claimant: {typed}\ntopic: x\n", file="x.yaml").findings
    whole = PlainYaml(finding.hint[finding.hint.index("claimant: ") :], file="x.yaml")
    assert (whole.value, whole.findings) == ({"claimant": meant}, [])


@pytest.mark.parametrize(
    "text",
    ["says: {}", "was: {rating: , claim: x}", "says: |", "says: >-", "was: {rating: x,\n  claim: y}", "a: {k: ~}"],
)
def test_what_was_left_empty_on_purpose_is_no_mistake(text: str) -> None:
    assert PlainYaml(text, file="x.yaml").findings == []


@pytest.mark.parametrize(
    "text",
    [
        "verdict: It cost more: 5.1 million",
        'verdict: She said "no": twice',
        "claim: @home",
        "claim: [Morning news] of May",
        "claim: 'It's closed'",
        'claim: "No" is the answer',
        'claim: "C:\\harbour"',
        'claim: "The bridge',
        "topic:harbour\nclaim: x",
    ],
)
def test_what_the_hint_says_to_write_can_be_read(text: str) -> None:
    first, *others = text.split("\n")
    (finding,) = PlainYaml(text, file="x.yaml").findings
    written = finding.hint[finding.hint.index(f"{first.split(':')[0]}: ") :]
    assert PlainYaml("\n".join([written, *others]), file="x.yaml").findings == []

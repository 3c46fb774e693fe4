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
        ("claim: x\n  topic: y", (2, 8), "does not fit", "indentation"),
        ("list:\n  - a\n - b", (3, 2), "does not fit", "indentation"),
        ("list:\n  - k: a\n     l: b", (3, 7), "does not fit", "indentation"),
        ("claim: x\n---\ntopic: y", (2, 1), "second block", "---"),
        ("claim: &x y", (1, 8), "begin with &", "double quotes"),
        ("claim: *x y", (1, 8), "begin with *", "double quotes"),
        ("claim: *important* news", (1, 8), "begin with *", 'claim: "*important* news"'),
        ("claim: !x y", (1, 8), "begin with !", "double quotes"),
        ("claim: a\ufffeb", (1, 1), "cannot be read", "invisible"),
    ],
)
def test_a_mistake_is_told_with_what_to_write(text: str, place: tuple[int, int], message: str, instead: str) -> None:
    (finding,) = PlainYaml(text, file="x.yaml").findings
    assert (finding.place.line, finding.place.column) == place
    assert message in finding.message
    assert instead in finding.hint


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

"""The anchors of headings: what an editor writes behind # to link to one."""

from __future__ import annotations

import pytest

from site_src.reading.body import Heading, read
from site_src.reading.headings import anchor_of


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("How we counted", "how-we-counted"),
        ("“Outside the US” is not the mistake", "outside-the-us-is-not-the-mistake"),
        ("  4.2 + 0.9 = 5.1 ", "4-2-0-9-5-1"),
        ("Été à Nîmes", "été-à-nîmes"),
        ("E\u0301te\u0301", "été"),
        ("किसने कहा?", "किसने-कहा"),
        ("誰が言ったか", "誰が言ったか"),
        ("مَن قال ذلك؟", "مَن-قال-ذلك"),
        ("snake_case", "snake-case"),
        ("!!!", "section"),
    ],
)
def test_an_anchor_keeps_letters_marks_and_numbers_of_every_script(text: str, anchor: str) -> None:
    assert anchor == anchor_of(text)


def test_headings_of_one_name_are_told_apart_by_number() -> None:
    body, faults = read("## Sum\n\n## Sum 2\n\n## Sum\n\n## Sum\n\n## Sum 2", slug="x")
    assert faults == ()
    assert [heading.anchor for heading in body.headings] == ["sum", "sum-2", "sum-3", "sum-4", "sum-2-2"]


def test_headings_are_listed_with_level_words_and_line_in_the_order_of_the_text() -> None:
    text = """\
[^1]: a

    ## In *a* note

The `sum`,
in all[^1]
---

> #### ![Map](file:map.png) &amp; [key](page:key)
"""
    body, faults = read(text, slug="x")
    assert faults == ()
    assert body.headings == (
        Heading(2, "In a note", "in-a-note", 3),
        Heading(2, "The sum, in all", "the-sum-in-all", 5),
        Heading(4, "Map & key", "map-key", 9),
    )

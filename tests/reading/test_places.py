"""Line and column of a link, wherever it stands: an editor's cursor goes there."""

from __future__ import annotations

import pytest

from site_src.reading.body import read


@pytest.mark.parametrize(
    "text",
    [
        "«[a](claim:b)",
        "one\ntwo «[a](claim:b)",
        "one\n   two «[a](claim:b)",
        "one  \n\ttwo «[a](claim:b)",
        "one `x\ny` &amp; \\* «[a](claim:b)",
        "one «[a\nb](claim:b)",
        "[same](page:c) «[a](claim:b)",
        "😀 é «[a](claim:b)",
        "## one «[a](claim:b)",
        "one «[a](claim:b)\n---",
        "one\ntwo «[a](claim:b)\n---",
        "- one\n  - two «[a](claim:b)",
        "- one\ntwo «[a](claim:b)",
        "1. one\n\n   two «[a](claim:b)",
        "-\ttab «[a](claim:b)\n\t\tmore",
        "- one\n\t\tmore «[a](claim:b)",
        "> one\n> two «[a](claim:b)",
        "> one\ntwo «[a](claim:b)",
        "> - > one «[a](claim:b)",
        "a[^1]\n\n[^1]: one «[a](claim:b)",
        "a[^1]\n\n[^1]: one\n\n    two «[a](claim:b)",
        "| one | two |\n|---|---|\n| [x](page:x) | «[a](claim:b) |",
        "| one | «[a](claim:b) |\n|---|---|",
        "> one | two\n> -|-\n> x | «[a](claim:b)",
        "one ![«[b](page:c)](file:d.png) «[a](claim:b)".replace("«", "", 1),
        "one «<https://example.org>",
        "one «![a](file:b.png)",
        "*one «[a](claim:b)*",
        "\u00a0\none «[a](claim:b)",
        "one\n\n\n«[a][ref]\n\n".replace("«", "") + "   «[ref]: claim:b",
    ],
)
def test_a_link_is_found_where_it_begins(text: str) -> None:
    before, _, after = text.partition("«")
    body, faults = read(before + after, slug="x")
    assert faults == ()
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    link = next(link for link in reversed(body.links) if link.kind != "page" and link.target != "d.png")
    assert place == (link.line, link.column)


def test_links_of_the_same_words_in_one_row_are_told_apart() -> None:
    body, _ = read("| a | b |\n|---|---|\n| [c](claim:c) | [c](claim:c) |", slug="x")
    assert [(link.line, link.column) for link in body.links] == [(3, 3), (3, 18)]


def test_in_a_cell_with_escaped_pipes_the_line_is_right() -> None:
    body, _ = read("| a |\n|---|\n| x \\| [c](claim:c) |", slug="x")
    assert [link.line for link in body.links] == [3]


def test_faults_of_the_same_words_are_each_told_where_they_stand() -> None:
    _, faults = read("[a](b c) [a](b c)\n[a](b c)", slug="x")
    assert [(fault.line, fault.column) for fault in faults] == [(1, 1), (2, 1)]

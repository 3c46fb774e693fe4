"""A body is what an editor writes below the front matter: what comes out of it, and that nothing harmful does."""

from __future__ import annotations

import copy
import dataclasses
import json
import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from site_src.reading.body import EMPTY, Body, Heading, Link, read

WORDS = {"em", "strong", "s", "code", "a", "sup", "br", "img"}
BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "section", "div"}
TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {
    *("href", "title", "src", "alt", "width", "height", "loading", "decoding"),
    *("id", "class", "start", "scope", "role", "tabindex", "aria-label"),
}

# Pieces of markup in any order, among any other characters.
PIECES = [
    *"[]()*_~`<>&\"'\\|#^=:! \t\n",
    *("![", "](", "**", "```", "##", "- ", "1. ", "[^1]", "[^1]: ", "[a]: ", "[a]", "<https://example.org>", "<a:b>"),
    *(
        "[b](claim:b)",
        "![c](file:c.png)",
        "[d](#d)",
        "<script>",
        "onload=",
        "javascript:x",
        "data:x",
        "&lt;",
        "&#8238;",
    ),
    *("|-|-|", "a|b", "\n\n", "\n\n    ", "  \n", "\n## d\n"),
]
BODIES = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map("".join)

FLOODS = [
    *"[]~`&|!\\>",
    *("![", "[a](", "![a](", "[a](<b", "[x](y't", "[a][", "[a][b]", "](", "[a](#b)", "\\[", "<https://x.org>"),
    *("*a_", "_*", "**a", "a**b", "~~a", "`a``b", "<a:", "<!--", "<a@b.", "&#", "&#x41;", "a|", "|-", ">-"),
    *("[^", "[^a", "[^1]", "[^1]:", "^["),
]


def shown(body: Body) -> str:
    """Show a body on a page that has its own entries under /kind/target."""
    return str(body.html(lambda link: f"/{link.kind}/{link.target}"))


def test_a_body_becomes_html_whose_links_to_our_own_entries_the_page_fills_in() -> None:
    body, faults = read(
        "See [the plan](claim:twelve-billion-plan) & [the law](https://example.org/?a=1&b=2).", slug="x"
    )
    assert faults == ()
    assert body.slots == (Link("claim", "twelve-billion-plan", image=False, line=1, column=5),)
    assert (
        body.html(lambda link: f"../{link.target}/?a=1&b=%22")
        == '<p>See <a href="../twelve-billion-plan/?a=1&amp;b=%22">the plan</a> &amp; '
        '<a href="https://example.org/?a=1&amp;b=2">the law</a>.</p>\n'
    )


def test_an_address_of_the_page_cannot_leave_its_attribute() -> None:
    body, _ = read("[a](claim:b)", slug="x")
    assert body.html(lambda _: "\"'><script>") == '<p><a href="&quot;&#x27;&gt;&lt;script&gt;">a</a></p>\n'


def test_the_html_is_marked_as_such_so_that_templates_do_not_escape_it_again() -> None:
    body, _ = read("*a*", slug="x")
    assert isinstance(body.html(str), Markup)
    assert body.html(str) == Markup("<p><em>a</em></p>\n")


def test_a_picture_gets_width_and_height_where_the_page_knows_them() -> None:
    body, faults = read("![The bridge](file:bridge.png) ![The bill](file:bill.jpg)", slug="x")
    assert faults == ()
    assert (
        body.html(lambda link: f"files/{link.target}", size=lambda link: {"bridge.png": (640, 480)}.get(link.target))
        == '<p><img src="files/bridge.png" width="640" height="480" alt="The bridge" loading="lazy" decoding="async"> '
        '<img src="files/bill.jpg" alt="The bill" loading="lazy" decoding="async"></p>\n'
    )


def test_the_size_of_a_file_that_is_only_linked_is_not_asked_for() -> None:
    body, _ = read("[The bill](file:bill.pdf)", slug="x")
    assert body.html(lambda _: "bill.pdf", size=lambda _: (1, 1)) == '<p><a href="bill.pdf">The bill</a></p>\n'


def test_links_have_everything_that_is_linked_in_the_order_of_the_text() -> None:
    text = """\
## The sum

[one](source:harbour-daily), ![two](file:two.png),
[three](#the-sum) and <mailto:desk@example.org>
"""
    body, faults = read(text, slug="x")
    assert faults == ()
    assert body.links == (
        Link("source", "harbour-daily", image=False, line=3, column=1),
        Link("file", "two.png", image=True, line=3, column=30),
        Link("fragment", "the-sum", image=False, line=4, column=1),
        Link("external", "mailto:desk@example.org", image=False, line=4, column=23),
    )
    assert body.slots == body.links[:2]


def test_text_has_a_paragraph_a_line_without_markup_and_headings() -> None:
    text = """\
## How we counted

The *press office*
counts `4.2` [million](claim:million) &amp; no more.[^1]

- one
- two

> ![The bridge](file:bridge.png)

| Item | Cost |
|------|-----:|
| Detour | 0.9 |

    code  here

[^1]: The note.
"""
    body, faults = read(text, slug="x")
    assert faults == ()
    assert body.text.split("\n") == [
        "The press office counts 4.2 million & no more.",
        "one",
        "two",
        "The bridge",
        "Item Cost",
        "Detour 0.9",
        "code here",
        "The note.",
    ]
    assert body.headings == (Heading(2, "How we counted", "how-we-counted", 1),)


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
def test_a_body_without_words_is_the_empty_body(text: str) -> None:
    assert read(text, slug="x") == (EMPTY, ())
    assert EMPTY.html(str) == ""
    assert not EMPTY.html(str)


def test_the_ends_of_lines_do_not_matter() -> None:
    assert read("a\r\nb\n\n[c](x)", slug="x") == read("a\nb\r\n\r\n[c](x)", slug="x")


def test_a_body_can_be_kept_and_copied() -> None:
    body, _ = read("## a\n\n[b](claim:b) ![c](file:c.png)", slug="x")
    assert copy.deepcopy(body) == body
    assert hash(body) == hash(copy.deepcopy(body))
    kept = json.loads(json.dumps(dataclasses.asdict(body)))
    assert kept["pieces"] == list(body.pieces)
    assert Link(**kept["links"][0]) == body.links[0]


def test_two_bodies_on_one_page_have_no_id_of_a_note_in_common() -> None:
    text = "a[^1] b[^1]\n\n[^1]: c"
    ids = [re.findall(r'id="([^"]*)"', shown(read(text, slug=slug)[0])) for slug in ("a", "a-1", "a-1-2")]
    assert len({each for found in ids for each in found}) == 3 * 3


@given(BODIES)
def test_whatever_is_typed_only_harmless_html_comes_out(text: str) -> None:
    body, _ = read(text, slug="x")
    for element in html5lib.parseFragment(shown(body), namespaceHTMLElements=False).iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in WORDS | BLOCKS | TABLES
        assert set(element.attrib) <= ATTRIBUTES
        for address in (element.get("href"), element.get("src")):
            assert address is None or re.match(
                r"(?:https?://|mailto:)|#(?:s|fn|fnref)-|/(?:claim|source|topic|page|file)/[a-z0-9.-]+$",
                address,
                re.IGNORECASE,
            )


@given(BODIES)
def test_whatever_is_typed_every_piece_and_place_is_sound(text: str) -> None:
    body, faults = read(text, slug="x")
    assert len(body.pieces) == len(body.slots) + 1
    assert set(body.slots) <= set(body.links)
    lines = re.split(r"\r\n?|\n", text)
    places = [(link.line, link.column) for link in body.links] + [(fault.line, fault.column) for fault in faults]
    for line, column in places:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


@given(BODIES)
def test_whatever_is_typed_without_fault_the_html_nests_and_its_links_arrive(text: str) -> None:
    body, faults = read(text, slug="x")
    if faults or not text.isprintable():
        return
    html = shown(body)
    html5lib.HTMLParser(strict=True).parseFragment(html)
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' href="#([^"]*)"', html)) <= set(ids)


@given(st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_words_come_out_as_they_were_typed(words: str) -> None:
    body, faults = read(words, slug="x")
    assert faults == ()
    assert body.text == words
    assert shown(body) == f"<p>{words}</p>\n"


@pytest.mark.parametrize("unit", FLOODS)
@pytest.mark.parametrize("ends", [("", ""), ("[c]: claim:c\n\n[^1]: n\n\n## b\n\n", ""), ("", "\n\na\n===")])
def test_floods_of_markup_are_read_or_refused_as_too_much(unit: str, ends: tuple[str, str]) -> None:
    before, after = ends
    for flood in (before + unit * 400 + after, before + f"{unit} " * 400 + after, before + f"{unit}\n" * 400 + after):
        body, faults = read(flood, slug="x")
        assert body != EMPTY or faults[0].rule == "limit"
        html5lib.parseFragment(shown(body))


def test_a_page_says_at_the_end_of_a_links_words_what_it_leads_to() -> None:
    text = "[The *final* bill](file:bill.pdf), [and](claim:a) ![x](file:x.png) [![y](file:y.png)](file:y.csv)."
    body, _ = read(text, slug="x")
    html = body.html(lambda link: link.target, note=lambda link: "PDF & <more>" if link.kind == "file" else "")
    assert str(html) == (
        '<p><a href="bill.pdf">The <em>final</em> bill (PDF &amp; &lt;more&gt;)</a>, <a href="a">and</a> '
        '<img src="x.png" alt="x" loading="lazy" decoding="async"> '
        '<a href="y.csv"><img src="y.png" alt="y" loading="lazy" decoding="async"> (PDF &amp; &lt;more&gt;)</a>.</p>\n'
    )

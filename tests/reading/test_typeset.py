"""The blocks an editor writes, as readers get them."""

from __future__ import annotations

import pytest

from site_src.reading.body import Fault, read


def shown(text: str) -> str:
    """Show a body that is without fault."""
    body, faults = read(text, slug="x")
    assert faults == ()
    return str(body.html(lambda link: f"/{link.kind}/{link.target}"))


def faults_of(text: str) -> tuple[Fault, ...]:
    return read(text, slug="x")[1]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
        ("- a\n  - b\n  - c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("7) a\n8) b", '<ol start="7">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        ("-\n- a", "<ul>\n<li></li>\n<li>a</li>\n</ul>\n"),
        ("- > a\n  b", "<ul>\n<li><blockquote>\n<p>a\nb</p>\n</blockquote>\n</li>\n</ul>\n"),
        ("> a\n>\n> > b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"),
        ("a\n\n***\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n"),
        ("    a < b\n      c", "<pre><code>a &lt; b\n  c\n</code></pre>\n"),
        ('```python class="x"\na < "b"\n```', '<pre><code>a &lt; "b"\n</code></pre>\n'),
        ("~~~\n[a](b) ![](c) [^d]\n~~~", "<pre><code>[a](b) ![](c) [^d]\n</code></pre>\n"),
        (
            "<div>\n<script>alert(1)</script>\n</div>",
            "<p>&lt;div&gt;\n&lt;script&gt;alert(1)&lt;/script&gt;\n&lt;/div&gt;</p>\n",
        ),
    ],
)
def test_blocks(text: str, html: str) -> None:
    assert html == shown(text)


def test_headings_have_anchors_in_ids_that_no_template_has() -> None:
    text = "## How *we* counted\n\nThe rest\n---\n\n### `a` & b ###"
    assert shown(text) == (
        '<h2 id="s-how-we-counted">How <em>we</em> counted</h2>\n'
        '<h2 id="s-the-rest">The rest</h2>\n'
        '<h3 id="s-a-b"><code>a</code> &amp; b</h3>\n'
    )


@pytest.mark.parametrize(
    ("text", "heading", "way", "place"),
    [
        ("a\n\n# How we counted", "How we counted", "Begin its line with ##", (3, 1)),
        ("> - # Sum #", "Sum", "Begin its line with ##", (1, 5)),
        ("The\nsum\n ===", "The sum", "Take the line of = away and begin the words with ##", (3, 2)),
    ],
)
def test_a_heading_of_the_first_level_is_told(text: str, heading: str, way: str, place: tuple[int, int]) -> None:
    message = f"“{heading}” is a heading of the first level, which only the page's title has."
    hint = f"{way}, or with more # below another heading."
    assert faults_of(text) == (Fault("heading-level", message, hint, *place),)
    assert "<h1" not in read(text, slug="x")[0].html(str)


@pytest.mark.parametrize("text", ["a\n\n##", "a\n\n#", "a\n\n## ##", "a\n\n## &#32;"])
def test_a_heading_without_words_is_told(text: str) -> None:
    hint = "Write what the part below it is about, or take the signs out."
    assert faults_of(text) == (Fault("heading-empty", "This heading has no words.", hint, 3, 1),)


def test_a_table_scrolls_by_itself_and_aligns_by_class() -> None:
    text = """\
| Item | Cost | Share | Note |
|:-----|-----:|:-----:|------|
| *Detour* | 0.9 | a \\| b |
"""
    assert shown(text) == (
        '<div class="table-scroll" role="region" tabindex="0" aria-label="Table">\n<table>\n<thead>\n<tr>\n'
        '<th scope="col" class="align-left">Item</th>\n<th scope="col" class="align-right">Cost</th>\n'
        '<th scope="col" class="align-center">Share</th>\n<th scope="col">Note</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td class="align-left"><em>Detour</em></td>\n<td class="align-right">0.9</td>\n'
        '<td class="align-center">a | b</td>\n<td></td>\n</tr>\n</tbody>\n</table>\n</div>\n'
    )


def test_a_table_may_have_a_header_only() -> None:
    assert shown("| a |\n|---|") == (
        '<div class="table-scroll" role="region" tabindex="0" aria-label="Table">\n<table>\n<thead>\n<tr>\n'
        '<th scope="col">a</th>\n</tr>\n</thead>\n</table>\n</div>\n'
    )

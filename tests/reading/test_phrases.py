"""What an editor writes inside paragraphs, headings and cells, as readers get it, and what is refused there."""

from __future__ import annotations

import pytest

from site_src.reading.body import Fault, read


def shown(text: str) -> str:
    """Show one paragraph that is without fault, without its <p>."""
    body, faults = read(text, slug="x")
    assert faults == ()
    html = str(body.html(lambda link: f"/{link.kind}/{link.target}"))
    return html.removeprefix("<p>").removesuffix("</p>\n")


def faults_of(text: str) -> tuple[Fault, ...]:
    return read(text, slug="x")[1]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "*a* _b_ **c** __d__ ***e***",
            "<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <em><strong>e</strong></em>",
        ),
        ("~~gone~~ ~kept~", "<s>gone</s> ~kept~"),
        ("`a < b` ``c ` d``", "<code>a &lt; b</code> <code>c ` d</code>"),
        ("one\ntwo  \nthree\\\nfour", "one\ntwo<br>\nthree<br>\nfour"),
        (r"\*no\* \[no](b) \`no\` \# &amp; &copy; &#233;", "*no* [no](b) `no` # &amp; © é"),
        ('"quotes" -- and --- (c) 1/2 ...', '"quotes" -- and --- (c) 1/2 ...'),
        ("5 < 6 & 7 > 6", "5 &lt; 6 &amp; 7 &gt; 6"),
        ("<b onclick='x'>bold</b> <!-- no -->", "&lt;b onclick='x'&gt;bold&lt;/b&gt; &lt;!-- no --&gt;"),
        (
            "https://example.org www.example.org desk@example.org",
            "https://example.org www.example.org desk@example.org",
        ),
    ],
)
def test_markup_of_words(text: str, html: str) -> None:
    assert html == shown(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[the *plan*](claim:plan)", '<a href="/claim/plan">the <em>plan</em></a>'),
        (
            "[a](source:b) [a](topic:b) [a](page:b)",
            '<a href="/source/b">a</a> <a href="/topic/b">a</a> <a href="/page/b">a</a>',
        ),
        ("[the bill](file:bill.pdf)", '<a href="/file/bill.pdf">the bill</a>'),
        ("[a](https://example.org/é?b=1&c=2)", '<a href="https://example.org/é?b=1&amp;c=2">a</a>'),
        ("[a](<https://example.org/(b)>)", '<a href="https://example.org/(b)">a</a>'),
        ("[write](mailto:desk@example.org?subject=Hi)", '<a href="mailto:desk@example.org?subject=Hi">write</a>'),
        ("<https://example.org/?a&b>", '<a href="https://example.org/?a&amp;b">https://example.org/?a&amp;b</a>'),
        ("<desk@example.org>", '<a href="mailto:desk@example.org">desk@example.org</a>'),
        ('[a](claim:b "The \\"title\\" & more")', '<a href="/claim/b" title="The &quot;title&quot; &amp; more">a</a>'),
        (
            "[a][1] [1] [1][]\n\n[1]: claim:b 'T'",
            '<a href="/claim/b" title="T">a</a> ' + '<a href="/claim/b" title="T">1</a> ' * 2,
        ),
        (
            "![A *big* bridge](file:bridge.png 'T')",
            '<img src="/file/bridge.png" alt="A big bridge" title="T" loading="lazy" decoding="async">',
        ),
        (
            '[![A "bridge"](file:b.png)](claim:c)',
            '<a href="/claim/c"><img src="/file/b.png" alt="A &quot;bridge&quot;" loading="lazy" decoding="async"></a>',
        ),
    ],
)
def test_links_and_pictures(text: str, html: str) -> None:
    assert html.strip() == shown(text)


@pytest.mark.parametrize("written", ["#how-we-counted", "#how%2Dwe-counted"])
def test_a_link_to_a_heading_is_written_with_its_words_and_arrives_at_its_id(written: str) -> None:
    body, faults = read(f"[see]({written})\n\n## How we counted", slug="x")
    assert faults == ()
    assert body.html(str) == (
        '<p><a href="#s-how-we-counted">see</a></p>\n<h2 id="s-how-we-counted">How we counted</h2>\n'
    )
    assert body.links[0].target == "how-we-counted"


@pytest.mark.parametrize("written", ["#été", "#%C3%A9t%C3%A9", "#e\u0301te\u0301"])
def test_a_heading_in_any_script_can_be_linked_as_typed_or_as_browsers_copy_it(written: str) -> None:
    body, faults = read(f"## Été\n\n[a]({written})", slug="x")
    assert faults == ()
    assert body.html(str) == '<h2 id="s-été">Été</h2>\n<p><a href="#s-été">a</a></p>\n'


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("#How-we-counted", "Write #how-we-counted."),
        ("#s-how-we-counted", "Write #how-we-counted."),
        ("#how-we-countd", "Did you mean #how-we-counted?"),
        ("#fn-x-1", "Write # and the words of a heading in small letters, joined by hyphens."),
        ("#", "Write # and the words of a heading in small letters, joined by hyphens."),
    ],
)
def test_a_link_to_no_heading_is_told_with_the_nearest(link: str, hint: str) -> None:
    text = f"## How we counted\n\nSee[^1] [there]({link}).\n\n[^1]: Note."
    message = f"No heading here has the anchor “{link}”."
    assert faults_of(text) == (Fault("body-fragment", message, hint, 3, 9),)


def test_a_link_to_a_heading_in_a_text_without_any_is_told() -> None:
    message = "No heading here has the anchor “#sum”."
    assert faults_of("[a](#sum)") == (Fault("body-fragment", message, "This text has no headings.", 1, 1),)


def test_a_destination_that_is_refused_is_told_and_its_words_stay() -> None:
    text = "See [the *plan*](/claims/plan/) and\n<javascript:alert(1)>."
    body, faults = read(text, slug="x")
    assert [(fault.rule, fault.hint.split(" ")[0], fault.line, fault.column) for fault in faults] == [
        ("body-link", "Write", 1, 5),
        ("body-link", "Links", 2, 1),
    ]
    assert faults[0].message.startswith("“/claims/plan/” leads nowhere")
    assert faults[0].hint == "Write claim:plan."
    assert body.html(str) == "<p>See the <em>plan</em> and\njavascript:alert(1).</p>\n"
    assert body.links == ()


@pytest.mark.parametrize(
    "text",
    [
        "[a](&#106;avascript:b)",
        "[a](java&#10;script:b)",
        "[a](<javascript:b>)",
        "[a](JavaScript:b)",
        "[a]\n\n[a]: javascript:b",
        "[a](vbscript:b)",
        "[a](data:text/html;base64,b)",
        "[a](//example.org)",
        "[a](\\\\example.org)",
        "<data:text/html,b>",
    ],
)
def test_no_spelling_of_a_forbidden_destination_becomes_a_link(text: str) -> None:
    body, faults = read(text, slug="x")
    assert [fault.rule for fault in faults] == ["body-link"]
    assert "<a" not in body.html(str)


def test_a_bad_definition_is_told_once_where_it_is_written() -> None:
    text = "[one][site] and [two][site]\n\n> [site]: www.example.org\n"
    message = "“www.example.org” leads nowhere: it is neither a complete web address nor an entry by kind and slug."
    hint = "Write it in full, such as https://www.example.org"
    assert faults_of(text) == (Fault("body-link", message, hint, 3, 3),)


@pytest.mark.parametrize(
    ("text", "found", "column"),
    [
        ("See [the plan](claim:the plan) now", "[the plan](claim:the plan)", 5),
        ("See [the plan](claim: plan) now", "[the plan](claim: plan)", 5),
        ("See [the plan](claim:plan now", "[the plan](claim:plan now", 5),
        ("[a](claim:b) and [the plan](the plan)", "[the plan](the plan)", 18),
    ],
)
def test_what_looks_like_a_link_and_is_none_is_told(text: str, found: str, column: int) -> None:
    message = f"“{found}” cannot be read as a link."
    hint = "An address has no spaces, and its bracket is closed: [the plan](claim:twelve-billion-plan)."
    assert faults_of(text) == (Fault("body-link", message, hint, 1, column),)


def test_a_link_around_a_link_is_told_as_one_that_cannot_be_read() -> None:
    body, (fault,) = read("[see *the [law](page:law)* and more](claim:plan)", slug="x")
    assert (fault.message, fault.column) == ("“ and more](claim:plan)” cannot be read as a link.", 27)
    assert [link.target for link in body.links] == ["law"]


def test_brackets_that_are_code_or_escaped_are_no_links() -> None:
    assert shown(r"`[a](b c)` \[a](b c) a\](b c") == "<code>[a](b c)</code> [a](b c) a](b c"


@pytest.mark.parametrize("text", ["[](claim:a)", "[ ](claim:a)", "[\n](claim:a)"])
def test_a_link_without_words_is_told(text: str) -> None:
    hint = "Write between the brackets what it leads to: [the plan](claim:twelve-billion-plan)."
    assert faults_of(text) == (Fault("body-link", "This link has no words.", hint, 1, 1),)


def test_a_link_inside_a_link_is_told() -> None:
    body, faults = read("[see <https://example.org>](claim:a)", slug="x")
    hint = "Take its < and > away, or the link around it."
    assert faults == (Fault("body-link", "“https://example.org” is a link inside a link.", hint, 1, 6),)
    assert body.html(lambda _: "/a") == '<p><a href="/a">see https://example.org</a></p>\n'


def test_a_picture_without_words_is_told() -> None:
    message = "This picture has no words for those who do not see it."
    hint = "Write between the brackets what it shows: ![The bridge in March](file:bridge.png)."
    assert faults_of("Here:\n![ ](file:bridge.png)") == (Fault("body-image", message, hint, 2, 1),)


def test_a_picture_from_elsewhere_is_told_and_its_words_stay() -> None:
    body, faults = read("Look: ![The <bridge>](https://example.org/Big_Bridge.JPG)", slug="x")
    message = "A picture cannot come from “https://example.org/Big_Bridge.JPG”."
    hint = "Put the picture into files/ and write file:big-bridge.jpg."
    assert faults == (Fault("body-image", message, hint, 1, 7),)
    assert body.html(str) == "<p>Look: The &lt;bridge&gt;</p>\n"


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("a &#8238;b", "U+202E", 3),
        ("a &#x2028; b", "U+2028", 3),
        ("a *b&#12;*", "U+000C", 5),
        ('[a](claim:b "c&#8237;")', "U+202D", 1),
        ("![a&#13;b](file:b.png)", "U+000D", 1),
    ],
)
def test_a_character_that_no_text_may_hold_cannot_come_in_as_a_code(text: str, code: str, column: int) -> None:
    body, faults = read(text, slug="x")
    message = f"Here stands a code for the invisible character {code}, which no text may hold."
    hint = "Take the code out; it begins with & and ends with ;."
    assert faults == (Fault("characters", message, hint, 1, column),)
    assert not set("\u202e\u202d\u2028\x0c\r") & set(f"{body.html(str)}{body.text}")


def test_faults_come_in_the_order_of_the_text() -> None:
    text = "[a](b)[^2]\n\n# c\n\n![](file:d.png)\n\n[^1]: [e](f)"
    assert [(fault.rule, fault.line) for fault in faults_of(text)] == [
        ("body-link", 1),
        ("body-footnote", 1),
        ("heading-level", 3),
        ("body-image", 5),
        ("body-footnote", 7),
        ("body-link", 7),
    ]


def test_a_title_that_is_used_over_and_over_cannot_fill_the_memory() -> None:
    (fault,) = faults_of(f"[a] [a]\n\n[a]: claim:b '{'c' * 2001}'")
    assert (fault.rule, fault.line) == ("body-link", 3)
    assert fault.message.endswith("has 2,001 characters, and may have 2,000.")

"""What CommonMark 0.31.2 says of each of its sections holds here, but for differences that are meant and named.

Every section has examples of its own words. CommonMark's own 652 are taken by `python -m tests.commonmark FILE`.
"""

from __future__ import annotations

import io
import json
import tarfile
from typing import TYPE_CHECKING

import pytest

from tests.commonmark import MEANT, Example, UnmeantError, differences, examples, main

if TYPE_CHECKING:
    from pathlib import Path

# Section, what is typed, what CommonMark makes of it, and the rules by which it comes out otherwise here.
EXAMPLES: tuple[tuple[str, str, str, set[str]], ...] = (
    ("Tabs", "\tthe toll\trose", "<pre><code>the toll\trose\n</code></pre>", set()),
    ("Tabs", "-\ttoll\n\n\tferry", "<ul><li><p>toll</p><p>ferry</p></li></ul>", set()),
    ("Backslash escapes", r"\*not so\* \# \& \\", r"<p>*not so* # &amp; \</p>", set()),
    ("Backslash escapes", r"\w \7 `\*`", r"<p>\w \7 <code>\*</code></p>", set()),
    ("Backslash escapes", "one\\\ntwo", "<p>one<br />\ntwo</p>", set()),
    (
        "Entity and numeric character references",
        "&copy; &auml; &#8364; &#x41; &nix; &#0;",
        "<p>© ä € A &amp;nix; \ufffd</p>",
        set(),
    ),
    ("Entity and numeric character references", "&#42;toll&#42;", "<p>*toll*</p>", set()),
    ("Precedence", "- `toll\n- ferry`", "<ul><li>`toll</li><li>ferry`</li></ul>", set()),
    ("Thematic breaks", "***\n- - -\n __ ___\n__", "<hr /><hr /><hr /><p>__</p>", set()),
    ("Thematic breaks", "toll\n***\nferry\n--", "<p>toll</p><hr /><h2>ferry</h2>", {"heading-anchor"}),
    ("ATX headings", "## The toll ##\n####### seven", "<h2>The toll</h2><p>####### seven</p>", {"heading-anchor"}),
    ("ATX headings", "#toll\n\\## toll\n###### six", "<p>#toll\n## toll</p><h6>six</h6>", {"heading-anchor"}),
    ("ATX headings", "# The toll", "<h1>The toll</h1>", {"heading-anchor", "heading-level"}),
    ("ATX headings", "## ##", "<h2></h2>", {"heading-anchor", "heading-empty"}),
    ("Setext headings", "The toll\nrose\n---", "<h2>The toll\nrose</h2>", {"heading-anchor"}),
    ("Setext headings", "The toll\n=", "<h1>The toll</h1>", {"heading-anchor", "heading-level"}),
    ("Setext headings", "> toll\n---", "<blockquote><p>toll</p></blockquote><hr />", set()),
    ("Indented code blocks", "    toll\n\n      *rose*", "<pre><code>toll\n\n  *rose*\n</code></pre>", set()),
    ("Indented code blocks", "toll\n    rose", "<p>toll\nrose</p>", set()),
    ("Fenced code blocks", "~~~\ntoll < 3\n~~~", "<pre><code>toll &lt; 3\n</code></pre>", set()),
    ("Fenced code blocks", "```\ntoll\n", "<pre><code>toll\n</code></pre>", set()),
    ("Fenced code blocks", "````\n```\n````", "<pre><code>```\n</code></pre>", set()),
    (
        "Fenced code blocks",
        "```csv x\ntoll\n```",
        '<pre><code class="language-csv">toll\n</code></pre>',
        {"code-language"},
    ),
    ("HTML blocks", "<div>\n*toll*\n</div>", "<div>\n*toll*\n</div>", {"raw-html"}),
    ("HTML blocks", "<!-- toll -->", "<!-- toll -->", {"raw-html"}),
    ("HTML blocks", "<script>\nalert(1)\n</script>", "<script>\nalert(1)\n</script>", {"raw-html"}),
    (
        "Link reference definitions",
        "[toll]: https://example.org/toll 'The toll'\n\n[Toll]",
        '<p><a href="https://example.org/toll" title="The toll">Toll</a></p>',
        set(),
    ),
    ("Link reference definitions", "[toll]: https://example.org/", "", set()),
    (
        "Link reference definitions",
        "[a]: https://example.org/1\n[a]: https://example.org/2\n\n[a][]",
        '<p><a href="https://example.org/1">a</a></p>',
        set(),
    ),
    ("Paragraphs", "  toll\n      rose\n\n\nferry", "<p>toll\nrose</p><p>ferry</p>", set()),
    ("Blank lines", "\n  \ntoll\n \n\n  rose\n\n", "<p>toll</p><p>rose</p>", set()),
    ("Block quotes", "> toll\nrose\n\nferry", "<blockquote><p>toll\nrose</p></blockquote><p>ferry</p>", set()),
    ("Block quotes", ">>toll", "<blockquote><blockquote><p>toll</p></blockquote></blockquote>", set()),
    ("List items", "1. toll\n\n   rose", "<ol><li><p>toll</p><p>rose</p></li></ol>", set()),
    ("List items", "007) toll\n\n-one\n2.two", '<ol start="7"><li>toll</li></ol><p>-one\n2.two</p>', set()),
    ("List items", "1234567890. toll", "<p>1234567890. toll</p>", set()),
    ("List items", "- toll\n -\n  - rose", "<ul><li>toll</li><li></li><li>rose</li></ul>", set()),
    ("Lists", "- toll\n+ rose", "<ul><li>toll</li></ul><ul><li>rose</li></ul>", set()),
    ("Lists", "- toll\n\n- rose", "<ul><li><p>toll</p></li><li><p>rose</p></li></ul>", set()),
    ("Lists", "In\n14. March", "<p>In\n14. March</p>", set()),
    ("Inlines", "`*toll`*", "<p><code>*toll</code>*</p>", set()),
    ("Code spans", "`` a`b ``, ` ` and `a\nb`", "<p><code>a`b</code>, <code> </code> and <code>a b</code></p>", set()),
    ("Code spans", "`toll\\`rose`", "<p><code>toll\\</code>rose`</p>", set()),
    ("Emphasis and strong emphasis", "*a* _b_", "<p><em>a</em> <em>b</em></p>", set()),
    ("Emphasis and strong emphasis", "**a** __b__", "<p><strong>a</strong> <strong>b</strong></p>", set()),
    ("Emphasis and strong emphasis", "snake_case_name 5*6*7", "<p>snake_case_name 5<em>6</em>7</p>", set()),
    ("Emphasis and strong emphasis", "***a** b*", "<p><em><strong>a</strong> b</em></p>", set()),
    ("Emphasis and strong emphasis", "* a* ** b** **", "<ul><li>a* ** b** **</li></ul>", set()),
    ("Emphasis and strong emphasis", "*(*toll*)* *$*a", "<p><em>(<em>toll</em>)</em> *$*a</p>", set()),
    ("Emphasis and strong emphasis", "~~toll~~ ~rose~", "<p>~~toll~~ ~rose~</p>", {"strikethrough"}),
    ("Links", "[a](https://example.org/a?b=(1)#c)", '<p><a href="https://example.org/a?b=(1)#c">a</a></p>', set()),
    (
        "Links",
        '[*a* `b`](<https://example.org/> "c")',
        '<p><a href="https://example.org/" title="c"><em>a</em> <code>b</code></a></p>',
        set(),
    ),
    ("Links", "[a](https://example.org/%20%C3%A4)", '<p><a href="https://example.org/%20%C3%A4">a</a></p>', set()),
    ("Links", "[a](http://a.example/ä)", '<p><a href="http://a.example/%C3%A4">a</a></p>', {"address-as-typed"}),
    ("Links", "[a](/toll) [b](toll.md)", '<p><a href="/toll">a</a> <a href="toll.md">b</a></p>', {"link-refused"}),
    ("Links", "[a](javascript:alert%281%29)", '<p><a href="javascript:alert%281%29">a</a></p>', {"link-refused"}),
    ("Links", "[a](#toll)", '<p><a href="#toll">a</a></p>', {"link-refused"}),
    ("Links", "[a](the toll)", "<p>[a](the toll)</p>", {"nearly-a-link"}),
    ("Links", "[a] (b) [c", "<p>[a] (b) [c</p>", set()),
    ("Images", "![The *toll*](/toll.png)", '<p><img src="/toll.png" alt="The toll" /></p>', {"picture-refused"}),
    ("Images", "!\\[toll]", "<p>![toll]</p>", set()),
    ("Autolinks", "<http://a.example/?b&c>", '<p><a href="http://a.example/?b&c">http://a.example/?b&c</a></p>', set()),
    ("Autolinks", "<desk@example.org>", '<p><a href="mailto:desk@example.org">desk@example.org</a></p>', set()),
    ("Autolinks", "<tel:1> http://a.example", '<p><a href="tel:1">tel:1</a> http://a.example</p>', {"link-refused"}),
    ("Raw HTML", "a <b onclick=x>toll</b> <br/>", "<p>a <b onclick=x>toll</b> <br/></p>", {"raw-html"}),
    ("Raw HTML", "3 < 4 <5> </ a>", "<p>3 &lt; 4 &lt;5&gt; &lt;/ a&gt;</p>", set()),
    ("Hard line breaks", "toll  \nrose\\\nagain  ", "<p>toll<br />\nrose<br />\nagain</p>", set()),
    ("Soft line breaks", "toll \n rose", "<p>toll\nrose</p>", set()),
    ("Textual content", "\"toll\" -- it's ...  €5 & 漢字", "<p>&quot;toll&quot; -- it's ...  €5 &amp; 漢字</p>", set()),
)  # fmt: skip
SECTIONS = (
    "Tabs", "Backslash escapes", "Entity and numeric character references", "Precedence", "Thematic breaks",
    "ATX headings", "Setext headings", "Indented code blocks", "Fenced code blocks", "HTML blocks",
    "Link reference definitions", "Paragraphs", "Blank lines", "Block quotes", "List items", "Lists", "Inlines",
    "Code spans", "Emphasis and strong emphasis", "Links", "Images", "Autolinks", "Raw HTML", "Hard line breaks",
    "Soft line breaks", "Textual content",
)  # fmt: skip
SPEC = """\
# Inlines

## Code spans

```````````````````````````````` example
`a→b`
.
<p><code>a→b</code></p>
````````````````````````````````

## Links

```````````````````````````````` example
[a](/b)
.
<p><a href="/b">a</a></p>
````````````````````````````````

<!-- END TESTS -->

## Not an example
"""


@pytest.mark.parametrize(("section", "markdown", "html", "rules"), EXAMPLES)
def test_it_is_read_as_commonmark_says_but_for_what_is_meant(
    section: str, markdown: str, html: str, rules: set[str]
) -> None:
    assert rules == differences(Example(markdown, html, section))


def test_every_section_and_every_difference_has_an_example() -> None:
    assert {section for section, *_ in EXAMPLES} == set(SECTIONS)
    assert {rule for *_, rules in EXAMPLES for rule in rules} == set(MEANT)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*a*", "<p><strong>a</strong></p>"),
        ("a", "<p>a"),
        ("a\n\nb", "<p>a\nb</p>"),
        ("[a](https://example.org/b)", '<p><a href="https://example.org/c">a</a></p>'),
        ("a", '<p><a href="/b">a</a></p>'),
        ("a", '<p><img src="/b" alt="a" /></p>'),
        ("## a", "<h1>a</h1>"),
        ("<b>a</b>", "<p>a</p>"),
        ("~~a~~", "<p>a</p>"),
        ("a[^b]", "<p>a[^b]</p>"),
        ("    a  b", "<pre><code>a b</code></pre>"),
    ],
)
def test_what_is_not_meant_is_found(markdown: str, html: str) -> None:
    with pytest.raises(UnmeantError):
        differences(Example(markdown, html, "Inlines"))


def test_commonmarks_own_examples_are_read_from_its_text_from_json_and_from_the_package(tmp_path: Path) -> None:
    wanted = [
        Example("`a\tb`\n", "<p><code>a\tb</code></p>\n", "Code spans"),
        Example("[a](/b)\n", '<p><a href="/b">a</a></p>\n', "Links"),
    ]
    text, listed, package = tmp_path / "spec.txt", tmp_path / "spec.json", tmp_path / "commonmark-spec.tgz"
    text.write_text(SPEC, encoding="utf-8")
    listed.write_text(json.dumps([{**example._asdict(), "example": 1} for example in wanted]), encoding="utf-8")
    with tarfile.open(package, "w:gz") as packed:
        member = tarfile.TarInfo("package/spec.txt")
        member.size = len(SPEC.encode())
        packed.addfile(member, io.BytesIO(SPEC.encode()))
    assert [examples(file) for file in (text, listed, package)] == [wanted] * 3


@pytest.mark.parametrize(
    ("html", "code", "told"),
    [
        ("<p><code>a→b</code></p>", 0, "2 examples: 1 alike, 1 meant, 0 not meant\n"),
        ("<p>a→b</p>", 1, "2 examples: 0 alike, 1 meant, 1 not meant\n"),
    ],
)
def test_the_command_counts_and_fails_at_what_is_not_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], html: str, code: int, told: str
) -> None:
    file = tmp_path / "spec.txt"
    file.write_text(SPEC.replace("<p><code>a→b</code></p>", html), encoding="utf-8")
    assert main(file) == code
    printed = capsys.readouterr().out
    assert printed.startswith(told)
    assert "\n   1 link-refused: " in printed

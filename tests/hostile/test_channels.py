"""Whatever anybody wrote is words in every channel: terminal, workflow log, Markdown, tables, XML, cards."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from site_src.cli.terminal import refuse
from site_src.diagnostics import report
from site_src.diagnostics.finding import Finding, Place
from site_src.editing.comparing import compare
from site_src.editing.comparing.markdown import markdown
from site_src.editing.comparing.plain_words import words
from site_src.editing.links import account
from site_src.outputs import admin
from site_src.rendering.cards import png
from site_src.views.desk import admin_page, desk_settings
from tests.editions import TEMPLATES, edition, files_of, links, templates
from tests.hostile.hostile_bytes import ODD
from tests.hostile.payloads import PAYLOADS, harbour_with, harbour_with_all
from tests.hostile.shape import shape

if TYPE_CHECKING:
    from collections.abc import Mapping

TERMINAL = (
    "\x1b[2J\x1b[1;1H",
    "\x1b]8;;https://example.org\x1b\\words\x1b]8;;\x1b\\",
    "\x1b]0;title\x07",
    "\x9b31mred",
    "words\rother",
    "a\x08\x08b",
    "\u202egnp.exe",
    "a\u2066b\u2069",
    "line\n::error::words",
    "line\r\n##[error]words",
    "##[group]words",
    "::stop-commands::words",
    "``` words ~~~",
    "\x00\x7f\x85\u2028\u2029\ufeff",
)
ALL = PAYLOADS + TERMINAL
# What GitHub reads in a line of a log (actions/runner): a command at its beginning, or an older one anywhere.
COMMAND = re.compile(r"^\s*::(error|warning) ([^\n]*?)::([^\n]*)$")
GITHUB = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
ADMIN = re.compile(r"admin: \S+")
FORMULA = re.compile(r"[ ]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script', re.DOTALL)
CARD = "cards/card.typ"
TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
MARKDOWN = {"h2", "h3", "ul", "li", "p", "strong", "s", "a"} | TABLE
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def found(text: str) -> Finding:
    return Finding(Place(f"content/claims/{text}.md", 1, 3), "rule", text, text)


@pytest.mark.parametrize("text", ALL)
def test_a_terminal_is_told_words_and_nothing_that_it_obeys(text: str) -> None:
    told = report.text([found(text)], lambda _: [text])
    assert hidden(told.replace("\n", "")) == set()
    assert told.count("\n") == 6
    assert not re.search(r"##\[|^\s*::", told, re.MULTILINE)


@pytest.mark.parametrize("text", ALL)
def test_a_workflow_is_told_one_command_for_one_finding(text: str) -> None:
    (line,) = report.github([found(text)]).splitlines()
    command = COMMAND.match(line)
    assert command
    assert "##[" not in line
    properties = dict(each.split("=", 1) for each in command[2].split(","))
    shown = report.visible(text).replace("##[", "##\u200b[")
    assert {key: unescaped(value) for key, value in properties.items()} == {
        "file": f"content/claims/{shown}.md", "line": "1", "col": "3", "title": "rule",
    }  # fmt: skip
    assert unescaped(command[3]) == f"{shown}\n{shown}"


@pytest.mark.parametrize("text", ALL)
def test_a_program_is_told_the_text_as_it_is(text: str) -> None:
    told = report.as_json([found(text)])
    assert told.isascii()
    assert not re.search(r"##\[|^\s*::", told, re.MULTILINE)
    assert [json.loads(told)[0][key] for key in ("file", "message", "hint")] == [
        f"content/claims/{text}.md",
        text,
        text,
    ]


@pytest.mark.parametrize("text", ALL)
def test_a_summary_of_links_shows_a_block_out_of_which_nothing_breaks(text: str) -> None:
    made = GITHUB.render(f"before\n\n{account.in_markdown([found(text)], lambda _: [text])}\nafter\n")
    assert elements(made) == ["p", "pre", "code", "p"]


@pytest.mark.parametrize("text", ALL)
def test_words_in_a_summary_are_words(text: str) -> None:
    shown = words(text)
    assert hidden(shown.replace("\u2060", "")) == set()
    assert elements(GITHUB.render(f"- {shown}\n")) == ["ul", "li"]
    assert elements(GITHUB.render(f"| a |\n| --- |\n| {shown} |\n")).count("td") == 1
    assert not re.search(r"##\[|^\s*::|@\w|#\d|GH-\d|\w://|www\.", shown)


def test_what_changed_is_told_in_the_markdown_of_the_program_alone() -> None:
    now, then = edition(harbour_with_all()), edition()
    for told in (markdown(compare(then, now), "https://example.org/preview"), markdown(compare(now, then), None)):
        assert len(told) > 5_000
        made = GITHUB.render(told)
        assert set(elements(made)) <= MARKDOWN
        assert {address[:27] for address in re.findall('href="([^"]*)"', made)} <= {"https://example.org/preview"}
        assert not re.search(r"##\[|^\s*::|@\w", told, re.MULTILINE)


def test_no_cell_of_a_table_is_a_formula() -> None:
    formulas = [text for text in PAYLOADS if FORMULA.match(text)]
    assert len(formulas) > 3
    for files in (site(), *(files_of(edition(harbour_with(text))) for text in formulas)):
        tables = [content for path, content in files.items() if path.endswith(".csv") and not path.startswith("files/")]
        cells = [cell for table in tables for row in rows(table) for cell in row]
        assert [cell for cell in cells if FORMULA.match(cell) and not NUMBER.fullmatch(cell)] == []
        assert files is site() or any(cell.startswith("'") and cell[1:] in formulas for cell in cells)


def test_feeds_and_maps_hold_what_xml_can_hold_and_nothing_else() -> None:
    odd = edition(harbour_with("x".join(sign for sign in ODD.values() if len(sign) == 1)))
    for files in (site(), files_of(odd)):
        documents = [content for path, content in files.items() if path.endswith((".xml", ".svg"))]
        assert len(documents) > 3
        for content in documents:
            assert not NOT_XML.search(content.decode())
            assert b"<!ENTITY" not in content
            etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def test_a_script_element_of_data_cannot_be_left() -> None:
    pages = [content.decode() for path, content in site().items() if path.endswith(".html")]
    data = [each for page in pages for each in DATA.findall(page)]
    assert len(data) > 5
    for each in data:
        assert not re.search("[<>&\u2028\u2029]", each)
        json.loads(each)
    for page in pages:
        assert {node.attributes.get("type") for node in LexborHTMLParser(page).css("script:not([src])")} <= {
            "application/ld+json"
        }


@pytest.mark.parametrize("text", PAYLOADS)
def test_the_settings_of_the_editors_page_keep_their_shape(text: str) -> None:
    assert settings(text) == settings("".join(sign if sign in " 0123456789.[]" else "x" for sign in text))


@pytest.mark.parametrize("text", [*PAYLOADS, '#eval("1") #include("/etc/passwd")', '#read("/etc/passwd")', "\\u{41}@a"])
def test_a_card_shows_a_text_whatever_it_means_to_the_program_that_draws(text: str) -> None:
    card = {"publication": text, "claim": text, "language": "en", "region": "", "direction": "ltr", "rating": text}
    drawn = png((TEMPLATES / CARD).read_bytes(), CARD, card | {"tone": "warning", "checked": text, "drawn_by": ""})
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize("text", TERMINAL)
def test_a_refusal_is_told_in_words(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        refuse(text, text)
    assert hidden(capsys.readouterr().err.replace("\n", "")) == set()


def hidden(text: str) -> set[str]:
    """Give the signs of a text that a terminal obeys or that turn it; joiners are part of how scripts are spelled."""
    signs = set(text) - set("\u200b\u200c\u200d")
    return {sign for sign in signs if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")}


def unescaped(value: str) -> str:
    """Give what GitHub reads in an escaped value of a command."""
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(code, sign)
    return value


def elements(made: str) -> list[str]:
    """Give the elements of HTML that a Markdown program made, in their order."""
    return re.findall(r"<([a-z][a-z0-9]*)", made)


def rows(table: bytes) -> list[list[str]]:
    """Give the rows of a table."""
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def settings(text: str) -> list[object]:
    """Give the shapes of the pages and settings for editors in harbour with a text in every field."""
    files = harbour_with(text)
    switched = ADMIN.sub("admin: true", str(files["site.yaml"]))
    files["site.yaml"] = switched.replace("https://example.org/editors/harbour", "https://github.com/owner/harbour")
    it = edition(files)
    made = [("a.html", admin_page(it, links(it, "admin/"))), ("a.json", desk_settings(it, links(it, "admin/desk/")))]
    return [shape(name, admin.render(view, templates())) for name, view in made]


@lru_cache(maxsize=1)
def site() -> Mapping[str, bytes]:
    """Give the files of harbour with every payload in some field of it."""
    return files_of(edition(harbour_with_all()))

"""Notes below a text: numbered as they are used, with ways there and back; what is amiss with them is told."""

from __future__ import annotations

import re

import pytest

from site_src.reading.body import Fault, read


def shown(text: str) -> str:
    """Show a body of the claim `sum` that is without fault."""
    body, faults = read(text, slug="sum")
    assert faults == ()
    return str(body.html(lambda link: f"/{link.kind}/{link.target}"))


def faults_of(text: str) -> tuple[Fault, ...]:
    return read(text, slug="sum")[1]


def back(place: str, name: str, sign: str = "") -> str:
    return (
        f' <a class="footnote-back" href="#fnref-sum-{place}" role="doc-backlink" aria-label="{name}">↩\ufe0e{sign}</a>'
    )


def ref(number: int, place: str) -> str:
    link = f'<a href="#fn-sum-{number}" id="fnref-sum-{place}" role="doc-noteref">[{number}]</a>'
    return f'<sup class="footnote-ref">{link}</sup>'


SECTION = '<section class="footnotes" role="doc-endnotes" aria-label="Notes">\n<ol>\n'


def test_a_note_is_linked_from_the_text_and_leads_back() -> None:
    assert shown("The sum.[^why]\n\n[^why]: By [our count](claim:count).") == (
        f"<p>The sum.{ref(1, '1')}</p>\n{SECTION}"
        f'<li id="fn-sum-1"><p>By <a href="/claim/count">our count</a>.{back("1", "Back to the text")}</p>\n</li>\n'
        "</ol>\n</section>\n"
    )


def test_a_note_that_is_used_twice_leads_back_to_both_places() -> None:
    assert shown("a[^n] b[^n]\n\n[^n]: c") == (
        f"<p>a{ref(1, '1')} b{ref(1, '1.2')}</p>\n{SECTION}"
        f'<li id="fn-sum-1"><p>c{back("1", "Back to the text")}'
        f"{back('1.2', 'Back to the text (2)', '<sup>2</sup>')}</p>\n</li>\n</ol>\n</section>\n"
    )


def test_a_note_may_have_paragraphs_and_end_in_a_list() -> None:
    html = shown("a[^n]\n\n[^n]:\n    one\n\n    - two\n\nb")
    assert html == (
        f"<p>a{ref(1, '1')}</p>\n<p>b</p>\n{SECTION}"
        f'<li id="fn-sum-1"><p>one</p>\n<ul>\n<li>two</li>\n</ul>\n{back("1", "Back to the text")}</li>\n'
        "</ol>\n</section>\n"
    )


def test_notes_are_numbered_as_readers_meet_them_wherever_they_are_written() -> None:
    text = "[^c]: third\n\na[^a]\n\n[^a]: first, see[^b]\n\nb[^c]\n\n[^b]: last"
    html = shown(text)
    assert re.findall(r'<li id="fn-sum-(\d)"><p>(\w+)', html) == [("1", "first"), ("2", "third"), ("3", "last")]
    assert re.findall(r">\[(\d)\]<", html) == ["1", "2", "3"]


def test_a_note_may_be_written_inside_another_block_and_leaves_it_whole() -> None:
    html = shown("> a[^1]\n>\n> [^1]: > b[^2]\n>     > [^2]: c\n\nd")
    assert html.startswith(f"<blockquote>\n<p>a{ref(1, '1')}</p>\n</blockquote>\n<p>d</p>\n{SECTION}")
    assert html.count("<blockquote>") == html.count("</blockquote>") == 2


def test_a_note_that_is_not_written_is_told_once_and_stays_text() -> None:
    body, faults = read("a[^gone] and\nb[^gone]", slug="sum")
    message = "The note “[^gone]” is not written anywhere."
    hint = "Begin a line with [^gone]: and write the note there. Where no note is meant, write \\[^gone]."
    assert faults == (Fault("body-footnote", message, hint, 1, 2),)
    assert body.html(str) == "<p>a[^gone] and\nb[^gone]</p>\n"


def test_escaped_and_coded_notes_are_text() -> None:
    assert shown(r"\[^a] `[^a]`") == "<p>[^a] <code>[^a]</code></p>\n"


def test_a_note_that_is_not_used_is_told() -> None:
    message = "The note “[^n]” is not used anywhere."
    hint = "Write [^n] where the note belongs, or delete it."
    assert faults_of("a\n\n > [^n]: b") == (Fault("body-footnote", message, hint, 3, 4),)


def test_a_note_that_is_used_by_itself_alone_is_told() -> None:
    assert [fault.message for fault in faults_of("a\n\n[^n]: b[^n]")] == ["The note “[^n]” is not used anywhere."]


def test_a_note_that_is_written_twice_is_told_at_the_second() -> None:
    message = "The note “[^n]” is written twice."
    assert faults_of("a[^n]\n\n[^n]: b\n\n[^n]: c") == (
        Fault("body-footnote", message, "Give one of the two another name.", 5, 1),
    )


def test_what_is_wrong_in_a_note_that_is_not_used_is_told_too() -> None:
    assert [(fault.rule, fault.line, fault.column) for fault in faults_of("a\n\n[^n]: [b](c)")] == [
        ("body-footnote", 3, 1),
        ("body-link", 3, 7),
    ]


@pytest.mark.parametrize("text", ["a[^my note] b", "[^my note]: b"])
def test_a_space_in_the_name_of_a_note_is_told(text: str) -> None:
    hint = "A note's name has no spaces: write [^my-note]."
    place = (1, text.index("[") + 1)
    assert faults_of(text) == (Fault("body-footnote", "“[^my note]” cannot be read as a note.", hint, *place),)


def test_a_note_and_a_definition_of_one_name_are_two_things() -> None:
    text = "a[^B] [B]\n\n[B]: claim:b\n\n[^b]: c"
    assert [(fault.rule, fault.line, fault.column) for fault in faults_of(text)] == [
        ("body-footnote", 1, 2),
        ("body-footnote", 5, 1),
    ]

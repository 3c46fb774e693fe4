"""A record with its body and places, or what is wrong in its file."""

from __future__ import annotations

from site_src.diagnostics.finding import Severity
from site_src.models.page import Page
from site_src.models.publication import Publication
from site_src.models.ratings import RatingScale
from site_src.reading.entry import any_errors, read_entry, read_settings
from tests.editor import front, set_up, told, typed

FILE = "content/pages/2024/about.md"


def test_an_entry_is_record_body_and_places() -> None:
    text = front("title: About", "summary: Who we are.", body="See [how](page:how-we-check).\n")
    read = read_entry(Page, "pages", "about", text.encode(), file=FILE)
    assert read.findings == ()
    assert read.entry
    assert (read.entry.kind, read.entry.slug, read.entry.file) == ("pages", "about", FILE)
    assert (read.entry.record.title, read.entry.sound) == ("About", True)
    assert [(link.kind, link.target) for link in read.entry.body.links] == [("page", "how-we-check")]


def test_a_finding_of_a_later_check_stands_at_the_value_it_is_about() -> None:
    entry = typed(Page, front("title: About", "aliases:", "  - a", "  - b", body="x\ny")).entry
    assert entry
    finding = entry.finding(("aliases", 1), "alias", "Message.", "Hint.", severity=Severity.WARNING)
    assert str(finding.place) == "content/typed.md:5:5"
    assert (finding.rule, finding.message, finding.hint, finding.is_error) == ("alias", "Message.", "Hint.", False)
    assert str(entry.body_finding(2, 1, "link", "Message.").place) == "content/typed.md:8:1"


def test_mistakes_in_front_matter_and_body_are_told_together() -> None:
    text = front("title: About", "nav: first", "sumary: x", body="# About\n\nSee [it](nowhere).\n")
    read = typed(Page, text)
    assert told(read.findings) == ["3:6 number", "4:1 unknown-key", "6:1 heading-level", "8:5 body-link"]
    assert read.entry
    assert not read.entry.sound


def test_so_are_those_of_yaml_and_the_characters_of_a_file() -> None:
    read = typed(Page, front("title: About: us", "nav: first", body="a\x07b\n# c"))
    assert told(read.findings) == ["2:13 yaml", "3:6 number", "5:2 characters", "6:1 heading-level"]


def test_nothing_is_an_entry_without_front_matter() -> None:
    read = typed(Page, "title: About\n")
    assert (told(read.findings), read.entry) == (["1:1 front-matter"], None)


def test_notes_of_two_texts_on_one_page_do_not_meet() -> None:
    text = front("title: A", body="One[^1].\n\n[^1]: Note.\n").encode()
    first, second = (read_entry(Page, "pages", slug, text, file=FILE).entry for slug in ("one", "two"))
    assert first
    assert second
    assert first.body.html(lambda _: "") != second.body.html(lambda _: "")


def test_settings_are_entries_without_a_body() -> None:
    text = b"title: T\ntagline: L\nurl: https://example.org/\nlanguage: en\npublisher: {name: P, url: https://example.org/}\n"
    read = read_settings(Publication, "site.yaml", text)
    assert read.findings == ()
    assert read.entry
    assert (read.entry.file, read.entry.slug, read.entry.sound) == ("content/site.yaml", "site.yaml", True)
    assert str(read.entry.finding(("publisher", "name"), "r", "m").place) == "content/site.yaml:5:19"


def test_settings_that_are_a_list_keep_the_places_of_its_entries() -> None:
    read = set_up(RatingScale, "- {id: a, label: A, definition: D, tone: neutral}\n", list_key="ratings")
    assert read.entry
    assert str(read.entry.finding(("ratings", 0, "label"), "r", "m").place) == "content/typed.yaml:1:18"


def test_a_warning_is_no_error() -> None:
    entry = typed(Page, front("title: About")).entry
    assert entry
    warning = entry.finding((), "r", "m", severity=Severity.WARNING)
    assert not any_errors([warning])
    assert any_errors([warning, entry.finding((), "r", "m")])

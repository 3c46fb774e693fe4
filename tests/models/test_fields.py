"""The types of single fields: what each takes, and in which words it refuses the rest."""

from __future__ import annotations

import datetime
import unicodedata

import pytest
from pydantic import TypeAdapter, ValidationError

from site_src.models import fields
from site_src.models.record import Fault
from site_src.models.values import Figure, Number, PartialDate

TEXTS = [("Text40", 40), ("Text80", 80), ("Text140", 140), ("Text200", 200), ("Text400", 400), ("Statement", 300)]


@pytest.mark.parametrize(("field", "most"), TEXTS)
def test_a_text_has_at_most_so_many_characters(field: str, most: int) -> None:
    assert read(field, "a" * most) == "a" * most
    fault = refused(field, "a" * (most + 3))
    assert (fault.rule, fault.hint) == ("length", "Shorten it by 3.")


def test_characters_are_counted_as_readers_see_them_typed() -> None:
    decomposed = unicodedata.normalize("NFD", "é")
    assert len(decomposed) == 2
    read("Text40", decomposed * 40)
    read("Text40", "😀" * 40)
    assert "41" in refused("Text40", decomposed * 41).message


def test_a_statement_has_at_least_ten_characters() -> None:
    read("Statement", "It is old.")
    assert refused("Statement", "It is old").rule == "length"


def test_a_text_is_kept() -> None:
    for typed in ("no", "12:30", "0777", "<b>&amp;", "“quoted” – dashed", "\u200fעברית\u200e", "a\u200db", "नमस्ते"):
        assert read("Text", typed) == typed


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\r", "\x1b", "\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\u202d", "\u202e"]
)
def test_no_text_holds_controls_separators_or_overrides(character: str) -> None:
    for field in ("Text", "Text40", "Slug", "Url", "Language", "Contact", "Alias", "FileName"):
        fault = refused(field, f"a{character}b")
        assert fault.rule == "characters"
        assert f"U+{ord(character):04X}" in fault.message


@pytest.mark.parametrize(("value", "shape"), [(["a"], "a list"), ({"a": "b"}, "a group of keys")])
def test_a_list_or_group_is_no_text(value: object, shape: str) -> None:
    for field in ("Text", "Slug", "Url", "Language", "Contact", "Alias", "FileName", "Flag", "Whole", "Result"):
        fault = refused(field, value)
        assert fault.rule == "text"
        assert shape in fault.message


@pytest.mark.parametrize("typed", ["a", "0", "bridge-cost", "2024", "a-1-b", "false", "a" * 80])
def test_a_slug_has_small_letters_digits_and_single_hyphens(typed: str) -> None:
    assert read("Slug", typed) == typed


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("Bridge Cost", "write bridge-cost"),
        ("bridge_cost", "write bridge-cost"),
        ("bridge--cost", "write bridge-cost"),
        ("-bridge-", "write bridge"),
        ("Brücke", "write brucke"),
        ("claims/bridge.md", "write claims-bridge-md"),
        ("桥", "only."),
        ("a\n", "write a"),
        ("a" * 81, "At most 80 characters; it has 81."),
    ],
)
def test_the_hint_has_the_slug_that_was_likely_meant(typed: str, instead: str) -> None:
    fault = refused("Slug", typed)
    assert fault.rule == "slug"
    assert fault.hint.endswith(instead)


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "HTTPS://EXAMPLE.ORG/",
        "https://[2001:db8::1]/",
        "https://例え.jp/ニュース",
        "https://example.org/a@b",
        "https://example.org/%20",
    ],
)
def test_an_address_is_kept_as_it_was_typed(typed: str) -> None:
    assert read("Url", typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "example.org", "www.example.org", "//example.org", "/path", "https://", "https:///path", "https:example.org",
        "ftp://example.org", "javascript:alert(1)", "data:text/html,x", "mailto:desk@example.org", "file:a.pdf",
        "https://user@example.org", "https://user:pw@example.org", "https://@example.org", "https://exa mple.org",
        "https://example.org/a b", "https://example.org:99999", "https://example.org:x", "https://[::1",
        "https://example.org\\@example.net", 'https://example.org/"><script>', "https://example.org\u00a0",
    ],
)  # fmt: skip
def test_anything_but_a_complete_web_address_is_refused(typed: str) -> None:
    assert refused("Url", typed).rule == "url"


def test_the_hint_completes_an_address_that_begins_with_www() -> None:
    assert refused("Url", "www.example.org/a").hint.endswith("https://www.example.org/a")


@pytest.mark.parametrize(
    "typed",
    ["en", "pt-BR", "zh-Hans", "zh-Hant-TW", "es-419", "de-CH-1996", "sl-rozaj-biske", "en-x-house", "gsw", "EN-gb"],
)
def test_a_language_is_a_bcp_47_tag(typed: str) -> None:
    assert read("Language", typed) == typed


@pytest.mark.parametrize(
    "typed", ["English", "e", "en_GB", "en-", "-en", "en--GB", "en-GB-US", "12", "français", "en us"]
)
def test_anything_else_is_no_language(typed: str) -> None:
    assert "pt-BR" in refused("Language", typed).hint


@pytest.mark.parametrize("typed", ["file:bridge.png", "file:a-1.jpeg", "file:0.csv", "file:-.pdf"])
def test_a_file_is_named_with_its_kind(typed: str) -> None:
    assert read("FileName", typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "bridge.png",
        "file:Bridge.png",
        "file:a/b.png",
        "file:../a.png",
        "file:a.svg",
        "file:a.png.exe",
        "file:",
        "file:.png",
    ],
)
def test_anything_else_is_no_file(typed: str) -> None:
    assert refused("FileName", typed).rule == "file"


def test_a_flag_is_true_or_false() -> None:
    assert (read("Flag", "true"), read("Flag", "false")) == (True, False)
    for typed in ("yes", "no", "True", "1", "on", ""):
        assert refused("Flag", typed).rule == "flag"


def test_a_whole_number_has_digits_only() -> None:
    assert (read("Whole", "0"), read("Whole", "12"), read("Whole", 12)) == (0, 12, 12)
    for typed in ("-1", "1.0", "1e2", "01", "٣", "first", "9" * 7):
        assert refused("Whole", typed).rule == "number"


@pytest.mark.parametrize(
    "typed", ["former-slug", "/2024/bridge/", "/2024/bridge", "/Old_Page.html", "/a/~b/c.d-e", "/imprint"]
)
def test_an_alias_is_a_slug_or_a_path(typed: str) -> None:
    assert read("Alias", typed) == typed


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("Former Slug", "slug"), ("2024/bridge", "slug"), ("https://example.org/a", "slug"), ("/", "alias"),
        ("//", "alias"), ("//example.org", "alias"), ("/a//b", "alias"), ("/../a", "alias"), ("/a/./b", "alias"),
        ("/a?b", "alias"), ("/a#b", "alias"), ("/ä", "alias"), ("/a b", "alias"), ("/%2e%2e/", "alias"),
        ("/a\\b", "alias"),
    ],
)  # fmt: skip
def test_an_alias_leaves_no_way_out_of_the_site(typed: str, rule: str) -> None:
    assert refused("Alias", typed).rule == rule


@pytest.mark.parametrize("typed", ["desk@example.org", "desk+tips@news.example.org", "https://example.org/contact"])
def test_a_contact_is_an_address_of_mail_or_web(typed: str) -> None:
    assert read("Contact", typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "desk", "desk@", "@example.org", "desk@example", "desk@example..org", "Desk <desk@example.org>",
        "a@b.org, c@d.org", "a@b@example.org", "mailto:desk@example.org", "https://user@example.org",
        "javascript:alert(1)@example.org",
    ],
)  # fmt: skip
def test_anything_else_is_no_contact(typed: str) -> None:
    assert refused("Contact", typed).rule == "contact"


@pytest.mark.parametrize("typed", ["5.1", "-3", "21.4%", "1e3", "0%"])
def test_a_result_is_a_number_or_a_percentage(typed: str) -> None:
    assert read("Result", typed) == typed


@pytest.mark.parametrize("typed", ["", "%", "5,1", "5.1%%", "5.1 %", "5.1 million", "4 + 1", "½"])
def test_anything_else_is_no_result(typed: str) -> None:
    assert refused("Result", typed).rule in ("number", "text")


def test_dates_and_numbers_are_read_once() -> None:
    for field, typed, value in (
        ("Day", "2024-03-02", datetime.date(2024, 3, 2)),
        ("InferredDate", "~2024-03", PartialDate("2024-03", inferred=True)),
        ("Period", "2024", PartialDate("2024")),
        ("Amount", "0.01", Number("0.01")),
        ("Value", ["4", "4.5"], Figure(Number("4"), Number("4.5"))),
    ):
        assert read(field, typed) == read(field, value) == value


@pytest.mark.parametrize(
    ("field", "rule"),
    [("Day", "date"), ("InferredDate", "date"), ("Period", "date"), ("Amount", "number"), ("Value", "number")],
)
def test_what_is_no_date_or_number_is_told_under_its_rule(field: str, rule: str) -> None:
    for value in ("soon", {"a": "b"}, 2024, 20.24, True, datetime.datetime(2024, 3, 2, tzinfo=datetime.UTC)):
        assert refused(field, value).rule == rule


def read(field: str, value: object) -> object:
    """Gives what a type of field, such as Slug, makes of a value."""
    return TypeAdapter(getattr(fields, field)).validate_python(value)


def refused(field: str, value: object) -> Fault:
    """Gives the fault for which a field refuses a value; there is one."""
    with pytest.raises(ValidationError) as caught:
        read(field, value)
    (error,) = caught.value.errors()
    (fault,) = error["ctx"]["faults"]
    assert isinstance(fault, Fault)
    assert fault.message
    assert fault.hint
    return fault

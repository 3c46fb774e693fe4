"""A field and its JSON Schema take the same texts: who checks by the schema learns what the program will say."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from site_src.models import fields

TEXTS = [
    "a", "repair-cost", "Repair", "repair--cost", "-repair", "2024", "a" * 80, "ä",
    "en", "pt-BR", "zh-Hans-CN", "sl-rozaj-biske", "de-CH-1901", "en-u-ca-islamic", "en-x-us", "x-us", "e", "english",
    "EN", "ſl", "en_GB", "en-", "de-419-DE", "i-klingon",
    "/2024/old/", "/old.html", "/", "/a//b", "/../a", "/./a", "/a?b", "/…", "/a/..", "/...", "old name",
    "https://example.org", "HTTP://example.org:80/a?b#c", "http://ex ample.org", "https://me@example.org/",
    "https://example.org/@me", "https://example.org/ä", "ftp://example.org", "//example.org", "https://", "example.org",
    "https://example.org/a|b", "https://example.org/<", "https://example.org\\a",
    "desk@example.org", "desk@example", "a@b@example.org", "mailto:desk@example.org", "desk @example.org",
    "file:bridge.png", "file:Bridge.png", "file:bridge.svg", "bridge.png", "file:a/b.png",
    "2024-03-02", "2024-03", "~2024", "~2024-03-02", "2024-13", "2024-00-01", "2024-03-32", "24-03-02", "0000-01-01",
    "2024-3-2", "2024-03-02T10:00", "02.03.2024",
    "0", "12", "012", "-1", "4.20", "4.", ".5", "1e3", "1E-3", "1e", "+5", "1,200", "−5", "5%", "-0.5%", "%", "5 %",
    "٥", "true", "false", "yes", "True", "", " ",
]  # fmt: skip
FIELDS: dict[str, TypeAdapter[object]] = {
    name: TypeAdapter(getattr(fields, name))
    for name in (
        "Slug", "Language", "Alias", "Url", "Contact", "FileName", "Day", "InferredDate", "Period", "Amount", "Result",
        "Value", "Whole", "Flag",
    )
}  # fmt: skip


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_and_its_schema_take_the_same_texts(name: str) -> None:
    validator = Draft202012Validator(FIELDS[name].json_schema())
    taken = [text for text in TEXTS if is_taken(FIELDS[name], text)]
    assert taken
    assert [text for text in TEXTS if validator.is_valid(text)] == taken


@pytest.mark.parametrize("length", [40, 80, 140, 200, 400])
def test_a_text_and_its_schema_end_at_the_same_length(length: int) -> None:
    field: TypeAdapter[object] = TypeAdapter(getattr(fields, f"Text{length}"))
    validator = Draft202012Validator(field.json_schema())
    assert [is_taken(field, "é" * n) for n in (length, length + 1)] == [True, False]
    assert [validator.is_valid("é" * n) for n in (length, length + 1)] == [True, False]


def test_a_day_that_no_calendar_has_is_for_the_program_to_find() -> None:
    assert Draft202012Validator(FIELDS["Day"].json_schema()).is_valid("2024-02-30")
    assert not is_taken(FIELDS["Day"], "2024-02-30")


def is_taken(field: TypeAdapter[object], text: str) -> bool:
    """Tells whether a field takes a text."""
    try:
        field.validate_python(text)
    except ValidationError:
        return False
    return True

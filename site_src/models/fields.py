"""The types of single fields: every scalar arrives as text, and the field gives it its type."""

from __future__ import annotations

import datetime
import unicodedata
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from site_src.models.record import refuse
from site_src.models.texts import (
    FILE,
    LANGUAGE,
    MAIL,
    PATH,
    SLUG,
    WEB,
    WHOLE,
    read_alias,
    read_contact,
    read_file,
    read_flag,
    read_language,
    read_result,
    read_slug,
    read_text,
    read_url,
    read_whole,
)
from site_src.models.values import NUMBER, Figure, Number, PartialDate, ValueProblem, read_day, read_period

if TYPE_CHECKING:
    from collections.abc import Callable


def _within(least: int, most: int) -> BeforeValidator:
    """Make the check that a text has so many characters, counted as code points of NFC (UAX #15)."""

    def check(value: object) -> str:
        text = read_text(value)
        # No composition shortens a text to less than a quarter; beyond that, normalizing is time for an attacker.
        composed = text if text.isascii() or len(text) > 4 * most else unicodedata.normalize("NFC", text)
        length = len(composed)
        if length > most:
            hint = f"Shorten it by {length - most}."
            refuse("length", f"This text has {length} characters; at most {most} are allowed.", hint)
        if length < least:
            refuse("length", f"This text has {length} characters; at least {least} are needed.", "Write it out.")
        return text

    return BeforeValidator(check)


def _reader(read: Callable[[object], object], kind: type, rule: str) -> PlainValidator:
    def check(value: object) -> object:
        if type(value) is kind:
            return value
        try:
            return read(value)
        except ValueProblem as problem:
            refuse(rule, problem.message, problem.hint)

    return PlainValidator(check)


def _text(**rules: object) -> WithJsonSchema:
    """Give the schema of a text; where it is not quoted, YAML may take it for a number or a truth value."""
    return WithJsonSchema({"type": ["string", "number", "boolean"], **rules})


def _pattern(pattern: str, *also: str, **rules: object) -> WithJsonSchema:
    """Give the schema of a text of one form, which YAML may take for one of the types in `also`."""
    return WithJsonSchema({"type": ["string", *also] if also else "string", "pattern": f"^(?:{pattern})$", **rules})


_MONTH = "(?:0[1-9]|1[0-2])"
_MONTHDAY = "(?:0[1-9]|[12][0-9]|3[01])"
_YEAR = "(?!0000)[0-9]{4}"
_PERIOD = f"{_YEAR}(?:-{_MONTH}(?:-{_MONTHDAY})?)?"
_NUMBER = _pattern(NUMBER, "number")

Text = Annotated[str, BeforeValidator(read_text), _text()]
Text40 = Annotated[str, _within(1, 40), _text(maxLength=40)]
Text80 = Annotated[str, _within(1, 80), _text(maxLength=80)]
Text140 = Annotated[str, _within(1, 140), _text(maxLength=140)]
Text200 = Annotated[str, _within(1, 200), _text(maxLength=200)]
Text400 = Annotated[str, _within(1, 400), _text(maxLength=400)]
Statement = Annotated[str, _within(10, 300), WithJsonSchema({"type": "string", "minLength": 10, "maxLength": 300})]
Slug = Annotated[str, BeforeValidator(read_slug), _pattern(SLUG, "integer", "boolean", maxLength=80, minimum=0)]
Alias = Annotated[str, BeforeValidator(read_alias), _pattern(f"{SLUG}|{PATH}", "integer", "boolean", minimum=0)]
Slugs = Annotated[tuple[Slug, ...], Field(max_length=1000, json_schema_extra={"uniqueItems": True})]
Aliases = Annotated[tuple[Alias, ...], Field(max_length=1000, json_schema_extra={"uniqueItems": True})]
Url = Annotated[str, BeforeValidator(read_url), _pattern(WEB, format="iri")]
Language = Annotated[str, BeforeValidator(read_language), _pattern(LANGUAGE)]
FileName = Annotated[str, BeforeValidator(read_file), _pattern(FILE)]
Contact = Annotated[str, BeforeValidator(read_contact), _pattern(f"{MAIL}|{WEB}")]
Flag = Annotated[bool, PlainValidator(read_flag), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Whole = Annotated[int, PlainValidator(read_whole), _pattern(WHOLE, "integer", minimum=0, maximum=999_999)]
Day = Annotated[
    datetime.date,
    _reader(read_day, datetime.date, "date"),
    _pattern(f"{_YEAR}-{_MONTH}-{_MONTHDAY}", format="date"),
]
InferredDate = Annotated[
    PartialDate,
    _reader(PartialDate.read, PartialDate, "date"),
    _pattern(f"~?{_PERIOD}", "integer", minimum=1000, maximum=9999),
]
Period = Annotated[
    PartialDate,
    _reader(read_period, PartialDate, "date"),
    _pattern(_PERIOD, "integer", minimum=1000, maximum=9999),
]
Amount = Annotated[Number, _reader(Number.read, Number, "number"), _NUMBER]
Result = Annotated[str, BeforeValidator(read_result), _pattern(f"{NUMBER}%?", "number")]
Value = Annotated[
    Figure,
    _reader(Figure.read, Figure, "number"),
    WithJsonSchema(
        {
            "anyOf": [
                _NUMBER.json_schema,
                {"type": "array", "items": _NUMBER.json_schema, "minItems": 2, "maxItems": 2},
            ]
        }
    ),
]

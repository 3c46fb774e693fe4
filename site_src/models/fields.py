"""The types of single fields: every scalar arrives as text, and the field gives it its type."""

from __future__ import annotations

import datetime
import unicodedata
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema

from site_src.models.record import refuse
from site_src.models.texts import (
    FILE,
    SLUG,
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
from site_src.models.values import Figure, Number, PartialDate, ValueProblem, read_day, read_period

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


def _schema(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


def _date(pattern: str) -> WithJsonSchema:
    # Other programs read a year by itself as a number.
    return WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{pattern}$"})


_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PERIOD = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_NUMBER = {"type": ["number", "string"]}

Text = Annotated[str, BeforeValidator(read_text)]
Text40 = Annotated[str, _within(1, 40), WithJsonSchema({"type": "string", "maxLength": 40})]
Text80 = Annotated[str, _within(1, 80), WithJsonSchema({"type": "string", "maxLength": 80})]
Text140 = Annotated[str, _within(1, 140), WithJsonSchema({"type": "string", "maxLength": 140})]
Text200 = Annotated[str, _within(1, 200), WithJsonSchema({"type": "string", "maxLength": 200})]
Text400 = Annotated[str, _within(1, 400), WithJsonSchema({"type": "string", "maxLength": 400})]
Statement = Annotated[str, _within(10, 300), WithJsonSchema({"type": "string", "minLength": 10, "maxLength": 300})]
Slug = Annotated[
    str,
    BeforeValidator(read_slug),
    WithJsonSchema({"type": "string", "pattern": f"^{SLUG}$", "maxLength": 80}),
]
Alias = Annotated[str, BeforeValidator(read_alias)]
Url = Annotated[
    str, BeforeValidator(read_url), WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"})
]
Language = Annotated[str, BeforeValidator(read_language)]
FileName = Annotated[str, BeforeValidator(read_file), _schema(FILE)]
Contact = Annotated[str, BeforeValidator(read_contact)]
Flag = Annotated[bool, PlainValidator(read_flag), WithJsonSchema({"type": "boolean"})]
Whole = Annotated[int, PlainValidator(read_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Day = Annotated[datetime.date, _reader(read_day, datetime.date, "date"), _schema(_DAY)]
InferredDate = Annotated[PartialDate, _reader(PartialDate.read, PartialDate, "date"), _date(f"~?{_PERIOD}")]
Period = Annotated[PartialDate, _reader(read_period, PartialDate, "date"), _date(_PERIOD)]
Amount = Annotated[Number, _reader(Number.read, Number, "number"), WithJsonSchema(_NUMBER)]
Result = Annotated[str, BeforeValidator(read_result), WithJsonSchema(_NUMBER)]
Value = Annotated[
    Figure,
    _reader(Figure.read, Figure, "number"),
    WithJsonSchema({"anyOf": [_NUMBER, {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}]}),
]

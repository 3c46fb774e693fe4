"""The types of single fields: every scalar arrives as text, and the field gives it its type."""

from __future__ import annotations

import datetime
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from site_src.models.form import Form, Names
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
    # The same days and figures stand in many files, and every file is read several times in a large build.
    remembered = lru_cache(maxsize=4_000)(read)

    def check(value: object) -> object:
        if type(value) is kind:
            return value
        try:
            return remembered(value) if type(value) is str else read(value)
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

Text = Annotated[str, BeforeValidator(read_text), _text(), Form("text")]
Text40 = Annotated[str, _within(1, 40), _text(maxLength=40), Form("text", "at most 40 characters")]
Text80 = Annotated[str, _within(1, 80), _text(maxLength=80), Form("text", "at most 80 characters")]
Text140 = Annotated[str, _within(1, 140), _text(maxLength=140), Form("text", "at most 140 characters")]
Text200 = Annotated[str, _within(1, 200), _text(maxLength=200), Form("text", "at most 200 characters")]
Text400 = Annotated[str, _within(1, 400), _text(maxLength=400), Form("text", "at most 400 characters")]
Statement = Annotated[
    str,
    _within(10, 300),
    WithJsonSchema({"type": "string", "minLength": 10, "maxLength": 300}),
    Form("text", "10 to 300 characters"),
]
Slug = Annotated[
    str,
    BeforeValidator(read_slug),
    _pattern(SLUG, "integer", "boolean", maxLength=80, minimum=0),
    Form("slug", "small letters a–z, digits and single hyphens"),
]
TopicSlug = Annotated[Slug, Names("topics")]
SourceSlug = Annotated[Slug, Names("sources")]
ClaimSlug = Annotated[Slug, Names("claims")]
PageSlug = Annotated[Slug, Names("pages")]
RatingId = Annotated[Slug, Names("ratings")]
Alias = Annotated[
    str,
    BeforeValidator(read_alias),
    _pattern(f"{SLUG}|{PATH}", "integer", "boolean", minimum=0),
    Form("alias", "such as former-name or /former/path/"),
]
_EACH_ONCE = Field(max_length=1000, json_schema_extra={"uniqueItems": True})
SourceSlugs = Annotated[tuple[SourceSlug, ...], _EACH_ONCE]
ClaimSlugs = Annotated[tuple[ClaimSlug, ...], _EACH_ONCE]
Aliases = Annotated[tuple[Alias, ...], _EACH_ONCE]
Url = Annotated[
    str,
    BeforeValidator(read_url),
    _pattern(WEB, format="iri"),
    Form("url", "such as https://example.org/page"),
]
Language = Annotated[
    str,
    BeforeValidator(read_language),
    _pattern(LANGUAGE),
    Form("language", "such as en, pt-BR or zh-Hans"),
]
FileName = Annotated[
    str,
    BeforeValidator(read_file),
    _pattern(FILE),
    Form("file", "such as file:bridge.png"),
]
Contact = Annotated[
    str,
    BeforeValidator(read_contact),
    _pattern(f"{MAIL}|{WEB}"),
    Form("contact", "such as desk@example.org or https://example.org/contact"),
]
Flag = Annotated[
    bool,
    PlainValidator(read_flag),
    WithJsonSchema({"enum": [True, False, "true", "false"]}),
    Form("flag", "true or false"),
]
Whole = Annotated[
    int,
    PlainValidator(read_whole),
    _pattern(WHOLE, "integer", minimum=0, maximum=999_999),
    Form("whole", "such as 12"),
]
Day = Annotated[
    datetime.date,
    _reader(read_day, datetime.date, "date"),
    _pattern(f"{_YEAR}-{_MONTH}-{_MONTHDAY}", format="date"),
    Form("day", "written as 2024-03-20"),
]
InferredDate = Annotated[
    PartialDate,
    _reader(PartialDate.read, PartialDate, "date"),
    _pattern(f"~?{_PERIOD}", "integer", minimum=1000, maximum=9999),
    Form("date", "written as 2024-03-20, 2024-03 or 2024, with ~ before it if you infer it"),
]
Period = Annotated[
    PartialDate,
    _reader(read_period, PartialDate, "date"),
    _pattern(_PERIOD, "integer", minimum=1000, maximum=9999),
    Form("date", "written as 2024-03-20, 2024-03 or 2024"),
]
Amount = Annotated[Number, _reader(Number.read, Number, "number"), _NUMBER, Form("number", "such as 0.001")]
Result = Annotated[
    str,
    BeforeValidator(read_result),
    _pattern(f"{NUMBER}%?", "number"),
    Form("number", "such as 5.1 or 12%"),
]
Value = Annotated[
    Figure,
    _reader(Figure.read, Figure, "number"),
    WithJsonSchema(
        {
            "anyOf": [
                _NUMBER.json_schema,
                {"type": "array", "items": _NUMBER.json_schema, "minItems": 1, "maxItems": 2},
            ]
        }
    ),
    Form("figure", "such as 4.2 or [4, 5.5]"),
]

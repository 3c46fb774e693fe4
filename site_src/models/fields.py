"""The types of single fields: every scalar arrives as text, and the field gives it its type."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, NoReturn, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from site_src.models.values import Figure, Number, PartialDate, ValueProblem, read_day, read_period

if TYPE_CHECKING:
    from collections.abc import Callable

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE = re.compile(r"file:([a-z0-9-]+\.(?:png|jpg|jpeg|webp|avif|pdf|csv))")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff]")
_LANGUAGE = re.compile(  # well-formed by RFC 5646, section 2.1, without the grandfathered tags
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\".]+(?:\.[^\s@<>\".]+)+")


class Fault(NamedTuple):
    """A rule that a record breaks: `at` leads from the record to the key that has to change."""

    rule: str
    message: str
    hint: str = ""
    at: tuple[str | int, ...] = ()


class Record(BaseModel):
    """What every record and part of a record has in common."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def faults(self) -> list[Fault]:
        """List the rules between this record's own fields that it breaks."""
        return []

    @model_validator(mode="after")
    def _keeps_its_rules(self) -> Self:
        if faults := self.faults():
            _raise(faults)
        return self


def text_problem(value: str) -> str:
    """Name the first character that no text may hold (control, line separator, override), or give an empty string."""
    found = _FORBIDDEN.search(value)
    return f"the invisible character U+{ord(found[0]):04X}" if found else ""


def url_problem(text: str) -> str:
    """Say why a text is no absolute http or https address (RFC 3986) without credentials; empty when it is one."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "is not a complete web address"
    if re.search(r"[\s<>\"{}|\\^`]", text):
        return "holds a character that no web address may have"
    if parts.scheme.lower() not in ("http", "https") or not host:
        return "is not a complete web address"
    if "@" in parts.netloc:
        return "holds a user name or password"
    return ""


def repeated(key: str, texts: tuple[str, ...]) -> list[Fault]:
    """List those entries of the list `key` that stand in it a second time."""
    found, seen = [], set[str]()
    for index, text in enumerate(texts):
        if text in seen:
            found.append(
                Fault(
                    "repeated",
                    f"“{text}” stands twice in this list.",
                    "Take one of the two out.",
                    (key, index),
                )
            )
        seen.add(text)
    return found


def _raise(faults: list[Fault]) -> NoReturn:
    raise PydanticCustomError("faults", "{words}", {"words": faults[0].message, "faults": faults})


def _refuse(rule: str, message: str, hint: str) -> NoReturn:
    _raise([Fault(rule, message, hint)])


def _text(value: object) -> str:
    if not isinstance(value, str):
        shape = {list: "a list", dict: "a group of keys"}.get(type(value), "something else")
        _refuse("text", f"One text is needed here, and {shape} stands here.", "Write it on the line of its key.")
    if problem := text_problem(value):
        _refuse(
            "characters",
            f"This text holds {problem}, which cannot be shown.",
            "Delete it, or type the text anew.",
        )
    return value


def _within(least: int, most: int) -> BeforeValidator:
    def check(value: object) -> str:
        text = _text(value)
        length = len(text) if text.isascii() else len(unicodedata.normalize("NFC", text))
        if length > most:
            hint = f"Shorten it by {length - most}."
            _refuse("length", f"This text has {length} characters; at most {most} are allowed.", hint)
        if length < least:
            _refuse("length", f"This text has {length} characters; at least {least} are needed.", "Write it out.")
        return text

    return BeforeValidator(check)


def _slug(value: object) -> str:
    text = _text(value)
    if len(text) > 80:
        _refuse("slug", f"“{text[:40]}…” is too long for a slug.", f"At most 80 characters; it has {len(text)}.")
    if not _SLUG.fullmatch(text):
        _refuse("slug", f"“{text}” is not a slug.", f"{slug_rule()}{_likely_slug(text)}")
    return text


def slug_rule() -> str:
    """Say what a slug is."""
    return "A slug has small letters a–z, digits and single hyphens only"


def _likely_slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    near = "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))
    return f": write {near[:80].strip('-')}" if near else "."


def _url(value: object) -> str:
    text = _text(value)
    if problem := url_problem(text):
        example = f"https://{text}" if text.startswith("www.") else "https://example.org/path"
        _refuse("url", f"“{text}” {problem}.", f"Write it in full, such as {example}")
    return text


def _language(value: object) -> str:
    text = _text(value)
    if not _LANGUAGE.fullmatch(text):
        _refuse("language", f"“{text}” is not a language tag.", "Write a BCP 47 tag such as en, pt-BR or zh-Hans.")
    return text


def _file(value: object) -> str:
    text = _text(value)
    if not _FILE.fullmatch(text):
        hint = (
            "Write file:name.png; names have a–z, 0–9 and hyphens, and end in png, jpg, jpeg, webp, avif, pdf or csv."
        )
        _refuse("file", f"“{text}” does not name a file in files/.", hint)
    return text


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value)
    if text not in ("true", "false"):
        _refuse("flag", f"“{text}” is neither true nor false.", "Write true or false.")
    return text == "true"


def _whole(value: object) -> int:
    text = str(value) if type(value) is int else _text(value)
    if not re.fullmatch(r"0|[1-9][0-9]{0,5}", text):
        _refuse("number", f"“{text}” is not a whole number.", "Write digits only, such as 12.")
    return int(text)


def _alias(value: object) -> str:
    text = _text(value)
    if not text.startswith("/"):
        return _slug(text)
    path = text.removeprefix("/").removesuffix("/")
    if any(not re.fullmatch(r"[A-Za-z0-9._~-]+", part) or part in (".", "..") for part in path.split("/")):
        hint = "Write a path such as /2024/old-name/, with letters, digits and . _ ~ - only."
        _refuse("alias", f"“{text}” is not a path on this site.", hint)
    return text


def _result(value: object) -> str:
    text = _text(value)
    try:
        Number.read(text.removesuffix("%").rstrip())
    except ValueProblem as problem:
        _refuse("number", f"“{text}” is not a number, nor a number with %.", problem.hint)
    return text


def _contact(value: object) -> str:
    text = _text(value)
    if not _MAIL.fullmatch(text) and url_problem(text):
        hint = "Write one such as desk@example.org or https://example.org/contact"
        _refuse("contact", f"“{text}” is neither an e-mail address nor a web address.", hint)
    return text


def _reader(read: Callable[[object], Any], kind: type, rule: str) -> PlainValidator:
    def check(value: object) -> object:
        if type(value) is kind:
            return value
        try:
            return read(value)
        except ValueProblem as problem:
            _refuse(rule, problem.message, problem.hint)

    return PlainValidator(check)


def _schema(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PERIOD = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_NUMBER = {"type": ["number", "string"]}

Text = Annotated[str, _within(1, 1_000_000)]
Text40 = Annotated[str, _within(1, 40), WithJsonSchema({"type": "string", "maxLength": 40})]
Text80 = Annotated[str, _within(1, 80), WithJsonSchema({"type": "string", "maxLength": 80})]
Text140 = Annotated[str, _within(1, 140), WithJsonSchema({"type": "string", "maxLength": 140})]
Text200 = Annotated[str, _within(1, 200), WithJsonSchema({"type": "string", "maxLength": 200})]
Text400 = Annotated[str, _within(1, 400), WithJsonSchema({"type": "string", "maxLength": 400})]
Statement = Annotated[str, _within(10, 300), WithJsonSchema({"type": "string", "minLength": 10, "maxLength": 300})]
Slug = Annotated[
    str,
    BeforeValidator(_slug),
    WithJsonSchema({"type": "string", "pattern": f"^{_SLUG.pattern}$", "maxLength": 80}),
]
Alias = Annotated[str, BeforeValidator(_alias)]
Url = Annotated[
    str, BeforeValidator(_url), WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"})
]
Language = Annotated[str, BeforeValidator(_language)]
FileName = Annotated[str, BeforeValidator(_file), _schema(_FILE.pattern)]
Contact = Annotated[str, BeforeValidator(_contact)]
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Day = Annotated[datetime.date, _reader(read_day, datetime.date, "date"), _schema(_DAY)]
InferredDate = Annotated[PartialDate, _reader(PartialDate.read, PartialDate, "date"), _schema(f"~?{_PERIOD}")]
Period = Annotated[PartialDate, _reader(read_period, PartialDate, "date"), _schema(_PERIOD)]
Amount = Annotated[Number, _reader(Number.read, Number, "number"), WithJsonSchema(_NUMBER)]
Result = Annotated[str, BeforeValidator(_result)]
Value = Annotated[
    Figure,
    _reader(Figure.read, Figure, "number"),
    WithJsonSchema({"anyOf": [_NUMBER, {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}]}),
]

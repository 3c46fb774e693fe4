"""The data dictionary: what each column and key holds, in the words of the models wherever a model has it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from site_src.models.appearance import Appearance
from site_src.models.claim import Claim, Correction, Retraction, Was
from site_src.models.publication import License, Publication, Publisher
from site_src.models.ratings import Rating
from site_src.models.record import Record
from site_src.models.source import Source
from site_src.models.topic import Topic
from site_src.models.values import Figure, Number, PartialDate
from site_src.views.columns import meaning
from site_src.views.tables import CLAIMS, MATRIX, SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.views.columns import Column


@dataclass(frozen=True, slots=True)
class Field:
    """A column, or the path to a key: its type, what it means, and the id of the part that goes on with it."""

    name: str
    type: str
    means: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A table, a JSON file or what stands in one; `id` is its place on the page."""

    id: str
    title: str
    fields: tuple[Field, ...]


def tables() -> tuple[Part, ...]:
    """Give the columns of each table."""
    named = (("claims", "claims.csv", CLAIMS), ("sources", "sources.csv", SOURCES), ("matrix", "matrix/….csv", MATRIX))
    return tuple(
        Part(f"csv-{name}", title, tuple(Field(column.name, column.type, column.means) for column in columns))
        for name, title, columns in named
    )


def objects() -> tuple[Part, ...]:
    """Give the keys of each JSON file, and of what stands in them."""
    return (
        Part("json", "Every JSON file", _EVERY),
        Part("json-claims", "claims.json", _CLAIMS_FILE),
        Part("json-sources", "sources.json", _SOURCES_FILE),
        Part("json-matrix", "matrix/….json", _MATRIX_FILE),
        Part("json-claim", "claim.json, beside each verdict", _CLAIM_FILE),
        Part("claim", "A claim", _fields(Claim, _CLAIM)),
        Part("appearance", "An appearance: what a source says of a claim", _fields(Appearance, _APPEARANCE)),
        Part("source", "A source", _fields(Source, _SOURCE)),
        Part("topic", "A topic", _fields(Topic, _TOPIC, leave=("order",))),
        Part("rating", "A rating", _fields(Rating, _RATING, leave=("unrated", "disputed"))),
    )


def _fields(model: type[Record], more: tuple[Field, ...], *, leave: tuple[str, ...] = ()) -> tuple[Field, ...]:
    """Give the keys of a record; those in `more` take the place of the record's own, or stand after them."""
    fields = {field.name: field for field in _walk(model)} | {field.name: field for field in more}
    return tuple(field for name, field in fields.items() if name not in leave)


def _walk(model: type[Record], at: str = "") -> Iterator[Field]:
    for key, info in model.model_fields.items():
        holds, many = _held(info.annotation)
        path, part = f"{at}{key}", "appearance" if holds is Appearance else ""
        yield Field(path, _type(holds, many=many), info.description or "", part)
        if isinstance(holds, type) and issubclass(holds, Record) and not part:
            yield from _walk(holds, f"{path}[]." if many else f"{path}.")


def _held(annotation: object) -> tuple[object, bool]:
    """Give what a field holds without the None of an optional one, and whether it holds a list of them."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _held(parts[0])
    if origin is tuple:
        return _held(parts[0])[0], True
    if type(None) in parts:
        return _held(next(part for part in parts if part is not type(None)))
    return annotation, False


def _type(holds: object, *, many: bool) -> str:
    if get_origin(holds) is Literal:
        return f"string: {', '.join(get_args(holds))}"
    word = _SCALARS.get(holds, "object")
    return f"array of {word}s" if many else word


def _worked_out(columns: tuple[Column[Any], ...], *names: str) -> tuple[Field, ...]:
    """Give keys that hold what the columns of the same name do."""
    found = {column.name: column for column in columns}
    return tuple(Field(name, _IN_JSON[found[name].type], found[name].means) for name in names)


_SCALARS: dict[object, str] = {
    str: "string",
    bool: "boolean",
    Number: "number",
    datetime.date: "string, a day",
    PartialDate: "date",
    Figure: "figure",
}
_IN_JSON = {"string": "string", "boolean": "boolean", "integer": "number", "list": "array of strings"}
_BODY = (
    Field("body_html", "string", "The text below the front matter, as HTML; its links have full addresses."),
    Field("body_text", "string", "The same without markup and headings, a paragraph a line."),
)
_CLAIM = (
    *_worked_out(CLAIMS, "slug", "page"),
    Field("json", "string", "The claim's own file, which has its history."),
    *_worked_out(CLAIMS, "language", "rating_label", "rating_value", "rating_best", "carriers", "origins"),
    Field("reviewers", "array of strings", "Who reviewed it."),
    Field("media.file", "string", "The picture's address."),
    Field("calculations[].result", "string", "What comes out: six decimals at most, and … where more follow."),
    *_BODY,
)
_APPEARANCE = (
    *_worked_out(MATRIX, "origin", "excerpt_verified", "word"),
    Field("chain", "array of strings", "The sources from this one to the origin, both included."),
)
_SOURCE = (
    *_worked_out(SOURCES, "slug", "page", "name", "language", "held", "words"),
    *_BODY,
    Field("relayed_by", "array of strings", "The sources that pass it on; in sources.json alone."),
    Field("claims", "array of strings", "The claims to which it speaks; in sources.json alone."),
)
_TOPIC = (
    Field("slug", "string", "The topic's name in addresses and in the other files."),
    Field("page", "string", "The page of the topic."),
    *_BODY,
)
_RATING = (
    Field("value", "number", "Its place on the scale, 1 being worst; null where it has none."),
    Field("best", "number", "The place of the best rating."),
)
_EVERY = (
    Field("version", "number", "The version of these files; a new one is due when a key goes or means something else."),
    Field("documentation", "string", "The address of this page."),
    Field("publication.title", "string", meaning(Publication, "title")),
    Field("publication.url", "string", meaning(Publication, "url")),
    Field("publication.language", "string", "The language of what names no other (BCP 47)."),
    Field("publication.publisher.name", "string", meaning(Publisher, "name")),
    Field("publication.publisher.url", "string", meaning(Publisher, "url")),
    Field("publication.license.name", "string", meaning(License, "name")),
    Field("publication.license.url", "string", meaning(License, "url")),
)
_CLAIMS_KEY = (
    "Every claim that stands, by slug. Where they are more than 2,000, they are in files of their own, the oldest "
    "verdict first; `parts` has their addresses instead."
)
_CLAIMS_FILE = (
    Field("ratings", "array of objects", "The rating scale, in the order of ratings.yaml.", "rating"),
    Field("topics", "array of objects", "Every topic, by slug.", "topic"),
    Field("claims", "array of objects", _CLAIMS_KEY, "claim"),
    Field("retracted[].slug", "string", "A claim that was retracted, and has left all other lists."),
    Field("retracted[].page", "string", "Its page, which says so."),
    Field("retracted[].date", "string, a day", meaning(Retraction, "date")),
    Field("retracted[].reason", "string", meaning(Retraction, "reason")),
)
_SOURCES_FILE = (Field("sources", "array of objects", "Every source, by slug.", "source"),)
_MATRIX_FILE = (
    Field("topic", "object", "The topic.", "topic"),
    Field("columns[].source", "string", "The slug of a source; columns are in the topic's order."),
    Field("columns[].name", "string", "The words by which this site names the source."),
    Field("columns[].carries", "number", "How many of the claims it carries."),
    Field("columns[].otherwise", "number", "On how many it only differs or denies."),
    Field("columns[].nothing", "number", "On how many it says nothing."),
    Field("rows[].slug", "string", "The slug of a claim."),
    Field("rows[].claim", "string", meaning(Claim, "claim")),
    Field("rows[].rating", "string", meaning(Claim, "rating")),
    Field("rows[].cells[].source", "string", "The slug of the source; cells are in the order of the columns."),
    Field("rows[].cells[].absence", "string", "silent, not-examined or earlier; null where there are appearances."),
    Field("rows[].cells[].appearances", "array of objects", "What the source says, in file order.", "appearance"),
)
_CLAIM_FILE = (
    Field("claim", "object", "The claim, as in claims.json; a retracted one is here alone.", "claim"),
    Field("history[].date", "string, a day", "When something happened to the verdict; the first comes first."),
    Field("history[].kind", "string: verdict, update, clarification, correction, retraction", "What happened."),
    Field("history[].note", "string", meaning(Correction, "note")),
    Field("history[].was.rating", "string", meaning(Was, "rating")),
    Field("history[].was.verdict", "string", meaning(Was, "verdict")),
    Field("history[].was.claim", "string", meaning(Was, "claim")),
    Field("rating", "object", "The rating that the claim has.", "rating"),
    Field("topic.slug", "string", "The slug of its topic."),
    Field("topic.page", "string", "The page of the topic."),
    Field("topic.title", "string", meaning(Topic, "title")),
    Field("sources", "array of objects", "Every source that it names or leads back to.", "source"),
)

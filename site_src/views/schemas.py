"""JSON Schemas (draft 2020-12) of all that an editor may write, made from the models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_src.addresses import Address, Links, schema
from site_src.models.claim import Claim
from site_src.models.page import Page
from site_src.models.publication import Publication
from site_src.models.ratings import RatingScale
from site_src.models.record import FORMAT
from site_src.models.source import Source
from site_src.models.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.models.record import Record

Json = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
KINDS: dict[str, tuple[type[Record], str]] = {
    "claim": (Claim, "The front matter of claims/<slug>.md"),
    "source": (Source, "The front matter of sources/<slug>.md"),
    "topic": (Topic, "The front matter of topics/<slug>.md"),
    "page": (Page, "The front matter of pages/<slug>.md"),
    "site": (Publication, "site.yaml"),
    "ratings": (RatingScale, "ratings.yaml"),
}
_NULL: Json = {"type": "null"}
_TYPES = (
    "The format takes every value as the text that stands there. YAML takes some texts that are not quoted for "
    "numbers or truth values; where such a text may stand, the types allow for it."
)


def schemas(links: Links) -> Iterator[tuple[Address, Json]]:
    """Give each schema with its address; `$id` is the canonical address with the version of the content format."""
    for name, (model, file) in KINDS.items():
        here = schema(f"{name}.json")
        made = model.model_json_schema()
        parts = {part: _group(its) for part, its in made.pop("$defs", {}).items()}
        yield (
            here,
            {
                "$schema": DRAFT,
                "$id": f"{links.canonical(here)}?format={FORMAT}",
                "$comment": _TYPES,
                "title": file,
                **(_list(made) if model is RatingScale else _group(made)),
                **({"$defs": parts} if parts else {}),
            },
        )


def _list(made: Json) -> Json:
    """Give the schema of a file that is a list, which the model files under a key."""
    (entries,) = made["properties"].values()
    return _field(entries, needed=True)


def _group(made: Json) -> Json:
    """Give the schema of a group of keys without what pydantic adds for itself."""
    needed = made.get("required", [])
    keys = {key: _field(field, needed=key in needed) for key, field in made["properties"].items()}
    rest = {word: rule for word, rule in made.items() if word not in ("title", "description", "type", "properties")}
    return {"description": made["description"], "type": "object", "properties": keys, **rest}


def _field(made: Json, *, needed: bool) -> Json:
    """Give the schema of a field; what need not be there may stand without a value, which is null."""
    said: Json = {"description": made["description"]}
    if isinstance(made.get("default"), str | bool):
        said["default"] = made["default"]
    rules = {word: rule for word, rule in made.items() if word not in ("title", "description", "default")}
    return said | (rules if needed else _or_nothing(rules))


def _or_nothing(rules: Json) -> Json:
    """Allow for null beside what the rules allow."""
    choices = [choice for choice in rules.get("anyOf", [rules]) if choice != _NULL]
    rest = {word: rule for word, rule in rules.items() if "anyOf" in rules and word != "anyOf"}
    if len(choices) > 1 or "$ref" in choices[0]:
        return rest | {"anyOf": [*choices, _NULL]}
    made: Json = rest | choices[0]
    if "enum" in made:
        made["enum"] = [*made["enum"], None]
    if "type" in made:
        types = made["type"] if isinstance(made["type"], list) else [made["type"]]
        made["type"] = [*types, "null"]
    return made

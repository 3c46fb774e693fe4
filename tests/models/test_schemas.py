"""Each kind of record as a JSON Schema, from which an editor's program can learn what may be written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from site_src.models.claim import Claim
from site_src.models.page import Page
from site_src.models.publication import Publication
from site_src.models.ratings import RatingScale
from site_src.models.source import Source
from site_src.models.topic import Topic
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.models.record import Record

KINDS: dict[str, type[Record]] = {
    "site.yaml": Publication,
    "topics/*.md": Topic,
    "sources/*.md": Source,
    "claims/**/*.md": Claim,
    "pages/*.md": Page,
}
MODELS = [*KINDS.values(), RatingScale]
FILES = [(model, path) for pattern, model in KINDS.items() for path in sorted(HARBOUR.glob(pattern))]
Json = Any
Schema = dict[str, Json]
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}
UNDERSTOOD = {
    "$defs", "$ref", "additionalProperties", "anyOf", "default", "description", "enum", "format", "items",
    "maxItems", "maxLength", "minItems", "minLength", "minimum", "pattern", "properties", "propertyNames",
    "required", "title", "type",
}  # fmt: skip


class Loader(yaml.SafeLoader):
    """YAML as other programs read it (1.2, core schema), in which a date is a text."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def front_matter(text: str) -> Json:
    """Gives what another program reads in a file of settings or in front matter."""
    return Loader(text.split("---\n")[1] if text.startswith("---") else text).get_single_data()


@pytest.mark.parametrize("model", MODELS)
def test_a_schema_says_of_every_key_what_it_is_for(model: type[Record]) -> None:
    schema = model.model_json_schema()
    assert json.loads(json.dumps(schema)) == schema
    assert set(schema["properties"]) == set(model.model_fields)
    for part in [schema, *schema.get("$defs", {}).values()]:
        assert part["additionalProperties"] is False
        assert part["description"]
        for key, field in part["properties"].items():
            assert field.get("description"), key


@pytest.mark.parametrize("model", MODELS)
def test_a_list_has_at_most_as_many_entries_as_the_contract_allows(model: type[Record]) -> None:
    lists = [
        part for part in parts(model.model_json_schema()) if part.get("type") == "array" and "minItems" not in part
    ]
    assert {part["maxItems"] for part in lists} <= {1000}


@pytest.mark.parametrize("model", MODELS)
def test_schemas_use_words_that_every_program_knows(model: type[Record]) -> None:
    for part in parts(model.model_json_schema()):
        assert part.keys() <= UNDERSTOOD
        re.compile(part.get("pattern", ""))


@pytest.mark.parametrize(("model", "name"), [(model, path.relative_to(HARBOUR).as_posix()) for model, path in FILES])
def test_sound_files_fit_their_schema(model: type[Record], name: str) -> None:
    schema = model.model_json_schema()
    values = front_matter((HARBOUR / name).read_text(encoding="utf-8"))
    assert list(misfits(values, schema, schema)) == []


def test_the_ratings_fit_their_schema() -> None:
    schema = RatingScale.model_json_schema()
    values = front_matter((HARBOUR / "ratings.yaml").read_text(encoding="utf-8"))
    assert list(misfits({"ratings": values}, schema, schema)) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("rating: partly-supported", "rating: Partly supported", "/rating"),
        ("status: published", "status: public", "/status"),
        ("claimed_on: 2024-03-02", "claimed_on: March 2024", "/claimed_on"),
        ("reviewed_on: 2024-03-20", "reviewed_on: 2024-03", "/reviewed_on"),
        ("  url: https://example.org/city", "  url: example.org/city", "/claimant/url"),
        ("    value: [4, 4.5]", "    value: [4, 4.5, 5]", "/appearances/3/value"),
        ("    stance: silent", "    stance: quiet", "/appearances/4/stance"),
        ("    rounded: true", "    rounded: yes please", "/calculations/1/rounded"),
        ("  file: file:bridge.png", "  file: bridge.png", "/media/file"),
        ("  ar: repair-cost-ar", "  ar: Repair Cost", "/translations/ar"),
        ("topic: harbour-bridge", "topik: harbour-bridge", "/"),
    ],
)
def test_mistakes_do_not(old: str, new: str, where: str) -> None:
    text = (HARBOUR / "claims" / "repair-cost.md").read_text(encoding="utf-8")
    assert text.count(f"{old}\n") == 1
    schema = Claim.model_json_schema()
    assert where in set(misfits(front_matter(text.replace(f"{old}\n", f"{new}\n")), schema, schema))


def parts(schema: Schema) -> Iterator[Schema]:
    """Gives every schema within a schema."""
    yield {key: value for key, value in schema.items() if key != "default"}
    inner = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values(), *schema.get("anyOf", [])]
    inner += [
        schema[key] for key in ("items", "additionalProperties", "propertyNames") if isinstance(schema.get(key), dict)
    ]
    for part in inner:
        yield from parts(part)


def misfits(value: Json, schema: Schema, whole: Schema, where: str = "") -> Iterator[str]:
    """Gives the places of a value that do not fit (JSON Schema 2020-12, as far as UNDERSTOOD)."""
    if "$ref" in schema:
        yield from misfits(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole, where)
    if "anyOf" in schema and all(any(misfits(value, one, whole, where)) for one in schema["anyOf"] if one != NULL):
        found = [list(misfits(value, one, whole, where)) for one in schema["anyOf"] if one != NULL]
        yield from max(found, key=lambda one: max(map(len, one)))
    if not fits_alone(value, schema):
        yield where or "/"
    if isinstance(value, list) and "items" in schema:
        for n, one in enumerate(value):
            yield from misfits(one, schema["items"], whole, f"{where}/{n}")
    if isinstance(value, dict):
        more = schema.get("additionalProperties")
        known = {key: schema.get("properties", {}).get(key, more) for key in value}
        for key, inner in known.items():
            if isinstance(inner, dict):
                yield from misfits(value[key], inner, whole, f"{where}/{key}")


NULL = {"type": "null"}


def fits_alone(value: Json, schema: Schema) -> bool:
    """Tells whether a value fits a schema, what stands inside it aside."""
    named = schema.get("type", [])
    types = [named] if isinstance(named, str) else named
    keys = value.keys() if isinstance(value, dict) else set()
    text = value if isinstance(value, str) else ""
    return all(
        (
            not types or any(isinstance(value, TYPES[one]) for one in types if one != "null"),
            not isinstance(value, bool) or not types or "boolean" in types,
            "enum" not in schema or value in schema["enum"],
            not isinstance(value, str) or bool(re.search(schema.get("pattern", ""), text)),
            not isinstance(value, str) or schema.get("minLength", 0) <= len(text) <= schema.get("maxLength", len(text)),
            not isinstance(value, list) or schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 1000),
            set(schema.get("required", ())) <= keys or not isinstance(value, dict),
            schema.get("additionalProperties") is not False or keys <= schema["properties"].keys(),
        )
    )

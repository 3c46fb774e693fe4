"""Each kind of record as a JSON Schema, from which an editor's program can learn what may be written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

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
def test_schemas_are_such_of_draft_2020_12_and_have_patterns_that_every_program_knows(model: type[Record]) -> None:
    """In a browser's patterns no character may be escaped that means nothing else (ECMA-262, with the flag u)."""
    Draft202012Validator.check_schema(model.model_json_schema())
    for part in parts(model.model_json_schema()):
        escaped = re.findall(r"\\(.)", part.get("pattern", ""))
        assert set(escaped) <= set(r"^$\.*+?()[]{}|/dDsSwW"), part


@pytest.mark.parametrize(("model", "name"), [(model, path.relative_to(HARBOUR).as_posix()) for model, path in FILES])
def test_sound_files_fit_their_schema(model: type[Record], name: str) -> None:
    values = front_matter((HARBOUR / name).read_text(encoding="utf-8"))
    assert misfits(values, model) == []


def test_the_ratings_fit_their_schema() -> None:
    values = front_matter((HARBOUR / "ratings.yaml").read_text(encoding="utf-8"))
    assert misfits({"ratings": values}, RatingScale) == []


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
    assert where in misfits(front_matter(text.replace(f"{old}\n", f"{new}\n")), Claim)


def parts(schema: Schema) -> Iterator[Schema]:
    """Gives every schema within a schema."""
    yield {key: value for key, value in schema.items() if key != "default"}
    inner = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values(), *schema.get("anyOf", [])]
    inner += [
        schema[key] for key in ("items", "additionalProperties", "propertyNames") if isinstance(schema.get(key), dict)
    ]
    for part in inner:
        yield from parts(part)


def misfits(values: Json, model: type[Record]) -> list[str]:
    """Gives the places of values that do not fit."""
    found = Draft202012Validator(model.model_json_schema()).iter_errors(values)
    return ["/" + "/".join(map(str, best_match([error]).absolute_path)) for error in found]

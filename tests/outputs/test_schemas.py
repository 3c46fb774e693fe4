"""JSON Schemas, by a validator of draft 2020-12: what is sound passes, and mistakes are found where they stand.

Files are read as any reader of YAML 1.2 does, who knows nothing of the format.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from site_src.models.appearance import Appearance
from site_src.models.evidence import Evidence
from tests.editions import CONTENT, edition, files_of
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Iterator

MISTAKES = Path(__file__).parents[1] / "mistakes"
KINDS = {"claims": "claim", "sources": "source", "topics": "topic", "pages": "page"}
SETTINGS = {"site.yaml": "site", "ratings.yaml": "ratings"}
# Cases, and where in the record the schema finds the mistake.
FOUND = {
    "alias/no-path": "aliases/0",
    "bound/beside-a-range": "appearances/0/value",
    "bound/without-a-value": "appearances/0",
    "choice/stance": "appearances/0/stance",
    "choice/status": "status",
    "contact/not-an-address": "contact",
    "contact/security-without-https": "security_contact",
    "date/other-order": "claimed_on",
    "empty-entry/in-a-list": "tags/1",
    "evidence/source-and-url": "evidence/0/url",
    "flag/yes": "search",
    "language/not-a-tag": "language",
    "length/too-long": "appearances/0/says",
    "length/too-short": "claim",
    "missing-key/evidence": "evidence/0",
    "missing-key/in-settings": "publisher",
    "missing-key/measure": "",
    "missing-key/retracted": "",
    "missing-key/says": "appearances/0",
    "missing-key/verdict": "",
    "number/comma": "appearances/0/value",
    "number/thousands": "appearances/0/value",
    "number/unit": "appearances/0/value",
    "repeated/entry": "related",
    "shape/text-for-a-group": "claimant",
    "shape/text-for-a-list": "appearances",
    "silent/says-something": "appearances/0/says",
    "slug/value": "tags/0",
    "status/retracted-without-status": "retracted",
    "text/list": "verdict",
    "unknown-key/in-an-appearance": "appearances/0",
    "unknown-key/in-settings": "publisher",
    "unknown-key/near": "",
    "url/not-complete": "url",
    "url/password": "url",
}


VALUES = {
    "title": "Final invoice",
    "url": "https://example.org/invoice",
    "publisher": "Audit office",
    "carrier": "Harbour Daily",
    "kind": "document",
    "language": "en",
    "published": "~2024-03",
    "retrieved": "2024-03-18",
    "archive_url": "https://example.org/archive/invoice",
    "says": "Its width",
    "value": [4, 4.5],
    "bound": "over",
    "figure": "four metres",
    "as_of": "2024-03",
    "excerpt": "four metres at low water",
    "via": "harbour-daily",
    "origin": "audit-report",
    "claim": "repair-cost",
}


class Yaml(yaml.SafeLoader):
    """YAML whose days are texts and whose truth values are true and false, as the core schema of YAML 1.2 has it."""


Yaml.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


@pytest.mark.parametrize("name", [*KINDS.values(), *SETTINGS.values()])
def test_a_schema_is_one_and_names_itself_by_its_address_and_the_version_of_the_format(name: str) -> None:
    schema = published()[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"https://example.org/harbour/schema/{name}.json?format=1"


def test_every_key_is_described() -> None:
    groups = [group for schema in published().values() for group in (schema, *schema.get("$defs", {}).values())]
    described = [field.get("description") for group in groups for field in group.get("properties", {}).values()]
    assert described
    assert all(described)
    assert all(group.get("description") for group in groups)


@pytest.mark.parametrize("content", [HARBOUR, CONTENT], ids=["harbour", "shipped"])
def test_what_is_sound_passes(content: Path) -> None:
    assert [complaint for _, complaint in complaints(content)] == []
    assert sum(1 for _ in records(content)) > 10


def test_values_may_be_absent_or_quoted_and_texts_may_look_like_something_else() -> None:
    record = """
    claim: "The weir of 1911 is false."
    topic: harbour-bridge
    claimant:
    claimed_on: 1911
    rating: false
    verdict: The stone bears that year.
    reviewed_on: "2024-03-20"
    measure: {label: 1911, unit: 12:30}
    tags:
    appearances:
      - {source: 2024, stance: asserts, says: no, value: "4.20", bound: ~}
      - {source: audit-report, stance: asserts, says: 7, value: [1, "2e3"], as_of: 2024}
    calculations: [{label: true, expression: 1 + 1, equals: 2, rounded: "true"}]
    """
    assert list(Draft202012Validator(published()["claim"]).iter_errors(Yaml(record).get_single_data())) == []


@pytest.mark.parametrize("case", FOUND)
def test_a_mistake_is_found_where_it_stands(case: str) -> None:
    assert FOUND[case] in {place for place, _ in complaints(MISTAKES / case / "files")}


def test_a_draft_may_lack_what_a_verdict_needs() -> None:
    draft = {"claim": "The lock was built in 1911.", "topic": "harbour-bridge"}
    validator = Draft202012Validator(published()["claim"])
    assert {error.message for error in validator.iter_errors(draft)} == {
        f"'{key}' is a required property" for key in ("rating", "verdict", "reviewed_on", "appearances")
    }
    assert list(validator.iter_errors({**draft, "status": "draft"})) == []


@pytest.mark.parametrize("key", sorted(Evidence.model_fields.keys() - {"source", "note"}))
def test_nothing_but_a_note_stands_beside_the_source_of_evidence(key: str) -> None:
    validator = Draft202012Validator(published()["claim"]["$defs"]["Evidence"])
    own = {"title": "Final invoice", key: VALUES[key]}
    assert validator.is_valid(own)
    assert validator.is_valid({"source": "audit-report", "note": "Has the sum.", key: None})
    assert not validator.is_valid({"source": "audit-report", key: VALUES[key]})


@pytest.mark.parametrize("key", sorted(Appearance.model_fields.keys() - {"source", "stance", "note"}))
def test_a_silent_source_says_nothing_that_another_may(key: str) -> None:
    validator = Draft202012Validator(published()["claim"]["$defs"]["Appearance"])
    said = {"source": "audit-report", "stance": "asserts", "says": "Its width", "value": 4, key: VALUES[key]}
    silent = {"source": "audit-report", "stance": "silent", "note": "Looked for it."}
    assert validator.is_valid(said)
    assert validator.is_valid(silent)
    assert not validator.is_valid({**silent, key: VALUES[key]})


@lru_cache
def published() -> dict[str, Any]:
    """Gives the schemas of harbour by their names."""
    files = files_of(edition())
    return {
        path.removeprefix("schema/").removesuffix(".json"): json.loads(content)
        for path, content in files.items()
        if path.startswith("schema/")
    }


def complaints(content: Path) -> list[tuple[str, str]]:
    """Gives the place in its record, and the words, of each mistake that the schemas find in a content folder."""
    validators = {name: Draft202012Validator(schema) for name, schema in published().items()}
    return [
        ("/".join(map(str, error.absolute_path)), f"{file}: {error.message}")
        for kind, file, record in records(content)
        for error in validators[kind].iter_errors(record)
    ]


def records(content: Path) -> Iterator[tuple[str, Path, object]]:
    """Gives each record of a content folder with its kind and its file."""
    for path in sorted(content.rglob("*")):
        file = path.relative_to(content)
        if path.suffix == ".yaml":
            yield SETTINGS[path.name], file, Yaml(path.read_text(encoding="utf-8")).get_single_data()
        elif path.suffix == ".md" and file.parts[0] in KINDS:
            front = path.read_text(encoding="utf-8").split("---\n")[1]
            yield KINDS[file.parts[0]], file, Yaml(front).get_single_data()

"""content/FORMAT.md lists exactly what the models take: keys, which of them are needed, choices, lengths, limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

import pytest
from pydantic import ValidationError

from site_src.models.appearance import Appearance
from site_src.models.claim import (
    Calculation,
    Claim,
    Claimant,
    Correction,
    Measure,
    Media,
    Retraction,
    Was,
)
from site_src.models.evidence import Evidence
from site_src.models.page import Page
from site_src.models.publication import License, Policies, Publication, Publisher, Repository
from site_src.models.ratings import Rating, RatingScale
from site_src.models.reserved import FIRST_WORDS, RESERVED_CLAIMS, RESERVED_PAGES
from site_src.models.source import Source
from site_src.models.topic import Topic
from site_src.reading.entry import read_entry
from tests.contract import TEXT, Key, Keys, choices, groups, inner, limits, prose, section, table

if TYPE_CHECKING:
    from site_src.models.record import Record

SITE, TOPIC, SOURCE, CLAIM = (
    table(heading) for heading in ("site.yaml", "topics/<slug>.md", "sources/<slug>.md", "claims/<slug>.md")
)
PAGE, APPEARANCE = prose(section("pages/<slug>.md")), table("Appearances")
ALIASES = dict.fromkeys(
    re.findall(r"`(aliases)` \(claims, topics, sources, pages\): former slugs", TEXT), Key(needed=False)
)
CORRECTION = groups(CLAIM["corrections"].what)[0]
RATING = groups(section("ratings.yaml"))[0] | prose(re.sub(r"`(\w+): true`", r"`\1` (no)", section("ratings.yaml")))
RATING["tone"] = RATING["tone"]._replace(choices=choices(section("ratings.yaml").partition("`tone` is ")[2]))
# Which of them a publication has is its own affair.
POLICIES = {key: told._replace(needed=False) for key, told in groups(SITE["policies"].what)[0].items()}
OF_A_SOURCE, BY_TITLE = groups(CLAIM["evidence"].what)

# Each model with the keys that the contract gives it, and a record with those that are needed and no other.
RECORDS: list[tuple[type[Record], Keys, dict[str, Any]]] = [
    (Publication, SITE, {"title": "T", "tagline": "L", "url": "https://example.org/", "language": "en",
                         "publisher": {"name": "P", "url": "https://example.org/"}}),
    (Publisher, groups(SITE["publisher"].what)[0], {"name": "P", "url": "https://example.org/"}),
    (Repository, groups(SITE["repository"].what)[0], {"url": "https://example.org/", "branch": "main"}),
    (License, groups(SITE["license"].what)[0], {"name": "L", "url": "https://example.org/"}),
    (Policies, POLICIES, {}),
    (Rating, RATING, {"id": "false", "label": "False", "definition": "It is not so.", "tone": "negative"}),
    (Topic, TOPIC | ALIASES, {"title": "T", "summary": "S", "sources": ["a"]}),
    (Source, SOURCE | ALIASES, {"title": "T", "kind": "article"}),
    (Page, PAGE | ALIASES, {"title": "T"}),
    (Claim, CLAIM | ALIASES, {"claim": "The lock is old.", "topic": "t", "rating": "false", "verdict": "V",
                              "reviewed_on": "2024-03-20", "appearances": [{"source": "a", "stance": "silent"}]}),
    (Claimant, groups(CLAIM["claimant"].what)[0], {"name": "N", "kind": "person"}),
    (Retraction, groups(CLAIM["retracted"].what)[0], {"date": "2024-03-20", "reason": "R"}),
    (Measure, groups(CLAIM["measure"].what)[0], {"label": "L", "unit": "m"}),
    (Evidence, BY_TITLE | {"source": OF_A_SOURCE["source"]._replace(needed=False)}, {"title": "T"}),
    (Calculation, groups(CLAIM["calculations"].what)[0], {"label": "L", "expression": "1 + 1", "equals": "2"}),
    (Media, groups(CLAIM["media"].what)[0], {"file": "file:a.png", "alt": "A"}),
    (Correction, CORRECTION, {"date": "2024-03-20", "kind": "update", "note": "N"}),
    (Was, inner(CORRECTION, "was"), {}),
    (Appearance, APPEARANCE, {"source": "a", "stance": "asserts", "says": "S"}),
]  # fmt: skip
EACH = pytest.mark.parametrize(("model", "keys", "needed"), RECORDS, ids=lambda one: getattr(one, "__name__", ""))


def test_every_model_is_held_against_the_contract() -> None:
    whole = (Publication, RatingScale, Topic, Source, Claim, Page)
    named = {name for model in whole for name in model.model_json_schema().get("$defs", {})}
    assert {model.__name__ for model, _, _ in RECORDS} == named | {model.__name__ for model in whole} - {"RatingScale"}


@EACH
def test_the_keys_are_those_of_the_model(model: type[Record], keys: Keys, needed: dict[str, Any]) -> None:
    assert set(keys) == set(model.model_fields)
    assert {key for key, told in keys.items() if told.needed} == set(needed)


@EACH
def test_the_keys_that_are_needed_are_enough_and_none_can_be_left_out(
    model: type[Record], keys: Keys, needed: dict[str, Any]
) -> None:
    assert model.model_validate(needed).model_fields_set == set(needed) <= set(keys)
    for key in needed:
        with pytest.raises(ValidationError):
            model.model_validate({name: value for name, value in needed.items() if name != key})
    with pytest.raises(ValidationError):
        model.model_validate({**needed, "not_a_key": "x"})


def test_the_choices_are_those_of_the_models() -> None:
    told = {(model, key): told.choices for model, keys, _ in RECORDS for key, told in keys.items() if told.choices}
    told[Evidence, "kind"] = told[Source, "kind"]
    assert told == {
        (model, key): found
        for model, _, _ in RECORDS
        for key, field in model.model_fields.items()
        if (found := literals(field.annotation))
    }


def test_what_stands_beside_the_source_of_evidence_is_what_the_contract_names() -> None:
    allowed = {"source": "a", "note": "N"}
    assert set(OF_A_SOURCE) == set(allowed)
    assert OF_A_SOURCE["source"].needed
    Evidence.model_validate(allowed)
    for key in set(BY_TITLE) - set(OF_A_SOURCE):
        with pytest.raises(ValidationError):
            Evidence.model_validate({"source": "a", key: EVERYTHING[key]})


def test_the_keys_that_a_draft_may_lack_are_those_named() -> None:
    named = re.search(r"may lack (.*)\. `related`", TEXT)
    assert named
    lacking = set(re.findall(r"`(\w+)`", named[1]))
    needed = next(needed for model, _, needed in RECORDS if model is Claim)
    least = {key: value for key, value in needed.items() if key not in lacking}
    Claim.model_validate({**least, "status": "draft"})
    for key in least:
        with pytest.raises(ValidationError):
            Claim.model_validate({"status": "draft", **{name: least[name] for name in least if name != key}})


def test_a_silent_appearance_takes_the_keys_that_are_named_and_no_others() -> None:
    named = re.search(r"takes only (.*)\)", APPEARANCE["stance"].what)
    assert named
    assert re.findall(r"`(\w+)`", named[1]) == ["source", "note"]
    silent = {"source": "a", "stance": "silent"}
    Appearance.model_validate({**silent, "note": "N"})
    for key in set(APPEARANCE) - {"source", "note", "stance"}:
        with pytest.raises(ValidationError):
            Appearance.model_validate({**silent, key: EVERYTHING[key]})


def test_the_limits_of_lengths_are_those_of_the_models() -> None:
    told = {(model, key): limits(key_told.what) for model, keys, _ in RECORDS for key, key_told in keys.items()}
    told[Claimant, "citing"] = limits(CLAIM["claimant"].what)
    del told[Claim, "claimant"]
    told[Calculation, "expression"] = limits(section("Calculations"))
    told |= {(Was, key): told[Claim, key] for key in ("verdict", "claim")}
    assert {where: found for where, found in told.items() if found[1]} == {
        (model, key): found for model, _, _ in RECORDS for key, found in lengths(model).items()
    }


def test_texts_are_taken_up_to_their_limit_and_not_beyond() -> None:
    for model, _, needed in RECORDS:
        for key, (least, most) in lengths(model).items():
            sound = {**needed, key: "é" * most}
            model.model_validate(sound)
            for length in {least - 1, most + 1}:
                with pytest.raises(ValidationError):
                    model.model_validate({**sound, key: "é" * length})


def test_the_names_that_the_site_keeps_for_itself_are_those_of_its_addresses() -> None:
    text = section("Addresses")
    addresses = re.findall(r"`/([^`/<…]+)[^`]*`", text.partition("A page's slug")[0])
    kept = re.search(r"may not be one of these first words, nor (.*?); a claim's not `(\w+)`", text)
    assert kept
    assert set(addresses) | {"topics"} == FIRST_WORDS
    assert FIRST_WORDS | set(re.findall(r"`(\w+)`", kept[1])) == RESERVED_PAGES
    assert {kept[2]} == RESERVED_CLAIMS


def test_the_endings_of_files_are_those_that_a_record_may_name() -> None:
    named = re.search(r"\[a-z0-9-\]\+\.\(([a-z|]+)\)", TEXT)
    assert named
    for ending in named[1].split("|"):
        Media.model_validate({"file": f"file:a.{ending}", "alt": "A"})
    for ending in ("svg", "gif", "txt", "md"):
        assert ending not in named[1].split("|")
        with pytest.raises(ValidationError):
            Media.model_validate({"file": f"file:a.{ending}", "alt": "A"})


def test_the_defaults_are_those_named() -> None:
    publication = next(model.model_validate(needed) for model, _, needed in RECORDS if model is Publication)
    told = dict(
        zip(
            ("search", "cards", "admin"), re.findall(r"\((?:default )?(true|false)\b", SITE["search"].what), strict=True
        )
    )
    assert told == {key: str(getattr(publication, key)).lower() for key in told}


def test_a_scale_has_at_least_one_rating() -> None:
    with pytest.raises(ValidationError):
        RatingScale.model_validate({"ratings": []})


def test_the_example_is_sound() -> None:
    found = re.search(r"```markdown\n(.*?)```", section("Example"), re.DOTALL)
    assert found
    read = read_entry(Claim, "claims", "bridge-cost", found[1].encode(), file="content/claims/bridge-cost.md")
    assert read.findings == ()
    assert read.entry
    assert [one.stance for one in read.entry.record.appearances] == ["asserts", "differs"]


EVERYTHING = {
    "title": "T", "url": "https://example.org/", "publisher": "P", "carrier": "C", "kind": "article",
    "language": "en", "published": "2024", "retrieved": "2024-03-20", "archive_url": "https://example.org/",
    "says": "S", "value": "4.2", "bound": "about", "figure": "F", "as_of": "2024", "excerpt": "four words of it",
    "via": "b", "origin": "b", "claim": "c",
}  # fmt: skip


def literals(annotation: object) -> tuple[str, ...]:
    """Gives the words among which a field chooses, whether or not it may be absent."""
    parts = get_args(annotation)
    if parts and all(isinstance(part, str) for part in parts):
        return parts
    return next((found for part in parts if type(part) is not str and (found := literals(part))), ())


def lengths(model: type[Record]) -> dict[str, tuple[int, int]]:
    """Gives the least and greatest length of each text of a model that has a limit, slugs aside."""
    found = {}
    for key, schema in model.model_json_schema()["properties"].items():
        for one in schema.get("anyOf", [schema]):
            if "maxLength" in one and "pattern" not in one:
                found[key] = (one.get("minLength", 1), one["maxLength"])
    return found

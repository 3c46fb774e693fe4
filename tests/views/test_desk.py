"""The settings of the editors' page: every key is a field in the models' words, and what is written so can be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from site_src.models.claim import Claim
from site_src.models.described import keys
from site_src.models.page import Page
from site_src.models.source import Source
from site_src.models.topic import Topic
from site_src.reading.gather import read_catalogue
from site_src.views.desk import admin_page, desk_settings
from tests.editions import edition, links
from tests.harbour import edited, findings, laid_over

if TYPE_CHECKING:
    from site_src.models.described import Key
    from site_src.models.record import Record
    from site_src.site.model import Site

Json = dict[str, Any]

KINDS: dict[str, type[Record]] = {"claims": Claim, "sources": Source, "topics": Topic, "pages": Page}

# What Sveltia CMS 0.221 takes at a field of each kind, by the JSON Schema in its package.
EVERYWHERE = {"name", "label", "hint", "required", "widget"}
TAKES = {
    "string": {"pattern"},
    "boolean": {"default"},
    "datetime": {"type", "format"},
    "select": {"options", "default"},
    "relation": {"collection", "value_field", "display_fields", "search_fields", "multiple"},
    "list": {"fields", "collapsed", "min", "max"},
    "object": {"fields", "collapsed"},
    "keyvalue": set(),
    "richtext": {"modes"},
}

# Files of harbour as Sveltia CMS 0.221.1 wrote them, in a browser, after a word was added to each.
BY_FORM = Path(__file__).parent / "by_form"
ADDED = (" Really.", " (2)")


def on() -> Site:
    """Gives harbour with its editors' page switched on."""
    text = edited("site.yaml", "https://example.org/editors/harbour", "https://github.com/example/harbour")
    return edition({"site.yaml": text.replace("admin: false", "admin: true")})


def collections() -> dict[str, Json]:
    site = on()
    return {one["name"]: one for one in desk_settings(site, links(site, "admin/desk/"))["collections"]}


def every(fields: list[Json]) -> list[Json]:
    """Gives fields, and those in them."""
    return [inner for field in fields for inner in (field, *every(field.get("fields", [])))]


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_a_field_and_the_text_comes_last(kind: str) -> None:
    def same(fields: list[Json], told: tuple[Key, ...]) -> None:
        assert [(field["name"], field["required"]) for field in fields] == [(key.name, key.needed) for key in told]
        for field, key in zip(fields, told, strict=True):
            if key.parts:
                same(field["fields"], key.parts)

    *fields, body = collections()[kind]["fields"]
    same(fields, keys(KINDS[kind]))
    assert (body["name"], body["modes"]) == ("body", ["raw"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_what_its_kind_takes_and_nothing_else(kind: str) -> None:
    collection = collections()[kind]
    for field in every(collection["fields"]):
        assert field.keys() - EVERYWHERE <= TAKES[field["widget"]], field["name"]
        assert field["name"] == "body" or field["hint"]
    related = [field["collection"] for field in every(collection["fields"]) if field["widget"] == "relation"]
    assert set(related) <= set(KINDS)


def test_hints_and_choices_are_those_of_the_models() -> None:
    fields = {field["name"]: field for field in collections()["claims"]["fields"]}
    assert fields["verdict"]["hint"] == "The finding in one or two plain sentences. At most 400 characters."
    assert fields["status"]["options"] == ["draft", "published", "retracted"]
    assert {"label": "Partly supported", "value": "partly-supported"} in fields["rating"]["options"]
    assert (fields["topic"]["collection"], fields["topic"]["value_field"]) == ("topics", "{{slug}}")


def test_nothing_is_filled_in_that_the_format_does_not_take_for_granted() -> None:
    defaults = {
        (kind, field["name"]): field["default"]
        for kind, collection in collections().items()
        for field in every(collection["fields"])
        if "default" in field
    }
    # “draft” would be written into published claims when they are saved, and so take them down.
    assert defaults == {("claims", "status"): "published", ("claims", "rounded"): False}


def test_changes_go_to_the_repository_as_pull_requests_and_nothing_is_deleted() -> None:
    site = on()
    settings = desk_settings(site, links(site, "admin/desk/"))
    assert settings["backend"] == {"name": "github", "repo": "example/harbour", "branch": "main"}
    assert settings["publish_mode"] == "editorial_workflow"
    assert settings["output"] == {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}}
    for kind, collection in collections().items():
        assert (collection["folder"], collection["delete"]) == (f"content/{kind}", False)
        assert collection["slug"]["editable"] == ["create"]


def test_the_page_names_the_origin_that_shares_the_token_and_the_one_repository_it_is_for() -> None:
    site = on()
    page = admin_page(site, links(site, "admin/"))
    assert (page.origin, page.repository, page.desk) == ("https://example.org", "example/harbour", "desk/")
    assert not page.frame.listed


def test_what_the_form_writes_is_read_as_it_was() -> None:
    written = {path.relative_to(BY_FORM).as_posix(): path.read_text("utf-8") for path in sorted(BY_FORM.rglob("*.md"))}
    for added in ADDED:
        written = {name: text.replace(f'{added}"', '"') for name, text in written.items()}
    tree = laid_over(written)
    assert [finding for finding in findings(tree) if finding.is_error] == []
    before, after = read_catalogue(laid_over({}))[0], read_catalogue(tree)[0]
    entries = list(zip(before.entries(), after.entries(), strict=True))
    assert len(written) == len([one for one, other in entries if one.document != other.document])
    for one, other in entries:
        assert (one.body.pieces, one.body.text) == (other.body.pieces, other.body.text)
        # The form takes figures that are not quoted for numbers, and 4.20 for 4.2.
        assert str(one.record).replace("'4.20'", "'4.2'").replace("status='published' ", "") == str(
            other.record
        ).replace("status='published' ", "")


# As the form leaves what is empty, where a key is needed or somebody opened a group; and texts of several lines.
EMPTY = """claim: "The lock is from 1911."
topic: "harbour-bridge"
status: "draft"
rating: ""
verdict: ""
reviewed_on: null
appearances: []
related: []
tags: []
"""
LINES = """claim: "The lock is from 1911, he said: \\"no\\"."
topic: "harbour-bridge"
status: "draft"
language: ""
verdict: "One line.


  Another line."
appearances:
  - source: "audit-report"
    stance: "asserts"
    says: "1911"
    value:
      - "1911"
measure:
  label: "Year"
  unit: "#"
"""


@pytest.mark.parametrize("text", [EMPTY, LINES])
def test_what_the_form_leaves_empty_is_as_good_as_absent(text: str) -> None:
    tree = laid_over({"claims/lock.md": f"---\n{text}---\n"})
    assert [finding for finding in findings(tree) if finding.is_error] == []

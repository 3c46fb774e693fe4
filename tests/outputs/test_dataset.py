"""The open data as JSON: everything that stands, in every script, and nothing that does not."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import pytest
from html5lib import parseFragment

from site_src.views.dictionary import objects
from tests.bare import bare
from tests.editions import edition, files_of, shipped
from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from site_src.site.model import Site

Json = dict[str, Any]
SITES: dict[str, Callable[[], Site]] = {"harbour": edition, "bare": bare, "shipped": shipped}
EACH = pytest.mark.parametrize("name", SITES)
# Objects that the page explains once for all, and one whose keys are languages.
LEAVES = {"claimed_on", "published", "as_of", "value", "translations"}
PARTS = {(part.id, field.name): field.part for part in objects() for field in part.fields if field.part}
EVERY = {"version", "documentation", "publication"}


@EACH
def test_every_claim_that_stands_and_every_source_is_there_once_by_slug(name: str) -> None:
    site = SITES[name]()
    assert [it["slug"] for it in read(name, "data/claims.json")["claims"]] == sorted(site.listed)
    assert [it["slug"] for it in read(name, "data/sources.json")["sources"]] == sorted(site.sources)


@EACH
def test_a_claims_own_file_tells_of_it_what_the_whole_does(name: str) -> None:
    for it in read(name, "data/claims.json")["claims"]:
        assert read(name, f"claims/{it['slug']}/claim.json")["claim"] == it


@EACH
def test_every_file_says_whose_it_is_and_under_which_licence(name: str) -> None:
    site = SITES[name]()
    granted = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
    for path in documents(name):
        told = read(name, path)
        assert (told["version"], told["documentation"]) == (1, f"{site.base}data/")
        assert told["publication"]["url"] == site.base
        assert told["publication"]["license"] == (None if name == "bare" else granted)


@EACH
def test_the_dictionary_has_every_key(name: str) -> None:
    known = {(part.id, key) for part in objects() for field in part.fields for key in and_above(field.name)}
    assert {at for path in documents(name) for at in keys(read(name, path), kind(path))} - known == set()


def test_the_dictionary_has_no_key_that_is_nowhere() -> None:
    """In harbour every key of every record is used."""
    found = {at for path in documents("harbour") for at in keys(read("harbour", path), kind(path))}
    assert {(part.id, field.name) for part in objects() for field in part.fields} - found == set()


def test_an_arabic_claim_is_there_as_it_was_written() -> None:
    [found] = [it for it in read("harbour", "data/claims.json")["claims"] if it["language"] == "ar"]
    written = edition().claims["repair-cost-ar"]
    assert (found["claim"], found["verdict"]) == (written.record.claim, written.verdict)
    assert found["body_text"] == "يحسب المكتب الصحفي فاتورة المقاول فقط، وهذا الرقم صحيح."
    assert written.record.claim.encode() in built("harbour")["data/claims.json"]


def test_pandas_and_duckdb_read_the_claims(tmp_path: Path) -> None:
    path = tmp_path / "claims.json"
    path.write_bytes(built("shipped")["data/claims.json"])
    expected = sorted((it.slug, it.record.claim) for it in shipped().claims.values())
    found = pd.json_normalize(json.loads(path.read_bytes())["claims"])
    assert list(zip(found["slug"], found["claim"], strict=True)) == expected
    claims = duckdb.read_json(str(path)).select("unnest(claims) AS it").select("it.slug, it.claim").fetchall()
    assert sorted(claims) == expected


def test_figures_are_numbers_and_keep_the_digits_that_were_typed() -> None:
    values = ["4.20", "7", "[-4.5, 1e3]", "12345678901234567890.125", "9007199254740993"]
    appearances = "".join(
        f"  - {{source: harbour-daily, stance: asserts, says: Wide, value: {value}}}\n" for value in values
    )
    site = edition({"claims/lock.md": claim(f"measure: {{label: Width, unit: metres}}\nappearances:\n{appearances}")})
    told = json.loads(files_of(site)["claims/lock/claim.json"])["claim"]["appearances"]
    assert [one["value"] for one in told] == [
        {"low": 4.2, "high": 4.2, "digits": ["4.20"]},
        {"low": 7, "high": 7, "digits": ["7"]},
        {"low": -4.5, "high": 1000, "digits": ["-4.5", "1e3"]},
        {"low": 12345678901234567000.0, "high": 12345678901234567000.0, "digits": ["12345678901234567890.125"]},
        {"low": 9007199254740992.0, "high": 9007199254740992.0, "digits": ["9007199254740993"]},
    ]
    assert [type(one["value"]["low"]) for one in told] == [float, int, float, float, float]


def test_dates_say_what_is_known_of_them() -> None:
    claims = {it["slug"]: it["claimed_on"] for it in read("harbour", "data/claims.json")["claims"]}
    month = {"date": "2024-03", "earliest": "2024-03-01", "latest": "2024-03-31", "inferred": True}
    year = {"date": "2024", "earliest": "2024-01-01", "latest": "2024-12-31", "inferred": False}
    assert (claims["budget-kept"], claims["closed-eleven-weeks"]) == (month, year)


def test_an_appearance_tells_its_way_to_the_origin_and_what_is_known_of_its_excerpt() -> None:
    told = read("harbour", "claims/repair-cost/claim.json")["claim"]["appearances"]
    assert [(one["chain"], one["origin"], one["excerpt_verified"], one["word"]) for one in told] == [
        (["city-press-release"], "city-press-release", True, 23),
        (["harbour-daily", "city-press-release"], "city-press-release", None, None),
        (["harbour-daily", "audit-report"], "audit-report", True, 31),
        (["coast-radio", "harbour-daily", "city-press-release"], "city-press-release", None, None),
        ([], None, None, None),
    ]


def test_a_claims_own_file_has_its_history_the_first_verdict_first() -> None:
    told = read("harbour", "claims/repair-cost/claim.json")["history"]
    assert [(one["date"], one["kind"]) for one in told] == [
        ("2024-03-20", "verdict"),
        ("2024-04-02", "clarification"),
        ("2024-05-02", "correction"),
    ]
    assert told[2]["was"]["claim"] == "The bridge cost about 4 million euros to repair."


def test_a_claims_own_file_has_the_sources_that_it_names_or_leads_back_to() -> None:
    told = read("harbour", "claims/detour-cost/claim.json")
    assert [it["slug"] for it in told["sources"]] == [
        "harbour-daily", "audit-report", "coast-radio", "port-blog", "city-press-release",
    ]  # fmt: skip


def test_a_retracted_claim_keeps_its_own_file_and_leaves_all_others_but_for_its_reason() -> None:
    told = read("harbour", "claims/toll-planned/claim.json")
    assert (told["claim"]["status"], told["claim"]["rating"]) == ("retracted", "contradicted")
    assert [(one["date"], one["kind"], one["note"]) for one in told["history"]] == [
        ("2024-03-10", "verdict", None),
        ("2024-04-01", "retraction", "The statement was about another bridge."),
    ]
    assert read("harbour", "data/claims.json")["retracted"] == [
        {
            "slug": "toll-planned",
            "page": "https://example.org/harbour/claims/toll-planned/",
            "date": "2024-04-01",
            "reason": "The statement was about another bridge.",
        }
    ]
    others = {path for path in documents("harbour") if b"toll-planned" in built("harbour")[path]}
    assert others == {"claims/toll-planned/claim.json", "data/claims.json"}


def test_no_file_names_a_draft() -> None:
    assert [path for path in documents("harbour") if b"ferry-passengers" in built("harbour")[path]] == []


def test_a_matrix_has_its_cells_in_the_order_of_its_columns_and_says_why_one_is_empty() -> None:
    told = read("harbour", "data/matrix/harbour-bridge.json")
    columns = [column["source"] for column in told["columns"]]
    assert columns == list(edition().topics["harbour-bridge"].record.sources)
    for row in told["rows"]:
        assert [cell["source"] for cell in row["cells"]] == columns
        assert all((cell["absence"] is None) == bool(cell["appearances"]) for cell in row["cells"])
    assert told["columns"][1] == {
        "source": "harbour-daily", "name": "Harbour Daily", "carries": 3, "otherwise": 1, "nothing": 1,
    }  # fmt: skip


@EACH
def test_links_in_texts_are_whole_addresses(name: str) -> None:
    for path in documents(name):
        for text in texts(read(name, path)):
            for element in parseFragment(text, treebuilder="etree", namespaceHTMLElements=False).iter():
                for key in ("href", "src"):
                    link = element.get(key, "#")
                    assert re.match(r"https?://|mailto:|#", link), link


def test_what_was_renamed_lies_at_its_former_address_too() -> None:
    files = built("harbour")
    assert files["claims/bridge-bill/claim.json"] == files["claims/repair-cost/claim.json"]
    assert files["data/matrix/bridge-repair.json"] == files["data/matrix/harbour-bridge.json"]


def documents(name: str) -> list[str]:
    """Gives the paths of the JSON files that are described on the Data page."""
    mine = re.compile(r"data/(claims|sources|matrix/[^/]+)\.json|claims/[^/]+/claim\.json")
    return [path for path in built(name) if mine.fullmatch(path)]


def read(name: str, path: str) -> Json:
    """Gives what a file of a site holds."""
    found: Json = json.loads(built(name)[path])
    return found


@lru_cache
def built(name: str) -> dict[str, bytes]:
    """Gives the files of a site."""
    return files_of(SITES[name]())


def kind(path: str) -> str:
    """Gives the part of the dictionary that is about a file."""
    return f"json-{'claim' if path.startswith('claims/') else path.split('/')[1].removesuffix('.json')}"


def keys(value: object, part: str, at: str = "") -> Iterator[tuple[str, str]]:
    """Gives each key with the part of the dictionary in which it belongs, and the path to it from there."""
    for key, inner in value.items() if isinstance(value, dict) else ():
        here = "json" if not at and part.startswith("json-") and key in EVERY else part
        yield here, f"{at}{key}"
        if key in LEAVES:
            continue
        leads_to = PARTS.get((here, f"{at}{key}"))
        for each in inner if isinstance(inner, list) else [inner]:
            below = f"{at}{key}[]." if isinstance(inner, list) else f"{at}{key}."
            yield from keys(each, leads_to or here, "" if leads_to else below)


def and_above(name: str) -> Iterator[str]:
    """Gives the path to a key, and those to the keys in which it stands."""
    while name:
        yield name.removesuffix("[]")
        name = name.rpartition(".")[0]


def texts(value: object) -> Iterator[str]:
    """Gives each text in HTML that stands in a value."""
    if isinstance(value, dict):
        yield from (inner for key, inner in value.items() if key == "body_html")
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(inner)

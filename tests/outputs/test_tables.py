"""Tables as pandas and DuckDB read them, without a single option."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import pytest

from tests.bare import bare
from tests.editions import edition, files_of, shipped
from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from site_src.site.model import Site

MARKS = ["#first, 'quoted'", '"quoted", then; and | more', "a \\ b, \\", "'", "NULL", "بلغت 4.2, 十二 ½ 🌊"]
FORMULA = '=HYPERLINK("https://example.org","open")'
VALUES = """measure: {label: Width, unit: metres}
appearances:
  - {source: city-press-release, stance: asserts, says: Wide, value: 12345678901234567890123456789.10}
  - {source: harbour-daily, stance: asserts, says: Wide, value: [-4.20, 1e3]}
"""
TYPES = {
    "string": {"VARCHAR"},
    "date": {"DATE"},
    "boolean": {"BOOLEAN"},
    "integer": {"BIGINT"},
    "number": {"BIGINT", "DOUBLE"},
}


def awkward() -> Site:
    """Gives harbour with texts that guessing readers take for quotes, marks, comments or formulas."""
    texts = {f"sources/text-{n}.md": source(text) for n, text in enumerate((*MARKS, FORMULA))}
    return edition({**texts, "claims/lock.md": claim(VALUES)})


SITES: dict[str, Callable[[], Site]] = {"harbour": edition, "awkward": awkward, "shipped": shipped}
EACH = pytest.mark.parametrize("name", SITES)


@EACH
def test_both_readers_find_every_row_and_column_of_every_table(name: str, tmp_path: Path) -> None:
    for resource, path in tables(name, tmp_path):
        header = [field["name"] for field in resource["schema"]["fields"]]
        rows = len(path.read_bytes().splitlines()) - 1  # no text of a site has a line break
        found = duckdb.read_csv(str(path))
        assert (found.columns, len(found.fetchall())) == (header, rows)
        assert (list(pd.read_csv(path).columns), len(pd.read_csv(path))) == (header, rows)


@EACH
def test_the_types_that_duckdb_finds_are_those_described(name: str, tmp_path: Path) -> None:
    seen = set()
    for resource, path in tables(name, tmp_path):
        found = duckdb.read_csv(str(path))
        filled = pd.read_csv(path, dtype=str).notna().any()
        for field in resource["schema"]["fields"]:
            if filled[field["name"]]:  # a column in which nothing stands has no type to find
                seen.add(field["type"])
                assert str(found[field["name"]].types[0]) in TYPES[field["type"]], field["name"]
    assert seen == TYPES.keys()


@EACH
def test_the_types_that_pandas_finds_are_those_described(name: str, tmp_path: Path) -> None:
    for resource, path in tables(name, tmp_path):
        for field in resource["schema"]["fields"]:
            found = pd.read_csv(path)[field["name"]].dropna()
            assert all(of_type(field["type"])(value) for value in found), field["name"]


def test_numbers_have_the_digits_that_were_typed_and_a_range_two_ends(tmp_path: Path) -> None:
    path = paths_of("awkward", tmp_path)["matrix-harbour-bridge"]
    found = pd.read_csv(path, dtype=str).query("slug == 'lock'").set_index("source")
    ends = found[["value_low", "value_high", "unit"]].loc[["city-press-release", "harbour-daily"]]
    assert ends.to_numpy().tolist() == [
        ["12345678901234567890123456789.10", "12345678901234567890123456789.10", "metres"],
        ["-4.20", "1e3", "metres"],
    ]
    numbers = pd.read_csv(path).query("slug == 'lock' and source == 'harbour-daily'")
    assert numbers[["value_low", "value_high"]].to_numpy().tolist() == [[-4.2, 1000.0]]


def test_days_of_which_only_the_month_or_the_year_is_known_have_two_ends(tmp_path: Path) -> None:
    found = duckdb.read_csv(str(paths_of("harbour", tmp_path)["claims"]))
    ends = found.select("slug, claimed_on_earliest::varchar, claimed_on_latest::varchar, claimed_on_inferred")
    assert set(ends.fetchall()) >= {
        ("budget-kept", "2024-03-01", "2024-03-31", True),
        ("closed-eleven-weeks", "2024-01-01", "2024-12-31", False),
        ("repair-cost", "2024-03-02", "2024-03-02", False),
    }


def test_an_arabic_claim_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = paths_of("harbour", tmp_path)["claims"]
    written = edition().claims["repair-cost-ar"]
    row = pd.read_csv(path).set_index("slug").loc["repair-cost-ar"]
    assert (row["claim"], row["verdict"], row["language"]) == (written.record.claim, written.verdict, "ar")
    [found] = duckdb.read_csv(str(path)).filter("language = 'ar'").select("claim, verdict").fetchall()
    assert found == (written.record.claim, written.verdict)


def test_texts_full_of_marks_are_read_as_they_were_written_and_formulas_as_texts(tmp_path: Path) -> None:
    path = paths_of("awkward", tmp_path)["sources"]
    titles = [*MARKS, f"'{FORMULA}"]
    duck = dict(duckdb.read_csv(str(path)).select("slug, title").fetchall())
    panda = pd.read_csv(path, keep_default_na=False).set_index("slug")["title"]
    for number, title in enumerate(titles):
        assert (duck[f"text-{number}"], panda[f"text-{number}"]) == (title, title)


def test_what_a_source_says_of_a_claim_is_told_with_its_silence(tmp_path: Path) -> None:
    found = duckdb.read_csv(str(paths_of("harbour", tmp_path)["matrix-harbour-bridge"]))
    cells = found.filter("slug = 'repair-cost'").select("source, entry, stance, origin, excerpt_verified, word, note")
    assert cells.fetchall() == [
        ("city-press-release", 1, "asserts", "city-press-release", True, 23, None),
        ("harbour-daily", 1, "attributes", "city-press-release", None, None, None),
        ("harbour-daily", 2, "differs", "audit-report", True, 31, "Its own figure, in the second sentence."),
        ("coast-radio", 1, "attributes", "city-press-release", None, None, None),
        ("port-blog", 1, "silent", None, None, None, "Written before the opening."),
        ("audit-report", 0, "earlier", None, None, None, None),
    ]


def test_a_claim_is_told_with_its_place_on_the_scale_and_what_carries_it(tmp_path: Path) -> None:
    found = duckdb.read_csv(str(paths_of("harbour", tmp_path)["claims"]))
    told = found.filter("slug = 'repair-cost'").select(
        "page, claimant, rating_label, rating_value, rating_best, corrections, carriers, origins, tags, status"
    )
    assert told.fetchall() == [
        (
            "https://example.org/harbour/claims/repair-cost/", "City press office", "Partly supported", 3, 4, 2,
            "city-press-release harbour-daily coast-radio", "city-press-release", "costs detour", "published",
        )
    ]  # fmt: skip


@EACH
def test_the_keys_described_tell_every_row_from_all_others_and_lead_to_rows_that_exist(
    name: str, tmp_path: Path
) -> None:
    found = {resource["name"]: (resource["schema"], pd.read_csv(path)) for resource, path in tables(name, tmp_path)}
    assert found.keys() == {"claims", "sources", *(f"matrix-{slug}" for slug in SITES[name]().topics)}
    for schema, table in found.values():
        key = table[schema["primaryKey"]]
        assert key.notna().all(axis=None)
        assert not key.duplicated().any()
        for one in schema.get("foreignKeys", []):
            [column], [leads_to] = one["fields"], one["reference"]["fields"]
            assert set(table[column]) <= set(found[one["reference"]["resource"]][1][leads_to])


@EACH
def test_lists_part_at_spaces_into_slugs_of_sources(name: str, tmp_path: Path) -> None:
    claims, sources = (pd.read_csv(paths_of(name, tmp_path)[one]) for one in ("claims", "sources"))
    named = [claims["carriers"], claims["origins"], sources["relays"], sources["inferred"]]
    slugs = {slug for cells in named for cell in cells.dropna() for slug in str(cell).split()}
    assert slugs
    assert slugs <= set(sources["slug"])


def test_the_description_says_whose_the_data_are_and_under_which_licence() -> None:
    told = json.loads(built("harbour")["data/datapackage.json"])
    assert told["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert told["licenses"] == [{"title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]
    assert told["contributors"][0]["title"] == "Harbour Checks"
    assert told["sources"] == [{"title": "Harbour Checks", "path": "https://example.org/harbour/"}]
    assert "licenses" not in json.loads(files_of(bare())["data/datapackage.json"])


def test_drafts_and_retracted_claims_are_in_no_table(tmp_path: Path) -> None:
    assert len(edition().claims) == 6
    for _, path in tables("harbour", tmp_path):
        assert not re.search("toll-planned|ferry-passengers", path.read_text(encoding="utf-8"))


def test_a_preview_marks_drafts() -> None:
    table = files_of(edition(drafts=True))["data/claims.csv"].decode()
    assert re.findall('"([a-z-]+)",.*"draft"', table) == ["ferry-passengers"]


def test_a_site_without_claims_has_tables_of_names_alone() -> None:
    files = files_of(bare())
    assert files["data/claims.csv"].startswith(b'"slug","page","claim",')
    assert {content.count(b"\r\n") for path, content in files.items() if path.endswith(".csv")} == {1}


def test_the_matrix_of_a_renamed_topic_lies_at_its_former_address_too() -> None:
    files = files_of(edition())
    assert files["data/matrix/bridge-repair.csv"] == files["data/matrix/harbour-bridge.csv"]


def tables(name: str, folder: Path) -> list[tuple[dict[str, Any], Path]]:
    """Gives each table of a site as its description in datapackage.json and its path in a folder."""
    files = built(name)
    found = []
    for resource in json.loads(files["data/datapackage.json"])["resources"]:
        path = folder / resource["path"].replace("/", "-")
        path.write_bytes(files[f"data/{resource['path']}"])
        found.append((resource, path))
    return found


def paths_of(name: str, folder: Path) -> dict[str, Path]:
    """Gives the path of each table by its name in datapackage.json."""
    return {resource["name"]: path for resource, path in tables(name, folder)}


@lru_cache
def built(name: str) -> dict[str, bytes]:
    """Gives the files of a site."""
    return files_of(SITES[name]())


def of_type(described: str) -> Callable[[object], bool]:
    """Gives what tells whether a value that pandas found is of a described type; pandas leaves days as texts."""
    if described == "date":
        return lambda value: bool(re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)))
    if described == "boolean":
        return lambda value: value in (True, False)
    if described in ("integer", "number"):
        return lambda value: float(str(value)) == value and (described == "number" or float(str(value)).is_integer())
    return lambda value: isinstance(value, str)


def source(title: str) -> str:
    """Gives a source of that title."""
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nkind: post\n---\n"

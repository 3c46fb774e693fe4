"""The Data page leads to every file of the open data, says what each column and key means, and is found."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from tests.bare import bare
from tests.editions import edition, files_of, shipped
from tests.outputs.pages import Page, parse, parsed, target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from site_src.site.model import Site

SITES: dict[str, Callable[[], Site]] = {"harbour": edition, "bare": bare, "shipped": shipped}
EACH = pytest.mark.parametrize("name", SITES)
PATH = "data/index.html"
# Files that lie at the address of a former slug too, and parts of a file that is offered.
FORMER = re.compile(r"data/matrix/bridge-repair\.|data/claimreview/")


@EACH
def test_it_leads_to_every_file_of_the_data_and_every_schema(name: str) -> None:
    offered = {path for path in built(name) if path.startswith(("data/", "schema/")) and not FORMER.match(path)}
    assert offered - led_to(name) == set()


@EACH
def test_it_leads_nowhere_where_nothing_is(name: str) -> None:
    assert led_to(name) - built(name).keys() - {"build.json"} == set()


@EACH
def test_it_says_what_every_column_means(name: str) -> None:
    told = set(terms(name))
    for path, content in built(name).items():
        if path.startswith("data/") and path.endswith(".csv"):
            header = next(csv.reader(io.StringIO(content.decode(), newline="")))
            assert set(header) - told == set()


def test_it_says_what_every_key_of_a_claim_means() -> None:
    told = set(terms("harbour"))
    assert json.loads(built("harbour")["claims/repair-cost/claim.json"])["claim"].keys() - told == set()


def test_it_names_the_licence_and_one_without_a_licence_none() -> None:
    assert "You may use them under CC BY 4.0" in text("harbour")
    assert "You may use them" not in text("bare")


def test_its_examples_load_the_table_of_the_site_itself() -> None:
    for example in ('pandas.read_csv("https://example.org/harbour/data/claims.csv")', "FROM 'https://example.org/harb"):
        assert example in text("harbour")


@EACH
def test_every_page_leads_to_it_at_its_foot(name: str) -> None:
    for page in parsed(built(name)):
        foot = page.root.find(".//footer")
        if foot is not None and not page.path.startswith(("embed/", "404")):  # 404 links from the server's root
            assert (PATH, "") in [target(page, link.get("href", "")) for link in foot.iter("a")], page.path


@EACH
def test_every_verdict_names_its_own_file(name: str) -> None:
    for slug in SITES[name]().claims:
        page = Page(f"claims/{slug}/index.html", parse(built(name)[f"claims/{slug}/index.html"]))
        named = [link for link in page.root.iter("link") if link.get("type") == "application/json"]
        assert [link.get("rel") for link in named] == ["alternate"]
        assert target(page, named[0].get("href", "")) == (f"claims/{slug}/claim.json", "")


def led_to(name: str) -> set[str]:
    """Gives the files to which the page leads."""
    page = Page(PATH, parse(built(name)[PATH]))
    found = (target(page, href) for element, href in page.links() if element == "a")
    return {file for file, _ in filter(None, found)}


def terms(name: str) -> Iterator[str]:
    """Gives the columns and keys that the page explains."""
    for term in parse(built(name)[PATH]).iter("dt"):
        yield term.findtext("code", "")


def text(name: str) -> str:
    """Gives the text of the page, spaces put together."""
    return " ".join("".join(parse(built(name)[PATH]).itertext()).split())


@lru_cache
def built(name: str) -> dict[str, bytes]:
    """Gives the files of a site."""
    return files_of(SITES[name]())

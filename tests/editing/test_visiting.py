"""Looking at a published site, well or badly served."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.building.job import Job
from site_src.building.pipeline import build
from site_src.editing.fetched import Fetched
from site_src.editing.visiting import NoSitemap, ask, listed, visit
from tests.editing.wayward import answer, serving
from tests.editions import TEMPLATES
from tests.harbour import HARBOUR
from tests.pages.served import served

if TYPE_CHECKING:
    from pathlib import Path


def test_a_site_that_is_well_answers_everywhere(tmp_path: Path) -> None:
    with served(tmp_path) as host:
        assert build(Job(HARBOUR, TEMPLATES, tmp_path / "repo", base_url=f"{host}repo/")).files
        base = f"{host}repo/"
        addresses = listed(base)
        assert f"{base}claims/repair-cost/" in addresses
        visited = visit(base, addresses, patience=0)
        assert visited.missing == {}
        assert visited.looked_at >= len(addresses)


def test_an_address_that_is_lost_is_told_with_the_reason(tmp_path: Path) -> None:
    with served(tmp_path) as host:
        assert build(Job(HARBOUR, TEMPLATES, tmp_path / "repo", base_url=f"{host}repo/")).files
        lost = f"{host}repo/claims/no-more/"
        assert visit(f"{host}repo/", [lost], patience=0.02, pause=0.01).missing == {
            lost: "The server answers 404 (Not Found)."
        }


def test_a_site_that_takes_a_while_to_be_seen_is_waited_for(tmp_path: Path) -> None:
    with served(tmp_path) as host:
        asked: list[str] = []

        def asking(address: str) -> Fetched:
            asked.append(address)
            if len(asked) == 3:
                assert build(Job(HARBOUR, TEMPLATES, tmp_path / "repo", base_url=f"{host}repo/")).files
            return ask(address)

        (tmp_path / "404.html").touch()
        assert visit(f"{host}repo/", [], asking=asking, patience=0.02, pause=0.01).missing == {}


def test_the_parts_of_a_sitemap_are_read_and_what_lies_elsewhere_is_passed_over() -> None:
    with serving() as server:
        base = f"{server.home}/repo/"
        server.answers["/repo/sitemap.xml"] = answer(
            f"<sitemapindex><loc>{base}sitemap-1.xml</loc><loc>https://example.org/x.xml</loc>".encode()
        )
        server.answers["/repo/sitemap-1.xml"] = answer(
            f"<urlset><loc> {base}a?b&amp;c </loc><loc>http://x/</loc>".encode()
        )
        assert listed(base) == (f"{base}a?b&c",)


@pytest.mark.parametrize(("status", "told"), [("404 Not Found", 404), ("500 Internal Server Error", 500)])
def test_where_there_is_no_sitemap_that_is_said(status: str, told: int) -> None:
    with serving() as server:
        server.answers["/sitemap.xml"] = answer(status=status)
        with pytest.raises(NoSitemap, match=str(told)) as missing:
            listed(f"{server.home}/")
        assert missing.value.status == told


def test_a_sitemap_that_names_itself_is_read_once() -> None:
    asked: list[str] = []

    def asking(address: str) -> Fetched:
        asked.append(address)
        return Fetched(address, body=f"<sitemapindex><loc>{address}</loc></sitemapindex>".encode())

    assert listed("https://example.org/", asking=asking) == ()
    assert asked == ["https://example.org/sitemap.xml"]

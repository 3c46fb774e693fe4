"""The sitemap as the protocol has it, and that it names what a reader of the site may find and nothing else."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from site_src.addresses import SITEMAP
from site_src.outputs.sitemap import render
from site_src.views.sitemap import sitemap_addresses, sitemap_part
from tests.bare import bare
from tests.editions import edition, files_of, links, shipped, templates
from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_src.site.model import Site

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("sitemap.xsd")))
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITES: dict[str, Callable[[], Site]] = {
    "harbour": edition,
    "drafts": lambda: edition(drafts=True),
    "many": lambda: edition({f"claims/lock-{number:03}.md": claim() for number in range(96)}),
    "bare": bare,
    "shipped": shipped,
}
EACH = pytest.mark.parametrize("name", SITES)


@EACH
def test_it_is_as_the_protocol_has_it(name: str) -> None:
    SCHEMA.assertValid(etree.fromstring(built(name)["sitemap.xml"]))


@pytest.mark.parametrize(
    "wrong",
    [
        "<urlset/>",
        "<urlset><url><lastmod>2024-03-20</lastmod></url></urlset>",
        "<urlset><url><loc>/claims/</loc></url></urlset>",
        "<urlset><url><loc>https://example.org/a b/</loc></url></urlset>",
        "<urlset><url><loc>https://example.org/</loc><lastmod>20 March</lastmod></url></urlset>",
        "<urlset><url><loc>https://example.org/</loc></url><url><loc>https://example.org/</loc></url></urlset>",
    ],
)
def test_what_is_against_the_protocol_is_found(wrong: str) -> None:
    with_namespace = wrong.replace("<urlset", f'<urlset xmlns="{NAMESPACE.strip("{}")}"', 1)
    assert not SCHEMA.validate(etree.fromstring(with_namespace))


@EACH
def test_it_names_every_page_that_search_engines_may_list_and_no_other(name: str) -> None:
    base = SITES[name]().base
    pages = {path.removesuffix("index.html") for path, content in built(name).items() if is_listed(path, content)}
    assert {address.removeprefix(base) for address in addresses(built(name)["sitemap.xml"])} == pages


def test_an_index_and_its_parts_are_as_the_protocol_has_them() -> None:
    site = edition()
    whole = addresses(built("harbour")["sitemap.xml"])
    parts = {path: sitemap_part(site, links(site), path, most=10) for path in sitemap_addresses(site, most=10)}
    files = {path: render(view, templates()) for path, view in parts.items()}
    for content in files.values():
        SCHEMA.assertValid(etree.fromstring(content))
    index = addresses(files.pop(SITEMAP))
    assert index == [f"{site.base}{path}" for path in files]
    assert [address for content in files.values() for address in addresses(content)] == whole


def test_robots_find_the_sitemap_and_are_kept_from_nothing() -> None:
    reader = RobotFileParser()
    reader.parse(built("harbour")["robots.txt"].decode().splitlines())
    assert reader.site_maps() == ["https://example.org/harbour/sitemap.xml"]
    assert all(reader.can_fetch("anyone", address) for address in addresses(built("harbour")["sitemap.xml"]))


def test_the_host_is_told_to_publish_every_file_as_it_is() -> None:
    assert built("harbour")[".nojekyll"] == b""
    assert built("harbour")[".well-known/security.txt"].startswith(b"Contact: https://example.org/security\n")


def is_listed(path: str, content: bytes) -> bool:
    """Tell whether a file is a page that search engines may list."""
    if not path.endswith(".html"):
        return False
    robots = LexborHTMLParser(content.decode()).css_first('meta[name="robots"]')
    return robots is None or "noindex" not in (robots.attributes["content"] or "")


def addresses(content: bytes) -> list[str]:
    """Give the addresses in a sitemap or an index."""
    return [found.text or "" for found in etree.fromstring(content).iter(f"{NAMESPACE}loc")]


@lru_cache
def built(name: str) -> dict[str, bytes]:
    """Give every file of a site."""
    return files_of(SITES[name]())

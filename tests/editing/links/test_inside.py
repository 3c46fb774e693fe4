"""Links between the pages of a built site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.building.job import Job
from site_src.building.pipeline import build
from site_src.editing.links.inside import Broken, broken_links
from tests.editions import TEMPLATES
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://example.org/repo/"


@pytest.mark.parametrize("for_disk", [False, True], ids=["for the web", "for a disk"])
def test_every_link_of_a_site_that_we_build_leads_somewhere(tmp_path: Path, *, for_disk: bool) -> None:
    assert build(Job(HARBOUR, TEMPLATES, tmp_path / "site", base_url=BASE, for_disk=for_disk)).files
    followed, broken = broken_links(tmp_path / "site", BASE)
    assert broken == ()
    assert followed > 500


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("gone/", "There is no such page."),
        ("../../outside/", "It leaves the site's own folder on this host."),
        ("/other/", "It leaves the site's own folder on this host."),
        ("other/#nowhere", "That page has no part named “nowhere”."),
        ("#nowhere", "That page has no part named “nowhere”."),
        ("other", "There is no such page."),
        (f"{BASE}gone.html", "There is no such page."),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_page_and_why(tmp_path: Path, link: str, why: str) -> None:
    site(tmp_path, f'<a href="{link}">a</a>')
    assert broken_links(tmp_path, BASE)[1] == (Broken("index.html", link, why),)


@pytest.mark.parametrize(
    "link",
    [
        "other/",
        "other/#part",
        "#top",
        "other/#:~:text=words",
        "other/?q=1",
        "./",
        "mailto:a@example.org",
        "https://example.net/x",
        "picture%201.png",
    ],
)
def test_a_link_that_leads_somewhere_or_elsewhere_is_not(tmp_path: Path, link: str) -> None:
    site(tmp_path, f'<p id="top"><a href="{link}">a</a>')
    assert broken_links(tmp_path, BASE)[1] == ()


def test_pictures_and_redirects_are_links_too(tmp_path: Path) -> None:
    site(tmp_path, '<meta http-equiv="refresh" content="0; url=gone/"><img src="x.png" srcset="y.png 1x, other/ 2x">')
    assert [each.link for each in broken_links(tmp_path, BASE)[1]] == ["gone/", "x.png", "y.png"]


def site(folder: Path, home: str) -> None:
    """Make a site of a home page and another."""
    (folder / "other").mkdir()
    (folder / "index.html").write_text(home, encoding="utf-8")
    (folder / "picture 1.png").touch()
    (folder / "other/index.html").write_text('<h2 id="part">Part</h2>', encoding="utf-8")

"""A site in which nothing has happened yet: no claims, no topics, no pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.reading.files import read_content
from tests.editions import edition
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from site_src.site.model import Site


def bare(**files: str) -> Site:
    """Give a site with settings alone and the sources given, by their slugs."""
    emptied = dict.fromkeys(file.name for file in read_content(HARBOUR).files)
    sources = {f"sources/{slug}.md": text for slug, text in files.items()}
    return edition({**emptied, "site.yaml": _SITE, "ratings.yaml": _RATINGS, **sources})


_SITE = """title: Lock Checks
tagline: What is said about locks
url: https://example.org/locks/
language: en
publisher: {name: Lock Checks, url: "https://example.org/locks/"}
security_contact: desk@example.org
"""
_RATINGS = "- {id: supported, label: Supported, definition: A record bears it out., tone: positive}\n"

"""Editions for the tests of the later rooms: a site made of harbour or of the shipped content, and its files."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from site_src.addresses import Address, Addressing, Links
from site_src.building.pipeline import rendered
from site_src.reading.files import read_content, read_templates
from site_src.reading.fonts import with_fonts
from site_src.reading.gather import read_catalogue
from site_src.rendering.templates import Templates
from site_src.site.assemble import assemble
from tests.harbour import findings, laid_over
from tests.modules import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.reading.files import Tree
    from site_src.site.model import Site

CONTENT = ROOT / "content"
TEMPLATES = ROOT / "templates"


def edition(files: Mapping[str, str | bytes | None] | None = None, *, drafts: bool = False) -> Site:
    """Give harbour as a site, with texts laid over it by file name; None takes a file out. It must be sound."""
    return site_of(laid_over(files), drafts=drafts) if files else _harbour(drafts=drafts)


@lru_cache
def shipped() -> Site:
    """Give the content that comes with the program as a site."""
    return site_of(read_content(CONTENT))


def site_of(tree: Tree, *, drafts: bool = False) -> Site:
    """Give the site of a content folder in which there is no error."""
    errors = [f"{finding.place}: {finding.message}" for finding in findings(tree) if finding.is_error]
    assert errors == []
    return assemble(with_fonts(read_catalogue(tree)[0]), drafts=drafts)


def links(site: Site, here: str = "", *, for_disk: bool = False) -> Links:
    """Give what makes the links of the page at an address; the home page's is empty."""
    return Addressing(site.base, for_disk=for_disk).links(Address(here))


def files_of(site: Site, *, for_disk: bool = False) -> dict[str, bytes]:
    """Give every file of a site but build.json, by its path."""
    return dict(rendered(site, Addressing(site.base, for_disk=for_disk), templates()))


@lru_cache
def templates() -> Templates:
    """Give the templates that come with the program."""
    return Templates({name: text.decode() for name, text in read_templates(TEMPLATES).items()})


@lru_cache
def _harbour(*, drafts: bool) -> Site:
    return site_of(laid_over({}), drafts=drafts)

"""The editors' page at /admin/, where it is switched on: what it says, and Sveltia CMS with its settings.

Sveltia CMS is not part of this repository: `make admin` fetches it into templates/assets, and no other version is
taken for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import ADMIN, DESK, DESK_SCRIPT, DESK_SETTINGS, Addressing
from site_src.outputs.artifact import Artifact, artifact, planned
from site_src.rendering.datafiles import json_bytes
from site_src.views.desk import AdminPage, DeskPage, admin_page, desk_page, desk_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.rendering.templates import Templates
    from site_src.site.model import Site

NAME = "admin"
VERSION = "0.221.1"
PAGE, PROGRAM, SCRIPT = "pages/admin.html", "pages/desk.html", "assets/sveltia-cms.js"
TEMPLATES = (PAGE, PROGRAM, SCRIPT)
SHA256 = "2fc783907e1a4a70783f155cc28435c70b8f79792f2aab75e787984e84aa413a"


def plan(site: Site, at: Addressing) -> Iterator[Artifact]:
    """Plan the two pages, the settings and the program, where site.yaml switches them on."""
    if site.publication.admin:
        yield planned(NAME, ADMIN, admin_page, site, at.links(ADMIN))
        yield planned(NAME, DESK, desk_page, site, at.links(DESK))
        yield planned(NAME, DESK_SETTINGS, desk_settings, site, at.links(DESK))
        yield artifact(NAME, DESK_SCRIPT, SCRIPT)


def render(view: object, templates: Templates) -> bytes:
    """Render a page, or give the settings or the program; raises TemplateProblem where that is not there."""
    if isinstance(view, AdminPage):
        return templates.render(PAGE, view)
    if isinstance(view, DeskPage):
        return templates.render(PROGRAM, view)
    if view == SCRIPT:
        needed = f"site.yaml switches the editors' page on (`admin: true`), which needs Sveltia CMS {VERSION}."
        hint = "Fetch it with `make admin`, or write `admin: false`."
        return templates.pinned(SCRIPT, SHA256, needed=needed, hint=hint)
    return json_bytes(view)

"""The editors' page: what it says, and the settings of Sveltia CMS, made of the models' own keys and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from site_src.addresses import ADMIN, DESK, DESK_SCRIPT, DESK_SETTINGS, Href, Links
from site_src.models.claim import Claim
from site_src.models.described import Key, keys
from site_src.models.page import Page
from site_src.models.source import Source
from site_src.models.texts import LANGUAGE, SLUG
from site_src.models.topic import Topic
from site_src.views.frame import Frame, frame

if TYPE_CHECKING:
    from site_src.models.record import Record
    from site_src.site.model import Site

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AdminPage:
    """What editors should know before they begin; `origin` is what their token is shared with."""

    frame: Frame
    desk: Href
    repository: str
    token: Href
    origin: str


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The page that the program for editing takes over."""

    title: str
    language: str
    settings: Href
    script: Href
    back: Href


def admin_page(site: Site, links: Links) -> AdminPage:
    """Make the page that leads to the editing; the repository is on GitHub."""
    about = "Edit claims, sources, topics and pages in the browser."
    repository = site.publication.repository
    return AdminPage(
        frame=frame(site, links, "For editors", about, listed=False),
        desk=links.to(DESK),
        repository=repository.on_github if repository else "",
        token=_TOKENS,
        origin="/".join(site.base.split("/")[:3]),
    )


def desk_page(site: Site, links: Links) -> DeskPage:
    """Make the page in which the program runs."""
    return DeskPage(
        title=f"For editors – {site.publication.title}",
        language=site.publication.language,
        settings=links.to(DESK_SETTINGS),
        script=links.to(DESK_SCRIPT),
        back=links.to(ADMIN),
    )


def desk_settings(site: Site, links: Links) -> Json:
    """Give the settings of Sveltia CMS: a collection for each kind of file, a field for each key."""
    repository = site.publication.repository
    if repository is None:
        raise ValueError("An editors' page is made with a repository only.")
    return {
        "backend": {"name": "github", "repo": repository.on_github, "branch": repository.branch},
        "publish_mode": "editorial_workflow",
        "media_folder": "content/files",
        "public_folder": "/files",
        "app_title": site.publication.title,
        "site_url": site.base,
        "logout_redirect_url": links.canonical(ADMIN),
        "show_preview_links": False,
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 60},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "editor": {"preview": False},
        "collections": [_collection(kind, model, site) for kind, model in _KINDS.items()],
    }


_TOKENS = Href("https://github.com/settings/personal-access-tokens/new")
_KINDS: dict[str, type[Record]] = {"claims": Claim, "sources": Source, "topics": Topic, "pages": Page}
_TITLE = {"claims": "claim", "sources": "title", "topics": "title", "pages": "title"}
_FIGURE = "A number in the measure's unit; for a range two of them, the lower first."
_WRONG_SLUG = "Small letters a–z, digits and single hyphens, at most 80."
_PATTERNS = {
    "slug": (f"^(?:{SLUG})$", _WRONG_SLUG),
    "url": (r"^https?://\S+$", "A complete address, such as https://example.org/page."),
    "language": (f"^(?:{LANGUAGE})$", "A language tag, such as en, pt-BR or zh-Hans."),
    "date": (r"^~?\d{4}(-\d{2}(-\d{2})?)?$", "Such as 2024-03-20, 2024-03 or 2024; with ~ before it if you infer it."),
    "whole": (r"^\d{1,6}$", "A whole number."),
    "number": (r"^-?\d+(\.\d+)?([eE][+-]?\d+)?%?$", "Digits, with a point for decimals."),
    "file": (r"^file:[a-z0-9-]+\.[a-z]+$", "The name of a file in content/files/, such as file:bridge.png."),
}


def _collection(kind: str, model: type[Record], site: Site) -> Json:
    title = _TITLE[kind]
    body = {"name": "body", "label": "Text", "widget": "richtext", "required": False, "modes": ["raw"]}
    return {
        "name": kind,
        "label": kind.capitalize(),
        "label_singular": kind.removesuffix("s").capitalize(),
        "folder": f"content/{kind}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "identifier_field": title,
        "summary": f"{{{{{title}}}}}",
        "sortable_fields": [title],
        "slug": {
            "template": f"{{{{{title}}}}}",
            "editable": ["create"],
            "hint": "The file's name, and with it its address for good: short, a–z, digits and hyphens.",
            "pattern": [f"^(?:{SLUG})$", _WRONG_SLUG],
        },
        # Nothing that was published goes away: it is retracted. Former names are entered by hand.
        "delete": False,
        "aliases_field": False,
        "fields": [*(_field(each, site) for each in keys(model)), body],
    }


def _field(each: Key, site: Site) -> Json:
    is_chosen = each.choices or each.names
    said = f"{each.means} {each.rule[0].upper()}{each.rule[1:]}." if each.rule and not is_chosen else each.means
    made: Json = {"name": each.name, "label": each.name.replace("_", " ").capitalize()}
    made |= {"hint": said.replace("`", "").replace("*", "×"), "required": each.needed}
    return made | _widget(each, site)


def _widget(each: Key, site: Site) -> Json:
    """Give the part of a field by which its value is entered."""
    if each.form.shape == "pairs":
        return {"widget": "keyvalue"}
    if each.parts:
        parts = [_field(part, site) for part in each.parts]
        return {"widget": "list" if each.many else "object", "collapsed": True, "fields": parts}
    if each.names == "ratings":
        return {"widget": "select", "options": [{"label": one.label, "value": one.id} for one in site.ratings]}
    if each.names:
        several = {"multiple": True} if each.many else {}
        named = _TITLE[each.names]
        return {
            "widget": "relation",
            "collection": each.names,
            "value_field": "{{slug}}",
            "display_fields": [named],
            "search_fields": [named],
            **several,
        }
    return _single(each)


def _single(each: Key) -> Json:
    if each.choices:
        # Not “draft”: it would be written into claims that are published without saying so.
        default = {"default": each.default} if each.default else {}
        return {"widget": "select", "options": list(each.choices), **default}
    pattern = _PATTERNS.get(each.form.shape)
    checked: Json = {"pattern": list(pattern)} if pattern else {}
    if each.many:
        return {"widget": "list"}
    if each.form.shape == "figure":  # a range as well, which a field for one text would cut off when it is saved
        return {"widget": "list", "min": 0, "max": 2, "hint": _FIGURE}
    if each.form.shape == "flag":
        return {"widget": "boolean", "default": each.default == "true"}
    if each.form.shape == "day":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    return {"widget": "string", **checked}

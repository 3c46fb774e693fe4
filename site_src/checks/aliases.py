"""An alias is a former address that becomes a redirect to the file it stands in; nothing else stands there.

A bare slug means the former address of a file of the same kind; a former path of this site begins with `/`.

Right:  aliases: [bridge-bill, /2024/bridge-cost/]
Wrong:  aliases: [detour-cost]            (and there is content/claims/detour-cost.md)

An alias cannot be the address of another file, a draft's included, nor lie below one (such as `/about/team/`
where there is a page `about`), nor where the site puts things of its own (`/assets/…`, `/data/…`). It stands
in one file only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.models.reserved import FIRST_WORDS, RESERVED_CLAIMS, SITEMAP_PART
from site_src.reading.catalogue import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue

    Files = Mapping[str, str]

RULE = "alias"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds aliases that stand at or below an address of the site, or in two places."""
    living = _living(catalogue)
    taken: dict[str, str] = {}
    for entry in catalogue.entries():
        for n, alias in enumerate(entry.record.aliases):
            path = _path(entry.kind, alias)
            if trouble := _trouble(path, entry.file, living, taken):
                yield entry.finding(("aliases", n), RULE, *trouble)
            else:
                taken[path] = entry.file


_LASTING = {"claims", "topics", "sources"}


def _living(catalogue: Catalogue) -> dict[str, str]:
    """Give the file at each lasting address, drafts and unreadable files included."""
    filed = {(entry.kind, entry.slug): entry.file for entry in catalogue.entries()}
    return {
        _path(kind, slug): filed.get((kind, slug), f"content/{kind}/{slug}.md")
        for kind in KINDS
        for slug in catalogue.slugs(kind)
    }


def _path(kind: str, alias: str) -> str:
    """Give the address that an alias or slug stands for, without the slashes around it."""
    if not alias.startswith("/"):
        return alias if kind == "pages" else f"{kind}/{alias}"
    *folders, last = alias.strip("/").split("/")
    is_index = last.split(".") == ["index", "html"]
    return "/".join(folders if is_index else [*folders, last])


def _trouble(path: str, file: str, living: Files, taken: Files) -> tuple[str, str] | None:
    shown = f"“/{path}”" if "." in path or not path else f"“/{path}/”"
    if path in living:
        whose = "this file itself" if living[path] == file else living[path]
        return (
            f"{shown} is the address of {whose}.",
            "Take this alias out; only former addresses are aliases.",
        )
    if path in taken:
        where = "in this file" if taken[path] == file else f"in {taken[path]}"
        return f"{shown} is an alias {where} already.", "Keep it in one place: where readers should be led."
    parts = path.split("/")
    if _is_ours(parts):
        return f"{shown} belongs to the site itself.", "Take this alias out; it cannot be a redirect."
    ways_up = ("/".join(parts[:n]) for n in range(1, len(parts)))
    if above := next((living[up] for up in ways_up if up in living), ""):
        return f"{shown} lies below the address of {above}.", "Take this alias out; it cannot be a redirect."
    return _clash(path, parts, taken)


def _clash(path: str, parts: list[str], taken: Files) -> tuple[str, str] | None:
    """Find an alias that would be a file where another needs a folder of that name."""
    ways_up = ("/".join(parts[:n]) for n in range(1, len(parts)))
    files = [up for up in ways_up if up in taken and _is_file(up)]
    below = [other for other in taken if _is_file(path) and other.startswith(f"{path}/")]
    if not files and not below:
        return None
    file, inside = (files[0], path) if files else (path, below[0])
    return f"“/{file}” is a page, and “/{inside}” would lie inside it.", "Take one of the two aliases out."


def _is_file(path: str) -> bool:
    return path.endswith((".html", ".htm"))


def _is_ours(parts: list[str]) -> bool:
    """Tell whether a path has a first word of ours, save where a claim, topic or source can have stood."""
    if len(parts) == 2 and parts[0] in _LASTING:
        return parts[0] == "claims" and parts[1] in RESERVED_CLAIMS
    return parts[0] in FIRST_WORDS or parts == [""] or bool(SITEMAP_PART.fullmatch(parts[0]))

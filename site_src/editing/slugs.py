"""The slug that is proposed for a new file, and which slugs it cannot have."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from site_src.addresses import former_slugs
from site_src.models.reserved import RESERVED_CLAIMS, RESERVED_PAGES
from site_src.models.slugs import slug_of

if TYPE_CHECKING:
    from site_src.reading.catalogue import AnyEntry, Catalogue


def proposed(text: str, *, otherwise: str, taken: frozenset[str]) -> str:
    """Give a slug of a text's words, or of `otherwise` where they cannot be spelled; never one that is taken."""
    wanted = _short(slug_of(text)) or otherwise
    names = itertools.chain([wanted], (f"{wanted}-{number}" for number in itertools.count(2)))
    return next(name for name in names if name not in taken)


def taken(catalogue: Catalogue, kind: str) -> frozenset[str]:
    """Give the slugs of a kind that no new file may take: those in use, those once in use, and the site's own."""
    former = [slug for entry in _of(catalogue, kind) for slug in _former(entry)]
    return frozenset({*catalogue.slugs(kind), *former, *_RESERVED.get(kind, ())})


def whose(catalogue: Catalogue, kind: str, slug: str) -> str:
    """Say who has a slug that is taken."""
    for entry in _of(catalogue, kind):
        if entry.slug == slug:
            return f"{entry.file} has it"
        if slug in _former(entry):
            return f"it is a former name of {entry.file}, to which it leads"
    return "the site needs it itself" if slug in _RESERVED.get(kind, ()) else f"content/{kind}/{slug}.md has it"


_SHORT = 48
_RESERVED = {"claims": RESERVED_CLAIMS, "pages": RESERVED_PAGES}


def _former(entry: AnyEntry) -> tuple[str, ...]:
    """Give the slugs that an entry once had; a page's address is its slug and nothing else."""
    if entry.kind == "pages":
        return tuple(alias.strip("/") for alias in entry.record.aliases)
    return former_slugs(entry.kind, entry.record.aliases)


def _short(slug: str) -> str:
    """Give the first words of a slug, as many as make a short address."""
    return slug if len(slug) <= _SHORT else slug[: _SHORT + 1].rpartition("-")[0] or slug[:_SHORT]


def _of(catalogue: Catalogue, kind: str) -> list[AnyEntry]:
    return [entry for entry in catalogue.entries() if entry.kind == kind]

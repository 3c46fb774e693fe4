"""Which pages a content file stands behind: where an editor looks for what was written in it, and for its mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import (
    HOME,
    RATINGS,
    Address,
    claim,
    embedded_claim,
    embedded_matrix,
    file,
    matrix,
    page,
    source,
    topic,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def pages_of(name: str) -> tuple[Address, ...]:
    """Give the addresses of the pages of which a file of the content, given by its name, is the text; its own first."""
    kind, _, rest = name.partition("/")
    slug = rest.rpartition("/")[2].rpartition(".")[0]
    if kind == "site.yaml":
        return (HOME,)
    if kind == "ratings.yaml":
        return (RATINGS,)
    if kind == "files":
        return (file(rest),)
    if not slug:
        return ()
    return {
        "claims": (claim(slug), embedded_claim(slug)),
        "topics": (topic(slug), matrix(slug), embedded_matrix(slug)),
        "sources": (source(slug),),
        "pages": (page(slug),),
    }.get(kind, ())


def files_behind(names: Iterable[str]) -> dict[Address, tuple[str, ...]]:
    """Give for each address the names of the files that are the text of its page."""
    behind: dict[Address, tuple[str, ...]] = {}
    for name in names:
        for address in pages_of(name):
            behind[address] = (*behind.get(address, ()), name)
    return behind

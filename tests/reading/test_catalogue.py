"""All entries by kind and slug, those of unreadable files among the names that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.reading.catalogue import KINDS, Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Gather = Callable[[Mapping[str, str | bytes | None]], Catalogue]


def test_entries_come_kind_by_kind_in_the_order_of_their_files(catalogue: Gather) -> None:
    entries = [(entry.kind, entry.slug) for entry in catalogue({}).entries()]
    assert list(dict.fromkeys(kind for kind, _ in entries)) == list(KINDS)
    for kind in KINDS:
        files = [entry.file for entry in catalogue({}).entries() if entry.kind == kind]
        assert files == sorted(files)
        assert len(files) > 1


def test_an_entry_that_cannot_be_read_exists_all_the_same(catalogue: Gather) -> None:
    made = catalogue({"sources/lost.md": "no front matter", "claims/2024/lost-too.md": b"\xff"})
    assert made.has("sources", "lost")
    assert made.has("claims", "lost-too")
    assert not made.has("claims", "lost")
    assert not made.has("topics", "lost")
    assert "lost" in made.slugs("sources")
    assert "lost" not in made.sources


def test_slugs_are_those_of_one_kind(catalogue: Gather) -> None:
    made = catalogue({})
    assert made.slugs("topics") == ("harbour-bridge", "harbour-ferry")
    assert set(made.slugs("claims")) == set(made.claims)


def test_an_empty_catalogue_has_nothing() -> None:
    made = Catalogue()
    assert list(made.entries()) == []
    assert [made.slugs(kind) for kind in KINDS] == [()] * 4
    assert not made.has("claims", "a")

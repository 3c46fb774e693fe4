"""What each file is by its place, and what is said of files that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.diagnostics.finding import Finding, Place
from site_src.reading.files import ContentFile, Tree
from site_src.reading.gather import read_catalogue
from site_src.reading.shingles import make
from tests.editor import front

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.reading.catalogue import Catalogue

SETTINGS = {
    "site.yaml": "title: T\ntagline: L\nurl: https://example.org/\nlanguage: en\npublisher: {name: P, url: https://a.org/}\n",
    "ratings.yaml": "- {id: false, label: False, definition: D, tone: negative}\n",
}
TOPIC = front("title: T", "summary: S", "sources: [a]")
SOURCE = front("title: T", "kind: book")
CLAIM = front("claim: The lock is old.", "topic: a", "status: draft")
PAGE = front("title: T")


def gathered(files: Mapping[str, str | bytes], *findings: Finding) -> tuple[Catalogue, dict[str, Finding]]:
    """Gives the catalogue of settings and these files, and what is told, by the name of the file."""
    contents = {name: text.encode() if isinstance(text, str) else text for name, text in {**SETTINGS, **files}.items()}
    tree = Tree(tuple(ContentFile(name, content) for name, content in sorted(contents.items())), findings)
    catalogue, found = read_catalogue(tree)
    assert len({finding.place.file for finding in found}) == len(found)
    return catalogue, {finding.place.file.removeprefix("content/"): finding for finding in found}


def test_every_file_is_what_its_place_says() -> None:
    catalogue, found = gathered(
        {
            "topics/a.md": TOPIC,
            "sources/a.md": SOURCE,
            "sources/a.shingles": make("Some words that were read."),
            "claims/a.md": CLAIM,
            "pages/a.md": PAGE,
            "files/a.csv": "x,y\n",
        }
    )
    assert found == {}
    assert catalogue.publication
    assert catalogue.publication.record.title == "T"
    assert catalogue.ratings
    assert [rating.id for rating in catalogue.ratings.record.ratings] == ["false"]
    for filed in (catalogue.topics, catalogue.sources, catalogue.claims, catalogue.pages, catalogue.shingles):
        assert list(filed) == ["a"]
    assert list(catalogue.files) == ["a.csv"]


def test_folders_within_folders_are_the_editors_own_affair() -> None:
    catalogue, found = gathered({"claims/2024/March, late/b.md": CLAIM, "sources/x/y/z/c.md": SOURCE})
    assert (found, list(catalogue.claims), list(catalogue.sources)) == ({}, ["b"], ["c"])


def test_a_slug_that_two_files_have_is_kept_for_the_check() -> None:
    catalogue, found = gathered(
        {"claims/a.md": CLAIM, "claims/b/a.md": CLAIM, "claims/c/a.md": CLAIM, "pages/a.md": PAGE}
    )
    assert found == {}
    assert [entry.file for entry in catalogue.twice] == ["content/claims/b/a.md", "content/claims/c/a.md"]
    assert catalogue.claims["a"].file == "content/claims/a.md"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("claims/a.txt", "In claims/ belong .md files only."),
        ("claims/a.MD", "In claims/ belong .md files only."),
        ("claims/a", "In claims/ belong .md files only."),
        ("claims/.md.html", "In claims/ belong .md files only."),
        ("topics/a.shingles", "In topics/ belong .md files only."),
        ("sources/a.pdf", ".shingles files beside them"),
        ("claims", "In claims/"),
        ("notes.md", "Claims belong in claims/"),
        ("claim/a.md", "Did you mean claims/?"),
        ("Claims/a.md", "Did you mean claims/?"),
        ("source/a.md", "Did you mean sources/?"),
        ("site.yml", "Did you mean site.yaml?"),
        ("Ratings.yaml", "Did you mean ratings.yaml?"),
        ("drafts/a.md", "Claims belong in claims/"),
    ],
)
def test_a_file_out_of_place_is_told_where_it_belongs(name: str, hint: str) -> None:
    _, found = gathered({name: PAGE})
    assert list(found) == [name]
    assert found[name].rule == "file"
    assert hint in found[name].hint


@pytest.mark.parametrize(
    "name", ["A.md", "a_b.md", "a b.md", "a--b.md", "-a.md", "ä.md", "a.b.md", ".md", "a\n.md", f"{'a' * 81}.md"]
)
def test_the_name_of_a_file_is_a_slug(name: str) -> None:
    catalogue, found = gathered({f"claims/{name}": CLAIM})
    assert [finding.rule for finding in found.values()] == ["slug"]
    assert catalogue.claims == {}


def test_eighty_characters_are_enough() -> None:
    catalogue, found = gathered({f"claims/{'a' * 80}.md": CLAIM})
    assert (found, list(catalogue.claims)) == ({}, ["a" * 80])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("files/A.png", b"\x89PNG\r\n\x1a\n"),
        ("files/a.svg", b"<svg/>"),
        ("files/a.png", b"\xff\xd8\xff"),
        ("files/a.jpg", b"<html>"),
        ("files/a.csv", b"\xff\xfe"),
        ("files/2024/a.csv", b"x"),
        ("files/a", b"x"),
        ("files/a.tar.gz", b"x"),
    ],
)
def test_only_pictures_and_documents_of_their_kind_are_published(name: str, content: bytes) -> None:
    catalogue, found = gathered({name: content})
    assert ([finding.rule for finding in found.values()], catalogue.files) == (["file"], {})


def test_settings_that_are_missing_are_told() -> None:
    catalogue, findings = read_catalogue(Tree((), ()))
    assert [str(finding.place) for finding in findings] == ["content/site.yaml:1:1", "content/ratings.yaml:1:1"]
    assert (catalogue.publication, catalogue.ratings) == (None, None)


def test_settings_that_could_not_be_read_are_not_called_missing() -> None:
    link = Finding(Place("content/site.yaml"), "file", "This is a link.")
    ratings = ContentFile("ratings.yaml", SETTINGS["ratings.yaml"].encode())
    assert read_catalogue(Tree((ratings,), (link,)))[1] == (link,)


def test_shingles_stand_beside_their_source() -> None:
    shingles = make("Some words that were read.")
    for files in (
        {"sources/a.shingles": shingles},
        {"sources/a.shingles": shingles, "sources/b/a.md": SOURCE},
        {"sources/a.shingles": shingles, "claims/a.md": CLAIM},
    ):
        catalogue, found = gathered(files)
        assert list(found) == ["sources/a.shingles"]
        assert catalogue.shingles == {}


def test_those_of_a_source_that_cannot_be_read_are_not_told_of() -> None:
    shingles = make("Some words that were read.")
    _, found = gathered({"sources/a.shingles": shingles, "sources/a.md": "no front matter"})
    assert list(found) == ["sources/a.md"]
    large = Finding(Place("content/sources/a.md"), "limit", "This file is too large.")
    _, found = gathered({"sources/a.shingles": shingles}, large)
    assert list(found) == ["sources/a.md"]


def test_shingles_that_were_written_by_hand_are_told() -> None:
    catalogue, found = gathered({"sources/a.md": SOURCE, "sources/a.shingles": "the whole text"})
    assert found["sources/a.shingles"].rule == "shingles"
    assert "--source a " in found["sources/a.shingles"].hint
    assert catalogue.shingles == {}


def test_what_could_not_be_read_is_known_to_be_there() -> None:
    large = Finding(Place("content/claims/2024/large.md"), "limit", "This file is too large.")
    picture = Finding(Place("content/files/large.png"), "limit", "This file is too large.")
    catalogue, _ = gathered({"pages/lost.md": "no front matter", "files/wrong.png": b"GIF"}, large, picture)
    assert catalogue.failed >= {("claims", "large"), ("files", "large.png"), ("pages", "lost"), ("files", "wrong.png")}

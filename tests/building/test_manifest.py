"""build.json tells what made the site, for which address, and the digest of each of its files."""

from __future__ import annotations

import json

from site_src import __version__
from site_src.building.manifest import Manifest

BASE = "https://example.org/harbour/"


def test_it_names_the_program_and_the_address() -> None:
    made = json.loads(Manifest(BASE).content())
    assert made == {"generator": f"touchstone {__version__}", "base": BASE, "files": {}}


def test_it_has_the_digest_of_each_file() -> None:
    manifest = Manifest(BASE)
    manifest.note("empty.txt", b"")
    assert json.loads(manifest.content())["files"] == {
        "empty.txt": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    }


def test_files_stand_in_the_order_of_their_paths_however_they_came() -> None:
    one, other = Manifest(BASE), Manifest(BASE)
    for path in ("b", "a", "c"):
        one.note(path, path.encode())
    for path in ("c", "b", "a"):
        other.note(path, path.encode())
    assert list(json.loads(one.content())["files"]) == ["a", "b", "c"]
    assert one.content() == other.content()


def test_it_counts_the_files() -> None:
    manifest = Manifest(BASE)
    assert len(manifest) == 0
    manifest.note("a", b"")
    manifest.note("b", b"")
    assert len(manifest) == 2

"""build.json tells what a site was made of, so that anyone can make it again."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
import unicodedata
from dataclasses import asdict, replace
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

from site_src import __version__
from site_src.building import manifest
from site_src.building.digests import digest_of_all
from site_src.building.manifest import Manifest, NoManifest
from site_src.building.refusal import is_ours
from site_src.building.versions import PACKAGES
from site_src.reading.files import read_content
from tests.modules import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = {"site.yaml": b"title: Harbour", "claims/b.md": b"b", "claims/a.md": b"a"}


@pytest.fixture
def made() -> Manifest:
    told = manifest.begin(
        CONTENT,
        {"base.html": b"<"},
        {"cli.py": b"#"},
        b"click==8",
        manifest.Told("https://a.org/", drafts=True, search=True),
    )
    told.note("index.html", b"home")
    told.note("claims/a/index.html", "Ä".encode())
    return told


def test_it_names_all_that_the_site_depends_on(made: Manifest) -> None:
    told = json.loads(made.as_bytes())
    assert list(told) == [
        "generator", "source", "lock", "python", "unicode", "packages", "base", "drafts", "for_disk", "search",
        "content", "templates", "searched", "cards", "files",
    ]  # fmt: skip
    assert told["generator"] == f"touchstone {__version__}"
    assert told["python"] == "{}.{}.{}".format(*sys.version_info)
    assert told["unicode"] == unicodedata.unidata_version
    assert told["packages"]["Jinja2"] == version("jinja2")
    assert (told["base"], told["drafts"], told["for_disk"], told["search"]) == ("https://a.org/", True, False, True)
    assert list(told["files"]) == ["claims/a/index.html", "index.html"]


def test_it_tells_every_package_that_the_program_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert sorted(PACKAGES) == sorted(Requirement(line).name for line in project["dependencies"])


def test_a_folder_that_it_lies_in_is_known_as_ours(made: Manifest, tmp_path: Path) -> None:
    (tmp_path / "build.json").write_bytes(made.as_bytes())
    assert is_ours(tmp_path)


def test_what_was_written_is_read_back(made: Manifest) -> None:
    assert manifest.read(made.as_bytes()) == made


def test_the_command_in_the_readme_gives_the_digest_of_all_content() -> None:
    blocks = re.findall(
        r"^```sh\n(.*?)\n```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    (command,) = [block for block in blocks if block.startswith("cd content && find ")]
    if not shutil.which("sha256sum"):  # as it is called on macOS
        command = command.replace("sha256sum", "shasum -a 256")
    run = subprocess.run(["sh", "-c", command], cwd=ROOT, check=True, capture_output=True, text=True)
    content = {file.name: file.content for file in read_content(ROOT / "content").files}
    assert digest_of_all(content) == run.stdout.split()[0]


@pytest.mark.parametrize(
    "other",
    [
        {**CONTENT, "site.yaml": b"title: harbour"},
        {"site.yaml": b"title: Harbour", "claims/b.md": b"a", "claims/a.md": b"b"},
        {"site.yaml": b"title: Harbour", "claims/b.md": b"b", "claims/c.md": b"a"},
        {**CONTENT, "claims/c.md": b""},
    ],
    ids=["a letter", "two files exchanged", "a file renamed", "an empty file"],
)
def test_any_change_of_the_content_changes_its_digest(other: dict[str, bytes]) -> None:
    assert digest_of_all(other) != digest_of_all(CONTENT)


def test_the_order_in_which_files_were_read_does_not(made: Manifest) -> None:
    assert digest_of_all(dict(reversed(CONTENT.items()))) == made.content


def test_without_a_lock_file_none_is_told() -> None:
    assert manifest.begin({}, {}, {}, b"", manifest.Told("https://a.org/")).lock == ""


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff",
        b"[]",
        b"[" * 100_000,
        b'{"generator": "touchstone", "unfinished": true}',
        b'{"generator": ' + b"1" * 10_000 + b"}",
    ],
    ids=["nothing", "no text", "a list", "deep", "an unfinished site", "a long number"],
)
def test_what_is_no_manifest_is_refused(text: bytes) -> None:
    with pytest.raises(NoManifest, match="not JSON with the keys"):
        manifest.read(text)


@pytest.mark.parametrize("key", ["source", "packages", "drafts", "files"])
def test_a_manifest_without_a_key_or_with_a_value_of_another_kind_is_refused(made: Manifest, key: str) -> None:
    told = asdict(made)
    with pytest.raises(NoManifest):
        manifest.read(json.dumps({**told, key: 3}).encode())
    with pytest.raises(NoManifest):
        manifest.read(json.dumps({name: value for name, value in told.items() if name != key}).encode())


def test_a_manifest_of_another_program_is_refused(made: Manifest) -> None:
    with pytest.raises(NoManifest, match="Another program"):
        manifest.read(replace(made, generator="touchstones 1").as_bytes())

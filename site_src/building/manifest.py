"""build.json: what a site was made of, and the digest of each of its files: enough to make it again and compare."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from site_src import __version__
from site_src.building.digests import digest, digest_of_all
from site_src.building.versions import packages, python

if TYPE_CHECKING:
    from collections.abc import Mapping

GENERATOR = f"touchstone {__version__}"


@dataclass(frozen=True, slots=True)
class Told:
    """What a build is told beside the content: the canonical address, its options, and what draws share cards."""

    base: str
    drafts: bool = False
    for_disk: bool = False
    search: bool = False
    cards: str = ""


class NoManifest(ValueError):
    """A text that is not the build.json of this program."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What build.json holds, key by key; a site's folder is known by the first.

    `generator` is the program with its version and `source` the digest of its own text, `lock` that of
    requirements.txt (empty where there is none), `unicode` the version of Python's Unicode data. `base` is the
    canonical address, `drafts`, `for_disk` and `search` are what the build was told. `content` and `templates` are the
    digests of all their files, and `files` has that of each file made, by its path. `searched` has the version of
    Pagefind that made the search index and the digest of the pages that it was made of; it is empty without one.
    `cards` names what share cards were drawn with, typst with its version and the fonts by their digest; empty without.
    """

    generator: str
    source: str
    lock: str
    python: str
    unicode: str
    packages: dict[str, str]
    base: str
    drafts: bool
    for_disk: bool
    search: bool
    content: str
    templates: str
    searched: dict[str, str]
    cards: str
    files: dict[str, str]

    def note(self, path: str, content: bytes) -> None:
        """Note a file that was made."""
        self.files[path] = digest(content)

    def beside(self, text: bytes, changed: Mapping[str, str]) -> bytes:
        """Give the text of build.json with the files that another one lists, and new digests for some of them."""
        head = self.as_bytes()
        made = bytearray(head[: head.index(_FILES)] + text[text.index(_FILES) :])
        at = 0
        for path, told in sorted(changed.items()):  # as they stand there, so that it is gone over once
            before = f'\n  {_text(path)}: "'.encode()
            at = made.index(before, at) + len(before)
            made[at : at + 64] = told.encode()
        return bytes(made)

    def as_bytes(self) -> bytes:
        """Give the text of build.json, in UTF-8."""
        head = json.dumps({**asdict(replace(self, files={}))}, indent=1, ensure_ascii=False)
        lines = [f"  {_text(path)}: {_text(told)}" for path, told in sorted(self.files.items())]
        files = ",\n".join(lines)
        return f"{head[: -len(_NO_FILES)]}{{\n{files}\n }}\n}}\n".encode() if lines else f"{head}\n".encode()


def begin(
    content: Mapping[str, bytes],
    templates: Mapping[str, bytes],
    source: Mapping[str, bytes],
    lock: bytes,
    told: Told,
) -> Manifest:
    """Give the manifest of a site that is about to be made here, of these files by their paths; no file noted yet."""
    return Manifest(
        generator=GENERATOR,
        source=digest_of_all(source),
        lock=digest(lock) if lock else "",
        python=python(),
        unicode=unicodedata.unidata_version,
        packages=packages(),
        base=told.base,
        drafts=told.drafts,
        for_disk=told.for_disk,
        search=told.search,
        content=digest_of_all(content),
        templates=digest_of_all(templates),
        searched={},
        cards=told.cards,
        files={},
    )


def read(text: bytes) -> Manifest:
    """Read a build.json, or raise NoManifest."""
    try:
        found = _reader().validate_json(text, strict=True)
    except ValidationError as error:
        raise NoManifest("It is not JSON with the keys that this version of the program writes.") from error
    if found.generator.partition(" ")[0] != "touchstone":
        raise NoManifest("Another program made it.")
    return found


_FILES = b'\n "files": {'
_NO_FILES = "{}\n}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@cache
def _reader() -> TypeAdapter[Manifest]:
    return TypeAdapter(Manifest)

"""Who is measured: our builder, and the generators that are installed, each with its project and its command."""

from __future__ import annotations

import compileall
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import staging

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.corpus import Part, Values
    from benchmarks.staging import Files

_ROOT = Path(__file__).parents[1]
_PEERS = Path(__file__).parent / "peers"
_NODE = "node_modules"
_PAGE = ("head.html", "masthead.html")
_FACTS = (*_PAGE, "facts.html")


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: its command, and how a part of the corpus becomes files that it reads.

    `template` is the file of its project that all claims use, `made` is what no cold build may find. `shared` are the
    pieces of pages that several peers use, and `includes` the folder in which this one looks for them.
    """

    name: str
    command: tuple[str, ...]
    files: Callable[[Part], Files]
    template: str
    made: tuple[str, ...] = ("public",)
    shared: tuple[str, ...] = ()
    includes: str = ""

    @property
    def is_installed(self) -> bool:
        """Tell whether its command was found."""
        return bool(self.command[0])

    def prepare(self, folder: Path) -> None:
        """Lay out its project in a folder, all but what is made of the corpus."""
        shutil.copytree(_PEERS / self.name, folder, ignore=shutil.ignore_patterns(_NODE))
        if (packages := _PEERS / self.name / _NODE).exists():
            (folder / _NODE).symlink_to(packages)
        for name in self.shared:
            (folder / self.includes).mkdir(parents=True, exist_ok=True)
            shutil.copy(_PEERS / "shared" / name, folder / self.includes)

    def clean(self, folder: Path) -> None:
        """Remove all that builds made."""
        for path in (folder / name for name in self.made):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


class Ours(Peer):
    """Our builder: a copy of this repository's program and templates."""

    def prepare(self, folder: Path) -> None:
        """Lay out the program, the templates, and what stands once in the content."""
        for name in ("site_src", "templates"):
            shutil.copytree(_ROOT / name, folder / name)
        compileall.compile_dir(folder / "site_src", quiet=2)  # as an installation would
        shutil.copy(_ROOT / "build.py", folder)
        staging.write(folder, staging.our_settings())


def peers() -> list[Peer]:
    """Give our builder, and those of the others whose command is found."""
    return [peer for peer in (_ours(), _hugo(), _zola(), _eleventy(), _pelican()) if peer.is_installed]


def _ours() -> Peer:
    build = (sys.executable, "build.py", "build", "--output", "public", "--no-search")
    return Ours("ours", build, staging.ours, "templates/pages/claim.html", ("public", ".touchstone"))


def _hugo() -> Peer:
    def front(facts: Values) -> Values:
        return {"title": facts["claim"], "date": facts["reviewed_on"], "topics": [facts["topic"]], "claim": facts}

    return Peer(
        "hugo",
        (_found("hugo"), "--quiet"),
        staging.peers(front),
        "layouts/page.html",
        ("public", "resources", ".hugo_build.lock"),
        _PAGE,
        "layouts/_partials",
    )


def _zola() -> Peer:
    def front(facts: Values) -> Values:
        topics = {"topics": [facts["topic"]]}
        return {
            "title": facts["claim"], "date": facts["reviewed_on"], "taxonomies": topics, "extra": {"claim": facts},
        }  # fmt: skip

    files = staging.peers(front)
    return Peer("zola", (_found("zola"), "build"), files, "templates/facts.html", shared=_FACTS, includes="templates")


def _eleventy() -> Peer:
    def front(facts: Values) -> Values:
        return {"title": facts["claim"], "date": facts["reviewed_on"], "claim": facts}

    return Peer(
        "eleventy",
        (_found("eleventy"), "--quiet"),
        staging.peers(front),
        "_includes/facts.html",
        shared=_FACTS,
        includes="_includes",
    )


def _pelican() -> Peer:
    def front(facts: Values) -> Values:
        return {"title": facts["claim"], "date": facts["reviewed_on"], "category": facts["topic"], "claim": facts}

    return Peer(
        "pelican",
        (_found("pelican"), "--quiet", "--settings", "pelicanconf.py"),
        staging.peers(front),
        "theme/templates/facts.html",
        ("public", "cache", "__pycache__"),
        _FACTS,
        "theme/templates",
    )


def _found(command: str) -> str:
    """Give where a command is, on the PATH or among the packages of its peer; empty where it is not."""
    local = _PEERS / command / _NODE / ".bin"
    return shutil.which(command, path=f"{local}{os.pathsep}{os.environ.get('PATH', '')}") or ""

"""Whether a published site is what the content at hand makes: it is made again, in memory, and compared."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from site_src.building import manifest, pipeline
from site_src.building.job import Job
from site_src.building.refusal import MARKER, MARKER_BYTES
from site_src.building.tree import published_digests
from site_src.diagnostics.finding import in_order
from site_src.diagnostics.report import visible
from site_src.reading.named_files import FileRefused, read_bounded
from site_src.rendering.templates import TemplateProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from site_src.building.manifest import Manifest
    from site_src.diagnostics.finding import Finding


class NotVerifiable(Exception):
    """What was named is no site of this program: `message` says so, `hint` what to name."""

    def __init__(self, message: str) -> None:
        """Keep the sentence."""
        super().__init__(message)
        self.message = message
        self.hint = f"Name the folder of a published site, or its {MARKER}."


@dataclass(frozen=True, slots=True)
class Published:
    """A site as it was found at `path`: what its build.json says, and the digest of every other file by its path.

    Where the build.json alone was named, the digests are those that it lists.
    """

    path: Path
    manifest: Manifest
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published site beside the one made here: the paths that differ, and sentences on what else does.

    `changed` are the files that were changed, added or removed after the build, by what build.json says.
    """

    files: int
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    different: tuple[str, ...]
    changed: tuple[str, ...]
    ingredients: tuple[str, ...]

    @property
    def is_equal(self) -> bool:
        """Tell whether every file is the same, and the list in build.json true."""
        return not (self.missing or self.extra or self.different or self.changed)


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of it: the comparison, or the findings for which the site could not be made again."""

    checked: pipeline.Checked
    findings: tuple[Finding, ...]
    comparison: Comparison | None = None


def read_published(named: Path) -> Published:
    """Read a published folder, or a build.json that was saved; raises NotVerifiable."""
    try:
        found = published_digests(named)
        text = read_bounded(named if found is None else named / MARKER, most=MARKER_BYTES)
        told = manifest.read(text)
    except (FileRefused, manifest.NoManifest, OSError) as error:
        raise NotVerifiable(f"{named} cannot be verified. {error}") from error
    if problem := pipeline.base_problem(told.base):
        raise NotVerifiable(f"{named} cannot be verified: its address “{visible(told.base)}” {problem}.")
    return Published(named, told, told.files if found is None else found)


def verify(published: Published, content: Path, templates: Path) -> Verified:
    """Make the site again as its build.json says, from the content at hand, and compare; nothing is written.

    Raises SearchImpossible where it has a search index, and none can be made here.
    """
    checked = pipeline.check(content)
    if not checked.is_sound:
        return Verified(checked, checked.findings)
    told = published.manifest
    job = Job(content, templates, published.path, told.base, told.drafts, told.for_disk, search=told.search)
    try:
        making = pipeline.prepare(job, checked)
        for path, text in chain(making.files, making.searched()):
            making.manifest.note(path, text)
    except TemplateProblem as problem:
        return Verified(checked, in_order([*checked.findings, problem.finding]))
    return Verified(checked, (), compare(published, making.manifest, address=making.site.publication.url))


def compare(published: Published, here: Manifest, *, address: str) -> Comparison:
    """Compare a published site with one made here for the same address; `address` is the one that site.yaml names."""
    there = published.files
    return Comparison(
        files=len(here.files),
        missing=tuple(sorted(here.files.keys() - there.keys())),
        extra=tuple(sorted(there.keys() - here.files.keys())),
        different=tuple(path for path in _unlike(there, here.files) if path in there and path in here.files),
        changed=_unlike(there, published.manifest.files),
        ingredients=tuple(_ingredients(published.manifest, here, address)),
    )


def in_words(comparison: Comparison) -> str:
    """Give a comparison as lines of text: each path that differs, the sum, and why they may differ."""
    listed = {"missing": comparison.missing, "extra": comparison.extra, "different": comparison.different}
    lines = [f"{word:<9}  {visible(path)}" for word, paths in listed.items() for path in paths]
    if comparison.is_equal:
        lines.append(f"Equal: all {comparison.files} files beside {MARKER}, byte for byte.")
    else:
        same = comparison.files - len(comparison.missing) - len(comparison.different)
        lines.append(f"Not equal: {same} of the {comparison.files} files made here are the same there.")
    if comparison.changed:
        paths = ", ".join(map(visible, comparison.changed))
        lines.append(f"Changed after the build, for {MARKER} lists them otherwise: {paths}.")
    if comparison.ingredients:
        lines += ["What it was made of differs:", *(f"- {visible(line)}" for line in comparison.ingredients)]
    elif not comparison.is_equal:
        lines.append(f"By its {MARKER} it was made of the same content by the same program.")
    return "\n".join(lines)


_DIGESTS = {
    "source": "The program's text is another one.",
    "lock": "The lock file requirements.txt is another one.",
    "content": "The content is another one.",
    "templates": "The templates are others.",
}


def _unlike(there: Mapping[str, str], other: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted(path for path in there.keys() | other.keys() if there.get(path) != other.get(path)))


def _ingredients(there: Manifest, here: Manifest, address: str) -> Iterator[str]:
    versions = [
        ("Program", there.generator, here.generator),
        ("Python", there.python, here.python),
        ("Unicode data", there.unicode, here.unicode),
        ("Pagefind", there.searched.get("pagefind", "none"), here.searched.get("pagefind", "none")),
        ("Share cards", there.cards or "none", here.cards or "none"),
        *_packages(there.packages, here.packages),
    ]
    yield from (f"{name}: {theirs} there, {ours} here." for name, theirs, ours in versions if theirs != ours)
    yield from (words for key, words in _DIGESTS.items() if getattr(there, key) != getattr(here, key))
    if there.base.rstrip("/") != address.rstrip("/"):
        yield f"Address: {there.base} there, {address} in site.yaml here. The former was taken to compare."


def _packages(there: Mapping[str, str], here: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for name in sorted(there.keys() | here.keys()):
        yield name, there.get(name, "none"), here.get(name, "none")

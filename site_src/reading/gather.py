"""Files → a catalogue: what each file is by its place, and what it holds."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from site_src.diagnostics.finding import Finding, Place
from site_src.models.claim import Claim
from site_src.models.page import Page
from site_src.models.publication import Publication
from site_src.models.ratings import RatingScale
from site_src.models.record import Record
from site_src.models.source import Source
from site_src.models.texts import FILE_NAME, SLUG, slug_rule
from site_src.models.topic import Topic
from site_src.reading.catalogue import KINDS, AnyEntry, Catalogue
from site_src.reading.entry import Entry, ReadEntry, read_entry, read_settings
from site_src.reading.media import MediaFile, read_media
from site_src.reading.shingles import Shingles, ShinglesError, parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from site_src.reading.files import ContentFile, Tree

R = TypeVar("R", bound=Record)
_BELONGS = {
    "topics": "In topics/ belong .md files only.",
    "sources": "In sources/ belong .md files, and .shingles files beside them.",
    "claims": "In claims/ belong .md files only.",
    "pages": "In pages/ belong .md files only.",
    "files": "In files/ belong pictures and documents only.",
}
_EVERYTHING = "Claims belong in claims/, sources in sources/, topics in topics/, pages in pages/, pictures in files/."


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file of `size` bytes holds: at most one of these, and what is wrong in it."""

    name: str
    findings: tuple[Finding, ...] = ()
    size: int = 0
    publication: Entry[Publication] | None = None
    ratings: Entry[RatingScale] | None = None
    topic: Entry[Topic] | None = None
    source: Entry[Source] | None = None
    claim: Entry[Claim] | None = None
    page: Entry[Page] | None = None
    media: MediaFile | None = None
    shingles: Shingles | None = None

    @property
    def entry(self) -> AnyEntry | None:
        """Give the entry that the file holds."""
        return self.topic or self.source or self.claim or self.page

    @property
    def holds_nothing(self) -> bool:
        """Tell whether nothing could be read from it."""
        return not (self.entry or self.media or self.shingles)


def read_catalogue(tree: Tree) -> tuple[Catalogue, tuple[Finding, ...]]:
    """Read all files of a content folder into a catalogue; gives with it what is wrong in single files."""
    return file_away([read_file(file) for file in tree.files], tree.findings)


def read_file(file: ContentFile) -> FileRead:
    """Read one file as what its place says it is."""
    return replace(_read(file), size=len(file.content))


def _read(file: ContentFile) -> FileRead:
    folder, _, rest = file.name.partition("/")
    if file.name == "site.yaml":
        publication = read_settings(Publication, file.name, file.content)
        return FileRead(file.name, publication.findings, publication=publication.entry)
    if file.name == "ratings.yaml":
        ratings = read_settings(RatingScale, file.name, file.content, list_key="ratings")
        return FileRead(file.name, ratings.findings, ratings=ratings.entry)
    if folder == "files" and rest:
        return _media(file, rest)
    if folder in KINDS and rest.endswith(".md"):
        return _entry(file, folder)
    if folder == "sources" and rest.endswith(".shingles"):
        return _shingles(file)
    return FileRead(file.name, (_misplaced(file.name),))


def key_of(name: str) -> tuple[str, str]:
    """Give kind and slug, or name, of what stands in a file by its name."""
    folder, _, rest = name.partition("/")
    stem, _, ending = name.rpartition("/")[2].rpartition(".")
    return ("files", rest) if folder == "files" else ("shingles" if ending == "shingles" else folder, stem)


def file_away(reads: Sequence[FileRead], findings: Sequence[Finding] = ()) -> tuple[Catalogue, tuple[Finding, ...]]:
    """File what was read by kind and slug; `findings` are those that came before."""
    unread = {finding.place.file.removeprefix("content/") for finding in findings}
    names = {*unread, *(read.name for read in reads)}
    found = [*findings, *(finding for read in reads for finding in read.findings)]
    found += missing_settings(names)
    lonely = lonely_shingles({read.name for read in reads if read.shingles}, names)
    found += lonely.values()
    topics, more_topics = _by_slug(read.topic for read in reads)
    sources, more_sources = _by_slug(read.source for read in reads)
    claims, more_claims = _by_slug(read.claim for read in reads)
    pages, more_pages = _by_slug(read.page for read in reads)
    catalogue = Catalogue(
        publication=next((read.publication for read in reads if read.publication), None),
        ratings=next((read.ratings for read in reads if read.ratings), None),
        topics=topics,
        sources=sources,
        claims=claims,
        pages=pages,
        files={read.media.name: read.media for read in reads if read.media},
        shingles={key_of(read.name)[1]: read.shingles for read in reads if read.shingles and read.name not in lonely},
        sizes={read.name: read.size for read in reads},
        failed=frozenset(key_of(name) for name in {*unread, *(read.name for read in reads if read.holds_nothing)}),
        twice=(*more_topics, *more_sources, *more_claims, *more_pages),
    )
    return catalogue, tuple(found)


def missing_settings(names: Collection[str]) -> list[Finding]:
    """Tell which of the two files with settings are not among all names."""
    hint = "Add it; content/FORMAT.md says what it holds."
    return [
        _finding(name, "file", f"{name} is missing.", hint)
        for name in ("site.yaml", "ratings.yaml")
        if name not in names
    ]


def lonely_shingles(shingles: Iterable[str], names: Collection[str]) -> dict[str, Finding]:
    """Give those files of fingerprints beside which no source stands among all names, each with its finding."""
    return {name: _lonely(name) for name in sorted(shingles) if _beside(name) not in names}


def _entry(file: ContentFile, kind: str) -> FileRead:
    slug = file.name.rpartition("/")[2].removesuffix(".md")
    if not re.fullmatch(SLUG, slug) or len(slug) > 80:
        hint = f"{slug_rule()}, at most 80 characters. Rename the file."
        return FileRead(
            file.name,
            (_finding(file.name, "slug", f"“{slug}” cannot be a slug, and so not a file's name.", hint),),
        )
    place = f"content/{file.name}"
    if kind == "topics":
        topic = read_entry(Topic, kind, slug, file.content, file=place)
        return FileRead(file.name, topic.findings, topic=topic.entry)
    if kind == "sources":
        source = read_entry(Source, kind, slug, file.content, file=place)
        return FileRead(file.name, source.findings, source=source.entry)
    if kind == "claims":
        claim = read_entry(Claim, kind, slug, file.content, file=place)
        return FileRead(file.name, claim.findings, claim=claim.entry)
    page: ReadEntry[Page] = read_entry(Page, kind, slug, file.content, file=place)
    return FileRead(file.name, page.findings, page=page.entry)


def _media(file: ContentFile, rest: str) -> FileRead:
    if not re.fullmatch(FILE_NAME, rest):
        hint = "Names have a–z, 0–9 and hyphens and end in png, jpg, jpeg, webp, avif, pdf or csv; no folders."
        return FileRead(file.name, (_finding(file.name, "file", f"“{rest}” cannot be a file's name here.", hint),))
    media = read_media(rest, file.content)
    if media is None:
        message = f"This file is not of the kind that its ending says ({rest.rpartition('.')[2]})."
        return FileRead(
            file.name,
            (_finding(file.name, "file", message, "Save it anew in that format, or change its ending."),),
        )
    return FileRead(file.name, media=media)


def _shingles(file: ContentFile) -> FileRead:
    try:
        return FileRead(file.name, shingles=parse(file.content))
    except ShinglesError as error:
        slug = key_of(file.name)[1]
        hint = f"Write: python build.py shingle TEXT --source {slug} (TEXT is the file with the source's text)."
        finding = Finding(Place(f"content/{file.name}", error.line), "shingles", error.message, hint)
        return FileRead(file.name, (finding,))


def _by_slug(entries: Iterable[Entry[R] | None]) -> tuple[dict[str, Entry[R]], list[Entry[R]]]:
    filed: dict[str, Entry[R]] = {}
    twice = [entry for entry in entries if entry is not None and filed.setdefault(entry.slug, entry) is not entry]
    return filed, twice


def _beside(name: str) -> str:
    """Give the source's file that belongs beside its fingerprints."""
    return f"{name.removesuffix('.shingles')}.md"


def _lonely(name: str) -> Finding:
    slug = key_of(name)[1]
    hint = f"Put {slug}.md beside it, or delete this file."
    return _finding(name, "shingles", f"There is no source “{slug}” in this folder.", hint)


def _misplaced(name: str) -> Finding:
    folder, inside, _ = name.partition("/")
    if folder in _BELONGS:
        return _finding(name, "file", "This file has no place here.", _BELONGS[folder])
    known = [f"{kind}/" for kind in _BELONGS] if inside else ["site.yaml", "ratings.yaml"]
    near = next(iter(difflib.get_close_matches(f"{folder.lower()}{inside}", known, n=1)), "")
    question = f"Did you mean {near}? " if near else ""
    return _finding(name, "file", "This file has no place here.", f"{question}{_EVERYTHING}")


def _finding(name: str, rule: str, message: str, hint: str) -> Finding:
    return Finding(Place(f"content/{name}"), rule, message, hint)

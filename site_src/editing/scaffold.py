"""A new claim, source, topic or page: a whole, commented file of what an editor gives.

What is written passes `check` beside all that is there, or nothing is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from site_src.checks import errors
from site_src.editing import slugs
from site_src.editing.answers import KINDS, Given, Refused, filled, tried_slug
from site_src.models.described import keys
from site_src.models.skeleton import bare, skeleton
from site_src.reading.files import ContentFile, read_content
from site_src.reading.gather import file_away, read_file
from site_src.reading.likeness import Likeness
from site_src.reading.named_files import write_new

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.gather import FileRead


@dataclass(frozen=True, slots=True)
class Desk:
    """A content folder as it stands, to which a file is to be added."""

    folder: Path
    reads: Sequence[FileRead]
    catalogue: Catalogue

    def known(self) -> dict[str, tuple[str, ...]]:
        """Give the slugs and ids that a new file can name, by kind; claims are too many to be listed."""
        scale = self.catalogue.ratings.record.ratings if self.catalogue.ratings else ()
        ratings = tuple(rating.id for rating in scale if not rating.retired)
        return {"ratings": ratings, **{kind: self.catalogue.slugs(kind) for kind in ("topics", "sources")}}


@dataclass(frozen=True, slots=True)
class NearClaim:
    """A claim that says nearly what a new one is to say."""

    file: str
    claim: str


def desk(folder: Path) -> Desk:
    """Read a content folder; what is wrong in it already does not matter here."""
    reads = [read_file(file) for file in read_content(folder).files]
    return Desk(folder, reads, file_away(reads)[0])


def near_claims(at: Desk, statement: str) -> tuple[NearClaim, ...]:
    """Give the claims that say nearly the same, the nearest first, at most five."""
    claims = {slug: entry.record.claim for slug, entry in at.catalogue.claims.items()}
    found = [at.catalogue.claims[one.key] for one in Likeness(claims).near(statement)]
    return tuple(NearClaim(entry.file, entry.record.claim) for entry in found[:5])


def same_source(at: Desk, url: str) -> str:
    """Give the file of the source that has this address already, or nothing."""
    wanted = _bare(url)
    found = (entry.file for entry in at.catalogue.sources.values() if _bare(entry.record.url or "") == wanted)
    return next(found, "") if wanted else ""


def slug_for(at: Desk, kind: str, given: Given) -> str:
    """Propose a slug for a new file: of its words, else of its topic or site; one that is free."""
    words = str(given.get("claim") or given.get("title") or "")
    host = urlsplit(str(given.get("url", ""))).hostname or ""
    otherwise = str(given.get("topic") or host.removeprefix("www.").replace(".", "-") or kind)
    return slugs.proposed(words, otherwise=otherwise, taken=slugs.taken(at.catalogue, f"{kind}s"))


def free(at: Desk, kind: str, slug: str) -> str:
    """Give a slug that a new file can have; raises Refused."""
    if tried_slug(slug) in slugs.taken(at.catalogue, f"{kind}s"):
        whose = slugs.whose(at.catalogue, f"{kind}s", slug)
        raise Refused(f"The name “{slug}” is taken: {whose}.", "Choose another name, or go on in that file.")
    return slug


def compose(at: Desk, kind: str, given: Given, *, notes: bool = True) -> str:
    """Give the text of a new file, with a note above each key or without; a claim is a draft."""
    values = filled(kind, given)
    if kind == "claim":
        values["status"] = "draft"
    model = KINDS[kind]
    values |= {each.name: "[]" for each in keys(model) if each.needed and each.many and each.name not in values}
    front = skeleton(model, values, known=at.known()) if notes else bare(model, values)
    return f"{front}{_CLAIM_BODY}" if kind == "claim" else front


@dataclass(frozen=True, slots=True)
class Ready:
    """A new file that brings no error with it, to be written."""

    path: Path
    text: str


def ready(at: Desk, kind: str, slug: str, text: str) -> Ready:
    """Give a new file as it can be written; raises Refused where it would bring an error with it."""
    name = f"{kind}s/{free(at, kind, slug)}.md"
    if wrong := _brought(at, ContentFile(name, text.encode())):
        raise Refused(wrong[0].message, wrong[0].hint)
    return Ready(at.folder / name, text)


def write(made: Ready) -> Path:
    """Write a new file and give its path; raises Refused."""
    try:
        write_new(made.path, made.text)
    except OSError as error:
        raise Refused(f"{made.path} cannot be written: {error.strerror}.") from error
    return made.path


_CLAIM_BODY = "TODO Say how it was checked: what you looked for, what you found, what remains open.\n"


def _bare(url: str) -> str:
    """Give an address as far as it tells one document from another: not how it is reached, nor a place in it."""
    return url.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")


def _brought(at: Desk, file: ContentFile) -> list[Finding]:
    """Give the errors that a new file would bring: those of the folder with it but for those of the folder now."""
    after = _errors([*at.reads, read_file(file)])
    before = _errors(at.reads) if after else []
    return [found for found in after if found not in before]


def _errors(reads: Sequence[FileRead]) -> list[Finding]:
    catalogue, found = file_away(reads)
    return [finding for finding in (*found, *errors(catalogue)) if finding.is_error]

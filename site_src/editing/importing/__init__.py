"""ClaimReview as other publishers serve it → drafts in our format, so that a fact-checker can move in.

Files are read (records.py, gathering.py), each review is put into our terms (review.py), its rating by a table that
an editor confirms (labels.py), and drafts are written (drafts.py). What cannot be taken over is told (account.py).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_src.checks import run
from site_src.diagnostics import report
from site_src.editing.importing.account import Entry, account
from site_src.editing.importing.drafts import Desk, Draft
from site_src.editing.importing.gathering import Gathered, ImportRefused, Numbered, gather
from site_src.editing.importing.labels import MOST, propose, read_table
from site_src.editing.importing.node import Left
from site_src.editing.importing.settings import Settings, scale, settings
from site_src.reading.files import ContentFile, Tree, read_content
from site_src.reading.gather import read_catalogue
from site_src.reading.named_files import FileRefused, read_bounded, write_new, write_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from site_src.diagnostics.finding import Finding
    from site_src.editing.importing.review import Review
    from site_src.models.ratings import Rating
    from site_src.reading.catalogue import Catalogue

__all__ = ["Gathered", "ImportRefused", "Imported", "bring_in", "gather", "write_table"]

Ratings = dict[str, str | None]
"""The rating of each label, None where it shall have none."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was written: how many drafts, which settings were made or added to, and the account of all that was not."""

    drafts: int
    settings: tuple[str, ...]
    account: str


def write_table(gathered: Gathered, content: Path, table: Path) -> int:
    """Write the proposed table of ratings, and give its number of labels; raises ImportRefused.

    A file that is there already is left as it is.
    """
    if not gathered.reviews:
        raise ImportRefused("There is no ClaimReview in these files.", account(gathered.entries, {}))
    _, catalogue = _folder(content)
    text = propose([each.review for each in gathered.reviews], scale(catalogue))
    labels = len({each.review.label for each in gathered.reviews if each.review.label})
    if labels > MOST or len(text.encode()) > _TABLE_BYTES:
        message = f"These files have {labels} different labels, more than a table can hold."
        raise ImportRefused(message, "Import fewer files at a time.")
    try:
        write_new(table, text)
    except FileExistsError as error:
        hint = f"Go over it and call again with --ratings {table}; or remove it, to have a new one proposed."
        raise ImportRefused(f"{table} is there already.", hint) from error
    except OSError as error:
        raise ImportRefused(f"{table} cannot be written: {error.strerror}.") from error
    return labels


def bring_in(gathered: Gathered, content: Path, table: Path) -> Imported:
    """Write a draft for each review, by a table of ratings, into a content folder, new or not.

    No file that is there is changed, save that new ratings are added to ratings.yaml. Raises ImportRefused.
    """
    tree, catalogue = _folder(content)
    ratings = _confirmed(table, gathered, scale(catalogue))
    site = settings(tree, catalogue, [each.review for each in gathered.reviews], ratings)
    desk = Desk(catalogue, site.url)
    entries = list(gathered.entries)
    written: list[tuple[Numbered, Draft]] = []
    for each in gathered.reviews:
        rating = ratings.get(each.review.label)
        review = replace(each.review, left=tuple(_left(each.review, site, rating)))
        if draft := desk.draft(review, rating):
            written.append((each, draft))
        else:
            entries.append(_not_imported(each, "the folder has a claim of that text already"))
    around = {**site.files, **desk.files()}
    sound = list(_sound(written, around, tree, entries))
    entries += [Entry(each.file, each.number, *left) for each, draft in sound for left in draft.left]
    if sound:
        _write(content, tree, {**around, **{draft.name: draft.as_text() for _, draft in sound}})
    return Imported(
        len(sound), tuple(site.files) if sound else (), account(entries, Counter(each.file for each, _ in sound))
    )


_TABLE_BYTES = 200_000


def _folder(content: Path) -> tuple[Tree, Catalogue]:
    """Read a content folder, which may be empty or not there, but has no broken settings."""
    tree = read_content(content)
    catalogue, findings = read_catalogue(tree)
    present = {f"content/{file.name}" for file in tree.files} & {"content/site.yaml", "content/ratings.yaml"}
    broken = [finding for finding in findings if finding.is_error and finding.place.file in present]
    if broken:
        raise ImportRefused(_told(broken), "Mend this first.")
    return tree, catalogue


def _confirmed(table: Path, gathered: Gathered, ratings: Sequence[Rating]) -> Ratings:
    """Read the table that an editor went over, and refuse it where it cannot be followed."""
    try:
        read, findings = read_table(read_bounded(table, most=_TABLE_BYTES), file=table.as_posix())
    except FileRefused as refused:
        raise ImportRefused(refused.message) from refused
    if findings:
        raise ImportRefused(_told(findings))
    missing = sorted({each.review.label for each in gathered.reviews if each.review.label} - read.keys())
    if missing:
        message = f"{table} has no line for the label “{missing[0]}”{_and_more(missing)}."
        raise ImportRefused(message, "Add it, or remove the table and call without --ratings for a new one.")
    retired = sorted({rating.id for rating in ratings if rating.retired} & {each for each in read.values() if each})
    if retired:
        message = f"{table} names the rating “{retired[0]}”{_and_more(retired)}, which no claim may take any more."
        raise ImportRefused(message, "Name another one.")
    return dict(read)


def _left(review: Review, site: Settings, rating: str | None) -> Iterator[Left]:
    """Give what a draft on this site leaves over of a review."""
    yield from (left for left in review.left if left.field != "license" or left.text != site.license)
    if review.publisher and review.publisher.casefold() != site.publisher.casefold():
        yield Left("author", "is not the publisher of this site, whom the draft names", review.publisher)
    if not rating:
        why = "has no rating in the table" if review.label else "is missing"
        yield Left("reviewRating.alternateName", why, review.label)


def _sound(
    written: Sequence[tuple[Numbered, Draft]], around: Mapping[str, str], tree: Tree, entries: list[Entry]
) -> Iterator[tuple[Numbered, Draft]]:
    """Give the drafts that pass our own checks among all that is there; the others are told.

    A former address that may not be an alias costs the draft its alias only.
    """
    made = {**around, **{draft.name: draft.as_text() for _, draft in written}}
    kept = [file for file in tree.files if file.name not in made]
    new = [ContentFile(name, text.encode()) for name, text in made.items()]
    catalogue, found = read_catalogue(Tree((*kept, *new), ()))
    troubles: dict[str, list[Finding]] = {}
    for finding in (*found, *run(catalogue)):
        if finding.is_error:
            troubles.setdefault(finding.place.file.removeprefix("content/"), []).append(finding)
    if "ratings.yaml" in troubles:
        raise ImportRefused("The new ratings cannot be added to ratings.yaml.", "Add them by hand, then call again.")
    for each, draft in written:
        wrong = troubles.get(draft.name, [])
        if not wrong:
            yield each, draft
        elif all(finding.rule == "alias" for finding in wrong):
            yield each, draft.without_alias(each.review.address)
        else:
            entries.append(_not_imported(each, wrong[0].message))


def _not_imported(each: Numbered, why: str) -> Entry:
    return Entry(each.file, each.number, "", why, each.review.claim or each.review.headline)


def _write(content: Path, tree: Tree, files: Mapping[str, str]) -> None:
    there = {file.name for file in tree.files}
    try:
        for name, text in files.items():
            (write_text if name in there else write_new)(content / name, text)
    except OSError as error:
        hint = "What was written until then is sound; call again to go on."
        raise ImportRefused(f"{content} cannot be written to: {error.strerror}.", hint) from error


def _told(findings: Sequence[Finding]) -> str:
    return report.text(findings, lambda _file: []).rstrip()


def _and_more(names: Sequence[str]) -> str:
    return f" and for {len(names) - 1} more" if len(names) > 1 else ""

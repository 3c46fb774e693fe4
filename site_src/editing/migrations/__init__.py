"""Brings content that was written for an earlier version of the format to this one.

One module a change of the format, all named in MIGRATIONS, oldest first. A migration gives new texts for the files
that it has to change, and none for those that are as this version wants them: so all can be run again at any time. It
changes no more than it must, and keeps comments and layout. What it cannot change by itself, it says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from site_src.editing.migrations import disputed_ratings
from site_src.reading.files import ContentFile, read_content
from site_src.reading.named_files import write_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from site_src.diagnostics.finding import Finding
    from site_src.editing.migrations.change import Changed


class Migration(Protocol):
    """One change of the format: in which version it came, what it is, and the files that it changes."""

    SINCE: str
    TITLE: str

    def migrate(self, files: Mapping[str, str]) -> Changed:
        """Give the new texts of the files that must change, of all texts by their names in the content folder."""


MIGRATIONS: tuple[Migration, ...] = (disputed_ratings,)


@dataclass(frozen=True, slots=True)
class Migrated:
    """What was changed: the titles of the migrations that had something to do, the files, and what is left to do."""

    titles: tuple[str, ...]
    texts: Mapping[str, str]
    left: tuple[Finding, ...]


def migrate(content: Path, *, dry_run: bool = False) -> Migrated:
    """Bring a content folder to this version of the format; with `dry_run` nothing is written. Raises OSError."""
    files = {file.name: text for file in read_content(content).files if (text := _text(file)) is not None}
    migrated = _through_all(files)
    if not dry_run:
        for name, text in migrated.texts.items():
            write_text(content / name, text)
    return migrated


def _through_all(files: Mapping[str, str]) -> Migrated:
    now, titles = dict(files), []
    left: list[Finding] = []
    for migration in MIGRATIONS:
        changed = migration.migrate(now)
        now.update(changed.texts)
        titles += [migration.TITLE] if changed.texts or changed.left else []
        left += changed.left
    texts = {name: text for name, text in now.items() if text != files[name]}
    return Migrated(tuple(titles), texts, tuple(left))


def _text(file: ContentFile) -> str | None:
    if not file.name.endswith((".md", ".yaml")):
        return None
    try:
        return file.content.decode("utf-8")
    except UnicodeDecodeError:
        return None  # `check` says so

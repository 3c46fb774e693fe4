"""What a build rests on beside the content: the program, the language it runs in, packages, templates, settings."""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
from typing import TYPE_CHECKING

from site_src import __version__
from site_src.building.digests import digest, digest_of_all
from site_src.reading.files import read_lock, read_source, read_templates
from site_src.reading.scanning import Marks, packages_at_hand, scan_source, scan_trusted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from site_src.building.ledger import Ledger

MARGIN = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was read may have changed again with the same time on it."""


def language() -> str:
    """Give what tells this Python with its packages from others."""
    told = (__version__, sys.version, unicodedata.unidata_version, *packages_at_hand(sys.path))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def settled(marks: Marks, read_at: int) -> bool:
    """Tell whether a file that was read at a time would show by its marks if it had changed since."""
    return max(marks[1], marks[2]) < read_at - MARGIN


def marks_text(marks: Mapping[str, Marks]) -> str:
    """Give marks as text, to be compared."""
    return json.dumps(sorted(marks.items()))


def program(ledger: Ledger, *, moment: int) -> str:
    """Give the digest of the program's own text, which is read only if its files look changed."""
    return _remembered(ledger, "source", scan_source(), lambda: digest_of_all(read_source()), moment)


def lock() -> str:
    """Give the digest of requirements.txt, or an empty text where there is none."""
    text = read_lock()
    return digest(text) if text else ""


def templates(ledger: Ledger, root: Path, *, moment: int) -> str:
    """Give the digest of all templates, which are read only if their files look changed."""
    marks = scan_trusted(root)
    return _remembered(ledger, "templates", marks, lambda: digest_of_all(read_templates(root)), moment)


def of_texts(names: Iterable[str], texts: Mapping[str, str]) -> str:
    """Give the digest of some texts with their names."""
    told = hashlib.sha256()
    for name in sorted(names):
        told.update(f"{name}\0{texts.get(name, '')}\0".encode())
    return told.hexdigest()


def _remembered(ledger: Ledger, key: str, marks: Mapping[str, Marks], read: Callable[[], str], moment: int) -> str:
    told = marks_text(marks)
    kept = ledger.said(f"{key} digest")
    read_at = int(ledger.said(f"{key} read at") or 0)
    if kept and told == ledger.said(f"{key} marks") and all(settled(one, read_at) for one in marks.values()):
        return kept
    digest = read()
    ledger.say(f"{key} marks", told)
    ledger.say(f"{key} digest", digest)
    ledger.say(f"{key} read at", str(moment))
    return digest

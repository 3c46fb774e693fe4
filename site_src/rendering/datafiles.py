"""Data files as text: JSON that is the same at every build, and CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# The full-width signs begin a formula too, in spreadsheets of some languages.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def json_bytes(value: object) -> bytes:
    """Give a value as JSON (RFC 8259) in UTF-8, keys in the order in which they stand, on one line that is ended."""
    # Indented, it would go through the encoder that is written in Python, which takes ten times as long.
    return (json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Give rows as CSV (RFC 4180) in UTF-8, without a byte-order mark, lines ended as the RFC has it.

    What a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers. Every cell is quoted,
    so that no reader has to guess the marks.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")


def csv_line(row: Sequence[str]) -> str:
    """Give a row as a line of such a file, with its end."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerow([_harmless(cell) for cell in row])
    return text.getvalue()


def _harmless(cell: str) -> str:
    """Put an apostrophe before a formula, behind semicolons too: some spreadsheets part cells there, quoted or not."""
    if ";" not in cell and not cell.lstrip(" ").startswith(_FORMULA):
        return cell
    if _NUMBER.fullmatch(cell):
        return cell
    return ";".join(f"'{part}" if part.lstrip(" ").startswith(_FORMULA) else part for part in cell.split(";"))

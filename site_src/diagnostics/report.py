"""Findings as text for people, as JSON, and as annotations of GitHub Actions. Nothing is printed here."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from site_src.diagnostics.finding import Finding


def text(findings: Sequence[Finding], lines: Callable[[str], Sequence[str]], *, colour: bool = False) -> str:
    """Gives the findings, each with its line, a caret under the spot and the hint, and then their number.

    `lines` gives the lines of a file by its name in findings, or none where it cannot be shown.
    """
    paint = _PAINT if colour else dict.fromkeys(_PAINT, "{}")
    blocks = [
        _block(finding, text_of_file, paint)
        for file, found in groupby(findings, key=lambda finding: finding.place.file)
        for text_of_file in (lines(file),)
        for finding in found
    ]
    return _harmless("\n\n".join([*blocks, f"{_closing(findings)}\n"]))


def as_json(findings: Sequence[Finding]) -> str:
    """Gives the findings as a JSON array of objects (RFC 8259, ASCII only), one a line."""
    told = "[\n" + ",\n".join(json.dumps(_plain(finding)) for finding in findings) + "\n]\n"
    return told.replace("##[", "##\\u005b")  # see _harmless; it stands in texts alone, where this is the same


def github(findings: Sequence[Finding]) -> str:
    """Gives a workflow command of GitHub Actions for each finding, one a line."""
    return "".join(f"{_harmless(_annotation(finding))}\n" for finding in findings)


def visible(shown: str) -> str:
    """Gives a text with controls, and what changes the direction of text, as `<U+202E>`, which no terminal obeys."""
    if shown.isprintable():
        return shown
    return "".join(f"<U+{ord(c):04X}>" if _is_hidden(c) else c for c in shown)


_WIDTH = 100  # columns of a line that is shown
_NEAR = 150  # characters on either side of the spot, beyond which nothing is looked at; marks take no column
_MANY = 20  # findings, beyond which they are counted by rule
_TAB = "    "
_PAINT = {
    "place": "\033[1m{}\033[0m",
    "error": "\033[1;31m{}\033[0m",
    "warning": "\033[1;33m{}\033[0m",
    "caret": "\033[1;36m{}\033[0m",
    "faint": "\033[2m{}\033[0m",
}


def _block(finding: Finding, lines: Sequence[str], paint: dict[str, str]) -> str:
    place = paint["place"].format(visible(str(finding.place)))
    severity = paint[finding.severity.value].format(finding.severity.value)
    told = [f"{place}: {severity}: {visible(finding.message)} {paint['faint'].format(f'[{finding.rule}]')}"]
    if finding.place.line <= len(lines):
        told += _snippet(finding, lines[finding.place.line - 1], paint)
    if finding.hint:
        told.append(f"hint: {visible(finding.hint)}")
    return "\n".join(told)


def _snippet(finding: Finding, line: str, paint: dict[str, str]) -> list[str]:
    spot = min(finding.place.column - 1, len(line))
    near = max(0, spot - _NEAR)
    spot -= near
    cells = [_TAB if character == "\t" else visible(character) for character in line[near : near + 2 * _NEAR]]
    while 0 < spot < len(cells) and not _columns(cells[spot]):  # a mark stands on its letter
        spot -= 1
    start, end = _window(cells, spot)
    is_cut = near + start > 0
    shown = "…" * is_cut + "".join(cells[start:end]) + "…" * (near + end < len(line))
    before = is_cut + sum(_columns(cell) for cell in cells[start:spot])
    margin = f"{finding.place.line:>5} | "
    blank = " " * (len(margin) - 2) + "| "
    caret = paint["caret"].format("^")
    return [f"{paint['faint'].format(margin)}{shown}", f"{paint['faint'].format(blank)}{' ' * before}{caret}"]


def _window(cells: list[str], spot: int) -> tuple[int, int]:
    """Choose the cells to show: all, or as many around the spot as fit, at most two thirds before it."""
    if sum(map(_columns, cells)) <= _WIDTH:
        return 0, len(cells)
    start, room = spot, _WIDTH * 2 // 3
    while start > 0 and (room := room - _columns(cells[start - 1])) >= 0:
        start -= 1
    end, room = start, _WIDTH
    while end < len(cells) and (room := room - _columns(cells[end])) >= 0:
        end += 1
    while 0 < start < spot and not _columns(cells[start]):  # nor is it shown without it
        start += 1
    return start, end


@lru_cache(maxsize=10_000)
def _columns(cell: str) -> int:
    """Count the columns of a terminal (Unicode Standard Annex #11; marks and joiners have none)."""
    return sum(
        0
        if unicodedata.category(character) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(character) in ("W", "F")
        else 1
        for character in cell
    )


def _is_hidden(character: str) -> bool:
    # Joiners are part of how many scripts are spelled, and change nothing else.
    joiners = ("\u200c", "\u200d")
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in joiners


def _harmless(told: str) -> str:
    """Keep what editors wrote from being a command: GitHub Actions obeys `##[` anywhere in a line that is printed."""
    return told.replace("##[", "##\u200b[")


def _closing(findings: Sequence[Finding]) -> str:
    if not findings:
        return "No mistakes found."
    errors = sum(finding.is_error for finding in findings)
    warnings = len(findings) - errors
    counted = " and ".join(_counted(n, what) for n, what in ((errors, "error"), (warnings, "warning")) if n)
    whole = f"{counted} in {_counted(len({finding.place.file for finding in findings}), 'file')}."
    rules = Counter(finding.rule for finding in findings)
    if len(findings) <= _MANY or len(rules) == 1:
        return whole
    return f"{whole} By rule: {', '.join(f'{rule} {number}' for rule, number in rules.most_common())}."


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _plain(finding: Finding) -> dict[str, str | int]:
    return {
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "severity": finding.severity.value,
        "rule": finding.rule,
        "message": finding.message,
        "hint": finding.hint,
    }


def _annotation(finding: Finding) -> str:
    place = finding.place
    named = {"file": place.file, "line": str(place.line), "col": str(place.column), "title": finding.rule}
    properties = ",".join(f"{key}={_escaped(visible(value), ':,')}" for key, value in named.items())
    told = "\n".join(visible(part) for part in (finding.message, finding.hint) if part)
    return f"::{finding.severity.value} {properties}::{_escaped(told)}"


def _escaped(value: str, more: str = "") -> str:
    escaped = value.replace("%", "%25")
    for character in f"\r\n{more}":
        escaped = escaped.replace(character, f"%{ord(character):02X}")
    return escaped

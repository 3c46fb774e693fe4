"""The account of a round of links, in the form that is asked for, and the answers that are kept for the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_src.diagnostics import report
from site_src.editing.links.errands import line_of
from site_src.reading.named_files import append_text, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from site_src.diagnostics.finding import Finding
    from site_src.editing.links.errands import Answer


def worded(findings: Sequence[Finding], lines: Callable[[str], Sequence[str]], form: str, *, colour: bool) -> str:
    """Give what was found as `text`, `json`, `github` or `markdown`."""
    if form == "json":
        return report.as_json(findings)
    if form == "github":
        return report.github(findings)
    if form == "markdown":
        return in_markdown(findings, lines)
    return report.text(findings, lines, colour=colour) if findings else ""


def in_markdown(findings: Sequence[Finding], lines: Callable[[str], Sequence[str]]) -> str:
    """Give what was found as a fenced block of Markdown, out of which no text that it quotes can break."""
    if not findings:
        return "All links lead somewhere.\n"
    told = report.text(findings, lines)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", told)), default=0))
    return f"{fence}text\n{told.rstrip()}\n{fence}\n"


def read(path: Path) -> str:
    """Read the answers of former runs; gives nothing where there are none, or none that are text."""
    try:
        return read_text(path)
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def keep(path: Path, answer: Answer) -> None:
    """Add an answer to those that are kept, at once, so that a run that is broken off loses none; raises OSError."""
    append_text(path, line_of(answer))

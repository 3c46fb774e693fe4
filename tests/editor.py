"""What an editor types, read as the program reads it, and what is told of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from site_src.models.record import Record
from site_src.reading.entry import read_entry, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_src.diagnostics.finding import Finding
    from site_src.reading.entry import ReadEntry

R = TypeVar("R", bound=Record)


def typed(model: type[R], text: str | bytes) -> ReadEntry[R]:
    """Reads a Markdown file; its name in findings is content/typed.md."""
    content = text.encode() if isinstance(text, str) else text
    return read_entry(model, "claims", "typed", content, file="content/typed.md")


def set_up(model: type[R], text: str, *, list_key: str = "") -> ReadEntry[R]:
    """Reads a file of settings; its name in findings is content/typed.yaml."""
    return read_settings(model, "typed.yaml", text.encode(), list_key=list_key)


def sound(read: ReadEntry[R]) -> R:
    """Gives the record of a file in which nothing is wrong."""
    assert read.findings == ()
    assert read.entry
    return read.entry.record


def told(findings: Iterable[Finding]) -> list[str]:
    """Gives the findings as in “3:9 slug”: line, column and rule, in the order of their places."""
    ordered = sorted(findings, key=lambda finding: (finding.place, finding.rule))
    return [f"{finding.place.line}:{finding.place.column} {finding.rule}" for finding in ordered]


def front(*lines: str, body: str = "") -> str:
    """Gives a Markdown file with these lines between the two `---`."""
    return "\n".join(["---", *lines, "---", body])


def replaced(text: str, key: str, lines: str = "") -> str:
    """Gives a front matter in which other lines stand in place of a top-level key and all that belongs to it."""
    found, count = re.subn(rf"^{key}:.*\n(?:(?:  | *- ).*\n)*", f"{lines}\n" if lines else "", text, flags=re.MULTILINE)
    assert count == 1, key
    return found

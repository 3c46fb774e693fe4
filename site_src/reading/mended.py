"""Lines of front matter as they should have been typed: what a hint shows an editor to copy."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 2_000
"""Characters of a line; a longer one is not shown again for each mistake in it."""


class Typed(NamedTuple):
    """A line in parts: what stands before its text (indentation, hyphens, key and colon), and the text."""

    before: str
    text: str


def typed(line: str) -> Typed | None:
    """Gives the parts of a line that has a key or begins with a hyphen; None for any other, or without a text."""
    found = _LINE.match(line)
    return Typed(found[1], found[2]) if found else None


def quoted(line: str) -> str:
    """Gives a line with its text in double quotes; the line itself where it has none."""
    parts = typed(line)
    return f"{parts.before.strip()} {in_quotes(parts.text)}" if parts else line.strip()


def as_text(line: str) -> str:
    """Gives a line whose text was read as a list or a group with that text in quotes; nothing where it has none."""
    parts = typed(line)
    if len(line) > LONGEST:
        return ""
    if parts and parts.text[0] in "[{":
        return quoted(line)
    entry = re.match(r"\s*- +(\S.*: .*)$", line)
    return f"- {in_quotes(entry[1])}" if entry else ""


def in_quotes(text: str) -> str:
    """Gives a text in double quotes as YAML reads it back, with the quotation marks that belong to the text."""
    inner = text.strip()
    if inner[:1] == '"':
        inner = inner.replace('\\"', '"')
        if _is_wrapped(inner):
            inner = inner[1:-1]
    return '"' + inner.replace("\\", "\\\\").replace('"', '\\"').replace("\t", " ") + '"'


def in_braces(text: str) -> str:
    """Gives a group in braces, typed on one line, with those of its values in quotes that hold what divides it."""
    pairs = re.split(r",[ \t]*(?=[A-Za-z_]\w*[ \t]*:)", text.strip().removeprefix("{").removesuffix("}").strip())
    return "{" + ", ".join(map(_pair, pairs)) + "}"


_LINE = re.compile(r"(\s*(?:- +)*(?:[A-Za-z_][\w-]*[ \t]*:[ \t]+|(?<=- )))(\S.*)$")


def _is_wrapped(text: str) -> bool:
    """Tell whether the first and last mark stand around the whole: no mark between them closes the first."""
    second = text.find('"', 1)
    opens = 0 < second < len(text) - 1 and text[second - 1] in " \t(["
    return len(text) > 1 and text[-1] == '"' and (second == len(text) - 1 or opens)


def _pair(pair: str) -> str:
    key, _, value = (part.strip() for part in pair.partition(":"))
    is_plain = not re.search(r"[,\[\]{}#]|: |^[\"'&*!|>%@`?-]", value) or re.fullmatch(
        r'"[^"]*"|\'[^\']*\'|\[[^\]]*\]', value
    )
    return f"{key}: {value if is_plain or not value else in_quotes(value)}"

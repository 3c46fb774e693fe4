"""What the YAML parser stumbled over, in words of writing and with the mended line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import yaml

_KEY = re.compile(r"^(\s*(?:- +)?)([A-Za-z_][\w-]*):[ \t]+(.+)$")
_NO_SPACE = re.compile(r"\s*((?:- +)?[A-Za-z_][\w-]*):([^\s:/].*)$")


class InWords(NamedTuple):
    """Line and column, counted from 0 in the whole text, a sentence, and what to write."""

    line: int
    column: int
    message: str
    hint: str


def in_words(error: yaml.YAMLError, lines: list[str], offset: int) -> InWords:
    """Tell a parser's error as an editor would: `lines` is the whole text, `offset` where the parsed part began."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return InWords(offset, 0, "This cannot be read as text.", "Delete invisible characters and type the line anew.")
    context = getattr(error, "context_mark", None)
    began_there = re.search("quoted|flow|simple key", str(getattr(error, "context", "")))
    start = context if context is not None and began_there else mark
    line = min(offset + start.line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    column = start.column if line == offset + start.line else len(lines[line])
    return _explain(line, column, lines)


def _explain(line: int, column: int, lines: list[str]) -> InWords:
    if lines[line].lstrip(" ").startswith("\t"):
        indent = len(lines[line]) - len(lines[line].lstrip(" "))
        return InWords(line, indent, "This line is indented with a tab.", "Indent with spaces: two for each step.")
    found = _KEY.match(lines[line])
    if not found:
        return _unknown(line, column, lines)
    before, key, text = found.groups()
    at = found.start(3)
    quoted = f"{before}{key}: {_quoted(text)}"
    if text[0] in "\"'":
        return _quotes(line, at, text, f"{before}{key}: ")
    if text[0] in "[{":
        closing = {"[": "]", "{": "}"}[text[0]]
        hint = f"Close it with {closing}; or, if the text itself begins with {text[0]}, write: {quoted}"
        return InWords(line, at, f"What begins with {text[0]} here is not closed with {closing}.", hint)
    if text[0] in "@`%*&!|>,]}-?":
        return InWords(line, at, f"A text may not begin with {text[0]} unless it is quoted.", f"Write: {quoted}")
    if ": " in text or text.endswith(":"):
        at += (text + " ").index(": ")
        return InWords(line, at, "A colon and a space inside an unquoted text look like a new key.", f"Write: {quoted}")
    return _unknown(line, column, lines)


def _quotes(line: int, at: int, text: str, before: str) -> InWords:
    sign = text[0]
    body = text[1:]
    if sign == "'" and "'" in body.rstrip("'"):
        hint = f"Write: {before}{_quoted(text.strip(chr(39)))}"
        return InWords(line, at, "The text in single quotes ends at the apostrophe inside it.", hint)
    if sign not in body:
        hint = f"Write: {before}{_quoted(body)}"
        return InWords(line, at, "The quotation mark that opens here is not closed on this line.", hint)
    if sign == '"' and re.search(r'\\[^abtnvfre "/\\N_LPxuU0]', body):
        hint = f"Write: {before}{_quoted(body.rstrip(chr(34)))}"
        return InWords(line, at, "A backslash has a meaning of its own in double quotes.", hint)
    whole = _quoted(text)
    message = "The text goes on after the closing quotation mark."
    return InWords(line, at, message, f"Put the whole into quotes: {before}{whole}")


def _unknown(line: int, column: int, lines: list[str]) -> InWords:
    text = lines[line].strip()
    for here in (line, line - 1):  # without the space a line is no key, which the parser sees only at the next
        if here >= 0 and (found := _NO_SPACE.match(lines[here])):
            hint = f"Write: {found[1]}: {found[2]}"
            return InWords(here, found.start(1), "A space is missing after the colon.", hint)
    if text and ":" not in text and not text.startswith("-"):
        hint = "Write `key: value`, or indent the line by two spaces if it goes on from the line above."
        return InWords(line, len(lines[line]) - len(lines[line].lstrip()), "This line has no key.", hint)
    hint = "Compare its indentation with the lines around it: keys that belong together begin in one column."
    return InWords(line, min(column, len(lines[line])), "This line does not fit what stands above it.", hint)


def _quoted(text: str) -> str:
    inner = text.rstrip()
    if len(inner) > 1 and inner[0] == inner[-1] == '"':
        inner = inner[1:-1]
    return '"' + inner.replace("\\", "\\\\").replace('"', '\\"') + '"'

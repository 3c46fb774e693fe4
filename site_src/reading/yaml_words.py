"""What the YAML parser stumbled over, in words of writing and with the mended line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from site_src.reading.mended import LONGEST, in_braces, in_quotes, quoted, typed

if TYPE_CHECKING:
    import yaml

    from site_src.reading.mended import Typed


MISTAKES = 200
"""So many of a file are told, that nobody has to wait for a file of nothing else."""


class InWords(NamedTuple):
    """Line and column, counted from 0 in the whole text, a sentence, what to write, and the key that was meant."""

    line: int
    column: int
    message: str
    hint: str
    key: str = ""


def in_words(error: yaml.YAMLError, lines: list[str], offset: int) -> InWords:
    """Tell a parser's error as an editor would: `lines` is the whole text, `offset` where the parsed part began."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return InWords(offset, 0, "This cannot be read as text.", "Delete invisible characters and type the line anew.")
    if "document start" in str(getattr(error, "problem", "")):
        hint = "Keep one block, and take the line with --- or ... out."
        return InWords(min(offset + mark.line, len(lines) - 1), 0, "A second block of keys begins here.", hint)
    context = getattr(error, "context_mark", None)
    began_there = re.search("quoted|flow|simple key", str(getattr(error, "context", "")))
    start = context if context is not None and began_there else mark
    line = min(offset + start.line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    column = start.column if line == offset + start.line else len(lines[line])
    return _explain(line, column, lines)


def sign_first(line: str, sign: str) -> tuple[str, str]:
    """Say what is wrong with a value that begins with a sign of YAML's (& * !), and how its line is mended."""
    return f"A text may not begin with {sign} unless it is quoted.", f"Write: {quoted(line)}"


def lost_in_braces(line: str, key: str) -> tuple[str, str] | None:
    """Say what is wrong with a part of a group in braces that has no colon; None where the parser will tell."""
    parts = typed(line) if len(line) <= LONGEST else None
    if parts is None or parts.text[0] != "{" or "}" not in parts.text:
        return f"“{key}” stands in braces without a value.", "Put a text with a comma in it into double quotes."
    if parts.text.rstrip()[-1] != "}":
        return None
    if ":" not in parts.text:
        return sign_first(line, "{")
    if found := re.match(r"([A-Za-z_]\w*):(\S.*)", key):
        spaced = parts.text.replace(key, f"{found[1]}: {found[2]}", 1)
        return "A space is missing after the colon.", f"Write: {parts.before.strip()} {in_braces(spaced)}"
    message = f"A comma in braces divides: “{key}” would be lost, in silence."
    return message, f"Write: {parts.before.strip()} {in_braces(parts.text)}"


def swallowed(line: str, sign: str) -> tuple[str, str] | None:
    """Say what is wrong with a text that begins with > or | and is read as none; None where none was typed."""
    parts = typed(line)
    if parts is None or re.fullmatch(r"[|>][+-]?", parts.text.rstrip()):
        return None
    return (
        f"A text may not begin with {sign} unless it is quoted: it would be lost, in silence.",
        f"Write: {quoted(line)}",
    )


def keyless(line: str) -> tuple[str, str]:
    """Say what is wrong with a line at the left that is no key, and how it is mended."""
    if found := _NO_SPACE.match(line):
        message = "A space is missing after the colon." if found[2] else "A colon of another script stands here."
        return message, f"Write: {found[1]}: {found[4].strip()}"
    return "This line has no key.", "Write it as in `key: value`."


def foreign_indent(line: str) -> tuple[str, str]:
    """Say what is wrong with a line that begins with spaces of another kind, and how it is mended."""
    text = line.lstrip()
    spaces = "".join(" " if sign.isspace() else sign for sign in line[: len(line) - len(text)])
    return "This line is indented with spaces of another kind.", f"Type them anew, as plain spaces: {spaces}{text}"


def twice(key: str) -> tuple[str, str]:
    """Say that a key stands a second time where it stood already, and what to do."""
    return f"`{key}` stands twice here.", "Keep one of the two, or join them."


def too_many() -> tuple[str, str]:
    """Say that there are so many mistakes that no more are told."""
    return f"There are more mistakes than {MISTAKES}; those from here on are not told.", "Mend the others first."


def key_of(line: str) -> str:
    """Give the key with which a line begins."""
    return line.split(":", 1)[0].strip(" \"'")


def between(line: str, key: yaml.Event, value: yaml.Event) -> str:
    """Give what stands between a key and its value on the key's line."""
    start, end = cast("yaml.Mark", key.end_mark), cast("yaml.Mark", value.start_mark)  # only made events lack them
    return line[start.column : end.column if end.line == start.line else len(line)]


def blank(lines: list[str]) -> int:
    """Count the lines before the first that says something."""
    return next((n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), len(lines))


def _explain(line: int, column: int, lines: list[str]) -> InWords:
    text = lines[line]
    if text.lstrip(" ").startswith("\t"):
        mended = text.lstrip(" \t")
        hint = f"Indent with spaces, two for each step: {_spaces(text)}{mended}"
        return InWords(line, len(text) - len(text.lstrip(" ")), "This line is indented with a tab.", hint)
    parts = typed(text)
    if not parts:
        return _unknown(line, column, lines)
    told = _text(parts, line)
    if told is None and (": " in parts.text or parts.text.endswith(":")):
        at = len(parts.before) + (parts.text + " ").index(": ")
        message = "A colon and a space inside an unquoted text look like a new key."
        told = InWords(line, at, message, f"Write: {quoted(text)}")
    return told or _unknown(line, column, lines)


def _text(parts: Typed, line: int) -> InWords | None:
    """Explain a text by the sign with which it begins."""
    before, text = parts
    at, sign, whole = len(before), text[0], f"{before.strip()} {in_quotes(text)}"
    if sign in "\"'":
        return InWords(line, at, *_quotes(text, before.strip()))
    if sign in "[{":
        closing = {"[": "]", "{": "}"}[sign]
        if closing in text:
            message = f"What begins with {sign} goes on after {closing}, or holds a sign that divides it."
            mended = in_braces(text) if sign == "{" and text.rstrip()[-1] == "}" and ":" in text else in_quotes(text)
            return InWords(line, at, message, f"Write: {before.strip()} {mended}")
        hint = (
            f"Write: {before.strip()} {text.rstrip(' ,')}{closing} — or, if the text itself begins with {sign}: {whole}"
        )
        return InWords(line, at, f"What begins with {sign} here is not closed with {closing}.", hint)
    if sign in "@`%*&!|>,]}" or re.match(r"[-?](\s|$)", text):
        return InWords(line, at, f"A text may not begin with {sign} unless it is quoted.", f"Write: {whole}")
    return None


def _quotes(text: str, before: str) -> tuple[str, str]:
    sign, body = text[0], text[1:]
    if sign == "'" and "'" in body.rstrip("'"):
        wrapped = text.rstrip()[-1] == "'"
        hint = f"Write: {before} {in_quotes(text.strip()[1:-1] if wrapped else text)}"
        return "The text in single quotes ends at the apostrophe inside it.", hint
    if sign not in body:
        # A single mark before a small letter or a digit is an apostrophe (’tis, ’90s); any other was to be closed.
        hint = f"Write: {before} {in_quotes(text if _APOSTROPHE.match(text) else body)}"
        return "The quotation mark that opens here is not closed on this line.", hint
    if sign == '"' and re.search(r'\\[^abtnvfre "/\\N_LPxuU0]', body):
        hint = f"Write: {before} {in_quotes(body.rstrip().removesuffix(sign))}"
        return "A backslash has a meaning of its own in double quotes.", hint
    return (
        "The text goes on after the closing quotation mark.",
        f"Put the whole into quotes: {before} {in_quotes(text)}",
    )


def _unknown(line: int, column: int, lines: list[str]) -> InWords:
    for here in (line, line - 1):  # without the space a line is no key, which the parser sees only at the next
        if here >= 0 and (found := _NO_SPACE.match(lines[here])):
            return InWords(here, found.start(1), *keyless(lines[here]), "" if found.start(1) else found[1])
        if here >= 0 and (found := _NO_GAP.match(lines[here])):
            message = "A space is missing after the hyphen."
            return InWords(here, found.start(1), message, f"Write: - {found[2]}")
    if told := _goes_on(line, lines):
        return told
    text = lines[line].strip()
    if text and ":" not in text and not text.startswith("-"):
        hint = "Write `key: value`, or indent the line by two spaces if it goes on from the line above."
        return InWords(line, len(lines[line]) - len(lines[line].lstrip()), "This line has no key.", hint)
    return InWords(
        line, min(column, len(lines[line])), "This line does not fit what stands above it.", _column(line, lines)
    )


def _goes_on(line: int, lines: list[str]) -> InWords | None:
    """Explain a line that goes on from a text above and has in it what ends a text."""
    above = line - 1
    while above >= 0 and _indent(lines[above]) >= _indent(lines[line]):
        above -= 1
    owner = typed(lines[above]) if above >= 0 else None
    if owner is None or _OUR_KEY.match(lines[line]):
        return None
    last = line
    while last + 1 < len(lines) and _indent(lines[last + 1]) > _indent(lines[above]) and lines[last + 1].strip():
        last += 1
    whole = " ".join([owner.text.strip(), *(text.strip() for text in lines[above + 1 : last + 1])])
    hint = f"Write it on one line: {owner.before.strip()} {in_quotes(whole)}"
    if owner.text[0] in "\"'":
        return InWords(line, _indent(lines[line]), "The text goes on after the closing quotation mark.", hint)
    found = re.search(r":(?=\s|$)", lines[line])
    if found is None or owner.text[0] in "|>[{":
        return None
    return InWords(line, found.start(), "A colon and a space inside an unquoted text look like a new key.", hint)


def _column(line: int, lines: list[str]) -> str:
    """Say in which column a line should begin, if one above with a key tells."""
    rule = "Keys that belong together begin in one column"
    above = next((text for text in reversed(lines[:line]) if text.strip()), "")
    found = re.match(r"(\s*(?:- +)*)[a-z_]+:\s", above)
    is_near = found and _OUR_KEY.match(lines[line]) and 0 < abs(len(found[1]) - _indent(lines[line])) < 3
    if not found or not is_near:
        return f"Compare its indentation with the lines around it: {rule[0].lower()}{rule[1:]}."
    return f"{rule}. Write, with {_counted(len(found[1]))} before it: {' ' * len(found[1])}{lines[line].strip()}"


# A key that no space follows; an address such as https://… is none.
_NO_SPACE = re.compile(r"\s*((?:- +)?[A-Za-z_][\w-]*)(?:(:)(?=[^\s:/]|\u00a0|\u3000)|(\uff1a))(.*)$")
_NO_GAP = re.compile(r"\s*(-)([a-z_]+:\s.*)$")
_APOSTROPHE = re.compile("'[a-z0-9]")
_OUR_KEY = re.compile(r"\s*(?:- +)?[a-z_]+:(?:\s|$)")


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _spaces(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" \t"))].replace("\t", "  ")


def _counted(spaces: int) -> str:
    return {0: "no space", 1: "one space"}.get(spaces, f"{spaces} spaces")

"""One file's bytes → a document: front matter and body, or plain YAML."""

from __future__ import annotations

import re

from site_src.diagnostics.finding import Finding, Place
from site_src.models.texts import FORBIDDEN, text_problem
from site_src.reading.document import Document, Outcome
from site_src.reading.plain_yaml import PlainYaml

_FRONT_MATTER = 200_000
_OPENING = re.compile(r"---[^\S\n]*$", re.MULTILINE)
_CLOSING = re.compile(r"\n---[^\S\n]*$", re.MULTILINE)


def read_markdown(content: bytes, *, file: str) -> Outcome:
    """Read a Markdown file with front matter; `file` is its name in findings."""
    text, findings = _decoded(content, file)
    if text is None:
        return Outcome(None, tuple(findings))
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return Outcome(None, (*findings, _no_front_matter(file, is_open=opening is not None)))
    front = text[opening.end() + 1 : closing.start()]
    if len(front.encode()) > _FRONT_MATTER:
        hint = "Move longer texts below the second `---`."
        message = f"The front matter is larger than {_FRONT_MATTER // 1000} KB."
        return Outcome(None, (*findings, Finding(Place(file), "limit", message, hint)))
    body = text[closing.end() + 1 :]
    body_line = text.count("\n", 0, closing.end()) + 2
    return _document(front, findings, file=file, first_line=2, body=body, body_line=body_line)


def read_yaml(content: bytes, *, file: str, list_key: str = "") -> Outcome:
    """Read a YAML file; with `list_key`, the file is a list, which is filed under that key."""
    text, findings = _decoded(content, file)
    if text is None:
        return Outcome(None, tuple(findings))
    if len(content) > _FRONT_MATTER:
        message = f"The file is larger than {_FRONT_MATTER // 1000} KB."
        return Outcome(None, (*findings, Finding(Place(file), "limit", message, "Shorten it.")))
    return _document(text, findings, file=file, first_line=1, list_key=list_key)


def _document(
    text: str,
    findings: list[Finding],
    *,
    file: str,
    first_line: int,
    list_key: str = "",
    body: str = "",
    body_line: int = 1,
) -> Outcome:
    read = PlainYaml(text, file=file, first_line=first_line)
    findings = [*findings, *read.findings]
    value, values_at, keys_at = read.value, read.values_at, read.keys_at
    values_at[()] = (1, 1)
    lost = frozenset(read.lost)
    if list_key:
        value = {list_key: value} if isinstance(value, list) else None
        values_at = {(list_key, *loc): at for loc, at in values_at.items()}
        keys_at = {(list_key, *loc): at for loc, at in keys_at.items()}
        lost = frozenset((list_key, *loc) for loc in lost)
    if not isinstance(value, dict):
        if not findings:
            findings.append(_not_keys(file, first_line, list_key))
        return Outcome(None, tuple(findings))
    front = text if first_line > 1 else ""
    unread = frozenset(read.unread)
    document = Document(file, value, values_at, keys_at, unread, body, body_line, dropped=lost, front=front)
    return Outcome(document, tuple(findings))


def _decoded(content: bytes, file: str) -> tuple[str | None, list[Finding]]:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        hint = "Save the file as UTF-8 (in most editors: Save with encoding)."
        return None, [Finding(place, "encoding", "From here on the file is not UTF-8 text.", hint)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if text.replace("\n", "").isprintable() or not FORBIDDEN.search(text):
        return text, []
    return FORBIDDEN.sub("", text), [_control(text, found, file) for found in list(FORBIDDEN.finditer(text))[:5]]


def _control(text: str, found: re.Match[str], file: str) -> Finding:
    before = text[: found.start()]
    place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = f"Here stands {text_problem(found[0])}, which no text may hold."
    return Finding(place, "characters", message, "Delete it: put the cursor behind it and press backspace once.")


def _no_front_matter(file: str, *, is_open: bool) -> Finding:
    if not is_open:
        return Finding(
            Place(file),
            "front-matter",
            "The file does not begin with a line `---`.",
            "Begin it with --- and the keys.",
        )
    hint = "Put a line `---` between the keys and the text."
    return Finding(Place(file), "front-matter", "The front matter that begins here is not closed.", hint)


def _not_keys(file: str, first_line: int, list_key: str) -> Finding:
    what = "a list; each entry begins with `- `" if list_key else "keys and values, such as `title: Harbour bridge`"
    return Finding(Place(file, first_line), "front-matter", f"Here should stand {what}.", "See content/FORMAT.md.")

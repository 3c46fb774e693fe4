"""One record with its body and the places of its keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from site_src.diagnostics.finding import Finding, Severity
from site_src.models.record import Record
from site_src.reading.body import EMPTY, Body, Fault, read
from site_src.reading.frontmatter import read_markdown, read_yaml
from site_src.reading.validate import validate
from site_src.reading.yaml_words import MISTAKES, too_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from site_src.reading.document import Document, Loc

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record and where it comes from; `sound` is false where part of it was wrong and left out."""

    kind: str
    slug: str
    record: R
    document: Document
    body: Body = EMPTY
    sound: bool = True

    @property
    def file(self) -> str:
        """Give the file's name, beginning with `content/`."""
        return self.document.file

    @property
    def glance(self) -> R:
        """Give its record to somebody who looks at few of its smaller fields."""
        return self.record

    @property
    def whole(self) -> R:
        """Give its record to somebody who looks at most of it."""
        return self.record

    def knows(self, loc: Loc) -> bool:
        """Tell whether the value at `loc` is the editor's, not a stand-in for one that is wrong."""
        return loc not in self.document.dropped and not (loc and loc[0] in self.document.unread)

    def finding(
        self, loc: Loc, rule: str, message: str, hint: str = "", *, severity: Severity = Severity.ERROR
    ) -> Finding:
        """Make a finding at the place of the value at `loc`."""
        return Finding(self.document.place(loc), rule, message, hint, severity)

    def body_finding(self, line: int, column: int, rule: str, message: str, hint: str = "") -> Finding:
        """Make a finding at a line and column of the body."""
        return Finding(self.document.body_place(line, column), rule, message, hint)


@dataclass(frozen=True, slots=True)
class ReadEntry(Generic[R]):
    """An entry as far as it could be read, or none, with what is wrong in its file."""

    entry: Entry[R] | None
    findings: tuple[Finding, ...]


def read_entry(model: type[R], kind: str, slug: str, content: bytes, *, file: str) -> ReadEntry[R]:
    """Read one Markdown file into a record of the model, its body and its places."""
    outcome = read_markdown(content, file=file)
    if outcome.document is None:
        return ReadEntry(None, outcome.findings)
    body, faults = read(outcome.document.body, slug=slug)
    in_body = list(_findings(outcome.document, faults))
    record, document, broken = validate(model, outcome.document)
    findings = (*outcome.findings, *broken, *in_body)
    if record is None:
        return ReadEntry(None, findings)
    return ReadEntry(Entry(kind, slug, record, document, body, sound=not any_errors(findings)), findings)


def read_settings(model: type[R], name: str, content: bytes, *, list_key: str = "") -> ReadEntry[R]:
    """Read site.yaml or ratings.yaml; with `list_key`, the file is a list, which is filed under that key."""
    outcome = read_yaml(content, file=f"content/{name}", list_key=list_key)
    if outcome.document is None:
        return ReadEntry(None, outcome.findings)
    record, document, broken = validate(model, outcome.document)
    findings = (*outcome.findings, *broken)
    if record is None:
        return ReadEntry(None, findings)
    return ReadEntry(Entry("settings", name, record, document, sound=not any_errors(findings)), findings)


def _findings(document: Document, faults: Sequence[Fault]) -> Iterator[Finding]:
    for fault in faults[:MISTAKES]:
        yield Finding(document.body_place(fault.line, fault.column), fault.rule, fault.message, fault.hint)
    for fault in faults[MISTAKES : MISTAKES + 1]:
        yield Finding(document.body_place(fault.line, fault.column), "limit", *too_many())


def any_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any of the findings is an error."""
    return any(finding.is_error for finding in findings)

"""Findings as JSON values, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_src.diagnostics.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

PlainFinding = list[Any]


def plain_findings(findings: Iterable[Finding]) -> list[PlainFinding]:
    """Give findings as JSON values."""
    return [
        [one.place.file, one.place.line, one.place.column, one.rule, one.message, one.hint, one.severity.value]
        for one in findings
    ]


def findings_of(plain: Iterable[PlainFinding]) -> tuple[Finding, ...]:
    """Give the findings that stand in JSON values."""
    return tuple(
        Finding(Place(file, line, column), rule, message, hint, Severity(severity))
        for file, line, column, rule, message, hint, severity in plain
    )

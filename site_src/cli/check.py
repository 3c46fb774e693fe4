"""`check`: tell every problem of the content."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from site_src.cli.terminal import Effort, content_option, effort_options, examples, refuse, tell, today_option

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from site_src.building.job import Sources
    from site_src.building.pipeline import Checked
    from site_src.diagnostics.finding import Finding

_LIST = "(all)"


@click.command(
    short_help="Check the content and tell every problem.",
    epilog=examples("build.py check", "build.py check --since origin/main", "build.py check --explain excerpt"),
)
@content_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to tell them: for people, for programs, or as annotations of GitHub Actions.",
)
@click.option("--strict", is_flag=True, help="Make every warning an error.")
@click.option(
    "--since",
    metavar="REF",
    help="Compare with the content at a git revision as well: no address may vanish, nothing published may change in "
    "silence.",
)
@click.option(
    "--explain",
    "rule",
    metavar="[RULE]",
    is_flag=False,
    flag_value=_LIST,
    help="Print what a rule wants, with a right and a wrong example, or list all rules; nothing is checked.",
)
@today_option
@effort_options
def check(
    *,
    content: Path,
    form: str,
    strict: bool,
    since: str | None,
    rule: str | None,
    today: datetime.date,
    effort: Effort,
) -> None:
    """Check the content and tell every problem: its place, what is wrong, and what to write instead.

    Errors stop a build, warnings do not. The rule that a problem breaks stands in brackets behind it: `check --explain
    RULE` prints its page. Exit status: 0 no error, 1 errors, 2 wrong usage.
    """
    if rule is not None:
        _explain(rule)
        return
    from site_src.building.job import Sources
    from site_src.diagnostics.finding import Severity

    findings, claims = _found(content, since, today, effort)
    if strict:
        findings = tuple(replace(finding, severity=Severity.ERROR) for finding in findings)
    _print(findings, Sources(content), claims, form)
    if any(finding.is_error for finding in findings):
        sys.exit(1)


def _found(content: Path, since: str | None, today: datetime.date, effort: Effort) -> tuple[tuple[Finding, ...], int]:
    """Give what is found in the content, and the number of claims."""
    from site_src.building import incremental, pipeline
    from site_src.diagnostics.finding import in_order

    if effort.cache is not None and since is None:
        told, claims = incremental.check(content, effort.cache, jobs=effort.jobs, today=today)
        return told.findings, claims
    checked = pipeline.check(content, today=today)
    findings = checked.findings
    if since is not None:
        findings = in_order([*findings, *_since(checked, content, since, today)])
    return findings, len(checked.catalogue.claims)


def _explain(rule: str) -> None:
    from site_src.editing import manual

    if rule == _LIST:
        click.echo(manual.contents(), nl=False)
        return
    try:
        click.echo(manual.page(rule), nl=False)
    except manual.NoSuchRule as missing:
        click.echo(manual.contents(), nl=False)
        refuse(missing.message, missing.hint)


def _since(checked: Checked, content: Path, name: str, today: datetime.date) -> tuple[Finding, ...]:
    from site_src.editing import since

    try:
        return since.check(checked, content, name, os.environ, today)
    except since.RevisionRefused as refused:
        refuse(refused.message, refused.hint)


def _print(findings: tuple[Finding, ...], sources: Sources, claims: int, form: str) -> None:
    from site_src.diagnostics import report

    if form == "json":
        click.echo(report.as_json(findings), nl=False)
    elif form == "github":
        click.echo(report.github(findings), nl=False)
    elif findings:
        tell(findings, sources)
        if sys.stdout.isatty():
            click.echo(f"More on a rule: build.py check --explain {findings[0].rule}")
    else:
        click.echo(f"No problem in {claims} claims.")

"""What is wrong, laid over the page on which it shows, and all of it on a page of its own.

The templates of these lie here, not among those of the site: a mistake there must not hide itself.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

import jinja2

from site_src.diagnostics.report import visible
from site_src.reading.files import read_own
from site_src.serving.desk import Sheet, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from site_src.building.proof import Proof
    from site_src.diagnostics.finding import Finding

PREFIX = "/__touchstone/"
SCRIPT = f"{PREFIX}preview.js"
STYLE = f"{PREFIX}preview.css"
PROBLEMS = f"{PREFIX}problems"
EVENTS = f"{PREFIX}events"

_FOLDER = "serving/pages/"
_MOST = 200  # problems that are shown at once: nobody reads more, and a browser takes its time for them
_AROUND = 60  # signs of a line that are shown on either side of the spot


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding as it is shown.

    `message` and `hint` are in parts, of which every second is to be typed as it stands; `excerpt` is the line around
    it in three parts, of which the middle one is the spot.
    """

    is_error: bool
    message: tuple[str, ...]
    hint: tuple[str, ...]
    file: str
    line: int
    column: int
    excerpt: tuple[str, str, str] | None


@dataclass(frozen=True, slots=True)
class Group:
    """The problems of one file, and where the page is that it is the text of."""

    file: str
    href: str | None
    problems: tuple[Problem, ...]


def panel(sheet: Sheet) -> str:
    """Give the HTML that is laid over a page: its problems, and how many there are elsewhere; empty without any."""
    if not sheet.problems and not sheet.others:
        return ""
    return _render(
        "panel.html",
        title=_counted(sheet.problems) if sheet.problems else "",
        is_grave=any(one.is_error for one in sheet.problems),
        standing=_standing(sheet),
        problems=[_problem(one, sheet.proof) for one in sheet.problems[:_MOST]],
        others=_counted(sheet.others) if sheet.others else "",
        all_problems=PROBLEMS,
    )


def problems_page(proof: Proof, problems: Sequence[Finding]) -> bytes:
    """Give the page of all problems, which takes the place of every page while there is no site to show."""
    shown = problems[:_MOST]
    by_file = groupby(shown, key=lambda one: one.place.file)
    groups = [Group(file, proof.page_of(file), tuple(_problem(one, proof) for one in some)) for file, some in by_file]
    return _render(
        "problems.html",
        title=_counted(problems) if problems else "No problems",
        groups=groups,
        more=len(problems) - len(shown),
        home=proof.home if proof.shown else None,
    ).encode()


def unmade_page() -> bytes:
    """Give the page in place of one whose template has a mistake and that was never made before."""
    return _render("unmade.html").encode()


def asset(path: str) -> str | None:
    """Give the text of the script or the style, by its path on the host."""
    return read_own(f"{_FOLDER}{path.removeprefix(PREFIX)}") if path in (SCRIPT, STYLE) else None


def excerpt(line: str, column: int) -> tuple[str, str, str] | None:
    """Part a line at a column, counted from 1; a mark that stands on a letter stays with it."""
    if not line.strip():
        return None
    start = min(column - 1, len(line))
    end = start + 1
    while end < len(line) and unicodedata.combining(line[end]):
        end += 1
    before, after = line[:start], line[end:]
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND]}…"
    return visible(before), visible(line[start:end]), visible(after)


@cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: read_own(f"{_FOLDER}{name}")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _render(name: str, **words: object) -> str:
    return _templates().get_template(name).render(words)


def _standing(sheet: Sheet) -> str:
    """Say of what the page shows that it is not what the files hold, where it is not."""
    if sheet.state is State.FORMER:
        return "The page is shown as it was before."
    return "The page appears as soon as this is mended." if sheet.state is State.MISSING else ""


def _problem(finding: Finding, proof: Proof) -> Problem:
    place = finding.place
    lines = proof.lines(place.file)
    return Problem(
        is_error=finding.is_error,
        message=_parts(finding.message),
        hint=_parts(finding.hint),
        file=visible(place.file),
        line=place.line,
        column=place.column,
        excerpt=excerpt(lines[place.line - 1], place.column) if place.line <= len(lines) else None,
    )


def _parts(sentence: str) -> tuple[str, ...]:
    shown = visible(sentence)
    if not shown:
        return ()
    return tuple(shown.split("`")) if shown.count("`") % 2 == 0 else (shown,)


def _counted(problems: Sequence[Finding]) -> str:
    errors = sum(one.is_error for one in problems)
    counts = ((errors, "problem"), (len(problems) - errors, "warning"))
    return " and ".join(f"{n} {what}" if n == 1 else f"{n} {what}s" for n, what in counts if n)

"""Asking an editor on the terminal for what a new file needs, one thing after the other; each is tried at once."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import click

from site_src.diagnostics.report import visible
from site_src.editing import scaffold
from site_src.editing.answers import Given, Refused, tried
from site_src.editing.questions import APPEARANCES, question

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_src.editing.scaffold import Desk

_ASKED = {
    "claim": ("claim", "topic", "claimant.name", "claimant.kind", "claimed_on", APPEARANCES),
    "source": ("title", "kind", "publisher", "author", "url", "published", "retrieved", "language"),
    "topic": ("title", "summary", "sources"),
    "page": ("title", "summary", "nav"),
}
_WORDS = {
    "claim": "Claim", "topic": "Topic", "claimant.name": "Claimant", "claimant.kind": "Claimant is a",
    "claimed_on": "Claimed on", APPEARANCES: "Sources in which you looked", "title": "Title", "kind": "Kind",
    "publisher": "Publisher", "author": "Author", "url": "Address", "published": "Published", "retrieved": "Read on",
    "language": "Language", "summary": "Summary", "sources": "Sources", "nav": "Place in the navigation",
}  # fmt: skip
_NOTHING = "-"


def is_possible() -> bool:
    """Tell whether somebody can answer."""
    return sys.stdin.isatty()


def completed(at: Desk, kind: str, given: Given, known: Given) -> Given:
    """Give what was given, with what is asked for beside it; `known` is proposed, and can be refused with a hyphen."""
    click.echo("Enter takes what stands in brackets or leaves a thing open; - leaves it open; Ctrl-C ends all.\n")
    answers: Given = {name: value for name, value in known.items() if name not in _ASKED[kind]} | given
    for name in _ASKED[kind]:
        if name not in answers and (name != "claimant.kind" or "claimant.name" in answers):
            answer = _asked(at, kind, name, str(known.get(name, "")))
            if answer:
                answers[name] = answer
        if name in ("claim", "url") and tell_near(at, kind, answers):
            click.confirm("Write a new one all the same?", abort=True)
    return answers


def tell_near(at: Desk, kind: str, given: Given) -> bool:
    """Show the claims that say nearly the same, or the source at the same address; tell whether there are any."""
    if kind == "claim" and (found := scaffold.near_claims(at, str(given["claim"]))):
        click.echo("Nearly the same is said in:", err=True)
        for each in found:
            click.echo(visible(f"  {each.file}: {each.claim}"), err=True)
        return True
    if kind == "source" and (file := scaffold.same_source(at, str(given.get("url", "")))):
        click.echo(f"{file} has this address already.", err=True)
        return True
    return False


def slug(at: Desk, kind: str, given: Given) -> str:
    """Ask for the file's name, with a proposal."""
    click.echo("The file's name, and with it its address for good: short, a–z, digits and hyphens.")
    proposed = scaffold.slug_for(at, kind, given)
    return _answer("Name", lambda text: [scaffold.free(at, kind, text)], proposed, is_shown=True)[0]


def _asked(at: Desk, kind: str, name: str, known: str) -> str | list[str]:
    asked = question(kind, name, at.known())
    must = asked.needed or name == "claimant.kind"

    def read(text: str) -> list[str]:
        if text.strip() in ("", _NOTHING) and not must:
            return []
        parts = re.split(r"[,\s]+", text.strip()) if asked.many else [text]
        return [tried(at.catalogue, kind, name, part) for part in parts]

    several = " Several with spaces between." if asked.many else ""
    click.echo(f"{asked.says}{several}")
    answer = _answer(_WORDS[name], read, known or (None if must else ""), is_shown=bool(known))
    click.echo()
    return answer if asked.many else "".join(answer)


def _answer(words: str, read: Callable[[str], list[str]], default: str | None, *, is_shown: bool) -> list[str]:
    """Ask, and ask again with the reason where the answer cannot stand."""

    def tried_again(text: str) -> list[str]:
        try:
            return read(text)
        except Refused as refused:
            raise click.UsageError(f"{refused.message} {refused.hint}".strip()) from refused

    answer: list[str] = click.prompt(words, default=default, show_default=is_shown, value_proc=tried_again)
    return answer

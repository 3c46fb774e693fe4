"""The manual of all rules: of each that can be found, what it wants, with a right and a wrong example.

A check's page is its own docstring; the rules of reading and of what may change have theirs in this folder.
"""

from __future__ import annotations

import difflib
import inspect

from site_src.checks import ALL
from site_src.editing import since
from site_src.editing.manual import bodies, records, values, writing


def pages() -> dict[str, str]:
    """Gives the page of each rule, by the rule's name, in the order of the names."""
    found = {check.RULE: inspect.cleandoc(check.__doc__ or "") for check in ALL}
    for part in (writing, values, records, bodies, since):
        found |= part.PAGES
    return dict(sorted(found.items()))


def page(rule: str) -> str:
    """Gives the page of a rule with its name above it; raises NoSuchRule for any other."""
    everything = pages()
    if rule not in everything:
        raise NoSuchRule(rule)
    return f"{rule}\n\n{everything[rule]}\n"


def contents() -> str:
    """Gives the names of all rules, each with the first sentence of its page."""
    everything = pages()
    width = max(map(len, everything))
    return "".join(f"{rule.ljust(width)}  {_first_sentence(text)}\n" for rule, text in everything.items())


class NoSuchRule(Exception):
    """A rule that there is not: `message` says so, and `hint` names the nearest or the way to all."""

    def __init__(self, rule: str) -> None:
        """Keep what is told of it."""
        near = difflib.get_close_matches(rule, pages(), n=1, cutoff=0.5)
        self.message = f"There is no rule “{rule}”."
        self.hint = f"Did you mean {near[0]}?" if near else "`check --explain` lists all rules."
        super().__init__(self.message)


def _first_sentence(text: str) -> str:
    paragraph = " ".join(text.partition("\n\n")[0].split())
    sentence, stop, _ = paragraph.partition(". ")
    return sentence.rstrip(".:") + ("." if stop or paragraph.endswith(".") else "")

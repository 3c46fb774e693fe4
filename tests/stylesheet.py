"""Stylesheets as their rules: what is selected, what is declared, and inside which at-rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r'"[^"]*"')
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_TOKEN = re.compile(r"[^{};]+|[{};]")


class Rule(NamedTuple):
    """A rule: the at-rules around it, outermost first, a selector as it stands, and properties with their values."""

    around: tuple[str, ...]
    selector: str
    declarations: tuple[tuple[str, str], ...]

    @property
    def selectors(self) -> tuple[str, ...]:
        """Gives each selector of a list by itself."""
        return tuple(part.strip() for part in re.split(r",(?![^(]*\))", self.selector))

    @property
    def classes(self) -> frozenset[str]:
        """Gives every class that is named."""
        return classes(self.selector)


def rules(text: str) -> Iterator[Rule]:
    """Gives the rules of a stylesheet in their order."""
    around: list[str] = []
    pending, declared = "", list[tuple[str, str]]()
    for sign in _TOKEN.findall(_COMMENT.sub("", text)):
        if sign == "{":
            around.append(pending)
            pending = ""
        elif sign == ";":
            declared += _declaration(pending)
            pending = ""
        elif sign == "}":
            declared += _declaration(pending)
            if not around[-1].startswith("@"):
                yield Rule(tuple(around[:-1]), around[-1], tuple(declared))
            around.pop()
            pending, declared = "", []
        else:
            pending = sign.strip()
    assert around == []


def classes(selector: str) -> frozenset[str]:
    """Gives every class that a selector names."""
    return frozenset(_CLASS.findall(_STRING.sub("", selector)))


def _declaration(text: str) -> list[tuple[str, str]]:
    name, colon, value = text.partition(":")
    return [(name.strip(), value.strip())] if colon else []

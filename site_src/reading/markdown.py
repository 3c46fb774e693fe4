"""Markdown → tokens: the one set-up of the parser, and how much of everything a body may hold.

CommonMark with tables, strikethrough and footnotes. Raw HTML is text. Destinations stay as they were typed, for
links.py to judge. Links, pictures and uses of notes have in `meta["at"]` their offset in the text of their block; so
has the code of a character that no text may hold, which itself is left out (`meta["forbidden"]`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import reference, table
from markdown_it.rules_inline import autolink, entity, image, link
from mdit_py_plugins.footnote import footnote_plugin

from site_src.models.texts import FORBIDDEN
from site_src.reading.shortcuts import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Silent = bool  # the parser's flag: it only looks ahead and wants no tokens


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a line and column of a body (both from 1): the rule, a sentence, and what to write."""

    rule: str
    message: str
    hint: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A body's tokens and lines; `definitions` has the line (from 0) of the address that a label stands for."""

    tokens: list[Token]
    lines: list[str]
    definitions: Mapping[str, int]


def parse(markdown: str) -> Parsed | Fault:
    """Gives the tokens of a body, or the fault for which it is refused: too much of something to be read in time."""
    text = re.sub(r"\r\n?", "\n", markdown) if "\r" in markdown else markdown
    for signs, most, called in _AMOUNTS:
        if len(text) > most and sum(map(text.count, signs)) > most:
            return _too_many(called, most, 1)
    env: dict[str, Any] = {"cells": 0}
    try:
        tokens = _PARSER.parse(text, env)
    except _TooManyCellsError as error:
        return _too_many("cells in tables", _CELLS, error.line)
    for token in tokens:
        if token.level >= _NESTING - 1 and token.type in _CONTAINERS and token.map:
            message = "Quotes, lists and notes stand too deep inside each other from here on."
            hint = f"Set them out flatter: at most {_NESTING // 2 - 1} deep."
            return Fault("limit", message, hint, token.map[0] + 1, 1)
    definitions = {label: found["map"][0] for label, found in env.get("references", {}).items()}
    return Parsed(tokens, text.split("\n"), definitions)


def parser() -> MarkdownIt:
    """Gives the parser of bodies, without shortcuts."""
    made = MarkdownIt("js-default", {"maxNesting": _NESTING, "store_labels": True})
    made.use(footnote_plugin, inline=False, move_to_end=False)
    made.disable(["html_block", "html_inline", "linkify", "replacements", "smartquotes", "text_join"])
    made.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    made.block.ruler.at("reference", _reference)
    made.inline.ruler.at("link", _placed(link, "["))
    made.inline.ruler.at("image", _placed(image, "!"))
    made.inline.ruler.at("autolink", _placed(autolink, "<"))
    made.inline.ruler.at("entity", _entity)
    made.inline.ruler.at("footnote_ref", _note)
    # A destination that the parser refused would stay in the text, and nobody would be told.
    vars(made).update(validateLink=lambda _: True, normalizeLink=str, normalizeLinkText=str)
    return made


# Within these, no text takes more than about five seconds; without them, some would take hours.
_AMOUNTS = (
    ("\n", 20_000, "lines"),
    ("[", 10_000, "brackets ["),
    ("\n!#$%&*+-:<=>@[\\]^_`{|}~", 50_000, "signs that may be markup, such as * or |"),
)
_CELLS = 20_000
_NESTING = 20  # a quote or note counts once, a list twice
_CONTAINERS = ("blockquote_open", "list_item_open", "footnote_reference_open")
_NOTE = re.compile(r"\[\^([^\s\[\]]{1,200})\]")


class _TooManyCellsError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _too_many(called: str, most: int, line: int) -> Fault:
    hint = "Split the text, or put tables into a file in files/ and link to it: [the figures](file:figures.csv)."
    return Fault("limit", f"A text may have at most {most:,} {called}, and this one has more.", hint, line, 1)


def _table(state: StateBlock, first: int, end: int, silent: Silent) -> bool:
    before = len(state.tokens)
    if not table(state, first, end, silent):
        return False
    kinds = [token.type for token in state.tokens[before:]]
    state.env["cells"] += kinds.count("th_open") + kinds.count("td_open")
    if state.env["cells"] > _CELLS:
        raise _TooManyCellsError(first + 1)
    return True


def _reference(state: StateBlock, first: int, end: int, silent: Silent) -> bool:
    # A note whose name has a space would be taken for the definition of a link, and vanish.
    at = state.bMarks[first] + state.tShift[first]
    return not state.src.startswith("[^", at) and reference(state, first, end, silent)


def _placed(rule: Callable[[StateInline, bool], bool], sign: str) -> Callable[[StateInline, bool], bool]:
    def placed(state: StateInline, silent: Silent) -> bool:
        at, before = state.pos, len(state.tokens)
        if state.src[at] != sign or not rule(state, silent):
            return False
        # Text that was pending comes before the rule's own token.
        for token in state.tokens[before : before + 2]:
            if token.type in ("link_open", "image"):
                token.meta["at"] = at
                break
        return True

    return placed


def _entity(state: StateInline, silent: Silent) -> bool:
    at = state.pos
    if not entity(state, silent):
        return False
    if not silent and FORBIDDEN.search(state.tokens[-1].content):
        # The file itself was searched for these already, but not for their codes.
        token = state.tokens[-1]
        token.meta = {"at": at, "forbidden": token.content}
        token.content = ""
    return True


def _note(state: StateInline, silent: Silent) -> bool:
    # The plug-in's rule searches the rest of the text for the bracket's end, from every bracket anew.
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("footnote_ref", "", 0)
        token.meta = {"note": found[1], "at": state.pos}
    state.pos = found.end()
    return True


_PARSER = shortened(parser())

"""Tokens → HTML in parts, paragraphs as plain text, headings, links and faults: what a Body is made of."""

from __future__ import annotations

import html
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from site_src.reading.headings import Heading, headings, words
from site_src.reading.links import Link, shown
from site_src.reading.notes import SECTION_CLOSE, SECTION_OPEN, Notes
from site_src.reading.phrases import ANCHOR_PREFIX, Phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from markdown_it.token import Token

    from site_src.reading.markdown import Fault, Parsed


@dataclass(frozen=True, slots=True)
class Typeset:
    """A body that was set: in `parts` a Link stands for its address; `text` has the paragraphs without headings."""

    parts: tuple[str | Link, ...]
    text: tuple[str, ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    faults: tuple[Fault, ...]


def typeset(parsed: Parsed, *, slug: str) -> Typeset:
    """Sets a parsed body; `slug` keeps the ids of its notes apart from those of other bodies on a page."""
    setter = _Setter(parsed, slug)
    setter.set_all()
    phrases = setter.phrases
    return Typeset(
        tuple(phrases.parts),
        tuple(filter(None, setter.text)),
        setter.headings,
        tuple(sorted(phrases.links, key=_by_place)),
        tuple(sorted(dict.fromkeys(phrases.faults), key=_by_place)),
    )


def _by_place(value: Link | Fault) -> tuple[int, int]:
    return value.line, value.column


class _Setter:
    """Sets blocks; `said` is where the words of the present block go."""

    def __init__(self, parsed: Parsed, slug: str) -> None:
        self.headings = headings(parsed.tokens)
        self.notes = Notes(parsed.tokens, slug=slug)
        self.phrases = Phrases(parsed, self.notes, dict.fromkeys(heading.anchor for heading in self.headings))
        self.text: list[str] = []
        self.said = self.text
        self._headings = {heading.line: heading for heading in self.headings}
        self._setters: dict[str, Callable[[Token], None]] = {
            "inline": self._inline,
            "paragraph_open": self._paragraph_open,
            "paragraph_close": self._paragraph_close,
            "ordered_list_open": self._list_open,
            "list_item_close": self._item_close,
            "heading_open": self._heading_open,
            "heading_close": self._heading_close,
            "tr_open": self._row_open,
            "tr_close": self._row_close,
            "th_open": self._cell_open,
            "td_open": self._cell_open,
            "fence": self._code,
            "code_block": self._code,
        }

    def set_all(self) -> None:
        """Set the text, and the notes after it."""
        self._set(self.notes.main)
        main = self.phrases.parts
        notes = []
        for label in self._labels():
            self.phrases.parts = []
            self._set(self.notes.written[label])
            notes.append((label, self.phrases.parts))
        self.phrases.parts = main
        if notes:
            main.append(SECTION_OPEN)
            for label, parts in notes:
                end = parts.pop() if parts and parts[-1] == _PARAGRAPH_END else ""
                main += [self.notes.opening(label), *parts, self.notes.ways_back(label), end, "</li>\n"]
            main.append(SECTION_CLOSE)

    def _labels(self) -> Iterator[str]:
        """Give the notes in the order of their numbers; setting one may number others. Tell of those without use."""
        order = self.notes.order
        yield from order
        used = len(order)
        for opening in self.notes.repeated:
            self._no_use(opening, "is written twice.", "Give one of the two another name.")
        for label in self.notes.unused():
            hint = f"Write [^{label}] where the note belongs, or delete it."
            self._no_use(self.notes.openings[label], "is not used anywhere.", hint)
            self.notes.number(label)
        yield from islice(order, used, None)

    def _no_use(self, opening: Token, message: str, hint: str) -> None:
        label = shown(f"[^{opening.meta['label']}]")
        place = self.phrases.places.of("[^", opening.map[0] if opening.map else 0)
        self.phrases.fault("body-footnote", f"The note {label} {message}", hint, place)

    def _set(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            fixed = _FIXED.get(token.type)
            if fixed is None:
                self._setters[token.type](token)
            else:
                self.phrases.parts.append(fixed)

    def _inline(self, token: Token) -> None:
        self.phrases.set(token)
        self.said.append(words(token.children or ()))

    def _paragraph_open(self, token: Token) -> None:
        self.phrases.parts.append("" if token.hidden else "<p>")

    def _paragraph_close(self, token: Token) -> None:
        self.phrases.parts.append(_TIGHT_END if token.hidden else _PARAGRAPH_END)

    def _list_open(self, token: Token) -> None:
        start = token.attrs.get("start")
        self.phrases.parts.append("<ol>\n" if start is None else f'<ol start="{int(start)}">\n')

    def _item_close(self, _: Token) -> None:
        if self.phrases.parts[-1] == _TIGHT_END:
            self.phrases.parts.pop()
        self.phrases.parts.append("</li>\n")

    def _heading_open(self, token: Token) -> None:
        first, end = token.map or (0, 1)
        heading = self._headings[first + 1]
        self.phrases.parts.append(f'<h{heading.level} id="{ANCHOR_PREFIX}{heading.anchor}">')
        self.said = []
        if not heading.text:
            hint = "Write what the part below it is about, or take the signs out."
            self.phrases.fault("heading-empty", "This heading has no words.", hint, self.phrases.places.of("#", first))
        elif token.tag == "h1":
            hash_sign = token.markup == "#"
            way = "Begin its line with ##" if hash_sign else "Take the line of = away and begin the words with ##"
            message = f"{shown(heading.text)} is a heading of the first level, which only the page's title has."
            place = self.phrases.places.of(token.markup, first if hash_sign else end - 1)
            self.phrases.fault("heading-level", message, f"{way}, or with more # below another heading.", place)

    def _heading_close(self, token: Token) -> None:
        self.phrases.parts.append(f"</{'h2' if token.tag == 'h1' else token.tag}>\n")
        self.said = self.text

    def _cell_open(self, token: Token) -> None:
        scope = ' scope="col"' if token.tag == "th" else ""
        align = str(token.attrs.get("style", "")).removeprefix("text-align:")
        self.phrases.parts.append(f"<{token.tag}{scope}" + (f' class="align-{align}">' if align else ">"))

    def _row_open(self, _: Token) -> None:
        self.phrases.parts.append("<tr>\n")
        self.said = []

    def _row_close(self, _: Token) -> None:
        self.phrases.parts.append("</tr>\n")
        self.text.append(" ".join(filter(None, self.said)))
        self.said = self.text

    def _code(self, token: Token) -> None:
        self.phrases.parts.append(f"<pre><code>{html.escape(token.content, quote=False)}</code></pre>\n")
        self.text.append(" ".join(token.content.split()))


_PARAGRAPH_END = "</p>\n"
_TIGHT_END = "\n"
_FIXED = {
    "bullet_list_open": "<ul>\n",
    "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_open": "<li>",
    "blockquote_open": "<blockquote>\n",
    "blockquote_close": "</blockquote>\n",
    "hr": "<hr>\n",
    "table_open": '<div class="table-scroll" role="region" tabindex="0" aria-label="Table">\n<table>\n',
    "table_close": "</table>\n</div>\n",
    "thead_open": "<thead>\n",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
    "th_close": "</th>\n",
    "td_close": "</td>\n",
}

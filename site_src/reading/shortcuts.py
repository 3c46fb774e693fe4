"""What spares the Markdown parser most of its questions, and changes nothing in what it finds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeVar

from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_core import normalize
from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

    from site_src.reading.markdown import Silent

    BlockRule = Callable[[StateBlock, int, int, Silent], bool]
    InlineRule = Callable[[StateInline, Silent], bool]

R = TypeVar("R")
# With each of these begins or ends something that one of the rules inside blocks reads.
_MARKUP = re.compile(r"[\n\\!&*<\[\]_`~]")
# The signs with which begins what a rule reads; the rules that are not named here look at everything.
_OF_BLOCKS = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote_def": "[",
    "reference": "[",
    "heading": "#",
}
_INSIDE = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "footnote_ref": "[",
    "autolink": "<",
    "entity": "&",
}


def shortened(parser: MarkdownIt) -> MarkdownIt:
    """Gives a parser of bodies its shortcuts, and gives it back."""
    parser.block.ruler.before("table", "line_of_text", _line_of_text)
    parser.core.ruler.at("normalize", _normalize)
    parser.core.ruler.at("block", _block)
    parser.core.ruler.at("inline", _inline)
    parser.inline.terminator_re = _MARKUP
    _ask_by_sign(parser)
    return parser


def _ask_by_sign(parser: MarkdownIt) -> None:
    """Put in the place of each chain of rules one that asks those alone which may read what begins there."""
    blocks, inside = parser.block.ruler, parser.inline.ruler
    names = dict(zip(blocks.getRules(""), blocks.get_active_rules(), strict=True))
    chains = {
        chain: [_asking_in_blocks(*_by_sign([(names[rule], rule) for rule in blocks.getRules(chain)], _OF_BLOCKS))]
        for chain in ("", "paragraph", "reference", "blockquote", "list")
    }
    named = list(zip(inside.get_active_rules(), inside.getRules(""), strict=True))
    asking = [_asking_inside(*_by_sign(named, _INSIDE))]
    vars(blocks).update(getRules=chains.__getitem__)
    vars(inside).update(getRules=lambda _: asking)


def _by_sign(named: Sequence[tuple[str, R]], signs: Mapping[str, str]) -> tuple[dict[str, list[R]], list[R]]:
    """Give the rules that are to be asked at each of the signs, and those at any other."""
    known = {sign for name, _ in named for sign in signs.get(name, "")}
    asked = {sign: [rule for name, rule in named if sign in signs.get(name, sign)] for sign in known}
    return asked, [rule for name, rule in named if name not in signs]


def _asking_in_blocks(asked: Mapping[str, Sequence[BlockRule]], others: Sequence[BlockRule]) -> BlockRule:
    def ask(state: StateBlock, first: int, end: int, silent: Silent) -> bool:
        at = state.bMarks[first] + state.tShift[first]
        for rule in asked.get(state.src[at : at + 1], others):
            if rule(state, first, end, silent):
                break
        else:
            return False
        return True

    return ask


def _asking_inside(asked: Mapping[str, Sequence[InlineRule]], others: Sequence[InlineRule]) -> InlineRule:
    def ask(state: StateInline, silent: Silent) -> bool:
        for rule in asked.get(state.src[state.pos], others):
            if rule(state, silent):
                break
        else:
            return False
        return True

    return ask


class _Blocks(StateBlock):
    """Blocks as they are read; their tokens are made bare, for Token spends half its time on arguments never given."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Give a new token, which stands after all others."""
        token = Token.__new__(Token)
        token.type, token.tag, token.nesting = ttype, tag, nesting
        token.attrs, token.meta, token.map, token.children = {}, {}, None, None
        token.content = token.markup = token.info = ""
        token.block, token.hidden = True, False
        if nesting < 0:
            self.level -= 1
        token.level = self.level
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        return token


def _block(state: StateCore) -> None:
    """Part the text into blocks."""
    blocks = _Blocks(state.src, state.md, state.env, state.tokens)
    state.md.block.tokenize(blocks, 0, blocks.lineMax)


def _line_of_text(state: StateBlock, first: int, end: int, silent: Silent) -> bool:
    """Take a line that begins with a letter and has nothing below it for the paragraph that it must be."""
    is_alone = first + 1 >= end or state.isEmpty(first + 1)
    if not is_alone or state.is_code_block(first) or not state.src[state.bMarks[first] + state.tShift[first]].isalpha():
        return False
    return paragraph(state, first, end, silent)


def _normalize(state: StateCore) -> None:
    """Have all lines end in one way, and put a visible sign for U+0000, where there is anything to do."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _inline(state: StateCore) -> None:
    """Read what stands in blocks; where no sign of markup does, that is one piece of text."""
    for block in state.tokens:
        if block.type == "inline":
            block.children = []
            if _MARKUP.search(block.content):
                state.md.inline.parse(block.content, state.md, state.env, block.children)
            elif block.content:
                block.children.append(Token("text", "", 0, content=block.content))

"""What spares the Markdown parser most of its questions, and changes nothing in what it finds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.rules_block import paragraph
from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

    from site_src.reading.markdown import Silent

# With each of these begins or ends something that one of the rules inside blocks reads.
_MARKUP = re.compile(r"[\n\\!&*<\[\]_`~]")


def shortened(parser: MarkdownIt) -> MarkdownIt:
    """Gives a parser of bodies its shortcuts, and gives it back."""
    parser.block.ruler.before("table", "line_of_text", _line_of_text)
    parser.core.ruler.at("inline", _inline)
    parser.inline.terminator_re = _MARKUP
    return parser


def _line_of_text(state: StateBlock, first: int, end: int, silent: Silent) -> bool:
    """Take a line that begins with a letter and has nothing below it for the paragraph that it must be."""
    is_alone = first + 1 >= end or state.isEmpty(first + 1)
    if not is_alone or state.is_code_block(first) or not state.src[state.bMarks[first] + state.tShift[first]].isalpha():
        return False
    return paragraph(state, first, end, silent)


def _inline(state: StateCore) -> None:
    """Read what stands in blocks; where no sign of markup does, that is one piece of text."""
    for block in state.tokens:
        if block.type == "inline":
            block.children = []
            if _MARKUP.search(block.content):
                state.md.inline.parse(block.content, state.md, state.env, block.children)
            elif block.content:
                block.children.append(Token("text", "", 0, content=block.content))

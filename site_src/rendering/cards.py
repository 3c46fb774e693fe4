"""Share cards as PNG: what stands on one goes into a typst document as data, and never becomes part of its text.

typst is an extra; it is asked for only where a card is to be drawn.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_src.diagnostics.finding import Finding, Place
from site_src.rendering.templates import TemplateProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS = Path(__file__).resolve().parents[2] / "fonts"
_SETTINGS = "content/site.yaml"
_INSTALL = "Write: .venv/bin/python -m pip install 'typst>=0.15.2,<0.16' (or `cards: false` in site.yaml)."


def png(template: bytes, name: str, card: Mapping[str, str]) -> bytes:
    """Draw a card with a typst document, of which `name` is the path in the templates; one point is one pixel.

    The same document, card, fonts and version of typst give the same bytes. Raises TemplateProblem.
    """
    typst, fonts = tools()
    data = json.dumps({**card, "fonts": sorted(fonts.families())}, ensure_ascii=False, sort_keys=True)
    try:
        drawn = typst.compile(template, font_paths=fonts, format="png", ppi=72, sys_inputs={"card": data})
    except typst.TypstError as error:
        said = " ".join([error.message, *error.hints])
        raise TemplateProblem(Finding(Place(f"templates/{name}"), "template", said)) from error
    if not isinstance(drawn, bytes):
        message = f"A card came out as {len(drawn)} pages: “{card['claim']}”."
        raise TemplateProblem(Finding(Place(f"templates/{name}"), "template", message, "It must fit on one page."))
    return drawn


@lru_cache(maxsize=1)
def tools() -> tuple[Any, Any]:
    """Give typst and the fonts of the program; those of the machine would make another picture on each."""
    try:
        import typst
    except ImportError as error:
        message = "`cards: true` asks for share cards, which typst draws, and it is not installed."
        raise TemplateProblem(Finding(Place(_SETTINGS), "cards", message, _INSTALL)) from error
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    if not fonts.families():
        message = "`cards: true` asks for share cards, and there is no font in the folder fonts/."
        raise TemplateProblem(Finding(Place(_SETTINGS), "cards", message, "Put a font there; see fonts/README.md."))
    return typst, fonts

"""Cards show the words that they are given, in any script, as words; and the same words give the same bytes."""

from __future__ import annotations

import json
import re
import struct
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from site_src.reading import files
from site_src.rendering import cards
from site_src.rendering.cards import png
from site_src.rendering.templates import TemplateProblem
from tests.editions import TEMPLATES
from tests.modules import ROOT
from tests.scripts import SCRIPTS

if TYPE_CHECKING:
    from pathlib import Path

NAME = "cards/card.typ"
TEMPLATE = (TEMPLATES / NAME).read_bytes()
CARD = {
    "publication": "Harbour Checks",
    "claim": "The bridge cost 4.2 million euros to repair.",
    "language": "en",
    "region": "",
    "direction": "ltr",
    "rating": "Partly supported",
    "tone": "warning",
    "checked": "Checked 2 May 2024",
    "drawn_by": "",
}
# What typst would make of it if it were markup.
MARKUP = {
    "*strong*": "strong",
    "#text(red)[red]": "red",
    "$x^2$": "x2",
    "= Heading": "Heading",
    "a // comment": "a",
    "`raw`": "raw",
    "#panic()": "",
    "\\u{41}": "A",
    "---": "—",
    "<label>": "",
}


@pytest.mark.parametrize("tone", ["negative", "warning", "neutral", "positive"])
def test_a_card_is_a_picture_of_1200_by_630_pixels(tone: str) -> None:
    drawn = png(TEMPLATE, NAME, CARD | {"tone": tone})
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", drawn[16:24]) == (1200, 630)


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_drawn_with_its_own_letters(script: str) -> None:
    text = SCRIPTS[script]
    without = re.sub(r"\w", "\ue000", text)  # a letter that no font has
    shown, missing, nothing = (png(TEMPLATE, NAME, CARD | {"claim": words}) for words in (text, without, "."))
    assert len({shown, missing, nothing}) == 3
    assert len(shown) > len(nothing) + 2_000


@pytest.mark.parametrize("markup", MARKUP)
def test_what_looks_like_markup_is_shown_as_it_stands(markup: str) -> None:
    shown = png(TEMPLATE, NAME, CARD | {"claim": f"It is {markup} here"})
    become = png(TEMPLATE, NAME, CARD | {"claim": f"It is {MARKUP[markup]} here"})
    assert shown != become
    assert len(shown) > len(become)


@pytest.mark.parametrize(
    "claim",
    [
        "The bridge over the northern harbour cost the city at least four million euros, " * 6,
        "A" * 500,
        "Wort" * 9,
        "漢" * 300,
    ],
    ids=["500 letters", "one word of 500", "one word", "no letters at all"],
)
def test_a_long_claim_is_set_smaller_and_stays_on_one_card(claim: str) -> None:
    drawn = png(
        TEMPLATE, NAME, CARD | {"claim": claim, "rating": "A rating of many words " * 9, "publication": "P" * 200}
    )
    assert struct.unpack(">II", drawn[16:24]) == (1200, 630)


def test_the_direction_of_a_claim_turns_its_card_around() -> None:
    claim = {"claim": SCRIPTS["Arabic"], "language": "ar"}
    assert png(TEMPLATE, NAME, CARD | claim) != png(TEMPLATE, NAME, CARD | claim | {"direction": "rtl"})


def test_another_process_draws_the_same_bytes() -> None:
    code = (
        "import json, sys; from pathlib import Path; from site_src.rendering.cards import png; "
        "sys.stdout.buffer.write(png(Path(sys.argv[1]).read_bytes(), sys.argv[1], json.loads(sys.argv[2])))"
    )
    told = [str(TEMPLATES / NAME), json.dumps(CARD)]
    made = subprocess.run([sys.executable, "-c", code, *told], check=True, capture_output=True, cwd=ROOT)
    assert made.stdout == png(TEMPLATE, NAME, CARD)


def test_without_typst_the_finding_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    cards.tools.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(TemplateProblem) as raised:
        png(TEMPLATE, NAME, CARD)
    cards.tools.cache_clear()
    finding = raised.value.finding
    assert (finding.rule, finding.place.file) == ("cards", "content/site.yaml")
    (wanted,) = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]["cards"]
    assert f"pip install '{wanted}'" in finding.hint


def test_without_a_font_there_is_no_card(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    cards.tools.cache_clear()
    monkeypatch.setattr(cards, "FONTS", tmp_path)
    with pytest.raises(TemplateProblem, match="no font"):
        png(TEMPLATE, NAME, CARD)
    cards.tools.cache_clear()


def test_cards_are_drawn_with_the_fonts_whose_letters_are_looked_up() -> None:
    assert cards.FONTS == files.FONTS


def test_a_mistake_in_the_document_is_told_by_its_name() -> None:
    with pytest.raises(TemplateProblem) as raised:
        png(b"#let x = ", NAME, CARD)
    assert raised.value.finding.place.file == f"templates/{NAME}"


def test_more_than_one_page_is_a_mistake_in_the_document() -> None:
    with pytest.raises(TemplateProblem, match="2 pages"):
        png(b"a #pagebreak() b", NAME, CARD)

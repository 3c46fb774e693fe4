"""Which letters the fonts have is known before anything is drawn."""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest

from site_src.models.publication import Publication
from site_src.reading.catalogue import Catalogue
from site_src.reading.files import ContentFile, read_fonts
from site_src.reading.fonts import gather_fonts, letters, with_fonts
from site_src.reading.gather import read_catalogue
from tests.harbour import laid_over
from tests.scripts import SCRIPTS


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_fonts_that_come_with_the_program_have_every_letter_of_these_scripts(script: str) -> None:
    assert gather_fonts(read_fonts()).lacking(SCRIPTS[script]) == ()


def test_letters_that_no_font_has_are_named_once_and_what_is_never_drawn_is_not() -> None:
    fonts = gather_fonts(read_fonts())
    assert fonts.lacking("漢字 and 漢, a\u200dz\u00ad \ufe0f\u2060") == ("漢", "字")


def test_a_collection_and_tables_of_single_glyphs_are_read() -> None:
    font = a_font()
    shifted = b"ttcf" + struct.pack(">HHII", 1, 0, 1, 16) + font_at(16)
    assert letters(font) == letters(shifted) == [(0x41, 0x41), (0x43, 0x43), (0x1F600, 0x1F602)]


@pytest.mark.parametrize("content", [b"", b"wOF2", b"\0\1\0\0", b"\0\1\0\0\0\1", b"not a font at all" * 9, b"ttcf\0\1"])
def test_what_is_no_font_has_no_letters(content: bytes) -> None:
    assert letters(content) == []


def test_the_same_fonts_are_told_the_same_and_others_otherwise() -> None:
    first = gather_fonts([ContentFile("a.ttf", a_font())])
    assert first == gather_fonts([ContentFile("a.ttf", a_font())])
    assert first.told != gather_fonts([ContentFile("b.ttf", a_font())]).told
    assert first.told.startswith("typst ")


def test_fonts_are_read_only_where_cards_are_wanted() -> None:
    plain = read_catalogue(laid_over({}))[0]
    assert with_fonts(plain).fonts is None
    assert with_fonts(Catalogue()).fonts is None
    assert plain.publication is not None
    wanting = plain.publication.record.model_copy(update={"cards": True})
    assert isinstance(wanting, Publication)
    wanted = with_fonts(replace(plain, publication=replace(plain.publication, record=wanting)))
    assert wanted.fonts is not None
    assert wanted.fonts.lacking("The bridge") == ()


def a_font() -> bytes:
    """Gives a font with the letters A and C by single glyphs, and three by a group."""
    return font_at(0)


def font_at(start: int) -> bytes:
    """Gives that font as it stands at a place in a file."""
    segments = struct.pack(">7H", 4, 0, 0, 4, 0, 0, 0)
    segments += struct.pack(">2HH2H2H2H", 0x43, 0xFFFF, 0, 0x41, 0xFFFF, 0, 1, 4, 0) + struct.pack(">3H", 1, 0, 2)
    groups = struct.pack(">HHIII", 12, 0, 28, 0, 1) + struct.pack(">III", 0x1F600, 0x1F602, 3)
    tables = struct.pack(">HHHHIHHI", 0, 2, 3, 1, 20, 3, 10, 20 + len(segments))
    head = b"\0\1\0\0" + struct.pack(">4H", 1, 0, 0, 0)
    return head + struct.pack(">4sIII", b"cmap", 0, start + len(head) + 16, 0) + tables + segments + groups

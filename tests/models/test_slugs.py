"""The words of texts in a–z and 0–9."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.models.slugs import slug_of
from site_src.models.texts import SLUG


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't “Straße” Łódź Ærø İstanbul!", "dont-strasse-lodz-aero-istanbul"),
        ("Щёлково: объезд в июле", "shchelkovo-obezd-v-iiule"),
        ("Україна й Ґанок", "ukraina-i-ganok"),
        ("Γέφυρα, 4 εκατομμύρια", "gefyra-4-ekatommyria"),
        ("다리 수리비 420만", "dari-suribi-420man"),
        ("ひらがな カタカナ", "hiragana-katakana"),
        ("这座大桥 2024 年", ""),
        ("الجسر", ""),
        ("पुल", ""),
        ("🙂 !?", ""),
    ],
)
def test_what_can_be_spelled_is_and_the_rest_is_left_to_the_editor(text: str, words: str) -> None:
    assert slug_of(text) == words


@given(st.text(max_size=200))
def test_what_comes_out_is_a_slug_or_nothing(text: str) -> None:
    made = slug_of(text)
    assert made == "" or (re.fullmatch(SLUG, made) and len(made) <= 80)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("City press office", "city-press-office"),
        ("Ålesund’s mayor", "alesunds-mayor"),
        ("112.ua", "112-ua"),
        ("Łódź & Gdańsk", "lodz-gdansk"),
        ("财政部", ""),
        ("وزارة المالية", ""),
        ("…", ""),
    ],
)
def test_a_name_becomes_a_slug_where_its_letters_can_be_written_so(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_long_name_is_cut_between_words() -> None:
    assert slug_of("one two three", most=8) == "one-two"
    assert slug_of("a" * 100) == "a" * 80

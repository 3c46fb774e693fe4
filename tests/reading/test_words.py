"""What counts as a word decides in what an excerpt may differ: spelling that only looks different."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.reading.words import is_dense, placed_words, spaced, words

VECTORS = json.loads((Path(__file__).parent / "vectors" / "shingles.json").read_text(encoding="utf-8"))

# Characters that meet the rules, among any others.
TEXTS = st.text(
    st.sampled_from("ab19٣๑๕กั年々½ﬁﬀⅧЁё\u0308\u0301\u0345\u3099\u200d\u00ad .,-−–%‰€$฿([“\n\t\u3000가\u11a8²㍿")
    | st.characters(exclude_categories=["Cs"])
)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_the_words_of_known_texts_are_as_counted_apart_from_the_program(
    vector: dict[str, object],
) -> None:
    assert vector["words"] == words(str(vector["text"]))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("… — !", []),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("ﬁnal ＡＢＣ km²", ["final", "abc", "km2"]),
        ("Cafe\u0301 café", ["café", "café"]),
        ("so\u00adcalled zero\u200bwidth", ["socalled", "zerowidth"]),
        ("snake_case it's", ["snake", "case", "it", "s"]),
        ("हुए पुल", ["हुए", "पुल"]),
    ],
)
def test_case_width_ligatures_and_soft_hyphens_are_folded(text: str, found: list[str]) -> None:
    assert found == words(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4.2 1.234,56", ["4.2", "1.234,56"]),
        ("4. 2 .5 6,", ["4", "2", "5", "6"]),
        ("1,,2 3., a.b v1.2", ["1", "2", "3", "a", "b", "v1.2"]),
        ("1.a a.1 1\u0301.5", ["1", "a", "a", "1", "1\u0301", "5"]),
        ("٣,٤", ["٣,٤"]),
        ("3.\u00ad5", ["3.5"]),
        ("12:30 24/7", ["12", "30", "24", "7"]),
    ],
)
def test_a_point_or_comma_belongs_to_a_number_between_two_digits_only(text: str, found: list[str]) -> None:
    assert found == words(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("€4 5% 6‰ R$7", ["€", "4", "5", "%", "6", "‰", "r", "$", "7"]),
        ("＄１ ％", ["$", "1", "%"]),
        ("฿5", ["฿", "5"]),
    ],
)
def test_currency_signs_and_per_cent_are_words(text: str, found: list[str]) -> None:
    assert found == words(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("-3", ["-", "3"]),
        ("a −3", ["a", "-", "3"]),
        ("a\u00a0-3\n-4", ["a", "-", "3", "-", "4"]),
        ("$-3 €−3", ["$", "-", "3", "€", "-", "3"]),
        ("(-3) [−3] （－3）", ["-", "3", "-", "3", "-", "3"]),
        ("\u00ad-3", ["-", "3"]),
        ("-๓", ["-", "๓"]),
        ("2020-2021 a-3 5%-6 “-3” )-3", ["2020", "2021", "a", "3", "5", "%", "6", "3", "3"]),
        ("- 3 -$3 -a –3 --3 -.5", ["3", "$", "3", "a", "3", "3", "5"]),
    ],
)
def test_a_minus_is_a_word_before_a_digit_where_it_can_be_no_hyphen(text: str, found: list[str]) -> None:
    assert found == words(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("计划2025年", ["计", "划", "2025", "年"]),
        ("カﾞ々〇", ["ガ", "々", "〇"]),
        ("abc東京def", ["abc", "東", "京", "def"]),
        ("กั้น", ["กั้", "น"]),
        ("๑๒.๕", ["๑", "๒", "๕"]),
        ("1.๕", ["1", "๕"]),
        ("မြန်မာ", ["မြ", "န်", "မာ"]),
        ("៣០ ល", ["៣", "០", "ល"]),
        ("𠮷野", ["𠮷", "野"]),
        ("한국어 가격", ["한국어", "가격"]),
    ],
)
def test_where_no_spaces_are_written_each_character_with_its_marks_is_a_word(text: str, found: list[str]) -> None:
    assert found == words(text)


def words_by_the_letter(text: str) -> list[str]:
    """The definition of words, read off character by character."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    plain = " " + "".join(one for one in folded if unicodedata.category(one) != "Cf") + " "
    found, is_open = [""], False
    for before, here, after in zip(plain, plain[1:], plain[2:], strict=False):
        category = unicodedata.category(here)
        around = (unicodedata.category(before), unicodedata.category(after))
        joins = here in ".," and around == ("Nd", "Nd") and is_open and not is_alone(after)
        is_minus = here in "-−" and around[1] == "Nd" and (before.isspace() or around[0] in {"Sc", "Ps"})
        if is_alone(here):
            found, is_open = [*found, here], False
        elif category[0] == "M" and is_alone(found[-1][:1]) and not is_open and before != " ":
            found[-1] += here
        elif category[0] in "LM" or category == "Nd" or joins:
            found = [*found[:-1], found[-1] + here] if is_open else [*found, here]
            is_open = True
        else:
            found += ["-" if is_minus else here] if is_minus or category == "Sc" or here in "%‰" else []
            found, is_open = [*found, ""] if found[-1] else found, False
    return [word for word in found if word]


def is_alone(character: str) -> bool:
    ranges = (
        (0x0E00, 0x0EFF),
        (0x1000, 0x109F),
        (0x1780, 0x17FF),
        (0x3005, 0x3007),
        (0x3040, 0x30FF),
        (0x31F0, 0x31FF),
        (0x3400, 0x4DBF),
        (0x4E00, 0x9FFF),
        (0xF900, 0xFAFF),
        (0x20000, 0x3FFFF),
    )
    inside = any(first <= ord(one) <= last for one in character for first, last in ranges)
    return inside and unicodedata.category(character)[0] in "LN"


@given(TEXTS)
def test_words_are_those_of_the_definition_read_by_the_letter(text: str) -> None:
    assert words_by_the_letter(text) == words(text)


@given(TEXTS)
def test_placed_words_are_the_same_words_in_the_order_of_the_text(text: str) -> None:
    placed = placed_words(text)
    assert [word.text for word in placed] == words(text)
    starts = [word.start for word in placed]
    assert sorted(starts) == starts
    assert all(0 <= word.start < word.end <= len(text) for word in placed)


@given(TEXTS)
def test_a_word_is_spelled_where_its_place_says(text: str) -> None:
    for word in placed_words(text):
        assert word.text == "-" or word.text in words(text[word.start : word.end])


def test_places_are_those_of_the_spelling_in_the_text() -> None:
    text = "“Cafe\u0301” cost −4.2\u00a0ﬁn, 计划½"
    spelled = [(word.text, text[word.start : word.end]) for word in placed_words(text)]
    assert spelled == [
        ("café", "Cafe\u0301"),
        ("cost", "cost"),
        ("-", "−"),
        ("4.2", "4.2"),
        ("fin", "ﬁn"),
        ("计", "计"),
        ("划", "划"),
        ("1", "½"),
        ("2", "½"),
    ]


@pytest.mark.parametrize(
    ("text", "dense"),
    [
        ("", False),
        ("plans to invest", False),
        ("en août €4,2", False),
        ("字节跳动计划在", True),
        ("บริษัทปฏิเสธ", True),
        ("三 one", False),
        ("三 one 二", True),
        ("2025年1月", False),
        ("2025年", False),
        ("한국어 가격", False),
        ("सरकार ने कहा", False),
    ],
)
def test_a_text_is_dense_if_most_of_its_words_are_single_characters(text: str, *, dense: bool) -> None:
    assert dense is is_dense(text)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("", ""),
        ("plain words, and more", "plain words, and more"),
        ("Ümläute bleiben", "Ümläute bleiben"),
        ("北闸建于1911年", "北 闸 建 于 1911 年"),
        ("ok 中文 mixed", "ok 中 文 mixed"),
        ("ก็", "ก็"),
        ("คำ", "ค ำ"),
        ("देवनागरी रहती है", "देवनागरी रहती है"),
    ],
)
def test_characters_that_are_words_are_put_apart_with_their_marks(text: str, apart: str) -> None:
    assert spaced(text) == apart


@given(st.text())
def test_putting_apart_changes_spaces_alone(text: str) -> None:
    assert "".join(spaced(text).split()) == "".join(text.split())

"""Texts are alike by their words, rare ones counting for more, in every script, and in a reasonable time."""

from __future__ import annotations

import pytest

from site_src.reading.likeness import ALIKE, Likeness

TEXTS = {
    "repair": "The bridge cost 4.2 million euros to repair.",
    "detour": "The detour cost the city 0.9 million euros.",
    "closure": "The harbour bridge was closed for eleven weeks in the winter.",
    "lock": "The northern lock was built before the first war.",
}


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("THE BRIDGE cost 4.2 million euros to repair", ["repair"]),
        ("To repair the bridge cost 4.2 million euros.", ["repair"]),
        ("The bridge cost 4.3 million euros to repair.", []),
        ("The harbour bridge was closed eleven weeks in winter.", ["closure"]),
        ("The northern lock was rebuilt.", []),
        ("", []),
    ],
)
def test_a_text_is_near_what_says_the_same(text: str, near: list[str]) -> None:
    assert [alike.key for alike in Likeness(TEXTS).near(text)] == near


def test_the_same_words_are_wholly_alike() -> None:
    (alike,) = Likeness(TEXTS).near("The northern lock was built before the first war!")
    assert alike.likeness == pytest.approx(1.0)


def test_each_text_is_given_with_the_earlier_ones_that_it_repeats() -> None:
    texts = {**TEXTS, "again": "The northern lock was built before the first war!", "once": "Ships pass at night."}
    assert [(key, [one.key for one in alike]) for key, alike in Likeness(texts).repeats()] == [("again", ["lock"])]


def test_nothing_that_is_alike_is_missed_by_comparing_few() -> None:
    """What `repeats` gives is what comparing every text with every other would give."""
    texts = {str(n): " ".join(f"w{(n * k) % 23}x" for k in range(1, 9)) for n in range(300)}
    likeness = Likeness(texts)
    found = {key for key, _ in likeness.repeats()}
    order = list(texts)
    every = {
        key
        for n, key in enumerate(order)
        if any(one.key in order[:n] for one in likeness.near(texts[key]) if one.key != key)
    }
    assert found == every


def test_in_scripts_without_spaces_signs_count_in_pairs() -> None:
    texts = {"a": "大桥的维修费用为四百二十万欧元。", "b": "渡轮的新航线费用为九十万欧元左右。"}
    likeness = Likeness(texts)
    assert [one.key for one in likeness.near("大桥的维修费用为四百二十万欧元")] == ["a"]
    assert list(likeness.repeats()) == []


def test_a_family_of_thousands_is_compared_with_a_few_each() -> None:
    found = list(Likeness({str(n): "The same few words again." for n in range(2000)}).repeats())
    assert len(found) == 1999
    assert max(len(alike) for _, alike in found) <= 200
    assert all(one.likeness >= ALIKE for _, alike in found for one in alike)

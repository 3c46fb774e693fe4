"""The words by which browsers find an excerpt in its source."""

from __future__ import annotations

import pytest

from site_src.views.passage import ends, passage

PAGE = "https://example.org/news/bridge"


@pytest.mark.parametrize(
    ("excerpt", "told"),
    [
        ("the repair cost 4.2 million euros", ["the repair cost 4.2 million euros"]),
        ("one two three four five six seven eight nine ten", ["one two three four five six seven eight nine ten"]),
        ("a b c d e f g h i j k", ["a b c d e", "g h i j k"]),
        ("a b c d e f g h i j k l m n", ["a b c d e", "j k l m n"]),
        ("“the repair”, she said, “cost more.”", ["the repair”, she said, “cost more"]),
        ("($12 billion in all, or 60%)", ["$12 billion in all, or 60%"]),
        ("so it was, says the city council, at the end of the day.", ["so it was, says the", "the end of the day"]),
        ("the costs […] were higher", ["the costs", "were higher"]),
        ("the costs (...) were … in the end, much higher than that", ["the costs", "end, much higher than that"]),
        ("… the costs were higher …", ["the costs were higher"]),
        ("橋の修理には四百二十万ユーロかかった", ["橋の修理には四百二十万ユーロかかった"]),
        ("– – – – – and one two three four five six", ["and one two three four five six"]),
    ],
)
def test_a_short_excerpt_is_looked_for_whole_and_a_long_one_or_one_with_a_gap_by_its_ends(
    excerpt: str, told: list[str]
) -> None:
    assert list(ends(excerpt)) == told


def test_the_words_stand_in_the_address_as_a_text_fragment() -> None:
    assert passage(PAGE, "a cost-cutting plan, & more") == f"{PAGE}#:~:text=a%20cost%2Dcutting%20plan%2C%20%26%20more"
    long = "the whole of it came to more than five million euros"
    assert passage(PAGE, long) == f"{PAGE}#:~:text=the%20whole%20of%20it%20came,more%20than%20five%20million%20euros"

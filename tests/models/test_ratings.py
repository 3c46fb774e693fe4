"""ratings.yaml as an editor types it."""

from __future__ import annotations

from typing import get_args

import pytest

from site_src.models.ratings import RatingScale, Tone
from tests.editor import set_up, sound, told

FALSE = "- id: false\n  label: False\n  definition: It is not so.\n  tone: negative\n"
TRUE = "- id: true\n  label: True\n  definition: It is so.\n  tone: positive\n"


def findings(text: str) -> list[str]:
    """Gives what is told of the scale, as in “3:9 slug”."""
    return told(set_up(RatingScale, text, list_key="ratings").findings)


def test_a_scale_is_read_worst_first() -> None:
    scale = sound(set_up(RatingScale, FALSE + TRUE, list_key="ratings"))
    assert [(rating.id, rating.label) for rating in scale.ratings] == [("false", "False"), ("true", "True")]
    assert [(rating.unrated, rating.retired) for rating in scale.ratings] == [(False, False), (False, False)]


@pytest.mark.parametrize("tone", get_args(Tone))
def test_every_tone_can_be_given(tone: str) -> None:
    (rating,) = sound(set_up(RatingScale, FALSE.replace("negative", tone), list_key="ratings")).ratings
    assert rating.tone == tone


def test_a_rating_may_stand_off_the_scale_or_be_retired() -> None:
    text = f"{FALSE}  unrated: true\n  retired: true\n"
    (rating,) = sound(set_up(RatingScale, text, list_key="ratings")).ratings
    assert (rating.unrated, rating.retired) == (True, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FALSE}{FALSE}", ["5:7 repeated"]),
        (FALSE.replace("id: false", "id: Pants on fire"), ["1:7 slug"]),
        (TRUE + FALSE.replace("  label: False\n", ""), ["5:3 missing-key"]),
        (FALSE.replace("negative", "red"), ["4:9 choice"]),
        (f"{FALSE}  colour: red\n", ["5:3 unknown-key"]),
        (f"{FALSE}  retired: yes\n", ["5:12 flag"]),
        ("- false\n", ["1:3 shape"]),
        ("ratings:\n" + FALSE, ["1:1 front-matter"]),
        ("", ["1:1 front-matter"]),
        ("[]\n", ["1:1 missing-key"]),
    ],
)
def test_a_mistake_is_told_where_it_stands_and_once(text: str, expected: list[str]) -> None:
    assert findings(text) == expected


def test_several_mistakes_are_all_told() -> None:
    text = FALSE.replace("negative", "red") + TRUE.replace("id: true", "id: True").replace("label", "lable")
    assert findings(text) == ["4:9 choice", "5:7 slug", "6:3 unknown-key"]

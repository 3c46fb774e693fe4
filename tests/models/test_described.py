"""Every key says what it is for and how it is written, so that notes, hints, help and reference can say it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.models.claim import Claim
from site_src.models.described import Key, key, keys
from site_src.models.page import Page
from site_src.models.publication import Publication
from site_src.models.ratings import RatingScale
from site_src.models.source import Source
from site_src.models.topic import Topic

if TYPE_CHECKING:
    from site_src.models.record import Record

ALL = (Publication, RatingScale, Topic, Source, Claim, Page)


def every(model: type[Record]) -> list[Key]:
    """Gives the keys of a model, and of the groups in it."""
    found = list(keys(model))
    for each in found:
        found += each.parts
    return found


@pytest.mark.parametrize("model", ALL)
def test_every_key_says_what_it_is_for_in_a_sentence(model: type[Record]) -> None:
    for each in every(model):
        assert each.means.endswith("."), each.name
        assert each.means[0].isupper() or each.means[0] == "`", each.name


@pytest.mark.parametrize("model", ALL)
def test_every_key_that_does_not_take_any_text_says_what_it_takes(model: type[Record]) -> None:
    assert [each.name for each in every(model) if not each.rule and not each.parts and each.form.shape != "text"] == []


def test_a_key_is_told_as_its_model_has_it() -> None:
    stance = key(Claim, "appearances.stance")
    assert (stance.needed, stance.many, stance.choices[0], stance.rule) == (
        True,
        False,
        "asserts",
        "one of: asserts, attributes, differs, denies, silent",
    )
    assert key(Claim, "appearances").many
    assert key(Claim, "appearances").unless_draft
    assert key(Claim, "status").default == "published"
    assert key(Publication, "search").default == "true"
    assert key(Claim, "verdict").rule == "at most 400 characters"


@pytest.mark.parametrize(
    ("model", "name", "kind"),
    [
        (Claim, "topic", "topics"), (Claim, "rating", "ratings"), (Claim, "related", "claims"),
        (Claim, "translations", "claims"), (Claim, "appearances.via", "sources"), (Topic, "order", "claims"),
        (Source, "relays", "sources"), (Publication, "policies.ethics", "pages"), (Claim, "tags", None),
        (Claim, "claimant.slug", None),
    ],
)  # fmt: skip
def test_what_a_slug_names_is_known(model: type[Record], name: str, kind: str | None) -> None:
    assert key(model, name).names == kind

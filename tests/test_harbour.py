"""The example site of the tests is sound, complete and small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import BaseModel

from site_src.models.claim import Claim
from site_src.models.page import Page
from site_src.models.publication import Publication
from site_src.models.ratings import RatingScale
from site_src.models.source import Source
from site_src.models.topic import Topic
from site_src.reading.gather import read_catalogue
from site_src.reading.shingles import make
from tests.harbour import HARBOUR, SITES, findings, laid_over

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_nothing_is_wrong_with_it() -> None:
    assert findings(laid_over({})) == ()


def test_every_key_of_every_record_is_used_in_it() -> None:
    catalogue, _ = read_catalogue(laid_over({}))
    records = [entry.record for entry in catalogue.entries()]
    settings = [entry.record for entry in (catalogue.publication, catalogue.ratings) if entry]
    used = {key for record in [*records, *settings] for key in keys_used(record)}
    known = {
        (part.__name__, key)
        for model in (Publication, RatingScale, Topic, Source, Claim, Page)
        for part in parts(model)
        for key in part.model_fields
    }
    assert set() == known - used


@pytest.mark.parametrize("slug", ["city-press-release", "harbour-daily"])
def test_the_held_sources_are_those_whose_texts_stand_beside_it(slug: str) -> None:
    text = (SITES / "harbour-texts" / f"{slug}.txt").read_text(encoding="utf-8")
    assert (HARBOUR / "sources" / f"{slug}.shingles").read_text(encoding="utf-8") == make(text)


def keys_used(value: object) -> Iterator[tuple[str, str]]:
    """Gives the model's name and the key for each key that is written in a record."""
    if isinstance(value, BaseModel):
        for key in value.model_fields_set:
            yield type(value).__name__, key
            yield from keys_used(getattr(value, key))
    elif isinstance(value, tuple):
        for part in value:
            yield from keys_used(part)


def parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Gives a model and all models of what its fields hold."""
    yield model
    for field in model.model_fields.values():
        for part in models_in(field.annotation):
            yield from parts(part)


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Gives the models that an annotation names, such as those in `tuple[Evidence, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from models_in(part)

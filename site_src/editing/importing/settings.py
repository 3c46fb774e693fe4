"""site.yaml and ratings.yaml as far as an import needs them: made where there are none, ratings added that lack."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.editing.front_matter import Value, yaml
from site_src.editing.importing.labels import new_ratings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from site_src.editing.importing.review import Review
    from site_src.models.ratings import Rating
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.files import Tree


@dataclass(frozen=True, slots=True)
class Settings:
    """What an import has to know of the site, and the texts of the settings that it makes or adds to, by name."""

    url: str
    publisher: str
    license: str
    files: Mapping[str, str]


def scale(catalogue: Catalogue) -> tuple[Rating, ...]:
    """Give the ratings that a folder has."""
    return catalogue.ratings.record.ratings if catalogue.ratings else ()


def settings(tree: Tree, catalogue: Catalogue, reviews: Sequence[Review], table: Mapping[str, str | None]) -> Settings:
    """Give the settings for these reviews in a content folder, which may be empty."""
    files: dict[str, str] = {}
    if catalogue.publication:
        site = catalogue.publication.record
        url, publisher, terms = site.url, site.publisher.name, site.license.url if site.license else ""
    else:
        publisher = _most(review.publisher for review in reviews) or "Imported reviews"
        url, terms = _most(review.publisher_url for review in reviews) or "https://example.org/", ""
        files["site.yaml"] = yaml(_site(publisher, url, _most(review.language for review in reviews) or "en"))
    if added := new_ratings(reviews, table, scale(catalogue)) or ([] if catalogue.ratings else [_NOT_RATED]):
        there = b"".join(file.content for file in tree.files if file.name == "ratings.yaml").decode("utf-8", "replace")
        files["ratings.yaml"] = f"{there.rstrip()}\n{yaml(added)}".lstrip()
    return Settings(url, publisher, terms, files)


# A folder without a single rating would be none.
_NOT_RATED: Mapping[str, Value] = {
    "id": "not-rated",
    "label": "Not rated",
    "definition": "No rating was given.",
    "tone": "neutral",
    "unrated": True,
}


def _site(publisher: str, url: str, language: str) -> Mapping[str, Value]:
    return {
        "title": publisher,
        "tagline": f"Fact-checks by {publisher}",
        "url": url,
        "language": language,
        "publisher": {"name": publisher, "url": url},
    }


def _most(texts: Iterable[str]) -> str:
    """Give the text that stands there most often, the first in order among equals; nothing where there is none."""
    counts = Counter(text for text in texts if text)
    return min(counts, key=lambda text: (-counts[text], text), default="")

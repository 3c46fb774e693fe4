"""Texts of a megabyte that are not files of the content: what an editor fetches, imports or draws, by what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.editing.extracting import extracted
from site_src.editing.importing.texts import clean, shortened
from site_src.models.marks import normalized
from site_src.models.slugs import slug_of
from site_src.reading.nearest import near
from site_src.reading.shingles import make
from site_src.reading.words import placed_words, spaced
from site_src.rendering.cards import png
from site_src.views.social_card import social_card
from tests.editions import TEMPLATES, edition
from tests.harbour import edited

if TYPE_CHECKING:
    from collections.abc import Callable

_MARKS = "a" + "\u0301" * 240_000 + "\u0323" * 240_000
_ALIKE = [f"{'r' * 90}{n:x}" for n in range(10_000)]
_CARD = "cards/card.typ"


def _card() -> bytes:
    """Draw a card of a publication and a rating with names as long as their files can be."""
    site = edition(
        {
            "site.yaml": edited("site.yaml", "title: Harbour Checks", f"title: {'a ' * 95_000}"),
            "ratings.yaml": edited("ratings.yaml", "label: Partly supported", f"label: {'b' * 190_000}"),
        }
    )
    view = social_card(site, "repair-cost")
    card = {name: str(getattr(view, name)) for name in view.__dataclass_fields__}
    return png((TEMPLATES / _CARD).read_bytes(), _CARD, card)


WORST_TEXTS: dict[str, Callable[[], object]] = {
    "marks in order": lambda: normalized("NFC", _MARKS),
    "marks in order, taken apart": lambda: normalized("NFKD", _MARKS),
    "marks that are two": lambda: normalized("NFC", "\u0344\u0323" * 240_000),
    "marks that become marks": lambda: normalized("NFKC", "\uff9e\u0301\u0323" * 150_000),
    "words of marks": lambda: make(_MARKS),
    "words in their places": lambda: placed_words(f"a b c {_MARKS} d"),
    "words of one letter": lambda: make("a " * 500_000),
    "words of letters that are eighteen": lambda: make("\ufdfa " * 250_000),
    "words of signs": lambda: spaced("\u4e00" * 330_000),
    "a slug of marks": lambda: slug_of(_MARKS),
    "a text to be cut": lambda: shortened(_MARKS, 100),
    "comments that do not end": lambda: clean("<!--" * 250_000),
    "elements that do not end": lambda: clean("<a " * 330_000),
    "a page that begins again and again": lambda: extracted("<html " * 160_000, "https://example.org/"),
    "names that are all alike": lambda: near("r" * 95, _ALIKE),
    "a card of long names": _card,
}

"""Which claims have a share card: published ones, of whose words on it no letter is missing in the fonts."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from site_src.reading.fonts import Fonts
    from site_src.site.model import Claim, Recall


class Cards(Collection[str]):
    """The slugs of those claims; each is looked at when it is asked for, and the answer remembered."""

    def __init__(self, fonts: Fonts, title: str, claims: Mapping[str, Claim], recall: Recall) -> None:
        self._fonts = fonts
        self._title = title
        self._claims = claims
        self._recall = recall

    def __contains__(self, slug: object) -> bool:
        return isinstance(slug, str) and bool(self._recall("cards", slug, lambda: self._told(slug)))

    def __iter__(self) -> Iterator[str]:
        return (slug for slug in self._claims if slug in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _told(self, slug: str) -> str:
        claim = self._claims[slug]
        if claim.status != "published":
            return ""
        words = f"{self._title} {claim.record.claim} {claim.rating.label}"
        return "" if self._fonts.lacking(words) else "drawn"

"""A desk to import at: files that wait, a content folder, and the table of ratings between them."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from site_src.building import pipeline
from site_src.editing.importing import Imported, bring_in, gather, write_table
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from site_src.models.claim import Claim

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://news.example.org/checks/2024/the-bridge/",
    "claimReviewed": "The bridge cost 4 million euros.",
    "datePublished": "2024-03-20",
    "author": {"@type": "Organization", "name": "News desk", "url": "https://news.example.org/"},
    "reviewRating": {"@type": "Rating", "alternateName": "Half true", "ratingExplanation": "It cost five."},
    "itemReviewed": {"@type": "Claim"},
}


class Office:
    """A folder in which files wait to be imported, and the content folder into which they go."""

    def __init__(self, folder: Path) -> None:
        self.files = folder / "files"
        self.files.mkdir()
        self.content = folder / "content"
        self.table = folder / "ratings-map.yaml"

    def put(self, name: str, content: object) -> Path:
        path = self.files / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    def propose(self) -> str:
        write_table(gather(sorted(self.files.iterdir())), self.content, self.table)
        return self.table.read_text(encoding="utf-8")

    def bring_in(self, *reviews: object) -> Imported:
        """Imports reviews, or the files that were put, by the table as it was proposed."""
        if reviews:
            self.put("reviews.json", list(reviews))
        if not self.table.exists():
            self.propose()
        return bring_in(gather(sorted(self.files.iterdir())), self.content, self.table)

    def settle(self) -> None:
        """Takes harbour's content as the one that is there already."""
        shutil.copytree(HARBOUR, self.content)

    def claims(self) -> Mapping[str, Claim]:
        """Gives the claims of the content folder, in which no check finds anything."""
        checked = pipeline.check(self.content)
        assert [finding for finding in checked.findings if finding.is_error] == []
        return {slug: entry.record for slug, entry in checked.catalogue.claims.items()}

    def text(self, name: str) -> str:
        return (self.content / name).read_text(encoding="utf-8")

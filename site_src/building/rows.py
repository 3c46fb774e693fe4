"""The rows of a kind: the small fields of each entry, as the ledger has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.building.ledger import Ledger

_SOME = 400
"""So many rows are fetched one by one; who asks for more gets all at once."""


class Rows:
    """The rows of a kind, which are fetched one by one at first."""

    def __init__(self, kind: str, ledger: Ledger) -> None:
        self._kind = kind
        self._ledger = ledger
        self._asked = 0
        self._all: dict[str, Any] | None = None

    def of(self, slug: str) -> Mapping[str, Any]:
        """Give the row of an entry."""
        self._asked += 1
        if self._all is None and self._asked > _SOME:
            rows = self._ledger.rows(self._kind)
            texts = json.loads(f"[{','.join(row for _, row in rows)}]")
            self._all = dict(zip((slug for slug, _ in rows), texts, strict=True))
        if self._all is None:
            return cast("Mapping[str, Any]", json.loads(self._ledger.row(self._kind, slug)))
        return cast("Mapping[str, Any]", self._all[slug])

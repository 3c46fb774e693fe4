"""The spare tree as the ledger knows it: what the last build but one left, and in what it is behind the live one."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from site_src.addresses import BUILD
from site_src.building.open_tree import OpenTree, stands

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from site_src.building.ledger import Ledger


_NOT_BEHIND = '{"changed": [], "missing": [], "extra": []}'


def spare_stands(spare: Path, prints: Iterable[tuple[str, int, int, int]], behind: dict[str, list[Any]]) -> bool:
    """Tell whether every file of a spare tree stands there as the last build but one left it.

    `prints` are those of the live tree, and `behind` says in what the spare one differs.
    """
    if not stands(spare):
        return False
    skipped = {path for path, *_ in behind["changed"]} | set(behind["missing"])
    tree = OpenTree(spare)
    try:
        expected = (row for row in prints if row[0] not in skipped)
        return not tree.differing(expected) and not tree.differing(map(tuple, behind["changed"]))
    finally:
        tree.close()


def marker_is(ledger: Ledger, spare: Path) -> bool:
    """Tell whether a spare tree has the build.json that the last build but one left in it."""
    return stands(spare) and hashlib.sha256(marker_text(spare)).hexdigest() == ledger.said("spare marker")


def behind_in(ledger: Ledger) -> dict[str, list[Any]]:
    """Give in what the spare tree differs from the live one: rows that changed, paths that are missing or extra."""
    found: dict[str, list[Any]] = json.loads(ledger.said("behind") or _NOT_BEHIND)
    return found


def marker_text(root: Path) -> bytes:
    """Give the build.json of a tree, or nothing where there is none."""
    tree = OpenTree(root)
    try:
        return tree.read(BUILD)
    except OSError:
        return b""
    finally:
        tree.close()

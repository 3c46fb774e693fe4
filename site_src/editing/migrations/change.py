"""What a migration gives: new texts, and what it leaves to the editor."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.diagnostics.finding import Finding


@dataclass(frozen=True, slots=True)
class Changed:
    """The new texts of files by their names, and what could not be changed."""

    texts: Mapping[str, str] = field(default_factory=dict)
    left: tuple[Finding, ...] = ()

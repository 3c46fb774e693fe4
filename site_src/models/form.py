"""What a field's type says to people: how its value is written, and what it names. Pydantic passes these over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal[
    "text", "slug", "alias", "url", "language", "file", "contact", "flag", "whole", "day", "date", "number", "figure",
    "pairs",
]  # fmt: skip
Named = Literal["topics", "sources", "claims", "pages", "ratings"]


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is written: its shape, for programs, and the rule or an example, in words."""

    shape: Shape
    words: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """That a slug is the name of a file in a folder of the content, or the id of a rating."""

    kind: Named

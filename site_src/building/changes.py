"""Which facts change when files do: whether an entry is there, and what is in it, part by part."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from site_src.building.intake import SOUND
from site_src.reading.catalogue import KINDS
from site_src.reading.glimpse import MODELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.building.filed import Filed
    from site_src.reading.trace import Fact

EVERYTHING: Fact = ("everything", "*", "")
"""The fact that every user looked at: the settings, the program, and the language that it runs in."""


def of_file(before: Filed | None, after: Filed | None) -> Iterator[Fact]:
    """Give the facts in which what has one kind and slug differs from what it was; None where there is nothing."""
    if (before and before.digest) != (after and after.digest):
        yield ("sizes", "*", "")
    if before is None or after is None or before.state != after.state or before.name != after.name:
        for one in (before, after):
            if one is not None:
                yield from ((one.kind, one.slug, ""), (one.kind, "*", ""))
                yield from _every_part(one.kind, one.slug)
    elif before.digest != after.digest:
        yield from _parts(before, after)


def _parts(before: Filed, after: Filed) -> Iterator[Fact]:
    kind, slug = after.kind, after.slug
    if kind not in KINDS:
        yield (kind, slug, "")
    elif after.state != SOUND:
        # What is read anew each time notes nothing of what is asked of it: who asked for it looked at all of it.
        yield from ((kind, slug, ""), (kind, "*", ""))
        yield from _every_part(kind, slug)
    else:
        parts = {"body"} if before.body != after.body else set()
        if before.front != after.front:
            former, present = json.loads(before.row), json.loads(after.row)
            parts |= {key for key in former.keys() | present.keys() if former.get(key) != present.get(key)} | {"*"}
        for part in parts:
            yield from ((kind, slug, part), (kind, "*", part))


def _every_part(kind: str, slug: str) -> Iterator[Fact]:
    keys = (*MODELS[kind].model_fields, "voices", "*", "body", "sound") if kind in KINDS else ()
    for part in keys:
        yield from ((kind, slug, part), (kind, "*", part))

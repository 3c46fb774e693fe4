"""Sources that pass each other on must not do so in a circle: of each statement, one source came first.

Right:  harbour-daily relays city-press-release, and coast-radio relays harbour-daily
Wrong:  harbour-daily relays coast-radio, and coast-radio relays harbour-daily

A circle is told once, at the `relays` of that source in it which comes first in the alphabet.
"""

from __future__ import annotations

from collections import deque
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue

RULE = "relay"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds circles among `relays`: for each entry that leads into one, the shortest."""
    relays = {slug: source.record.relays for slug, source in catalogue.sources.items()}
    try:
        TopologicalSorter(relays).prepare()
    except CycleError:
        yield from _circles(catalogue, relays)


def _circles(catalogue: Catalogue, relays: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    for slug, source in catalogue.sources.items():
        for n, relayed in enumerate(relays[slug]):
            if circle := _way_back(relayed, slug, relays):
                yield source.finding(("relays", n), RULE, *_told(slug, circle))


def _way_back(start: str, home: str, relays: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The shortest way from `start` to `home` over sources that come after it in the alphabet, or nothing."""
    came_from: dict[str, str] = {start: ""} if start >= home else {}
    waiting = deque(came_from)
    while waiting:
        here = waiting.popleft()
        if here == home:
            way = [here]
            while came_from[way[-1]]:
                way.append(came_from[way[-1]])
            return way[::-1]
        for there in relays.get(here, ()):
            if there >= home and there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return []


def _told(slug: str, circle: list[str]) -> tuple[str, str]:
    if circle == [slug]:
        return f"“{slug}” relays itself.", "Take it out of its own `relays`."
    whole = ", ".join(f"{one} relays {other}" for one, other in zip([slug, *circle], circle, strict=False))
    hint = "Find out which of them came first, and take out what it relays."
    return f"These sources relay each other in a circle: {whole}.", hint

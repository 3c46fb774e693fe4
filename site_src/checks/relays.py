"""Sources that pass each other on must not do so in a circle: of each statement, one source came first.

Right:  harbour-daily relays city-press-release, and coast-radio relays harbour-daily
Wrong:  harbour-daily relays coast-radio, and coast-radio relays harbour-daily

A circle is told once, at the `relays` of that source in it which comes first in the alphabet. Nor is a statement
passed on more than 60 times: nobody could follow such a way on a page.
"""

from __future__ import annotations

from collections import deque
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue

RULE = "relay"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds circles among `relays`, for each entry that leads into one the shortest, and ways that are too long."""
    relays = {slug: source.record.relays for slug, source in catalogue.sources.items()}
    try:
        in_order = tuple(TopologicalSorter(relays).static_order())
    except CycleError:
        yield from _circles(catalogue, relays)
    else:
        yield from _too_long(catalogue, relays, in_order)


_LONGEST = 60


def _too_long(catalogue: Catalogue, relays: Mapping[str, tuple[str, ...]], order: Iterable[str]) -> Iterator[Finding]:
    steps: dict[str, int] = {}
    for slug in order:  # each after all that it relays
        steps[slug] = max((steps[relayed] + 1 for relayed in relays.get(slug, ())), default=0)
        if steps[slug] == _LONGEST + 1:
            message = f"By way of “{slug}” a statement is passed on more than {_LONGEST} times."
            hint = "Name in `relays` where the source has it from, and leave out what lies between."
            yield catalogue.sources[slug].finding(("relays",), RULE, message, hint)


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

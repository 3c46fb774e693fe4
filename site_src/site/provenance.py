"""Where a statement comes from: from each appearance along the relays to its origin.

The rule stands in content/FORMAT.md, Appearances.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from site_src.models.appearance import Appearance
    from site_src.site.model import Source


def chain(appearance: Appearance, appearances: Sequence[Appearance], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Give the slugs from an appearance's source to its origin; `appearances` are all of the claim, in file order."""
    if appearance.origin is not None:
        return _path(appearance, appearance.origin, sources)
    way = [appearance.source]
    following = appearance.via
    while following is not None:
        way.append(following)
        carried = next((a for a in appearances if a.source == following and a.carries), None)
        if carried is None:
            relays = sources[following].record.relays
            following = relays[0] if len(relays) == 1 else None
        elif carried.origin is not None:
            return (*way, *_path(carried, carried.origin, sources)[1:])
        else:
            following = carried.via
    return tuple(way)


def _path(appearance: Appearance, origin: str, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Give the shortest way over relays from a source to `origin`, by the `via` where that leads there."""
    if appearance.via is not None and (way := _shortest(appearance.via, origin, sources)):
        return (appearance.source, *way)
    return _shortest(appearance.source, origin, sources)


def _shortest(start: str, end: str, sources: Mapping[str, Source]) -> tuple[str, ...]:
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for way in ways:
        if way[-1] == end:
            return way
        for slug in sources[way[-1]].record.relays:
            if slug not in seen:
                seen.add(slug)
                ways.append((*way, slug))
    return ()

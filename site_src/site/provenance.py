"""Where a statement comes from: from each appearance along the relays to its origin, and who passes on whom.

The rule stands in content/FORMAT.md, Appearances.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from site_src.models.appearance import Voice
    from site_src.site.model import Claim, Source, Topic


@dataclass(frozen=True, slots=True)
class Relay:
    """One source that passes on another; `inferred` where the editors infer it and the taker does not credit it."""

    giver: str
    taker: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Web:
    """Who passes on whom, by slugs, each once.

    `compared` are the sources from which one starts, `origins` those at which a way ends, and `relays` the steps.
    """

    compared: tuple[str, ...]
    origins: tuple[str, ...]
    relays: tuple[Relay, ...]


def claim_web(claim: Claim, sources: Mapping[str, Source]) -> Web:
    """Give the ways on which a claim came to the sources that carry it."""
    ways = [one.chain for one in claim.appearances if one.record.carries]
    steps = (step for way in ways for step in pairwise(way))
    return Web(claim.carriers, claim.origins, _relays(steps, sources))


def topic_web(topic: Topic, sources: Mapping[str, Source]) -> Web:
    """Give all that a topic's sources pass on, and what that passes on, and so forth."""
    reached = dict.fromkeys(topic.record.sources)
    waiting = list(reached)
    steps: list[tuple[str, str]] = []
    for slug in waiting:
        for giver in sources[slug].record.relays:
            steps.append((slug, giver))
            if giver not in reached:
                reached[giver] = None
                waiting.append(giver)
    relays = _relays(steps, sources)
    takers = {relay.taker for relay in relays}
    return Web(topic.record.sources, tuple(slug for slug in reached if slug not in takers), relays)


def _relays(steps: Iterable[tuple[str, str]], sources: Mapping[str, Source]) -> tuple[Relay, ...]:
    """Give steps from takers to givers as relays, each once."""
    return tuple(Relay(giver, taker, giver in sources[taker].record.inferred) for taker, giver in dict.fromkeys(steps))


def chain(voice: Voice, voices: Sequence[Voice], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Give the slugs from a source that speaks to its origin; `voices` are all of the claim, in file order."""
    if voice.origin is not None:
        return _path(voice, voice.origin, sources)
    way = [voice.source]
    following = voice.via
    while following is not None:
        way.append(following)
        carried = next((one for one in voices if one.source == following and one.carries), None)
        if carried is None:
            relays = sources[following].record.relays
            following = relays[0] if len(relays) == 1 else None
        elif carried.origin is not None:
            return (*way, *_path(carried, carried.origin, sources)[1:])
        else:
            following = carried.via
    return tuple(way)


def _path(voice: Voice, origin: str, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Give the shortest way over relays from a source to `origin`, by the `via` where that leads there."""
    if voice.via is not None and (way := _shortest(voice.via, origin, sources)):
        return (voice.source, *way)
    return _shortest(voice.source, origin, sources)


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

"""Who relays whom, as a picture from origins to the sources compared, and as a nested list of the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from site_src.site.provenance import Relay, Web, claim_web, topic_web
from site_src.views.appearance import NAMED_AT_ONCE, SourceLinks
from site_src.views.drawing import Drawing, Named, drawing, trail
from site_src.views.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.addresses import Links
    from site_src.site.model import Claim, Site, Topic
    from site_src.views.frame import Link

_MOST_DRAWN, _MOST_WAYS = 30, 60
_FOLDED_FROM, _KEPT = 14, 3


class Branch(NamedTuple):
    """A source in the list, and below it those that pass it on.

    `again` where it stood before, with all below it; `inferred` where it does not credit the source above it.
    """

    source: Link
    origin: bool
    compared: bool
    inferred: bool
    again: bool
    takers: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who relays whom: `wide` is drawn from left to right, `narrow` from top to bottom; None where it is too much.

    `id` begins the ids of its parts, and `description` tells the picture in a sentence. `folded` says what stands in
    the list only, `alone` which of the sources compared pass on nothing, `count` how many they are where they are many.
    """

    id: str
    title: str
    description: str
    wide: Drawing | None
    narrow: Drawing | None
    branches: tuple[Branch, ...]
    has_inferred: bool
    folded: str
    alone: tuple[Link, ...]
    count: str
    credit: str


def claim_provenance(named: SourceLinks, it: Claim) -> Provenance | None:
    """Show how a claim came to the sources that carry it; None where none of them has it from another."""
    return _provenance(named, claim_web(it, named.site.sources), f"ways-{it.slug}", "How the claim travelled")


def topic_provenance(site: Site, links: Links, it: Topic) -> Provenance | None:
    """Show who relays whom among a topic's sources and those behind them; None where nobody does."""
    named = SourceLinks(site, links)
    return _provenance(named, topic_web(it, site.sources), f"ways-{it.slug}", "Who relays whom")


def _provenance(named: SourceLinks, web: Web, name: str, title: str) -> Provenance | None:
    if not web.relays:
        return None
    linked = {slug for relay in web.relays for slug in (relay.giver, relay.taker)}
    alone = tuple(slug for slug in web.compared if slug not in linked)
    drawn, more = _folded(web)
    nodes = _nodes(named, web, drawn, more)
    fits = len(nodes) <= _MOST_DRAWN and len(drawn) <= _MOST_WAYS
    inferred = sum(relay.inferred for relay in web.relays)
    return Provenance(
        id=name,
        title=title,
        description=_description(web, len(linked), inferred),
        wide=drawing(nodes, drawn) if fits else None,
        narrow=trail(nodes, drawn) if fits else None,
        branches=_branches(named, web),
        has_inferred=bool(inferred),
        folded=_left_out(len(linked), more, fits=fits),
        alone=tuple(named[slug] for slug in alone),
        count=counted(len(alone), "source") if len(alone) > NAMED_AT_ONCE else "",
        credit=f"{title}, as traced by {named.site.publication.title}",
    )


def _folded(web: Web) -> tuple[tuple[Relay, ...], dict[str, int]]:
    """Give the relays to draw, and where sources that pass on the same are many, how many stand for one of them."""
    if len({slug for relay in web.relays for slug in (relay.giver, relay.taker)}) <= _FOLDED_FROM:
        return web.relays, {}
    above: dict[str, list[Relay]] = {}
    for relay in web.relays:
        above.setdefault(relay.taker, []).append(relay)
    alike: dict[object, list[str]] = {}
    givers = {relay.giver for relay in web.relays}
    for taker, steps in above.items():
        if taker not in givers:
            alike.setdefault(frozenset((step.giver, step.inferred) for step in steps), []).append(taker)
    more = {group[_KEPT]: len(group) - _KEPT for group in alike.values() if len(group) > _KEPT + 1}
    gone = {slug for group in alike.values() if len(group) > _KEPT + 1 for slug in group[_KEPT + 1 :]}
    return tuple(relay for relay in web.relays if relay.taker not in gone), more


def _nodes(named: SourceLinks, web: Web, drawn: tuple[Relay, ...], more: Mapping[str, int]) -> dict[str, Named]:
    """Give what is drawn, by slug: those at which ways begin first, in the order in which they are reached."""
    slugs = dict.fromkeys([*(r.giver for r in drawn), *(r.taker for r in drawn)])
    return {
        slug: Named(
            f"and {more[slug]} more" if slug in more else named[slug].words,
            slug in web.origins,
            slug in web.compared,
        )
        for slug in slugs
    }


def _branches(named: SourceLinks, web: Web) -> tuple[Branch, ...]:
    below: dict[str, list[Relay]] = {}
    for relay in web.relays:
        below.setdefault(relay.giver, []).append(relay)
    takers = {relay.taker for relay in web.relays}
    shown: set[str] = set()

    def branch(slug: str, *, inferred: bool) -> Branch:
        again = slug in shown and slug in below
        shown.add(slug)
        return Branch(
            source=named[slug],
            origin=slug in web.origins,
            compared=slug in web.compared,
            inferred=inferred,
            again=again,
            takers=() if again else tuple(branch(r.taker, inferred=r.inferred) for r in below.get(slug, ())),
        )

    return tuple(branch(slug, inferred=False) for slug in below if slug not in takers)


def _description(web: Web, linked: int, inferred: int) -> str:
    compared = {relay.taker for relay in web.relays} & set(web.compared)
    told = f"{counted(len(compared), 'source')} compared here, {counted(linked - len(compared), 'source')} behind them"
    steps = counted(len(web.relays), "step")
    return f"{told}; {steps} from one to another{f', {inferred} of them inferred' if inferred else ''}."


def _left_out(linked: int, more: Mapping[str, int], *, fits: bool) -> str:
    if not fits:
        return f"{counted(linked, 'source')} are too many for a picture; the list has them all."
    return "The list names those that the picture only counts." if more else ""

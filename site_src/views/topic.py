"""A topic's page: the introduction, the findings in brief, and its matrix."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_src.addresses import Href, Links, matrix, topic
from site_src.views.body import body_html
from site_src.views.card import Badge, Card, badge, card
from site_src.views.feed import feed_links
from site_src.views.frame import Frame, Link, frame
from site_src.views.provenance import Provenance, topic_provenance
from site_src.views.source import SourceCard, source_card
from site_src.views.wording import counted

if TYPE_CHECKING:
    from markupsafe import Markup

    from site_src.site.model import Site, Topic


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims of a topic have one rating: `share` of all in percent, on a bar from `start`."""

    badge: Badge
    count: int
    start: float
    share: float


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A topic where other pages name it."""

    href: Href
    title: str
    summary: str
    matrix: Link
    counts: str
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """All that a topic's page shows."""

    frame: Frame
    card: TopicCard
    body: Markup
    claims: tuple[Card, ...]
    sources: tuple[SourceCard, ...]
    provenance: Provenance | None


def topic_page(site: Site, links: Links, slug: str) -> TopicPage:
    """Make the page of the topic with that slug."""
    it = site.topics[slug]
    around = frame(site, links, it.record.title, it.record.summary, file=it.file)
    return TopicPage(
        frame=replace(around, feeds=feed_links(links, it.record.title, topic=slug)),
        card=topic_card(site, links, it),
        body=body_html(site, links, it),
        claims=tuple(card(site, links, claim) for claim in it.claims),
        sources=tuple(source_card(site, links, source) for source in it.record.sources),
        provenance=topic_provenance(site, links, it),
    )


def topic_card(site: Site, links: Links, it: Topic) -> TopicCard:
    """Make the card of a topic."""
    return TopicCard(
        href=links.to(topic(it.slug)),
        title=it.record.title,
        summary=it.record.summary,
        matrix=Link(links.to(matrix(it.slug)), "Compare the sources in the matrix"),
        counts=f"{counted(len(it.claims), 'claim')} checked against {counted(len(it.record.sources), 'source')}",
        tallies=_tallies(site, links, it),
    )


def _tallies(site: Site, links: Links, it: Topic) -> tuple[Tally, ...]:
    given = site.recall("tallies", it.slug, lambda: _given(site, it)).split()
    tallies, start = [], 0
    for rating in site.ratings:
        count = given.count(rating.id)
        if count:
            tallies.append(Tally(badge(rating, links), count, _percent(start, given), _percent(count, given)))
            start += count
    return tuple(tallies)


def _given(site: Site, it: Topic) -> str:
    return " ".join(site.claims[slug].rating.id or "-" for slug in it.claims)


def _percent(part: int, whole: list[str]) -> float:
    return round(100 * part / len(whole), 2)

"""The front page and the claims index: verdicts, the newest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_src.addresses import CLAIMS, CLAIMS_SCRIPT, FINDER_SCRIPT, RATINGS, Links, claims, page
from site_src.views.card import Card, card
from site_src.views.feed import feed_links
from site_src.views.finder import Finder, claims_finder
from site_src.views.frame import Frame, Link, frame, scripted
from site_src.views.new_claim import new_claim
from site_src.views.topic import TopicCard, topic_card
from site_src.views.wording import counted

if TYPE_CHECKING:
    from site_src.addresses import Href
    from site_src.site.model import Site

LATEST = 10
FEW_TOPICS = 3
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front page; where topics are few, they come before the latest verdicts."""

    frame: Frame
    topics_lead: bool
    latest: tuple[Card, ...]
    all_claims: Link
    topics: tuple[TopicCard, ...]
    method: tuple[Link, ...]
    counts: str


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """One page of the claims index; `finder` looks through all pages, None where there is nothing to choose from."""

    frame: Frame
    heading: str
    counts: str
    claims: tuple[Card, ...]
    finder: Finder | None
    newer: Link | None
    older: Link | None
    place: str
    new: Href | None


def home_page(site: Site, links: Links) -> HomePage:
    """Make the front page."""
    slug = site.publication.policies.methodology
    method = [Link(links.to(page(slug)), site.pages[slug].record.title)] if slug else []
    title, tagline = site.publication.title, site.publication.tagline
    return HomePage(
        frame=replace(frame(site, links, title, tagline), feeds=feed_links(links, title)),
        topics_lead=len(site.topics) <= FEW_TOPICS,
        latest=tuple(card(site, links, slug) for slug in site.listed[:LATEST]),
        all_claims=Link(links.to(CLAIMS), f"All {counted(len(site.listed), 'claim')}"),
        topics=tuple(topic_card(site, links, it) for it in site.topics.values()),
        method=(*method, Link(links.to(RATINGS), "What the ratings mean")),
        counts=f"{counted(len(site.listed), 'claim')} checked in {counted(len(site.topics), 'topic')}",
    )


def claims_page(site: Site, links: Links, number: int) -> ClaimsPage:
    """Make page `number` of the claims index, counted from 1."""
    last = page_count(site)
    shown = site.listed[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    heading = "Claims" if number == 1 else f"Claims, page {number}"
    made = frame(site, links, heading, "Every claim checked, the newest verdict first.")
    finds = len(site.listed) > 1 and not links.for_disk
    return ClaimsPage(
        frame=scripted(made, links, FINDER_SCRIPT, CLAIMS_SCRIPT) if finds else made,
        heading=heading,
        counts=counted(len(site.listed), "claim"),
        claims=tuple(card(site, links, slug) for slug in shown),
        finder=claims_finder(site, links) if finds else None,
        newer=Link(links.to(claims(number - 1)), "Newer claims") if number > 1 else None,
        older=Link(links.to(claims(number + 1)), "Older claims") if number < last else None,
        place=f"Page {number} of {last}" if last > 1 else "",
        new=new_claim(site) if number == last else None,
    )


def page_count(site: Site) -> int:
    """Give the number of pages of the claims index; there is always one."""
    return max(1, -(-len(site.listed) // PAGE_SIZE))

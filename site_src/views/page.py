"""A standing page, the rating scale, and the page for what is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import CLAIMS, HOME, MATRICES, Links, page
from site_src.views.body import body_html
from site_src.views.card import badge
from site_src.views.frame import Frame, Link, frame
from site_src.views.wording import counted

if TYPE_CHECKING:
    from markupsafe import Markup

    from site_src.models.ratings import Tone
    from site_src.site.model import Site


@dataclass(frozen=True, slots=True)
class StandingPage:
    """A page of the publication's own."""

    frame: Frame
    title: str
    summary: str
    body: Markup


@dataclass(frozen=True, slots=True)
class RatingEntry:
    """A rating with its definition, its place in words, and the claims that have it."""

    id: str
    label: str
    tone: Tone
    definition: str
    place: str
    count: str
    retired: bool


@dataclass(frozen=True, slots=True)
class RatingsPage:
    """The rating scale, worst first, then what has no place on it."""

    frame: Frame
    ratings: tuple[RatingEntry, ...]
    methodology: Link | None


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """What a reader sees at an address where nothing is."""

    frame: Frame
    ways: tuple[Link, ...]


def standing_page(site: Site, links: Links, slug: str) -> StandingPage:
    """Make the standing page with that slug."""
    it = site.pages[slug]
    about = it.record.summary or next(iter(it.body.text.splitlines()), it.record.title)[:200]
    return StandingPage(
        frame=frame(site, links, it.record.title, about, file=it.file),
        title=it.record.title,
        summary=it.record.summary or "",
        body=body_html(site, links, it),
    )


def ratings_page(site: Site, links: Links) -> RatingsPage:
    """Make the page that explains the rating scale."""
    ordered = sorted(site.ratings, key=lambda rating: rating.number is None)
    entries = tuple(
        RatingEntry(
            id=rating.id,
            label=rating.label,
            tone=rating.tone,
            definition=rating.definition,
            place=badge(rating, links).place,
            count=counted(site.rated.get(rating.id, 0), "claim"),
            retired=rating.retired,
        )
        for rating in ordered
    )
    slug = site.publication.policies.methodology
    method = Link(links.to(page(slug)), site.pages[slug].record.title) if slug else None
    about = "What each rating means, from worst to best."
    return RatingsPage(frame(site, links, "Ratings", about), entries, method)


def not_found_page(site: Site, links: Links) -> NotFoundPage:
    """Make the page for addresses at which nothing is."""
    about = "There is nothing at this address."
    ways = (
        Link(links.to(HOME), "Home"),
        Link(links.to(CLAIMS), "All claims"),
        Link(links.to(MATRICES), "The matrices"),
    )
    return NotFoundPage(frame(site, links, "Not found", about, listed=False), ways)

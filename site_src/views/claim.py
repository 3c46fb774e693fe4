"""A claim's verdict page: the finding first, then the grounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import Href, Links, claim, claim_data, file, topic
from site_src.site.matrix import row
from site_src.views.appearance import Quiet, Speaker, quiet, speakers
from site_src.views.body import body_html
from site_src.views.card import Badge, Card, badge, card, carried, standing
from site_src.views.claim_review import breadcrumbs, claim_review
from site_src.views.embed_code import EmbedCode, claim_code
from site_src.views.evidence import Cited, Sum, evidence, sums
from site_src.views.frame import Frame, Link, frame
from site_src.views.history import events
from site_src.views.wording import When, date, day, language_name, listed

if TYPE_CHECKING:
    from markupsafe import Markup

    from site_src.models.claim import Correction
    from site_src.site.model import Claim, Site
    from site_src.views.history import Event


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of a claim's history; `was` holds what stood until then, each with its name."""

    on: When
    kind: str
    note: str
    was: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """Who made the claim, and when."""

    by: str
    href: Href | None
    citing: str
    on: When | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its text alternative; the size is in pixels."""

    href: Href
    alt: str
    credit: str
    size: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """All that a verdict page shows.

    `review` is its ClaimReview and `breadcrumbs` its BreadcrumbList (schema.org), None where it is not published.
    """

    frame: Frame
    topic: Link
    claim: str
    made: Made
    badge: Badge
    verdict: str
    checked: When | None
    updated: When | None
    carried: str
    standing: str
    retraction: Change | None
    corrections: tuple[Change, ...]
    picture: Picture | None
    speakers: tuple[Speaker, ...]
    quiet: tuple[Quiet, ...]
    measure: str
    sums: tuple[Sum, ...]
    body: Markup
    evidence: tuple[Cited, ...]
    reviewers: str
    history: tuple[Change, ...]
    translations: tuple[Link, ...]
    related: tuple[Card, ...]
    review: dict[str, object] | None
    breadcrumbs: dict[str, object] | None
    embed: EmbedCode
    json: Href


def claim_page(site: Site, links: Links, slug: str) -> ClaimPage:
    """Make the verdict page of the claim with that slug."""
    it = site.claims[slug]
    record = it.record
    about = site.topics[record.topic]
    up = Link(links.to(topic(about.slug)), about.record.title)
    return ClaimPage(
        frame=_frame(site, links, it, up),
        topic=up,
        claim=record.claim,
        made=made(it),
        badge=badge(it.rating, links),
        verdict=it.verdict,
        checked=day(record.reviewed_on) if record.reviewed_on else None,
        updated=day(record.updated_on) if record.updated_on else None,
        carried=carried(it),
        standing=standing(it),
        retraction=retraction(it),
        corrections=_corrections(site, it),
        picture=_picture(site, links, it),
        speakers=speakers(site, links, it),
        quiet=quiet(site, links, row(it, about, site.sources)),
        measure=f"{record.measure.label}, in {record.measure.unit}" if record.measure else "",
        sums=sums(it),
        body=body_html(site, links, it),
        evidence=evidence(site, links, it),
        reviewers=listed(list(record.reviewers)) or site.publication.publisher.name,
        history=_history(site, it),
        translations=_translations(site, links, it),
        related=tuple(card(site, links, other) for other in it.related if site.claims[other].status != "retracted"),
        review=claim_review(site, links, it) if it.status == "published" else None,
        breadcrumbs=breadcrumbs(site, links, it) if it.status == "published" else None,
        embed=claim_code(site, links, it),
        json=links.to(claim_data(it.slug)),
    )


def _frame(site: Site, links: Links, it: Claim, up: Link) -> Frame:
    said = f"{it.rating.label}: {it.verdict}"
    published = it.status == "published"
    return frame(site, links, it.record.claim, said, language=it.language, trail=(up,), file=it.file, listed=published)


def retraction(it: Claim) -> Change | None:
    """Give when and why a claim was retracted."""
    gone = it.record.retracted
    return Change(day(gone.date), "Retracted", gone.reason) if gone else None


def made(it: Claim) -> Made:
    """Give who made a claim, and when."""
    claimant = it.record.claimant
    on = date(it.record.claimed_on) if it.record.claimed_on else None
    if claimant is None:
        return Made("", None, "", on)
    return Made(claimant.name, Href(claimant.url) if claimant.url else None, claimant.citing or "", on)


def _corrections(site: Site, it: Claim) -> tuple[Change, ...]:
    changes = sorted(it.record.corrections, key=lambda change: change.date, reverse=True)
    return tuple(Change(day(c.date), c.kind.title(), c.note, was(site, c)) for c in changes)


def was(site: Site, correction: Correction) -> tuple[tuple[str, str], ...]:
    """Give what stood until a correction, each with its name."""
    former = correction.was
    if former is None:
        return ()
    labels = {rating.id: rating.label for rating in site.ratings}
    rating = labels.get(former.rating, former.rating) if former.rating else None
    named = (("Rating", rating), ("Verdict", former.verdict), ("Claim", former.claim))
    return tuple((name, text) for name, text in named if text)


def _history(site: Site, it: Claim) -> tuple[Change, ...]:
    """Give all that happened to the verdict, the newest first; nothing where there was only the first."""
    told = tuple(
        Change(day(event.on), _event(event), event.note, was(site, event.correction) if event.correction else ())
        for event in events(it)
    )
    return told if len(told) > 1 else ()


def _event(event: Event) -> str:
    if event.correction:
        return event.kind.title()
    return {"verdict": "First verdict", "update": "Updated", "retraction": "Retracted"}[event.kind]


def _picture(site: Site, links: Links, it: Claim) -> Picture | None:
    media = it.record.media
    if media is None:
        return None
    name = media.file.removeprefix("file:")
    return Picture(links.to(file(name)), media.alt, media.credit or "", site.files[name].size)


def _translations(site: Site, links: Links, it: Claim) -> tuple[Link, ...]:
    shown = [(tag, slug) for tag, slug in it.record.translations.items() if slug in site.claims]
    return tuple(Link(links.to(claim(slug)), language_name(tag)) for tag, slug in shown)

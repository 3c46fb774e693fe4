"""A claim's verdict page: the finding first, then the grounds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_src.addresses import COPY_SCRIPT, Href, Links, claim, claim_data, file, topic
from site_src.site.matrix import row
from site_src.views.appearance import Quiet, SourceLinks, Speaker, quiet, speakers
from site_src.views.body import body_html
from site_src.views.card import Badge, Brief, badge, brief, carried, standing
from site_src.views.change import Change, changes, corrections, retraction
from site_src.views.citation import Citation, citation
from site_src.views.claim_review import breadcrumbs, claim_review
from site_src.views.embed_code import EmbedCode, claim_code
from site_src.views.evidence import Cited, Sum, evidence, sums
from site_src.views.frame import Frame, Link, frame
from site_src.views.gathered import claimant_href, tag_links
from site_src.views.plot import Plot, plot
from site_src.views.policy import SCRIPTED
from site_src.views.preview import claim_preview
from site_src.views.provenance import Provenance, claim_provenance
from site_src.views.wording import When, date, day, foreign, language_name, listed

if TYPE_CHECKING:
    from markupsafe import Markup

    from site_src.site.model import Claim, Site


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

    `review` is its ClaimReview and `breadcrumbs` its BreadcrumbList (schema.org), None where it is not published;
    `mend` leads to where readers can report, edit and look into what the page is made of.
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
    plot: Plot | None
    provenance: Provenance | None
    sums: tuple[Sum, ...]
    body: Markup
    evidence: tuple[Cited, ...]
    reviewers: str
    history: tuple[Change, ...]
    translations: tuple[Link, ...]
    related: tuple[Brief, ...]
    review: dict[str, object] | None
    breadcrumbs: dict[str, object] | None
    embed: EmbedCode
    json: Href
    citation: Citation | None = None
    mend: tuple[Link, ...] = ()
    tags: tuple[Link, ...] = ()


def claim_page(site: Site, links: Links, slug: str) -> ClaimPage:
    """Make the verdict page of the claim with that slug."""
    it = site.claims[slug]
    record = it.record
    about = site.topics[record.topic]
    up = Link(links.to(topic(about.slug)), about.record.title, language=foreign(site.publication.language))
    around = _frame(site, links, it, up)
    named, published = SourceLinks(site, links), record.status == "published"
    return ClaimPage(
        frame=_own_frame(site, links, it, around),
        topic=up,
        claim=record.claim,
        made=made(site, links, it),
        badge=badge(it.rating, links),
        verdict=it.verdict,
        checked=day(record.reviewed_on) if record.reviewed_on else None,
        updated=day(record.updated_on) if record.updated_on else None,
        carried=carried(it),
        standing=standing(it),
        retraction=retraction(it),
        corrections=corrections(site, it),
        picture=_picture(site, links, it),
        speakers=speakers(named, it),
        quiet=quiet(named, row(it, about, site.sources)),
        measure=f"{record.measure.label}, in {record.measure.unit}" if record.measure else "",
        plot=plot(named, it),
        provenance=claim_provenance(named, it),
        sums=sums(it),
        body=body_html(site, links, it),
        evidence=evidence(site, links, it),
        reviewers=listed(list(record.reviewers)) or site.publication.publisher.name,
        history=changes(site, it),
        translations=_translations(site, links, it),
        related=_related(site, links, it),
        tags=tag_links(site, links, it),
        review=claim_review(site, links, it) if published else None,
        breadcrumbs=breadcrumbs(site, links, it) if published else None,
        embed=claim_code(site, links, it),
        citation=citation(site, links, it) if published else None,
        mend=_mend(around),
        json=links.to(claim_data(it.slug)),
    )


def _frame(site: Site, links: Links, it: Claim, up: Link) -> Frame:
    record = it.record
    return frame(
        site,
        links,
        record.claim,
        f"{it.rating.label}: {it.verdict}",
        language=it.language,
        trail=(up,),
        file=it.file,
        listed=record.status == "published",
    )


def _own_frame(site: Site, links: Links, it: Claim, around: Frame) -> Frame:
    """Give the frame without what `mend` has, with what a link to a verdict shows, and with the script."""
    return replace(
        around,
        edit=None,
        history=None,
        report=None,
        preview=claim_preview(site, links, it),
        scripts=(links.to(COPY_SCRIPT),),
        policy=SCRIPTED,
    )


def _mend(around: Frame) -> tuple[Link, ...]:
    """Give where a page can be mended, as far as there is such a place: what the foot of other pages has."""
    places = (
        (around.report, "Report a mistake"),
        (around.edit, "Edit this page"),
        (around.history, "Every change to this page"),
    )
    return tuple(Link(href, words) for href, words in places if href)


def made(site: Site, links: Links, it: Claim) -> Made:
    """Give who made a claim, and when, with the link to more of what the claimant said."""
    record = it.record
    claimant = record.claimant
    on = date(record.claimed_on) if record.claimed_on else None
    if claimant is None:
        return Made("", None, "", on)
    return Made(claimant.name, claimant_href(site, links, it), claimant.citing or "", on)


def _picture(site: Site, links: Links, it: Claim) -> Picture | None:
    media = it.record.media
    if media is None:
        return None
    name = media.file.removeprefix("file:")
    return Picture(links.to(file(name)), media.alt, media.credit or "", site.files[name].size)


def _related(site: Site, links: Links, it: Claim) -> tuple[Brief, ...]:
    others = (site.claims[slug] for slug in it.related)
    return tuple(brief(links, other) for other in others if other.status != "retracted")


def _translations(site: Site, links: Links, it: Claim) -> tuple[Link, ...]:
    shown = [(tag, slug) for tag, slug in it.record.translations.items() if slug in site.claims]
    return tuple(Link(links.to(claim(slug)), language_name(tag)) for tag, slug in shown)

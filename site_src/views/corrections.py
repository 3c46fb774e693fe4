"""The corrections log: every correction and retraction, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import Links, claim, page
from site_src.views.change import Change, was
from site_src.views.frame import Frame, Link, frame
from site_src.views.wording import day, direction

if TYPE_CHECKING:
    import datetime

    from site_src.site.model import Claim, Site


@dataclass(frozen=True, slots=True)
class Logged:
    """A change with the claim that it is of."""

    claim: Link
    language: str
    direction: str
    change: Change


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """The whole log."""

    frame: Frame
    changes: tuple[Logged, ...]
    policy: Link | None


def corrections_page(site: Site, links: Links) -> CorrectionsPage:
    """Make the corrections log."""
    dated = [entry for it in site.claims.values() if it.status != "draft" for entry in _of(site, links, it)]
    ordered = sorted(dated, key=lambda entry: (-entry[0].toordinal(), entry[1].claim.words))
    slug = site.publication.policies.corrections
    return CorrectionsPage(
        frame=frame(site, links, "Corrections log", "Every correction, update, clarification and retraction."),
        changes=tuple(logged for _, logged in ordered),
        policy=Link(links.to(page(slug)), site.pages[slug].record.title) if slug else None,
    )


def _of(site: Site, links: Links, it: Claim) -> list[tuple[datetime.date, Logged]]:
    if not it.record.corrections and not it.record.retracted:
        return []
    link = Link(links.to(claim(it.slug)), it.record.claim)
    changes = [(c.date, Change(day(c.date), c.kind.title(), c.note, was(site, c))) for c in it.record.corrections]
    if it.record.retracted:
        gone = it.record.retracted
        changes.append((gone.date, Change(day(gone.date), "Retracted", gone.reason)))
    return [(when, Logged(link, it.language, direction(it.language), change)) for when, change in changes]

"""What is told of a change of a verdict: on its page, in its history, in the corrections log and in embeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.views.history import events
from site_src.views.wording import When, day, foreign

if TYPE_CHECKING:
    from site_src.models.claim import Correction
    from site_src.site.model import Claim, Site
    from site_src.views.history import Event


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of a claim's history; `was` holds what stood until then, each with its name.

    `language` is the claim's where it is not the interface's.
    """

    on: When
    kind: str
    note: str
    was: tuple[tuple[str, str], ...] = ()
    language: str | None = None


def corrections(site: Site, it: Claim) -> tuple[Change, ...]:
    """Give the corrections of a claim, the newest first."""
    dated = sorted(it.record.corrections, key=lambda change: change.date, reverse=True)
    tongue = foreign(it.language)
    return tuple(Change(day(c.date), c.kind.title(), c.note, was(site, c), tongue) for c in dated)


def changes(site: Site, it: Claim) -> tuple[Change, ...]:
    """Give all that happened to the verdict, the newest first; nothing where there was only the first."""
    told = events(it)
    return tuple(_told(site, it, event) for event in told) if len(told) > 1 else ()


def retraction(it: Claim) -> Change | None:
    """Give when and why a claim was retracted."""
    gone = it.record.retracted
    return Change(day(gone.date), "Retracted", gone.reason, language=foreign(it.language)) if gone else None


def was(site: Site, correction: Correction) -> tuple[tuple[str, str], ...]:
    """Give what stood until a correction, each with its name."""
    former = correction.was
    if former is None:
        return ()
    labels = {rating.id: rating.label for rating in site.ratings}
    rating = labels.get(former.rating, former.rating) if former.rating else None
    named = (("Rating", rating), ("Verdict", former.verdict), ("Claim", former.claim))
    return tuple((name, text) for name, text in named if text)


def _told(site: Site, it: Claim, event: Event) -> Change:
    former = was(site, event.correction) if event.correction else ()
    return Change(day(event.on), _event(event), event.note, former, foreign(it.language))


def _event(event: Event) -> str:
    if event.correction:
        return event.kind.title()
    return {"verdict": "First verdict", "update": "Updated", "retraction": "Retracted"}[event.kind]

"""Listed claims gathered by what they share beside their topic: who made them, and their tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.models.slugs import slug_of
from site_src.site.model import Claimant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from site_src.models import claim as models
    from site_src.site.model import Claim


def claimant_slug(claimant: models.Claimant | None) -> str:
    """Give the slug under which a claimant's claims are gathered; empty where there is none and none can be made."""
    return "" if claimant is None else claimant.slug or slug_of(claimant.name)


def by_claimant(listed: Iterable[Claim]) -> Mapping[str, Claimant]:
    """Gather claims, the newest verdict first, by who made them; name and address are those of the newest that say."""
    made: dict[str, list[Claim]] = {}
    for claim in listed:
        if slug := claimant_slug(claim.record.claimant):
            made.setdefault(slug, []).append(claim)
    return {slug: _claimant(slug, claims) for slug, claims in sorted(made.items())}


def by_tag(listed: Iterable[Claim]) -> Mapping[str, tuple[str, ...]]:
    """Gather the slugs of claims, in their order, by each of their tags."""
    found: dict[str, dict[str, None]] = {}
    for claim in listed:
        for tag in claim.record.tags:
            found.setdefault(tag, {})[claim.slug] = None
    return {tag: tuple(slugs) for tag, slugs in sorted(found.items())}


def _claimant(slug: str, claims: list[Claim]) -> Claimant:
    told = [claim.record.claimant for claim in claims if claim.record.claimant]
    newest, *others = dict.fromkeys(one.name for one in told)
    return Claimant(
        slug=slug,
        name=newest,
        other_names=tuple(others),
        kind=told[0].kind,
        url=next((one.url for one in told if one.url), None),
        claims=tuple(claim.slug for claim in claims),
    )

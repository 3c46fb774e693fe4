"""Listed claims gathered by who made them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from site_src.models.slugs import slug_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_src.models import claim as models


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who made claims: a person or an organization, as the newest of the listed claims under one slug name it.

    `other_names` are those that older claims have; `claims` are the slugs of the claims, the newest verdict first.
    """

    slug: str
    name: str
    other_names: tuple[str, ...]
    kind: Literal["person", "organization"]
    url: str | None
    claims: tuple[str, ...]


def claimant_slug(claimant: models.Claimant | None) -> str:
    """Give the slug under which a claimant's claims are gathered; empty where there is none and none can be made."""
    return "" if claimant is None else claimant.slug or slug_of(claimant.name)


def by_claimant(made: Iterable[tuple[str, models.Claimant | None]]) -> dict[str, Claimant]:
    """Gather the slugs of claims, the newest verdict first, by who made them, who is told beside each.

    Name and address are those of the newest claim that tells them.
    """
    gathered: dict[str, dict[str, models.Claimant]] = {}
    for claim, claimant in made:
        if claimant and (slug := claimant_slug(claimant)):
            gathered.setdefault(slug, {})[claim] = claimant
    return {slug: _claimant(slug, told) for slug, told in sorted(gathered.items())}


def _claimant(slug: str, told: dict[str, models.Claimant]) -> Claimant:
    newest, *others = dict.fromkeys(one.name for one in told.values())
    return Claimant(
        slug=slug,
        name=newest,
        other_names=tuple(others),
        kind=next(iter(told.values())).kind,
        url=next((one.url for one in told.values() if one.url), None),
        claims=tuple(told),
    )

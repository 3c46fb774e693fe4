"""Which entry of a former site an entry of the present one is: that of its slug, or the one that it is called after."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from site_src.addresses import former_slugs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.site.model import Claim, Page, Source, Topic

    Entries = Mapping[str, Claim] | Mapping[str, Source] | Mapping[str, Topic] | Mapping[str, Page]


class Pairs(NamedTuple):
    """Slugs of one kind: of entries in both sites, former and present by the present one; of new ones, and of lost."""

    both: dict[str, tuple[str, str]]
    new: tuple[str, ...]
    gone: tuple[str, ...]


def paired(kind: str, then: Entries, now: Entries) -> Pairs:
    """Gives the slugs of a kind in two sites, those of renamed entries together."""
    both, new = dict[str, tuple[str, str]](), []
    for slug in now:
        names = (slug, *former_slugs(kind, now[slug].record.aliases))
        former = next((name for name in names if name in then and (name == slug or name not in now)), None)
        if former is None:
            new.append(slug)
        else:
            both[slug] = (former, slug)
    kept = {former for former, _ in both.values()}
    return Pairs(both, tuple(new), tuple(slug for slug in then if slug not in kept))

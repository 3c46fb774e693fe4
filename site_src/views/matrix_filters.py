"""What the matrix of a topic can be filtered and put in order by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.views.card import Badge, badge
from site_src.views.matrix import signs
from site_src.views.wording import Said, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.addresses import Links
    from site_src.site.model import Site, Topic
    from site_src.views.matrix import Matrix


@dataclass(frozen=True, slots=True)
class RatingChoice:
    """A rating, and how many claims have it where that is told; `value` stands for it in the page's address."""

    value: str
    badge: Badge
    count: int | None


@dataclass(frozen=True, slots=True)
class StanceChoice:
    """A stance or an absence, and on how many claims there is one."""

    said: Said
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A source or an order: its value in the page's address, and its words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class MatrixFilters:
    """All that can be chosen; `total` is the number of claims in words."""

    ratings: tuple[RatingChoice, ...]
    stances: tuple[StanceChoice, ...]
    sources: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    total: str


def matrix_filters(site: Site, links: Links, it: Topic, table: Matrix) -> MatrixFilters:
    """Make the filters of a topic's table: only what would leave something of it."""
    rated = Counter(site.claims[slug].rating.id for slug in it.claims)
    said = Counter(sign for line in table.lines for sign in {sign for cell in line.cells for sign in signs(cell)})
    return MatrixFilters(
        ratings=tuple(
            RatingChoice(rating.id, badge(rating, links), rated[rating.id])
            for rating in site.ratings
            if rating.id and rated[rating.id]
        ),
        stances=tuple(StanceChoice(one, said[one.sign]) for one in table.legend),
        sources=tuple(Choice(column.slug, column.name) for column in table.columns),
        orders=tuple(_orders(site, it)),
        total=counted(len(it.claims), "claim"),
    )


def _orders(site: Site, it: Topic) -> Iterator[Choice]:
    """Give the orders; a minus before one turns it round, as the script has it."""
    claims = [site.claims[slug] for slug in it.claims]
    yield Choice("", "as in the topic")
    yield Choice("rating", "lowest rating first")
    yield Choice("-rating", "highest rating first")
    yield Choice("-carried", "carried by most sources first")
    yield Choice("carried", "carried by fewest sources first")
    if any(claim.record.claimed_on for claim in claims):
        yield Choice("-claimed", "newest claim first")
        yield Choice("claimed", "oldest claim first")
    if any(one.record.value for claim in claims for one in claim.appearances):
        yield Choice("-figure", "largest figure first")
        yield Choice("figure", "smallest figure first")

"""Finding claims: the controls of the search and of the claims index, and the list that the latter's script reads."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from site_src.addresses import CLAIMS, CLAIMS_LIST, HOME, SEARCH, SEARCH_INDEX, Address, Href, Links
from site_src.views.card import badge
from site_src.views.matrix_filters import Choice, RatingChoice
from site_src.views.wording import direction

if TYPE_CHECKING:
    from site_src.site.model import Site


MOST_CHOICES = 500
"""Nobody looks through a longer list, which would also stand on each page of the claims index."""


@dataclass(frozen=True, slots=True)
class Select:
    """What can be chosen one of: its name in the page's address, its label, and the words for no choice.

    Where `choices` is empty, the script fills it in.
    """

    name: str
    label: str
    all: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Finder:
    """The controls: what their script reads, where the site's home is, and the words for each outcome.

    In `several` a number takes the place of `{}`, in `none` the words that were looked for.
    """

    name: str
    reads: Href
    home: Href
    ratings: tuple[RatingChoice, ...]
    selects: tuple[Select, ...]
    one: str
    several: str
    none: str


def claims_finder(site: Site, links: Links) -> Finder:
    """Make the controls of the claims index."""
    shown = site.topics.items() if len(site.topics) <= MOST_CHOICES else ()
    topics = [Choice(slug, it.record.title) for slug, it in shown if it.claims]
    selects = (
        Select("topic", "Topic", "All topics", tuple(topics)),
        Select("year", "Checked in", "Any year", tuple(Choice(year, year) for year in site.years)),
    )
    return Finder(
        name="Find claims",
        reads=links.to(CLAIMS_LIST),
        home=links.to(HOME),
        ratings=_ratings(site, links),
        selects=tuple(select for select in selects if len(select.choices) > 1),
        one="1 claim",
        several="{} claims",
        none="No claim fits.",
    )


def search_finder(site: Site, links: Links) -> Finder:
    """Make the controls of the search; what its selects offer is in the index."""
    return Finder(
        name="Search this site",
        reads=links.to(Address(f"{SEARCH_INDEX}pagefind.js")),
        home=links.to(HOME),
        ratings=_ratings(site, links),
        selects=(
            Select("kind", "Kind of page", "All kinds"),
            Select("topic", "Topic", "All topics"),
            Select("source", "Source", "All sources"),
            Select("claimant", "Claim by", "Anyone"),
            Select("year", "Checked in", "Any year"),
            Select("language", "Language", "All languages"),
        ),
        one="1 result",
        several="{} results",
        none="Nothing was found.",
    )


def claims_list(site: Site) -> dict[str, Any]:
    """Give the listed claims, the newest verdict first, as short as can be: see `columns`; an empty language is the
    site's own, and `rtl` has the languages that are written from right to left.
    """
    rows = [json.loads(site.recall("claims list", slug, partial(_row, site, slug))) for slug in site.listed]
    own = site.publication.language
    languages = sorted({row[-1] or own for row in rows})
    return {
        "columns": ["slug", "claim", "rating", "topic", "checked", "claimant", "language"],
        "language": own,
        "rtl": [language for language in languages if direction(language) == "rtl"],
        "claims": rows,
    }


def _row(site: Site, slug: str) -> str:
    """Give a claim's row in that list as JSON."""
    it = site.claims[slug]
    language = "" if it.language == site.publication.language else it.language
    name = it.record.claimant.name if it.record.claimant else ""
    return json.dumps([slug, it.record.claim, it.rating.id, it.record.topic, _day(site, slug), name, language])


def _ratings(site: Site, links: Links) -> tuple[RatingChoice, ...]:
    """Give the ratings of listed claims, in the order of the scale; how many have each is told on one page only.

    Else a change of one rating would change every page of the index.
    """
    given = [rating for rating in site.ratings if rating.id in tuple(site.used)]
    count = site.rated if links.here in (CLAIMS, SEARCH) else {}
    return tuple(RatingChoice(rating.id, badge(rating, links), count.get(rating.id)) for rating in given)


def _day(site: Site, slug: str) -> str:
    it = site.claims[slug]
    return it.changed_on.isoformat() if it.record.reviewed_on else ""

"""Where an editor begins a new claim in the browser: GitHub, with a file that has the keys and a note above each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.elsewhere import new_file
from site_src.models.claim import Claim
from site_src.models.described import keys
from site_src.models.skeleton import skeleton

if TYPE_CHECKING:
    from site_src.addresses import Href
    from site_src.models.publication import Repository
    from site_src.site.model import Site

# Servers take addresses of about 8,000 characters (RFC 9110, section 4.1); some of what is in between takes fewer.
_LONGEST = 6_000
_NAME = "short-name-of-this-claim.md"
_BODY = "TODO Say how it was checked: what you looked for, what you found, what remains open.\n"
_MOSTLY = ("claim", "topic", "status", "rating", "verdict", "reviewed_on", "appearances", "claimant", "claimed_on")


def new_claim(site: Site) -> Href | None:
    """Give the address at which GitHub offers the file of a new claim; None where there is no repository on GitHub."""
    repository = site.publication.repository
    if not repository or not repository.on_github:
        return None
    topics, ratings = tuple(site.topics), tuple(one.id for one in site.ratings if not one.retired)
    whole = _address(repository, {"topics": topics, "ratings": ratings})
    return whole if len(whole) <= _LONGEST else _address(repository, {"ratings": ratings[:10]})


def _address(repository: Repository, known: dict[str, tuple[str, ...]]) -> Href:
    passing = [each.name for each in keys(Claim) if each.name not in _MOSTLY]
    text = skeleton(Claim, {"status": "draft"}, known=known, passing=passing) + _BODY
    return new_file(repository.url, repository.branch, "content/claims", _NAME, text)

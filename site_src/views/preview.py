"""What a link to a page shows elsewhere, by the Open Graph protocol and in the cards of social networks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_src.addresses import card, changed, file
from site_src.views.social_card import CARD_SIZE, told
from site_src.views.wording import locale_name

if TYPE_CHECKING:
    from site_src.addresses import Links
    from site_src.site.model import Claim, Site

_SHOWN_ELSEWHERE = ("png", "jpg", "jpeg", "webp")


@dataclass(frozen=True, slots=True)
class PreviewImage:
    """A picture by its full address, its size in pixels where that is known, and what it shows."""

    address: str
    size: tuple[int, int] | None
    alt: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The title and description of a link, its kind (`website` or `article`), locale and picture.

    `large` where the picture is made for previews, so that it may fill the width.
    """

    title: str
    description: str
    kind: str
    locale: str
    image: PreviewImage | None
    large: bool = False


def preview(site: Site, links: Links, title: str, description: str, language: str) -> Preview:
    """Make the preview of a page, with the publisher's mark for a picture."""
    return Preview(title, description, "website", locale_name(language), _mark(site, links))


def claim_preview(site: Site, links: Links, it: Claim) -> Preview:
    """Make the preview of a verdict: the claim is never shown without its rating, so that nobody takes it for ours."""
    gone = it.record.retracted
    rating, said = ("Verdict retracted", gone.reason) if gone else (it.rating.label, it.verdict)
    made = Preview(f"{rating}: “{it.record.claim}”", said, "article", locale_name(it.language), None)
    if it.slug in site.cards:
        address = changed(links.canonical(card(it.slug)), it.changed_on.isoformat())
        return replace(made, image=PreviewImage(address, CARD_SIZE, told(site, it)), large=True)
    return replace(made, image=_picture(site, links, it) or _mark(site, links))


def _picture(site: Site, links: Links, it: Claim) -> PreviewImage | None:
    media = it.record.media
    return _image(site, links, media.file, media.alt) if media and it.status != "retracted" else None


def _mark(site: Site, links: Links) -> PreviewImage | None:
    publisher = site.publication.publisher
    return _image(site, links, publisher.logo, publisher.name) if publisher.logo else None


def _image(site: Site, links: Links, named: str, alt: str) -> PreviewImage | None:
    """Give a picture of the content's, if it is of a kind that others show."""
    found = site.files[named.removeprefix("file:")]
    if found.ending not in _SHOWN_ELSEWHERE:
        return None
    return PreviewImage(links.canonical(file(found.name)), found.size, alt)

"""Claims, sources, topics and ratings as JSON: the keys of their files, and what the program worked out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Links, claim, claim_data, file, source, topic
from site_src.site.model import Excerpt
from site_src.views.appearance import source_name
from site_src.views.body import canonical_html
from site_src.views.evidence import sums
from site_src.views.plain import Json, plain

if TYPE_CHECKING:
    from site_src.site.model import Appearance, Claim, Site, Source, Topic
    from site_src.site.rating import Rating


def claim_record(site: Site, links: Links, it: Claim) -> Json:
    """Give a claim: the keys of its file, with references resolved, and what was worked out of them."""
    record = it.whole
    return {
        "slug": it.slug,
        "page": links.canonical(claim(it.slug)),
        "json": links.canonical(claim_data(it.slug)),
        **plain(
            record,
            language=it.language,
            translations={tag: slug for tag, slug in record.translations.items() if slug in site.claims},
            verdict=it.verdict,
            reviewers=list(record.reviewers) or [site.publication.publisher.name],
            appearances=[appearance_record(site, one) for one in it.appearances],
            calculations=[
                {**plain(one), "result": worked.result}
                for one, worked in zip(record.calculations, sums(it), strict=True)
            ],
            related=[slug for slug in it.related if site.claims[slug].status != "retracted"],
            media=plain(record.media, file=_file(links, record.media.file)) if record.media else None,
        ),
        "rating_label": it.rating.label,
        "rating_value": it.rating.number,
        "rating_best": it.rating.best,
        "carriers": list(it.carriers),
        "origins": list(it.origins),
        **_body(site, links, it),
    }


def source_record(site: Site, links: Links, it: Source) -> Json:
    """Give a source: the keys of its file, and what was worked out of them."""
    return {
        "slug": it.slug,
        "page": links.canonical(source(it.slug)),
        "name": source_name(it),
        **plain(it.whole),
        "language": it.language,
        "held": it.is_held,
        "words": it.words,
        **_body(site, links, it),
    }


def topic_record(site: Site, links: Links, it: Topic) -> Json:
    """Give a topic: the keys of its file but `order`, which may name drafts."""
    return {
        "slug": it.slug,
        "page": links.canonical(topic(it.slug)),
        **{key: value for key, value in plain(it.whole).items() if key != "order"},
        **_body(site, links, it),
    }


def rating_record(it: Rating) -> Json:
    """Give a rating with its place on the scale, 1 being worst."""
    return {
        "id": it.id,
        "label": it.label,
        "definition": it.definition,
        "tone": it.tone,
        "value": it.number,
        "best": it.best,
        "retired": it.retired,
    }


def appearance_record(site: Site, one: Appearance) -> Json:
    """Give what a source says of a claim: the keys of the file, its origin, and what is known of its excerpt."""
    record = one.record
    return {
        **plain(record),
        "origin": one.origin if one.speaks else None,
        "chain": list(one.chain) if one.speaks else [],
        "excerpt_verified": verified(one),
        "word": one.word,
        "claim": record.claim if record.claim in site.claims else None,
    }


def verified(one: Appearance) -> bool | None:
    """Tell whether the words of an excerpt were found in the source's text; None where there is no excerpt."""
    return None if one.excerpt is Excerpt.NONE else one.excerpt is Excerpt.VERIFIED


def _file(links: Links, name: str) -> str:
    return links.canonical(file(name.removeprefix("file:")))


def _body(site: Site, links: Links, it: Claim | Source | Topic) -> Json:
    return {"body_html": canonical_html(site, links, it), "body_text": it.body.text}

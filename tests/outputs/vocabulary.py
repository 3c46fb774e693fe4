"""The part of schema.org's vocabulary that the site uses, and what a JSON-LD processor finds to be against it.

The table is that of release 30.0: what a property may stand on, and what may stand under it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pyld import jsonld
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]

SCHEMA = "https://schema.org/"

ABOVE = {
    "BreadcrumbList": "ItemList",
    "Claim": "CreativeWork",
    "ClaimReview": "Review",
    "Comment": "CreativeWork",
    "CorrectionComment": "Comment",
    "CreativeWork": "Thing",
    "DataFeed": "Dataset",
    "DataFeedItem": "Intangible",
    "Dataset": "CreativeWork",
    "Intangible": "Thing",
    "ItemList": "Intangible",
    "ListItem": "Intangible",
    "Organization": "Thing",
    "Person": "Thing",
    "Rating": "Intangible",
    "Review": "CreativeWork",
}
PROPERTIES = {
    "alternateName": ("Thing", "Text"),
    "appearance": ("Claim", "CreativeWork"),
    "archivedAt": ("CreativeWork", "URL WebPage"),
    "author": ("CreativeWork Rating", "Organization Person"),
    "bestRating": ("Rating", "Number Text"),
    "citation": ("CreativeWork", "CreativeWork Text"),
    "claimReviewed": ("ClaimReview", "Text"),
    "correction": ("CreativeWork", "CorrectionComment Text URL"),
    "correctionsPolicy": ("Organization", "CreativeWork URL"),
    "dataFeedElement": ("DataFeed", "DataFeedItem Text Thing"),
    "dateCreated": ("CreativeWork DataFeedItem", "Date DateTime"),
    "dateModified": ("CreativeWork DataFeedItem", "Date DateTime"),
    "datePublished": ("CreativeWork", "Date DateTime"),
    "description": ("Thing", "Text"),
    "ethicsPolicy": ("Organization", "CreativeWork URL"),
    "firstAppearance": ("Claim", "CreativeWork"),
    "hasPart": ("CreativeWork", "CreativeWork"),
    "headline": ("CreativeWork", "Text"),
    "inLanguage": ("CreativeWork", "Language Text"),
    "isPartOf": ("CreativeWork", "CreativeWork URL"),
    "item": ("DataFeedItem ListItem", "Thing"),
    "itemListElement": ("ItemList", "ListItem Text Thing"),
    "itemReviewed": ("Review", "Thing"),
    "license": ("CreativeWork", "CreativeWork URL"),
    "logo": ("Organization", "ImageObject URL"),
    "name": ("Thing", "Text"),
    "ownershipFundingInfo": ("Organization", "CreativeWork Text URL"),
    "position": ("CreativeWork ListItem", "Integer Text"),
    "publisher": ("CreativeWork", "Organization Person"),
    "publishingPrinciples": ("CreativeWork Organization Person", "CreativeWork URL"),
    "ratingExplanation": ("Rating", "Text"),
    "ratingValue": ("Rating", "Number Text"),
    "reviewRating": ("Review", "Rating"),
    "sameAs": ("Thing", "URL"),
    "text": ("CreativeWork", "Text"),
    "url": ("Thing", "URL"),
    "worstRating": ("Rating", "Number Text"),
}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def linked_data(page: bytes) -> list[Json]:
    """Give what a page has for machines, as it stands there."""
    scripts = LexborHTMLParser(page.decode()).css('script[type="application/ld+json"]')
    return [json.loads(script.text()) for script in scripts]


def against_vocabulary(document: Json) -> list[str]:
    """Give what stands where the vocabulary does not have it, as a JSON-LD processor reads the document."""
    nodes: dict[str, Json] = {node["@id"]: node for node in jsonld.flatten(document, options={"documentLoader": _load})}
    return [complaint for node in nodes.values() for complaint in _against(node, nodes)]


def _load(url: str, _options: object) -> Json:
    """Give schema.org's context in brief: every name is one of the vocabulary's; the path of a list step is a link."""
    assert url == "https://schema.org"
    context = {"@vocab": SCHEMA}
    return {
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": context},
        "contentType": "application/json",
    }


def _against(node: Json, nodes: dict[str, Json]) -> Iterator[str]:
    types = {each for name in _types(node) for each in _upwards(name)}
    if not types:
        yield f"{node['@id']} has no type"
    for key, values in node.items():
        name = key.removeprefix(SCHEMA)
        if key.startswith("@"):
            continue
        if name not in PROPERTIES:
            yield f"{name} is no property that the table has"
            continue
        domain, ranges = (set(names.split()) for names in PROPERTIES[name])
        if not domain & types:
            yield f"{name} stands on {', '.join(_types(node))}"
        yield from (f"{name} holds {value}" for value in values if not _fits(value, ranges, nodes, name))


def _fits(value: Json, ranges: set[str], nodes: dict[str, Json], name: str) -> bool:
    if "@id" in value:
        node = nodes.get(value["@id"], {})
        return any(ranges & set(_upwards(each)) for each in _types(node))
    literal = value["@value"]
    # What a list step leads to may be named by its address alone (Google's guideline for breadcrumbs).
    return any(_is(literal, kind) for kind in ranges) or (name == "item" and _is(literal, "URL"))


def _is(literal: object, kind: str) -> bool:
    if kind in ("Number", "Integer"):
        return type(literal) is int
    if not isinstance(literal, str):
        return False
    if kind == "URL":
        parts = urlsplit(literal)
        return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"\s", literal)
    if kind == "Date":
        return bool(DATE.fullmatch(literal))
    return kind == "Text" and bool(literal)


def _types(node: Json) -> list[str]:
    return [name.removeprefix(SCHEMA) for name in node.get("@type", [])]


def _upwards(name: str) -> Iterator[str]:
    yield name
    while name != "Thing":
        name = ABOVE[name]
        yield name

"""What a file is beside its text: its elements and attributes, its keys, its rows. No content may change that."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

Shape = Counter[str]


def shape(path: str, content: bytes) -> Shape:
    """Give what a file is made of, its texts aside; a file that a machine cannot read raises."""
    ending = path.rpartition(".")[2]
    if ending == "html":
        return Counter(_elements(content))
    if ending in ("xml", "svg"):
        return Counter(_nodes(content))
    if ending in ("json", "jsonld"):
        return Counter(_keys(json.loads(content)))
    if ending == "csv":
        return Counter(f"row of {len(row)}" for row in csv.reader(io.StringIO(content.decode(), newline="")))
    return Counter(lines=len(content.splitlines())) if ending == "txt" else Counter()


def _elements(content: bytes) -> Iterator[str]:
    page = LexborHTMLParser(content.decode())
    # A drawing has as many lines as its names need; what it is made of is the same.
    yield from {part for node in page.css("svg *") for part in _parts(node)}
    for node in page.css("*:not(svg *)"):
        yield from _parts(node)
        if node.tag == "script" and node.attributes.get("type") == "application/ld+json":
            yield from _keys(json.loads(node.text()))


def _parts(node: LexborNode) -> Iterator[str]:
    yield node.tag or ""
    yield from (f"{node.tag} {name}" for name in node.attributes)


def _nodes(content: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for node in etree.fromstring(content, parser).iter():
        yield str(node.tag)
        yield from (f"{node.tag} {name}" for name in node.attrib)


def _keys(value: object, way: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield f"{way}.{key}"
            yield from _keys(each, f"{way}.{key}")
    elif isinstance(value, list):
        for each in value:
            yield from _keys(each, f"{way}[]")
    else:
        yield f"{way}: {type(value).__name__}"

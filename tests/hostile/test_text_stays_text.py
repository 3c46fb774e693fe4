"""Whatever stands in a field or a body is shown as the text that it is, in every file of the site."""

from __future__ import annotations

import csv
import io
import json
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.editions import edition, files_of
from tests.hostile.payloads import PAYLOADS, PLAIN, harbour_with
from tests.hostile.shape import shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CLAIM = "claims/repair-cost/index.html"
LEADS_TO = {"", "http", "https", "mailto"}
# What Markdown makes beside the templates' own elements.
MARKDOWN = frozenset(
    {"p", "code", "pre", "ul", "ol", "li", "blockquote", "em", "strong", "s", "a", "hr", "br", "sup", "table", "thead"}
    | {"tbody", "tr", "th", "td", "h2", "h3", "h4", "h5", "h6", "a href", "li id", "sup id", "h2 id"}
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_in_every_field_changes_no_file_but_in_its_text(payload: str) -> None:
    hostile, harmless = built(payload), built(like(payload))
    assert hostile.keys() == harmless.keys()
    assert {path for path in hostile if shape(path, hostile[path]) != shape(path, harmless[path])} == set()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_in_every_field_is_lost_nowhere(payload: str) -> None:
    site = built(payload)
    shown = LexborHTMLParser(site[CLAIM].decode()).css_first("h1")
    assert shown is not None
    assert " ".join(payload.split()) in " ".join(shown.text().split())
    assert json.loads(site["claims/repair-cost/claim.json"])["claim"]["claim"] == payload
    row = next(csv.DictReader(io.StringIO(site["data/claims.csv"].decode("utf-8-sig"), newline="")))
    assert payload in row["claim"]


@pytest.mark.parametrize("payload", [payload for payload in PAYLOADS if "](" not in payload])
def test_a_text_in_every_body_makes_nothing_that_markdown_does_not_make(payload: str) -> None:
    known = set(parts(built(PLAIN))) | MARKDOWN
    assert set(parts(built(PLAIN, body=payload))) - known == set()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_link_leads_to_a_script_or_a_document_in_itself(payload: str) -> None:
    for content in built(payload).values():
        if content.startswith(b"<!doctype html>"):
            for node in LexborHTMLParser(content.decode()).css("[href], [src]"):
                address = node.attributes.get("href") or node.attributes.get("src") or ""
                assert urlsplit(address).scheme in LEADS_TO


@lru_cache(maxsize=4)
def built(text: str, body: str = PLAIN) -> Mapping[str, bytes]:
    """Give the files of harbour with a text in every field."""
    return files_of(edition(harbour_with(text, body=body)))


def like(payload: str) -> str:
    """Give a harmless text of the same length, with spaces, numbers and brackets, which mean something, as they are."""
    return "".join(sign if sign in " 0123456789.[]" else "x" for sign in payload)


def parts(site: Mapping[str, bytes]) -> Iterator[str]:
    """Give every element of a site's pages, and every attribute with its element."""
    for path, content in site.items():
        if path.endswith(".html"):
            yield from (part for part in shape(path, content) if "." not in part)

"""Feeds as their readers have them: Atom by feedparser, JSON Feed by a schema of its specification, version 1.1."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

import feedparser
import jsonschema
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.bare import bare
from tests.editions import edition, files_of, shipped
from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from site_src.site.model import Site

TYPED = '</title><b>&amp; ]]> <![CDATA[ <?xml ?> {{ view }} "it\'s"'
QUOTED = json.dumps(TYPED)


def hostile() -> Site:
    """Give harbour with a claim of which every text in a feed tries to be markup."""
    texts = f"claim: {QUOTED}\nverdict: {QUOTED}\ntags: [weir]\ncorrections:\n"
    change = f"  - {{date: 2024-06-01, kind: update, note: {QUOTED}, was: {{verdict: {QUOTED}}}}}"
    return edition({"claims/lock.md": claim(texts + change)})


SITES: dict[str, Callable[[], Site]] = {"harbour": edition, "hostile": hostile, "bare": bare, "shipped": shipped}
EACH = pytest.mark.parametrize("name", SITES)


@EACH
def test_feedparser_finds_nothing_to_complain_about(name: str) -> None:
    for path, content in feeds(name, "xml"):
        read = parsed(content)
        assert (path, read.bozo, read.version) == (path, False, "atom10")


@EACH
def test_every_feed_says_what_it_is_whose_it_is_and_where_it_stands(name: str) -> None:
    base = SITES[name]().base
    for path, content in feeds(name, "xml"):
        feed = parsed(content).feed
        assert feed.id == f"{base}{now(path)}"
        assert feed.title
        assert feed.updated_parsed
        assert feed.author_detail.name
        assert {link.rel: link.href for link in feed.links if link.rel == "self"} == {"self": f"{base}{now(path)}"}


@EACH
def test_every_entry_has_an_id_of_its_own_a_date_a_text_and_a_page(name: str) -> None:
    files = built(name)
    for _, content in feeds(name, "xml"):
        entries = parsed(content).entries
        assert len({entry.id for entry in entries}) == len(entries) <= 50
        for entry in entries:
            assert entry.updated_parsed
            assert entry.content[0].value
            page = entry.link.removeprefix(SITES[name]().base)
            assert f"{page}index.html" in files
            assert entry.id.startswith(f"{entry.link}#")


@EACH
def test_entries_stand_the_newest_first_and_the_feed_is_as_new_as_the_first(name: str) -> None:
    for _, content in feeds(name, "xml"):
        read = parsed(content)
        days = [entry.updated for entry in read.entries]
        assert days == sorted(days, reverse=True)
        assert days[:1] in ([], [read.feed.updated])


@EACH
def test_both_formats_of_a_feed_tell_the_same(name: str) -> None:
    others = dict(feeds(name, "json"))
    for path, content in feeds(name, "xml"):
        read = json.loads(others.pop(path.replace(".xml", ".json")))
        assert [(item["id"], item["title"], item["url"], item["date_published"]) for item in read["items"]] == [
            (entry.id, entry.title, entry.link, entry.published) for entry in parsed(content).entries
        ]
    assert others == {}


@EACH
def test_every_json_feed_is_as_its_specification_has_it(name: str) -> None:
    for path, content in feeds(name, "json"):
        read = json.loads(content)
        JSON_FEED.validate(read)
        assert read["feed_url"] == f"{SITES[name]().base}{now(path)}"


def test_the_feed_of_a_renamed_topic_goes_on_at_its_former_address() -> None:
    files = built("harbour")
    for ending in ("xml", "json"):
        assert files[f"feeds/topics/bridge-repair.{ending}"] == files[f"feeds/topics/harbour-bridge.{ending}"]


def test_what_is_against_the_specification_is_found() -> None:
    wrong = {"version": "https://jsonfeed.org/version/1", "items": [{"id": 1}], "home_page_url": "/", "author": {}}
    assert len(list(JSON_FEED.iter_errors(wrong))) == 6


def test_what_tries_to_be_markup_arrives_as_it_was_typed() -> None:
    read = parsed(built("hostile")["feed.xml"])
    assert [entry.title for entry in read.entries if "lock/" in entry.link] == [f"Updated: {TYPED}", f"New: {TYPED}"]
    note, former, now = LexborHTMLParser(read.entries[0].content[0].value).css("p")
    assert note.text() == TYPED
    assert former.text() == f"Verdict until then: {TYPED}"
    assert now.text() == f"Supported: {TYPED}"


def test_texts_from_right_to_left_are_marked_and_intact() -> None:
    entry = next(one for one in parsed(built("harbour")["feed.xml"]).entries if "repair-cost-ar" in one.id)
    assert entry.title == "New: \u2068بلغت تكلفة إصلاح الجسر 4.2 مليون يورو.\u2069"
    assert (entry.title_detail.language, entry.content[0].language) == ("ar", "ar")
    assert b'<div xmlns="http://www.w3.org/1999/xhtml" dir="rtl">' in built("harbour")["feed.xml"]


@EACH
def test_the_front_page_each_topic_and_each_tag_name_their_feeds_to_programs_and_no_other_page_does(name: str) -> None:
    site = SITES[name]()
    named = {path: list(feed_links(path, content)) for path, content in built(name).items() if path.endswith(".html")}
    assert {path: links for path, links in named.items() if links} == {
        "index.html": ["feed.xml", "feed.json"],
        **{
            f"topics/{slug}/index.html": [f"feeds/topics/{slug}.xml", f"feeds/topics/{slug}.json"]
            for slug in site.topics
        },
        **{f"tags/{tag}/index.html": [f"feeds/tags/{tag}.xml", f"feeds/tags/{tag}.json"] for tag in site.tagged},
    }
    assert {link for links in named.values() for link in links} <= set(built(name))


def test_no_feed_asks_the_clock() -> None:
    assert parsed(built("bare")["feed.xml"]).feed.updated == "1970-01-01T00:00:00Z"


TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https?://[^/ ]+/"}
TIME = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$"}
TAG = {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"}
ITEM = {
    "id": TEXT,
    "url": ADDRESS,
    "title": TEXT,
    "content_text": TEXT,
    "date_published": TIME,
    "language": TAG,
    "tags": {"type": "array", "items": TEXT, "uniqueItems": True},
}
FEED = {
    "version": {"const": "https://jsonfeed.org/version/1.1"},
    "title": TEXT,
    "home_page_url": ADDRESS,
    "feed_url": ADDRESS,
    "description": TEXT,
    "language": TAG,
    "authors": {
        "type": "array",
        "minItems": 1,
        "items": {"type": "object", "properties": {"name": TEXT, "url": ADDRESS}, "additionalProperties": False},
    },
    "items": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": ITEM,
            "required": ["id", "content_text"],
            "additionalProperties": False,
        },
    },
}
JSON_FEED = jsonschema.Draft202012Validator(
    {"type": "object", "properties": FEED, "required": ["version", "title", "items"], "additionalProperties": False}
)


def parsed(content: bytes) -> feedparser.FeedParserDict:
    """Give a feed as feedparser has it."""
    return feedparser.parse(content, response_headers={"content-type": "application/atom+xml"})


def feeds(name: str, ending: str) -> Iterator[tuple[str, bytes]]:
    """Give each feed of a site in one format, with its path."""
    found = [(path, content) for path, content in built(name).items() if path.startswith("feed")]
    assert found
    return ((path, content) for path, content in found if path.endswith(f".{ending}"))


def now(path: str) -> str:
    """Give the path at which a feed says it stands: a renamed topic's names the new one."""
    return path.replace("bridge-repair", "harbour-bridge")


def feed_links(path: str, content: bytes) -> Iterator[str]:
    """Give the path of each feed that a page names."""
    up = "../" * path.count("/")
    for link in LexborHTMLParser(content.decode()).css('link[rel="alternate"]'):
        if (link.attributes["type"] or "").removeprefix("application/") in ("atom+xml", "feed+json"):
            assert link.attributes["title"]
            yield (link.attributes["href"] or "").removeprefix(up)


@lru_cache
def built(name: str) -> dict[str, bytes]:
    """Give every file of a site."""
    return files_of(SITES[name]())

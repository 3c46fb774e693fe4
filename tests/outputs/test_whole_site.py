"""What holds for every page of every edition: sound HTML, links that lead somewhere, nothing loaded from elsewhere."""

from __future__ import annotations

import itertools
import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from html5lib.html5parser import ParseError

from site_src.reading.files import ContentFile, Tree
from tests.editions import edition, files_of, shipped, site_of
from tests.harbour import claim, laid_over
from tests.outputs.pages import Page, parse, parsed, target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from site_src.site.model import Site

TYPED = "</title></script><script>alert(1)</script><b onclick=alert(2)> \" ' & {{ 7 * 7 }} {% raw %} &lt; ]]>"


def many() -> Site:
    """Give harbour with 101 listed claims."""
    return edition({f"claims/lock-{number:03}.md": claim() for number in range(96)})


def hostile() -> Site:
    """Give harbour with a claim of which every text tries to be markup."""
    return edition({"claims/lock.md": HOSTILE_CLAIM, "sources/weir.md": HOSTILE_SOURCE, "pages/gate.md": HOSTILE_PAGE})


def empty() -> Site:
    """Give a publication that has nothing yet but its settings."""
    settings = {file.name: file.content for file in laid_over({}).files if file.name in ("site.yaml", "ratings.yaml")}
    plain = re.sub(rb"policies:\n(  .*\n)+|  logo: .*\n", b"", settings["site.yaml"])
    files = {**settings, "site.yaml": plain}
    return site_of(Tree(tuple(ContentFile(name, content) for name, content in sorted(files.items())), ()))


EDITIONS: dict[str, Callable[[], Site]] = {
    "harbour": edition,
    "empty": empty,
    "drafts": lambda: edition(drafts=True),
    "hostile": hostile,
    "many": many,
    "shipped": shipped,
}


@pytest.mark.parametrize("name", EDITIONS)
def test_every_page_is_sound_html(name: str) -> None:
    assert complaints(
        f"{path}: {mistake}"
        for path, content in built(name).items()
        if path.endswith(".html") and (mistake := mistake_in(content))
    )


def test_a_mistake_in_html_is_found() -> None:
    assert mistake_in(b"<!doctype html><title>A page</title><p>A <b>word</p>")
    assert not mistake_in(b"<!doctype html><title>A page</title><p>A <b>word</b></p>")


@pytest.mark.parametrize("name", EDITIONS)
def test_ids_stand_once_a_page(name: str) -> None:
    assert complaints(f"{page.path}: {one}" for page in pages(name) for one in set(page.ids) if page.ids.count(one) > 1)


@pytest.mark.parametrize("for_disk", [False, True], ids=["served", "for disk"])
@pytest.mark.parametrize("name", EDITIONS)
def test_every_link_within_the_site_leads_to_a_file_and_its_fragment(name: str, *, for_disk: bool) -> None:
    files = built(name, for_disk=for_disk)
    ids = {page.path: set(page.ids) for page in pages(name, for_disk=for_disk)}
    assert complaints(dead_links(name, files, ids, for_disk=for_disk))


@pytest.mark.parametrize("name", EDITIONS)
def test_links_that_leave_the_site_are_complete_addresses(name: str) -> None:
    assert complaints(
        f"{page.path}: {link}"
        for page in pages(name)
        if page.path != "404.html"
        for _, link in page.links()
        if target(page, link) is None and urlsplit(link).scheme not in ("http", "https", "mailto")
    )


@pytest.mark.parametrize("name", EDITIONS)
def test_the_page_for_what_is_not_there_links_from_the_servers_root(name: str) -> None:
    base = urlsplit(EDITIONS[name]().base).path
    lost = next(page for page in pages(name) if page.path == "404.html")
    ours = [link for _, link in lost.links() if not urlsplit(link).scheme and not link.startswith("#")]
    assert ours
    assert complaints(link for link in ours if not link.startswith(base))


@pytest.mark.parametrize("name", EDITIONS)
def test_what_a_label_or_a_sign_refers_to_is_on_the_page(name: str) -> None:
    assert complaints(
        f"{page.path}: {key} {one}"
        for page in pages(name)
        for element in page.root.iter()
        for key in ("aria-labelledby", "aria-describedby", "aria-controls", "for")
        for one in (element.get(key) or "").split()
        if one not in page.ids
    )


@pytest.mark.parametrize("name", EDITIONS)
def test_every_page_has_one_heading_of_the_first_rank_and_none_is_skipped(name: str) -> None:
    for page in contents(name):
        ranks = [int(str(one.tag)[1]) for one in page.root.iter() if re.fullmatch("h[1-6]", str(one.tag))]
        # A notice that a claim was retracted comes before the claim itself.
        following = ranks[ranks.index(1) :]
        assert ranks.count(1) == 1, page.path
        assert all(rank <= before + 1 for before, rank in itertools.pairwise(following)), (page.path, ranks)


@pytest.mark.parametrize("name", EDITIONS)
def test_every_page_has_a_title_a_description_and_its_canonical_address(name: str) -> None:
    base = EDITIONS[name]().base
    for page in contents(name):
        assert page.text("title"), page.path
        if page.path.startswith("embed/"):
            shown = canonical(page).removeprefix(base)
            assert f"{shown}index.html" in built(name)
            assert shown.split("/")[0] == page.path.split("/")[1]
        else:
            assert meta(page, "description"), page.path
            assert canonical(page) == base + page.path.removesuffix("index.html")


@pytest.mark.parametrize("name", ["harbour", "drafts", "shipped"])
def test_no_two_pages_have_one_title(name: str) -> None:
    titles = [page.text("title") for page in contents(name) if not page.path.startswith("embed/")]
    assert complaints(title for title in set(titles) if titles.count(title) > 1)


@pytest.mark.parametrize("name", EDITIONS)
def test_every_page_says_its_language_and_works_on_a_narrow_screen(name: str) -> None:
    for page in pages(name):
        assert page.root.get("lang"), page.path
        assert meta(page, "viewport") == "width=device-width, initial-scale=1"


@pytest.mark.parametrize("name", EDITIONS)
def test_no_page_has_styles_or_scripts_in_it_save_data_for_machines(name: str) -> None:
    for page in pages(name):
        for script in page.root.iter("script"):
            assert (script.get("type") == "application/ld+json") is not bool(script.get("src")), page.path
            assert not script.get("src") or not "".join(script.itertext()), page.path
        assert list(page.root.iter("style")) == []
        keys = {key for element in page.root.iter() for key in element.attrib}
        assert complaints(key for key in keys if key == "style" or key.startswith("on"))


@pytest.mark.parametrize("name", EDITIONS)
def test_no_page_loads_anything_from_elsewhere(name: str) -> None:
    loading = ("img", "script", "iframe", "source", "video", "audio", "object", "embed", "form", "use")
    for page in pages(name):
        loaded = [link for tag, link in page.links() if tag in loading]
        # What is canonical or alternate is named, not loaded.
        named = ("canonical", "alternate")
        loaded += [link.get("href", "") for link in page.root.iter("link") if link.get("rel") not in named]
        assert complaints(link for link in loaded if target(page, link) is None and page.path != "404.html")


def test_the_stylesheet_loads_nothing() -> None:
    style = built("harbour")["assets/site.css"].decode()
    assert re.findall(r"url\(|@import|src:", style) == []
    assert style.startswith("@layer ")


@pytest.mark.parametrize("name", EDITIONS)
def test_every_page_forbids_what_it_does_not_need(name: str) -> None:
    for page in pages(name):
        policy = [one.get("content", "") for one in page.root.iter("meta") if one.get("http-equiv") == CSP]
        assert len(policy) == 1, page.path
        assert "default-src 'none'" in policy[0]
        assert "'unsafe-" not in policy[0]
        runs = any(script.get("src") for script in page.root.iter("script"))
        assert ("script-src 'self'" in policy[0]) is runs, page.path


@pytest.mark.parametrize("name", EDITIONS)
def test_pictures_have_a_text_and_a_size(name: str) -> None:
    for page in pages(name):
        for picture in page.root.iter("img"):
            assert picture.get("alt"), page.path
            assert picture.get("width"), page.path
            assert picture.get("height"), page.path


@pytest.mark.parametrize("name", EDITIONS)
def test_published_claims_and_no_other_pages_have_a_claim_review_that_is_sound(name: str) -> None:
    site = EDITIONS[name]()
    reviewed = {}
    for page in pages(name):
        for script in page.root.iter("script"):
            told = json.loads("".join(script.itertext()) or "{}")
            if told.get("@type") == "ClaimReview":
                reviewed[page.path] = told["claimReviewed"]
    published = {slug: it for slug, it in site.claims.items() if it.status == "published"}
    assert reviewed == {f"claims/{slug}/index.html": it.record.claim for slug, it in published.items()}


@pytest.mark.parametrize("name", EDITIONS)
def test_search_engines_are_kept_from_drafts_retracted_claims_redirects_embeds_and_errors_only(name: str) -> None:
    site = EDITIONS[name]()
    hidden = {f"claims/{slug}/index.html" for slug, it in site.claims.items() if it.status != "published"}
    elsewhere = {page.path for page in pages(name) if page.is_redirect or page.path.startswith("embed/")}
    kept = {page.path for page in pages(name) if meta(page, "robots") == "noindex"}
    assert kept == hidden | elsewhere | {"404.html"}


def test_nothing_of_a_draft_is_published() -> None:
    words = ("40,000 passengers", "ferry-passengers", "Passengers of the ferry", "TODO")
    texts = {path: content.decode() for path, content in built("harbour").items() if path.endswith(".html")}
    assert complaints(f"{path}: {word}" for path, text in texts.items() for word in words if word in text)


def test_only_the_log_leads_to_a_retracted_claim() -> None:
    leading = {
        page.path
        for page in pages("harbour")
        for _, link in page.links()
        if "toll-planned" not in page.path and (target(page, link) or ("", ""))[0] == "claims/toll-planned/index.html"
    }
    assert leading == {"corrections/index.html"}


def test_what_tries_to_be_markup_is_shown_as_it_was_typed() -> None:
    shown = next(page for page in pages("hostile") if page.path == "claims/lock/index.html")
    assert shown.text("h1") == TYPED
    assert shown.text("title") == f"{TYPED} – Harbour Checks"
    assert "<script>alert(4)</script> {{ 7 * 7 }} <img src=x onerror=alert(5)>" in "".join(shown.root.itertext())


def test_fifty_claims_stand_on_a_page_of_the_index() -> None:
    indexes = sorted(path for path in built("many") if re.fullmatch(r"claims/(page/\d+/)?index\.html", path))
    assert indexes == ["claims/index.html", "claims/page/2/index.html", "claims/page/3/index.html"]
    cards = [page.root.findall(".//ul[@class='cards']/li") for page in pages("many") if page.path in indexes]
    assert [len(shown) for shown in cards] == [50, 50, 1]


def test_every_page_of_harbour_is_made_and_no_other() -> None:
    slugs = ("budget-kept", "closed-eleven-weeks", "detour-cost", "repair-cost", "repair-cost-ar", "toll-planned")
    sources = ("audit-report", "city-press-release", "coast-radio", "harbour-daily", "port-blog", "traffic-counts")
    topics = ("harbour-bridge", "harbour-ferry")
    former = (
        *("claims/bridge-bill/", "2024/bridge-cost/", "topics/bridge-repair/", "matrix/bridge-repair/"),
        *("sources/city-statement/", "about-us/", "imprint/"),
    )
    addresses = (
        *("", "claims/", "matrix/", "sources/", "ratings/", "corrections/", "search/"),
        *("claimants/city/", "claimants/harbour-daily/", "claimants/head-of-the-building-department/"),
        *("tags/costs/", "tags/detour/"),
        *(f"claims/{slug}/" for slug in slugs),
        *(f"topics/{slug}/" for slug in topics),
        *(f"matrix/{slug}/" for slug in topics),
        *(f"sources/{slug}/" for slug in sources),
        *("about/", "how-we-check/", "corrections-policy/"),
        *former,
    )
    assert {path for path in built("harbour") if path.endswith(".html")} == {
        *(f"{address}index.html" for address in addresses),
        *(f"embed/claims/{slug}/index.html" for slug in (*slugs, "bridge-bill")),
        *(f"embed/matrix/{slug}/index.html" for slug in (*topics, "bridge-repair")),
        "data/index.html",
        "404.html",
    }


def test_every_file_for_machines_is_made_and_no_other() -> None:
    claims = sorted(path.split("/")[1] for path in built("harbour") if re.fullmatch(r"claims/[^/]+/claim\.json", path))
    topics = ("bridge-repair", "harbour-bridge", "harbour-ferry")
    feeds = (
        "feed",
        "feeds/tags/costs",
        "feeds/tags/detour",
        "feeds/topics/bridge-repair",
        "feeds/topics/harbour-bridge",
        "feeds/topics/harbour-ferry",
    )
    tables = ("claims", "sources", *(f"matrix/{topic}" for topic in topics))
    assert {path for path in built("harbour") if not path.endswith(".html")} == {
        *(f"claims/{slug}/claim.json" for slug in claims),
        *(f"embed/claims/{slug}/oembed.json" for slug in claims),
        *(f"embed/matrix/{topic}/oembed.json" for topic in topics),
        *(f"{feed}.{ending}" for feed in feeds for ending in ("json", "xml")),
        *(f"data/{table}.{ending}" for table in tables for ending in ("csv", "json")),
        *(f"schema/{kind}.json" for kind in ("claim", "page", "ratings", "site", "source", "topic")),
        *(f"files/{name}" for name in ("bridge.png", "final-invoice.pdf", "harbour-mark.png", "traffic-counts.csv")),
        *("data/claimreview.json", "data/datapackage.json", "sitemap.xml", "robots.txt"),
        *(".nojekyll", ".well-known/security.txt"),
        *("assets/embed.css", "assets/icon.svg", "assets/site.css", "assets/claims.json"),
        *(f"assets/{name}.js" for name in ("claims", "copy", "finder", "matrix", "search")),
    }


def test_every_entry_of_the_shipped_content_has_its_address() -> None:
    site = shipped()
    expected = {
        *(f"claims/{slug}/index.html" for slug in site.claims),
        *(f"topics/{slug}/index.html" for slug in site.topics),
        *(f"matrix/{slug}/index.html" for slug in site.topics),
        *(f"sources/{slug}/index.html" for slug in site.sources),
        *(f"{slug}/index.html" for slug in site.pages),
    }
    assert expected <= set(built("shipped"))


def test_pictures_and_documents_are_published_as_they_are() -> None:
    files = built("harbour")
    for name, media in edition().files.items():
        assert files[f"files/{name}"] == media.content


CSP = "Content-Security-Policy"
QUOTED = json.dumps(TYPED)
HOSTILE_CLAIM = f"""---
claim: {QUOTED}
topic: harbour-bridge
claimant: {{name: {QUOTED}, kind: person, citing: "<i>{{{{ view }}}}"}}
rating: supported
verdict: {QUOTED}
reviewed_on: 2024-03-20
reviewers: [{QUOTED}]
measure: {{label: {QUOTED}, unit: "<i>"}}
appearances:
  - source: audit-report
    stance: asserts
    says: {QUOTED}
    value: 1
    figure: "<script>alert(3)</script>"
    note: {QUOTED}
  - source: port-blog
    stance: silent
    note: {QUOTED}
evidence:
  - {{title: {QUOTED}, publisher: {QUOTED}, carrier: {QUOTED}, note: {QUOTED}}}
calculations:
  - {{label: {QUOTED}, expression: 1 + 1, equals: 2}}
corrections:
  - {{date: 2024-03-21, kind: update, note: {QUOTED}, was: {{verdict: {QUOTED}}}}}
media: {{file: "file:bridge.png", alt: {QUOTED}, credit: {QUOTED}}}
---
<script>alert(4)</script> {{{{ 7 * 7 }}}} <img src=x onerror=alert(5)>
"""
HOSTILE_SOURCE = f"""---
title: {QUOTED}
publisher: {QUOTED}
kind: article
author: {QUOTED}
url: https://example.org/?a=1&copy=2
---
"""
HOSTILE_PAGE = f"""---
title: {QUOTED}
summary: {QUOTED}
nav: 9
---
"""


@lru_cache
def built(name: str, *, for_disk: bool = False) -> dict[str, bytes]:
    """Give every file of an edition."""
    return files_of(EDITIONS[name](), for_disk=for_disk)


@lru_cache
def pages(name: str, *, for_disk: bool = False) -> list[Page]:
    """Give every page of an edition as a document, in which html5lib finds no mistake."""
    return parsed(built(name, for_disk=for_disk))


def mistake_in(content: bytes) -> str:
    """Give the first mistake that html5lib finds in a document, or nothing."""
    try:
        parse(content)
    except ParseError as mistake:
        return str(mistake) or "not HTML"
    return ""


def contents(name: str) -> list[Page]:
    """Give the pages that do not only lead on."""
    return [page for page in pages(name) if not page.is_redirect]


def complaints(found: Iterable[str]) -> bool:
    """Fail with all that was found."""
    listed = sorted(found)
    assert listed == []
    return True


def dead_links(name: str, files: dict[str, bytes], ids: dict[str, set[str]], *, for_disk: bool) -> Iterator[str]:
    """Give the links within a site that lead to no file, or to no part of it."""
    for page in pages(name, for_disk=for_disk):
        if page.path == "404.html" and not for_disk:
            continue
        for _, link in page.links():
            path, fragment = target(page, link, for_disk=for_disk) or ("", "")
            if path and path not in files and path != "build.json":
                yield f"{page.path}: {link} leads nowhere"
            elif fragment and path in ids and fragment not in ids[path]:
                yield f"{page.path}: {link} leads to no part of that page"


def meta(page: Page, name: str) -> str:
    """Give what a page says of itself under a name."""
    return next((one.get("content", "") for one in page.root.iter("meta") if one.get("name") == name), "")


def canonical(page: Page) -> str:
    """Give the address under which a page wants to be known."""
    return next(link.get("href", "") for link in page.root.iter("link") if link.get("rel") == "canonical")

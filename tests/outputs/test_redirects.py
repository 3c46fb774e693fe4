"""What moved is found where it was, in one step; what was retracted stays where it is and leaves every list."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.editions import edition, files_of, shipped
from tests.harbour import claim
from tests.outputs.pages import Page, parse, parsed, target

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_src.site.model import Site

RENAMED = {
    "claims/lock.md": claim("aliases: [old-lock, /claims/older-lock/index.html, /2019/lock.html, /topics/old-gates/]"),
    "topics/gates.md": """---
title: The gates
summary: Who opens them.
sources: [port-blog]
aliases: [doors, /doors.html]
---
""",
}
RETRACTED = {
    "claims/lock.md": claim(
        "status: retracted\nretracted: {date: 2024-06-01, reason: The stone is from another lock.}\naliases: [old-lock]"
    )
}
STATEMENT = "The northern lock was built in 1911."


def renamed() -> Site:
    """Gives harbour with a claim and a topic that had other names."""
    return edition(RENAMED)


EDITIONS: dict[str, Callable[[], Site]] = {"harbour": edition, "renamed": renamed, "shipped": shipped}


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("claims/old-lock/index.html", "claims/lock/index.html"),
        ("claims/older-lock/index.html", "claims/lock/index.html"),
        ("2019/lock.html", "claims/lock/index.html"),
        ("topics/old-gates/index.html", "claims/lock/index.html"),
        ("topics/doors/index.html", "topics/gates/index.html"),
        ("matrix/doors/index.html", "matrix/gates/index.html"),
        ("doors.html", "topics/gates/index.html"),
    ],
)
def test_a_former_address_leads_to_where_the_page_is_now(former: str, now: str) -> None:
    page = Page(former, parse(files_of(renamed())[former]))
    led = dict(page.links())
    assert page.is_redirect
    assert target(page, led["meta"]) == target(page, led["a"]) == (now, "")
    assert led["link"] == renamed().base + now.removesuffix("index.html")


@pytest.mark.parametrize("name", EDITIONS)
def test_no_redirect_leads_to_another_or_to_itself(name: str) -> None:
    pages = {page.path: page for page in parsed(files_of(EDITIONS[name]()))}
    led = {page.path: target(page, dict(page.links())["meta"]) for page in pages.values() if page.is_redirect}
    assert [path for path, to in led.items() if to is None or to[0] not in pages or pages[to[0]].is_redirect] == []


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("embed/claims/old-lock/", "embed/claims/lock/"),
        ("embed/claims/older-lock/", "embed/claims/lock/"),
        ("embed/matrix/doors/", "embed/matrix/gates/"),
    ],
)
def test_an_embed_is_whole_at_its_former_address_for_a_sandboxed_frame_follows_no_redirect(
    former: str, now: str
) -> None:
    files = files_of(renamed())
    assert files[f"{former}index.html"] == files[f"{now}index.html"]
    assert b'http-equiv="refresh"' not in files[f"{former}index.html"]


def test_what_oembed_said_at_the_former_address_names_the_new_one() -> None:
    said = json.loads(files_of(renamed())["embed/claims/old-lock/oembed.json"])
    assert f'src="{renamed().base}embed/claims/lock/"' in said["html"]


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("claims/old-lock/claim.json", "claims/lock/claim.json"),
        ("data/matrix/doors.csv", "data/matrix/gates.csv"),
        ("data/matrix/doors.json", "data/matrix/gates.json"),
    ],
)
def test_data_are_whole_at_their_former_address_for_json_and_csv_cannot_lead_on(former: str, now: str) -> None:
    assert files_of(renamed())[former] == files_of(renamed())[now]


def test_a_former_path_that_was_no_slug_of_that_kind_has_no_embed() -> None:
    embeds = {path for path in files_of(renamed()) if path.startswith("embed/")} - {
        path for path in files_of(edition()) if path.startswith("embed/")
    }
    addresses = {path.rpartition("/")[0].removeprefix("embed/") for path in embeds}
    assert addresses == {"claims/lock", "claims/old-lock", "claims/older-lock", "matrix/gates", "matrix/doors"}


def test_a_draft_has_nothing_at_its_former_addresses_until_it_is_published() -> None:
    draft = {"claims/lock.md": claim("status: draft\naliases: [old-lock]")}
    assert [path for path in files_of(edition(draft)) if "lock" in path] == []


def test_a_retracted_claim_keeps_its_addresses_and_opens_with_when_and_why() -> None:
    files = files_of(retracted())
    for path in ("claims/lock/index.html", "embed/claims/lock/index.html", "embed/claims/old-lock/index.html"):
        told = text(Page(path, parse(files[path])))
        opening = "Retracted on 1 June 2024 The stone is from another lock."
        assert -1 < told.index(opening) < told.index(STATEMENT) < told.index("The stone over the gate bears that year.")
    assert STATEMENT in files["claims/lock/claim.json"].decode()
    assert json.loads(files["embed/claims/lock/oembed.json"])["title"] == f"Retracted: {STATEMENT}"
    assert Page("claims/old-lock/index.html", parse(files["claims/old-lock/index.html"])).is_redirect


def test_a_retracted_claim_stands_in_the_corrections_log_with_its_reason() -> None:
    log = Page("corrections/index.html", parse(files_of(retracted())["corrections/index.html"]))
    assert f"Retracted, 1 June 2024 {STATEMENT} The stone is from another lock." in text(log)


def test_a_retracted_claim_has_no_claim_review_and_is_kept_from_search_engines() -> None:
    page = Page("claims/lock/index.html", parse(files_of(retracted())["claims/lock/index.html"]))
    assert [script for script in page.root.iter("script") if script.get("type") == "application/ld+json"] == []
    assert ("robots", "noindex") in [(meta.get("name"), meta.get("content")) for meta in page.root.iter("meta")]
    files = files_of(retracted())
    assert STATEMENT not in files["data/claimreview.json"].decode()
    assert "claims/lock/" not in files["sitemap.xml"].decode()


def test_for_every_other_page_a_retracted_claim_is_as_if_it_had_never_been() -> None:
    """Matrix, indexes, topic, source, ratings and all counts are the same to the byte."""
    never, since = pages(edition()), pages(retracted())
    own = {"claims/lock/", "claims/old-lock/", "embed/claims/lock/", "embed/claims/old-lock/"}
    changed = {path.removesuffix("index.html") for path in since if since[path] != never.get(path)}
    assert changed == own | {"corrections/"}
    assert never.keys() <= since.keys()


def test_a_published_claim_is_told_on_those_pages() -> None:
    """Else the test above could not fail."""
    never, since = pages(edition()), pages(edition({"claims/lock.md": claim()}))
    changed = {path.removesuffix("index.html") for path in since if since[path] != never.get(path)}
    assert {"", "claims/", "matrix/", "matrix/harbour-bridge/", "topics/harbour-bridge/", "ratings/"} <= changed
    assert "embed/matrix/harbour-bridge/" in changed


def retracted() -> Site:
    """Gives harbour with one more retracted claim, which had another name."""
    return edition(RETRACTED)


def pages(site: Site) -> dict[str, bytes]:
    """Gives the pages of an edition by their paths, save those that are about its data."""
    made = files_of(site).items()
    return {path: content for path, content in made if path.endswith(".html") and not path.startswith("data/")}


def text(page: Page) -> str:
    """Gives the text of a page's main part, spaces put together."""
    main = page.root.find(".//main")
    assert main is not None
    return " ".join("".join(main.itertext()).split())

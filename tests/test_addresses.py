"""Links lead where they should from anywhere, served below any path or opened from a disk."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src import addresses
from site_src.addresses import Address, Addressing, Links, former, output_path

BASE = "https://example.org/repo/"
SEGMENTS = st.from_regex(re.compile(r"[A-Za-z0-9._~-]{1,8}"), fullmatch=True).filter(lambda s: s not in (".", ".."))
FOLDERS = st.lists(SEGMENTS, max_size=4).map(lambda parts: Address("".join(f"{part}/" for part in parts)))
FILES = st.tuples(FOLDERS, SEGMENTS).map(lambda parts: Address(f"{parts[0]}{parts[1]}.html"))
ADDRESSES = st.one_of(FOLDERS, FILES)


@given(here=ADDRESSES, there=ADDRESSES)
def test_a_link_leads_from_any_address_to_any_other_below_any_path(here: Address, there: Address) -> None:
    link = Links(here, BASE).to(there)
    for home in (BASE, "http://127.0.0.1:8000/", "https://example.org/deep/er/"):
        assert urljoin(home + here, link) == home + there


@given(here=ADDRESSES, there=ADDRESSES)
def test_for_a_disk_a_link_leads_from_file_to_file(here: Address, there: Address) -> None:
    link = Links(here, BASE, for_disk=True).to(there)
    home = "file:///somewhere/site/"
    assert urljoin(home + output_path(here), link) == home + output_path(there)


@given(here=ADDRESSES, there=ADDRESSES)
def test_no_link_is_empty_or_begins_at_the_servers_root(here: Address, there: Address) -> None:
    link = Links(here, BASE).to(there)
    assert link
    assert not link.startswith("/")


@pytest.mark.parametrize(
    ("here", "fragment", "link"),
    [
        ("claims/bridge/", "s-what", "#s-what"),
        ("", "s-what", "claims/bridge/#s-what"),
        ("", "s-été", "claims/bridge/#s-%C3%A9t%C3%A9"),
    ],
)
def test_a_fragment_is_quoted_and_on_the_same_page_stands_alone(here: str, fragment: str, link: str) -> None:
    assert Links(Address(here), BASE).to(addresses.claim("bridge"), fragment) == link


def test_canonical_addresses_are_complete() -> None:
    assert Links(Address("claims/x/"), BASE, for_disk=True).canonical(addresses.HOME) == BASE
    assert Links(addresses.HOME, BASE).canonical(addresses.claim("bridge")) == f"{BASE}claims/bridge/"


def test_only_the_page_that_is_shown_at_any_address_links_from_the_servers_root() -> None:
    at = Addressing(BASE)
    assert at.links(addresses.NOT_FOUND).to(addresses.CLAIMS) == "/repo/claims/"
    assert at.links(addresses.CLAIMS).to(addresses.HOME) == "../"
    assert Addressing(BASE, for_disk=True).links(addresses.NOT_FOUND).to(addresses.CLAIMS) == "claims/index.html"


@pytest.mark.parametrize(
    ("made", "address"),
    [
        (addresses.claim("bridge"), "claims/bridge/"),
        (addresses.claims(1), "claims/"),
        (addresses.claims(2), "claims/page/2/"),
        (addresses.topic("bridge"), "topics/bridge/"),
        (addresses.matrix("bridge"), "matrix/bridge/"),
        (addresses.source("daily"), "sources/daily/"),
        (addresses.page("about"), "about/"),
        (addresses.file("bridge.png"), "files/bridge.png"),
    ],
)
def test_addresses_are_those_of_the_format(made: Address, address: str) -> None:
    assert made == address


@pytest.mark.parametrize(
    ("kind", "alias", "address"),
    [
        ("claims", "old", "claims/old/"),
        ("topics", "old", "topics/old/"),
        ("sources", "old", "sources/old/"),
        ("pages", "old", "old/"),
        ("claims", "/2024/old", "2024/old/"),
        ("claims", "/2024/old/", "2024/old/"),
        ("pages", "/old.html", "old.html"),
        ("pages", "/old.htm", "old.htm"),
        ("pages", "/old.v2", "old.v2/"),
    ],
)
def test_a_former_slug_stands_within_its_kind_and_a_former_path_where_it_was(
    kind: str, alias: str, address: str
) -> None:
    assert former(kind, alias) == address


def test_a_file_of_the_repository_can_be_edited_and_its_history_seen() -> None:
    repository = "https://example.org/editors/harbour/"
    file = "content/claims/bridge.md"
    assert addresses.edit(repository, "main", file) == f"{repository}edit/main/{file}"
    assert addresses.history(repository, "main", file) == f"{repository}commits/main/{file}"

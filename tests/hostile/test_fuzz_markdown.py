"""Whatever stands in a body, its page gets sound HTML of known elements, and the editor a place for every fault."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from site_src.diagnostics.finding import Finding, Place
from site_src.reading.body import read
from tests.elements import VOID, End, Event, Start, Text, events, unbalanced
from tests.hostile.laws import assert_telling
from tests.hostile.near_markdown import bodies
from tests.hostile.searching import examples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_src.reading.body import Body

KNOWN = {
    **dict.fromkeys(["p", "em", "strong", "s", "code", "pre", "br", "hr", "ul", "blockquote"], frozenset[str]()),
    **dict.fromkeys(["table", "thead", "tbody", "tr"], frozenset[str]()),
    **dict.fromkeys(["h2", "h3", "h4", "h5", "h6"], frozenset({"id"})),
    "a": {"href", "title", "id", "role", "class", "aria-label"},
    "img": {"src", "alt", "title", "loading", "decoding"},
    "ol": {"start"},
    "li": {"id"},
    "sup": {"class"},
    "th": {"scope", "class"},
    "td": {"class"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "section": {"class", "role", "aria-label"},
}
WITHIN = {
    "li": {"ul", "ol"},
    "tr": {"thead", "tbody"},
    "th": {"tr"},
    "td": {"tr"},
    "thead": {"table"},
    "tbody": {"table"},
}
DEEPEST = 50  # twenty quotes, each with a list, and what stands in them
LEADS = re.compile(r"https?://|mailto:|#(?:s|fn|fnref)-|(?:claim|source|topic|page|file):[a-z0-9.-]+$", re.IGNORECASE)


@given(bodies)
@examples(300)
def test_what_comes_out_has_known_elements_each_closed_and_in_its_place(body: str) -> None:
    made = events(shown(read(body, slug="x")[0]))
    assert unbalanced(made) == []
    for around, one in placed(made):
        assert one.tag in KNOWN, one
        assert {name for name, _ in one.attributes} <= KNOWN[one.tag], one
        assert len(around) <= DEEPEST
        assert one.tag not in WITHIN or around[-1] in WITHIN[one.tag], (around, one)
        assert one.tag != "a" or "a" not in around


@given(bodies)
@examples(200)
def test_what_comes_out_leads_only_to_known_places_and_no_id_stands_twice(body: str) -> None:
    made = [one for one in events(shown(read(body, slug="x")[0])) if isinstance(one, Start)]
    ids = [one.get("id") for one in made if one.get("id")]
    assert len(set(ids)) == len(ids)
    for one in made:
        for address in filter(None, (one.get("href"), one.get("src"))):
            assert LEADS.match(address), one
            assert not address.startswith("#") or address[1:] in ids, one


@given(bodies)
@examples(200)
def test_every_fault_has_its_place_and_every_heading_its_line(body: str) -> None:
    made, faults = read(body, slug="x")
    written = re.split(r"\r\n?|\n", body)
    for fault in faults:
        place = Place("content/claims/lock.md", fault.line, fault.column)
        assert_telling(Finding(place, fault.rule, fault.message, fault.hint), written)
    for heading in made.headings:
        assert 2 <= heading.level <= 6
        assert 1 <= heading.line <= len(written)
    assert read(body, slug="x") == (made, faults)


@given(st.lists(bodies, min_size=2, max_size=3))
@examples(60)
def test_bodies_on_one_page_share_no_id_of_a_note(typed: list[str]) -> None:
    made = [events(shown(read(text, slug=f"x-{place}")[0])) for place, text in enumerate(typed)]
    ids = [one.get("id") for page in made for one in page if isinstance(one, Start) and one.get("id").startswith("fn")]
    assert len(set(ids)) == len(ids)


def placed(made: Sequence[Event]) -> Iterator[tuple[list[str], Start]]:
    """Give each element with those around it, from the outside in."""
    around: list[str] = []
    for one in made:
        if isinstance(one, Start):
            yield around, one
            if one.tag not in VOID:
                around.append(one.tag)
        elif isinstance(one, End):
            around.pop()
        else:
            assert isinstance(one, Text)


def shown(body: Body) -> str:
    """Show a body on a page where an entry's address is its kind and slug."""
    return str(body.html(lambda link: f"{link.kind}:{link.target}"))

"""The claims index in a real browser: looking through all its pages by words, rating, topic and year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.harbour import claim
from tests.pages.found import served_with_search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

MANY = {
    f"gate-{number:03}": claim(f"claim: Gate number {number} of the canal was painted.\nreviewed_on: 2022-01-01")
    for number in range(60)
}
FERRY = claim(
    "claim: The ferry was built abroad.\ntopic: harbour-ferry\nreviewed_on: 2021-01-01\n"
    "appearances: [{source: traffic-counts, stance: silent}]"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Gives the address of a publication whose index has two pages."""
    folder = tmp_path_factory.mktemp("claims")
    with served_with_search(folder, "repo/", {**MANY, "ferry": FERRY}) as address:
        yield address


def titles(page: Page) -> list[str]:
    """Give the titles of what was found."""
    return page.locator(".finder-found .card__claim").all_inner_texts()


def test_claims_of_all_pages_are_looked_through(page: Page, home: str) -> None:
    page.goto(f"{home}claims/")
    expect(page.locator(".finder-rest li")).to_have_count(50)
    page.get_by_role("searchbox").fill("number 59")
    expect(page.get_by_role("status")).to_have_text("1 claim")
    assert titles(page) == ["Gate number 59 of the canal was painted."]
    expect(page.locator(".finder-rest")).to_be_hidden()
    page.locator(".finder-found a").click()
    assert page.url == f"{home}claims/gate-059/"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("SCHLEUSE", "Die Nordschleuse wurde 1911 gebaut."),
        ("الجسر", "بلغت تكلفة إصلاح الجسر 4.2 مليون يورو."),
        ("स्थापना", "उत्तरी द्वार की स्थापना 1911 में हुई थी।"),
        ("今天", "北闸建于1911年，今天仍在使用。"),
        ("नगर परिषद", "उत्तरी द्वार की स्थापना 1911 में हुई थी।"),
    ],
)
def test_words_of_every_script_and_names_of_claimants_are_found(page: Page, home: str, words: str, found: str) -> None:
    page.goto(f"{home}claims/")
    page.get_by_role("searchbox").fill(words)
    expect(page.get_by_role("status")).to_have_text("1 claim")
    assert titles(page) == [found]


def test_claims_are_narrowed_by_rating_topic_and_year_and_the_address_keeps_it(page: Page, home: str) -> None:
    page.goto(f"{home}claims/")
    page.get_by_text("Narrow down").click()
    page.get_by_role("checkbox", name="Contradicted").check()
    expect(page.get_by_role("status")).to_have_text("2 claims")
    page.get_by_label("Checked in").select_option("2023")
    expect(page.get_by_role("status")).to_have_text("1 claim")
    assert page.url == f"{home}claims/?rating=contradicted&year=2023"
    page.reload()
    expect(page.get_by_role("status")).to_have_text("1 claim")
    expect(page.get_by_role("checkbox", name="Contradicted")).to_be_checked()
    page.goto(f"{home}claims/?topic=harbour-ferry")
    expect(page.get_by_role("status")).to_have_text("1 claim")
    assert titles(page) == ["The ferry was built abroad."]


def test_what_is_found_is_in_the_order_of_the_index_and_looks_like_it(page: Page, home: str) -> None:
    page.goto(f"{home}claims/")
    in_index = page.locator(".finder-rest .card__claim").all_inner_texts()
    page.goto(f"{home}claims/?rating=partly-supported")
    expect(page.get_by_role("status")).to_have_text("2 claims")
    found = titles(page)
    assert found == [title for title in in_index if title in found]
    first = page.locator(".finder-found li").first
    expect(first.locator(".badge")).to_have_text("Partly supported")
    expect(first.locator(".card__facts")).to_have_text("Claim by \u2068City press office\u2069 · 2 May 2024")


def test_many_are_shown_by_and_by(page: Page, home: str) -> None:
    page.goto(f"{home}claims/?q=gate")
    expect(page.get_by_role("status")).to_have_text("60 claims")
    shown = page.locator(".finder-found li")
    expect(shown).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    expect(shown).to_have_count(20)
    expect(shown.nth(10).get_by_role("link")).to_be_focused()


def test_nothing_fits_and_one_can_start_again_by_keyboard(page: Page, home: str) -> None:
    page.goto(f"{home}claims/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("zzzz")
    expect(page.get_by_role("status")).to_have_text("No claim fits. Try fewer words, or choose less.")
    page.get_by_role("button", name="Start again").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".finder-rest li").first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert page.url == f"{home}claims/"


def test_the_second_page_looks_through_all_claims_too(page: Page, home: str) -> None:
    page.goto(f"{home}claims/page/2/")
    page.get_by_role("searchbox").fill("Nordschleuse")
    expect(page.get_by_role("status")).to_have_text("1 claim")
    assert page.url == f"{home}claims/page/2/?q=Nordschleuse"


def test_the_list_is_fetched_when_it_is_needed_and_once(page: Page, home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{home}claims/")
    expect(page.get_by_role("searchbox")).to_be_visible()
    assert [url for url in asked if url.endswith("claims.json")] == []
    for words in ("gate", "canal"):
        page.get_by_role("searchbox").fill(words)
        expect(page.get_by_role("status")).to_have_text("60 claims")
    assert len([url for url in asked if url.endswith("claims.json")]) == 1


def test_a_list_that_cannot_be_loaded_is_said(page: Page, home: str) -> None:
    page.route("**/claims.json", lambda route: route.abort())
    page.goto(f"{home}claims/?q=gate")
    expect(page.get_by_role("status")).to_have_text("The search could not be loaded. Please try again.")
    expect(page.locator(".finder-rest li").first).to_be_visible()


def test_without_script_the_index_is_as_it_was(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}claims/")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.locator(".finder-rest li")).to_have_count(50)
    page.get_by_role("link", name="Older claims").click()
    expect(page.get_by_role("heading", name=re.compile("Claims, page 2"))).to_be_visible()
    context.close()


def test_nothing_jumps_when_the_controls_appear(page: Page, home: str) -> None:
    page.goto(f"{home}claims/")
    expect(page.get_by_role("searchbox")).to_be_visible()
    shift = page.evaluate(SHIFT)
    assert shift < 0.01


# The sum of what shifted until now, or nothing where the browser tells of no shift in half a second.
SHIFT = """new Promise((done) => {
  const sum = (entries) => entries.reduce((whole, one) => whole + one.value, 0);
  new PerformanceObserver((list) => done(sum(list.getEntries()))).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(0), 500);
})"""

"""The search in a real browser: every script, narrowing down, the address, the keyboard, and what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from site_src.reading.words import spaced
from tests.pages.found import served_with_search
from tests.pages.test_in_browser import DESK, NARROWEST, PHONE, SCHEMES, breaches

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Gives the address of a publication that can be searched."""
    with served_with_search(tmp_path_factory.mktemp("search"), "repo/") as address:
        yield address


@pytest.fixture
def said(page: Page) -> list[str]:
    """Gives what the browser complains of."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    return told


def look(page: Page, home: str, query: str = "") -> None:
    """Go to the search with something in its address."""
    page.goto(f"{home}search/{query}")
    expect(page.get_by_role("searchbox")).to_be_visible()


def titles(page: Page) -> list[str]:
    """Give the titles of what was found."""
    return page.locator(".finder-found .card__claim").all_inner_texts()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("detour", "The detour during the bridge repair cost the city 0.9 million euros."),
        ("INVOICE", "The bridge cost 4.2 million euros to repair."),
        ("Nordschleuse", "Die Nordschleuse wurde 1911 gebaut."),
        ("الجسر", "بلغت تكلفة إصلاح الجسر 4.2 مليون يورو."),
        ("المقاول", "بلغت تكلفة إصلاح الجسر 4.2 مليون يورو."),
        ("स्थापना", "उत्तरी द्वार की स्थापना 1911 में हुई थी।"),
        ("विद्यालय", "उत्तरी द्वार की स्थापना 1911 में हुई थी।"),
        ("北闸", "北闸建于1911年，今天仍在使用。"),
        ("人工", "北闸建于1911年，今天仍在使用。"),
        ("1911年", "北闸建于1911年，今天仍在使用。"),
    ],
)
def test_words_of_every_script_are_found(page: Page, home: str, said: list[str], words: str, found: str) -> None:
    look(page, home)
    page.get_by_role("searchbox").fill(words)
    expect(page.locator(".finder-found .card__claim").filter(has_text=found)).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ results?$"))
    assert said == []


def test_it_works_at_the_root_of_a_host_too(page: Page, tmp_path: Path, said: list[str]) -> None:
    with served_with_search(tmp_path, "") as root:
        look(page, root, "?q=detour&rating=supported")
        expect(page.get_by_role("status")).to_have_text("1 result")
        page.locator(".finder-found a").click()
        assert page.url == f"{root}claims/detour-cost/"
        page.goto(f"{root}claims/?rating=contradicted")
        expect(page.get_by_role("status")).to_have_text("2 claims")
    assert said == []


@pytest.mark.parametrize(
    "address", ["search/", "search/?q=1911&rating=supported", "search/?q=zzzz", "claims/?year=2024"]
)
def test_axe_finds_no_breach_of_wcag(page: Page, home: str, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(home + address)
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d|Nothing" if "?" in address else "^$"))
    page.evaluate(AXE_SCRIPT)
    found = [
        f"{size['width']} px, {scheme}: {breach}"
        for size in (PHONE, DESK)
        for scheme in SCHEMES
        for breach in breaches(page, size, scheme)
    ]
    assert found == []


def test_it_does_not_scroll_sideways_on_the_narrowest_screen(page: Page, home: str) -> None:
    page.set_viewport_size(NARROWEST)
    look(page, home, "?q=1911&rating=supported")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ results?$"))
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_characters_that_do_not_stand_together_are_not_found_together(page: Page, home: str) -> None:
    look(page, home, "?q=工人")
    expect(page.get_by_role("status")).to_contain_text("Nothing was found.")


def test_a_result_leads_to_its_page_and_shows_rating_verdict_claimant_and_day(page: Page, home: str) -> None:
    look(page, home, "?q=4.2 million repair&kind=claim&language=en")
    first = page.locator(".finder-found li").filter(
        has=page.get_by_text("The bridge cost 4.2 million euros to repair.")
    )
    expect(first.locator(".badge")).to_have_text("Partly supported")
    expect(first.locator(".card__verdict").first).to_contain_text("leaves out 0.9 million")
    expect(first.locator(".card__facts")).to_have_text("Claim by \u2068City press office\u2069 · 2 May 2024")
    expect(first.locator("time")).to_have_attribute("datetime", "2024-05-02")
    first.get_by_role("link").click()
    assert page.url == f"{home}claims/repair-cost/"


def test_words_that_stand_elsewhere_on_the_page_are_shown_with_what_surrounds_them(page: Page, home: str) -> None:
    look(page, home, "?q=contractor")
    expect(page.locator(".finder-found mark").first).to_have_text(re.compile("contractor", re.IGNORECASE))
    look(page, home, "?q=潜水员")
    expect(page.locator(".finder-found mark")).to_have_text("潜水员")
    expect(page.locator(".finder-found li")).to_contain_text("潜水员看过人工水道。")


def test_a_result_is_in_its_own_language_and_direction(page: Page, home: str) -> None:
    look(page, home, "?q=الجسر")
    title = page.locator(".finder-found .card__claim").first
    expect(title).to_have_attribute("lang", "ar")
    expect(title).to_have_attribute("dir", "rtl")
    expect(title).to_have_css("direction", "rtl")


def test_sources_topics_and_pages_are_found_and_say_what_they_are(page: Page, home: str) -> None:
    look(page, home, "?q=harbour daily&kind=source")
    expect(page.locator(".finder-found .card__rating").first).to_have_text("Source")
    page.locator(".finder-found a").first.click()
    expect(page).to_have_url(re.compile(f"^{re.escape(home)}sources/"))


def test_results_are_narrowed_by_rating_topic_source_claimant_year_and_language(page: Page, home: str) -> None:
    look(page, home, "?q=1911")
    expect(page.get_by_role("status")).to_have_text("3 results")
    page.get_by_text("Narrow down").click()
    page.get_by_role("checkbox", name="Contradicted").check()
    expect(page.get_by_role("status")).to_have_text("1 result")
    assert titles(page) == ["Die Nordschleuse wurde 1911 gebaut."]
    page.get_by_role("checkbox", name=re.compile("^Supported")).check()
    expect(page.get_by_role("status")).to_have_text("3 results")
    page.get_by_label("Checked in").select_option("2024")
    expect(page.get_by_role("status")).to_have_text("2 results")
    page.get_by_label("Language").select_option(label="Hindi")
    expect(page.get_by_role("status")).to_have_text("1 result")
    page.get_by_label("Claim by").select_option(label="नगर परिषद")
    expect(page.get_by_role("status")).to_have_text("1 result")
    expect(page.get_by_text("Narrow down: 5 chosen")).to_be_visible()
    assert (
        page.url
        == f"{home}search/?q=1911&rating=contradicted&rating=supported&claimant=nagar-parishad&year=2024&language=hi"
    )


def test_what_is_chosen_alone_shows_the_newest_verdict_first(page: Page, home: str) -> None:
    look(page, home, "?source=harbour-daily")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d results$"))
    days = page.locator(".finder-found time").evaluate_all("times => times.map(time => time.dateTime)")
    assert days == sorted(days, reverse=True)
    assert len(days) > 1


def test_an_address_brings_back_what_was_looked_for(page: Page, home: str) -> None:
    look(page, home, "?q=1911&rating=contradicted&year=2023")
    expect(page.get_by_role("status")).to_have_text("1 result")
    expect(page.get_by_role("searchbox")).to_have_value("1911")
    expect(page.get_by_role("checkbox", name="Contradicted")).to_be_checked()
    expect(page.get_by_label("Checked in")).to_have_value("2023")
    page.locator(".finder-found a").first.click()
    expect(page.locator(".verdict__text")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("1 result")


def test_what_an_address_names_and_is_not_there_is_passed_over(page: Page, home: str) -> None:
    look(page, home, "?q=1911&topic=no-such-topic&rating=no-such-rating&nothing=1")
    expect(page.get_by_role("status")).to_have_text("3 results")


def test_nothing_found_is_said_and_one_can_start_again(page: Page, home: str, said: list[str]) -> None:
    look(page, home, "?q=zzzzz")
    expect(page.get_by_role("status")).to_have_text("Nothing was found. Try fewer words, or choose less.")
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_text("what you type is sent to nobody")).to_be_visible()
    assert page.url == f"{home}search/"
    assert said == []


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "[", "\\", '"', '"4.2', "a" * 5000, "%", "\u202e", " "])
def test_no_words_break_it(page: Page, home: str, said: list[str], words: str) -> None:
    look(page, home)
    page.get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")
    page.get_by_role("searchbox").fill("detour")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ results?$"))
    assert said == []


def test_it_is_used_by_keyboard_alone(page: Page, home: str) -> None:
    look(page, home)
    page.get_by_role("searchbox").focus()
    page.keyboard.type("bridge")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ results?$"))
    page.keyboard.press("Tab")
    expect(page.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Kind of page")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox").first).to_be_checked()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.finder-found a')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith(f"{home}claims/")


def test_more_results_are_shown_when_asked_for_and_the_first_of_them_is_focused(page: Page, home: str) -> None:
    look(page, home, "?q=the")
    shown = page.locator(".finder-found li")
    expect(shown).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    expect(shown.nth(10).get_by_role("link")).to_be_focused()


def test_nothing_is_fetched_before_it_is_needed_and_nothing_from_elsewhere(page: Page, home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    look(page, home)
    expect(page.get_by_text("what you type is sent to nobody")).to_be_visible()
    assert [url for url in asked if "pagefind" in url] == []
    page.get_by_role("searchbox").fill("detour")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ results?$"))
    assert [url for url in asked if "pagefind" in url]
    assert [url for url in asked if not url.startswith(home)] == []
    assert [url for url in asked if "pf_filter" in url] == []


def test_an_index_that_cannot_be_loaded_is_said(page: Page, home: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    look(page, home)
    page.get_by_role("searchbox").fill("detour")
    expect(page.get_by_role("status")).to_have_text("The search could not be loaded. Please try again.")
    page.unroute("**/pagefind/**")
    page.get_by_role("searchbox").fill("bridge")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ results?$"))


def test_without_script_the_way_to_all_claims_is_shown(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}search/")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name=re.compile("all .* claims")).click()
    expect(page.get_by_role("heading", name="Claims", exact=True)).to_be_visible()
    context.close()


def test_every_page_leads_to_the_search(page: Page, home: str) -> None:
    page.goto(f"{home}claims/repair-cost/")
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Search").click()
    assert page.url == f"{home}search/"


@pytest.mark.parametrize("text", ["北闸建于1911年", "กำแพง", "カタカナとひらがな", "plain words", "ok 中文 mixed"])
def test_words_are_put_apart_in_the_page_as_in_the_index(page: Page, home: str, text: str) -> None:
    look(page, home)
    script = page.locator("script[src$='search.js']").get_attribute("src")
    source = page.evaluate("script => fetch(script).then(answer => answer.text())", script)
    alone = "".join(re.findall(r'"(.*?)"', source.partition("const ALONE =")[2].partition(";")[0]))
    assert page.evaluate(APART, [alone.replace("\\\\", "\\"), text]) == spaced(text).split()


# What search.js does with a query.
APART = r"""([alone, text]) => text
  .replace(new RegExp(`(?=[\\p{L}\\p{N}])${alone}\\p{M}*`, "gu"), " $& ").split(/\s+/).filter(Boolean)"""

"""Plots of figures and pictures of relays in a real browser: on the narrowest phone, without colours or script."""

from __future__ import annotations

import shutil
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from site_src.building.job import Job
from site_src.building.pipeline import build
from tests.editions import TEMPLATES
from tests.harbour import HARBOUR, claim
from tests.pages.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

NARROWEST: ViewportSize = {"width": 320, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 800}
WAYS: tuple[tuple[ViewportSize, Literal["light", "dark"]], ...] = ((NARROWEST, "dark"), (DESK, "light"))
PAPERS = 41
NAME = "The Long Established Newspaper of the Northern Coast, Weekend Edition"
FIGURES = {
    "one": ["4.2"],
    "equal": ["4.2", "4.2", "4.2, bound: about"],
    "negative": ["-4.2", "3, bound: at-least", "[-2, 1]"],
    "zero": ["0", "0, bound: at-most"],
    "far-apart": ["1", "1e12", "250000, bound: nearly"],
    "large": ["1234567890, bound: about", "999999999, bound: over, figure: 'nine hundred million and a little more'"],
    "close": ["99.95", "100.01", "[99.97, 99.99]"],
    "forty-one": [*["4.2"] * 20, *["5"] * 8, *["[4, 6], figure: four to six million"] * 3, *map(str, range(10, 20))],
}
PAGES = ["claims/repair-cost/", "topics/harbour-bridge/", "topics/papers/", *(f"claims/x-{name}/" for name in FIGURES)]
TEXTS = """[...document.querySelectorAll('.plot text, .ways text')].filter(text => text.getBoundingClientRect().width)
    .map(text => [text.textContent, text.getBoundingClientRect().toJSON(), parseFloat(getComputedStyle(text).fontSize)
        * text.getScreenCTM().a])"""


@pytest.fixture(scope="module")
def extremes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Gives the address of harbour with claims whose figures are unusual, and with a topic of 41 papers."""
    folder = tmp_path_factory.mktemp("extremes")
    content = folder / "content"
    shutil.copytree(HARBOUR, content)
    slugs = [f"paper-{n}" for n in range(PAPERS)]
    for n, slug in enumerate(slugs):
        relayed = "harbour-daily" if n < 30 else f"paper-{n % 7}"
        (content / "sources" / f"{slug}.md").write_text(
            f"---\ntitle: {NAME} {n}\nkind: article\nrelays: [{relayed}]\n---\n"
        )
    listing = ", ".join(slugs)
    (content / "topics" / "papers.md").write_text(f"---\ntitle: Papers\nsummary: All.\nsources: [{listing}]\n---\n")
    for name, values in FIGURES.items():
        said = (
            f"  - {{source: paper-{n}, stance: asserts, says: So, value: {value}}}" for n, value in enumerate(values)
        )
        measure = "measure: {label: What was counted in the harbour, unit: million euros}"
        front = "\n".join(["topic: papers", measure, "appearances:", *said])
        (content / "claims" / f"x-{name}.md").write_text(claim(front))
    with served(folder / "out") as host:
        assert build(Job(content, TEMPLATES, folder / "out", base_url=host)).files
        yield host


@pytest.mark.parametrize("address", PAGES)
def test_on_the_narrowest_phone_nothing_is_cut_off_or_smaller_than_text(
    page: Page, extremes: str, address: str
) -> None:
    page.set_viewport_size(NARROWEST)
    page.goto(extremes + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST["width"]
    for words, box, size in page.evaluate(TEXTS):
        assert size >= 12, words
        assert box["left"] >= 0, words
        assert box["right"] <= NARROWEST["width"], words


@pytest.mark.parametrize("size", [NARROWEST, DESK], ids=["narrow", "wide"])
@pytest.mark.parametrize("address", [page for page in PAGES if page.startswith("claims/x-")])
def test_no_two_numbers_of_a_scale_touch(page: Page, extremes: str, address: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(extremes + address)
    ends = [
        (box["left"], box["right"])
        for words, box, _ in page.evaluate(TEXTS.replace(".plot text, .ways text", ".plot text"))
    ]
    assert len(ends) >= 2
    assert all(right + 4 <= left for (_, right), (left, _) in pairwise(ends)), ends


@pytest.mark.parametrize("address", ["topics/harbour-bridge/", "topics/papers/"])
def test_names_in_the_picture_stay_in_their_boxes(page: Page, extremes: str, address: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(extremes + address)
    outside = page.evaluate(
        """[...document.querySelectorAll('.ways__picture--wide text')].filter(text => {
            const inside = text.getBoundingClientRect()
            return ![...document.querySelectorAll('.ways__picture--wide .ways__box')].some(box => {
                const around = box.getBoundingClientRect()
                return around.left <= inside.left && inside.right <= around.right
                    && around.top <= inside.top + 2 && inside.bottom <= around.bottom + 2
            })
        }).map(text => text.textContent)"""
    )
    assert outside == []


@pytest.mark.parametrize(
    "address", ["claims/repair-cost/", "topics/papers/", "claims/x-far-apart/", "claims/x-forty-one/"]
)
def test_axe_finds_no_breach_of_wcag(page: Page, extremes: str, address: str) -> None:
    found = []
    for size, scheme in WAYS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        page.goto(extremes + address)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.evaluate(AXE_SCRIPT)
        result = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
        found += [(breach["id"], breach["nodes"][0]["html"]) for breach in result["violations"]]
    assert found == []


def test_the_numbers_open_as_a_table_and_the_ways_as_a_list_without_script(browser: Browser, extremes: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{extremes}claims/repair-cost/")
    page.get_by_text("The figures as a table").click()
    expect(page.get_by_role("table", name="Cost of the bridge repair").get_by_role("row")).to_have_count(5)
    page.get_by_text("The same as a list").click()
    expect(page.locator(".ways__list a")).to_have_text(["City press office", "Harbour Daily", "Coast Radio"])
    context.close()


def test_each_picture_has_a_name_and_is_told_in_a_sentence(page: Page, extremes: str) -> None:
    page.goto(f"{extremes}claims/repair-cost/")
    expect(page.get_by_role("img", name="Cost of the bridge repair, in million euros")).to_be_visible()
    told = page.get_by_role("img", name="2 steps from one to another")
    expect(told).to_have_count(1)


def test_where_readers_choose_the_colours_marks_and_ways_are_seen(page: Page, extremes: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{extremes}claims/repair-cost/")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for drawn, key in (
        (".plot__grid", "stroke"),
        (".plot__dot", "fill"),
        (".ways__way", "stroke"),
        (".ways__origin", "fill"),
    ):
        assert page.locator(drawn).first.evaluate(f"it => getComputedStyle(it).{key}") not in (paper, "none")

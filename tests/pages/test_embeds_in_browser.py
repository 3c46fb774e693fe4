"""Embeds in a real browser, in frames of a foreign page: with and without a sandbox, of every width, light and dark."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.editions import edition, files_of
from tests.editions import shipped as shipped_site
from tests.pages.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Frame, Page, ViewportSize

Scheme = Literal["light", "dark"]

REPAIR = "embed/claims/repair-cost/"
GONE = "embed/claims/toll-planned/"
MATRIX = "embed/matrix/harbour-bridge/"
EMBEDS = [REPAIR, GONE, "embed/claims/repair-cost-ar/", MATRIX, "embed/matrix/harbour-ferry/"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SANDBOXES = ["", ' sandbox=""', ' sandbox="allow-popups"', ' sandbox="allow-popups allow-popups-to-escape-sandbox"']
SPARE = """(foot => foot.getBoundingClientRect().top - foot.previousElementSibling.getBoundingClientRect().bottom)(
    document.querySelector(".embed__foot"))"""
NARROWEST: ViewportSize = {"width": 300, "height": 640}
FULL: ViewportSize = {"width": 600, "height": 640}
PHONE: ViewportSize = {"width": 392, "height": 800}
DESK: ViewportSize = {"width": 1280, "height": 800}


Article = Callable[[str], str]


@pytest.fixture
def article(tmp_path: Path) -> Iterator[Article]:
    """Gives what puts code into an article of another site, below what a window shows, and gives its address."""
    numbers = itertools.count()
    head = '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>News</title>'
    opening = (
        '<link rel="icon" href="data:,"><body style="margin:0 1rem"><h1>News</h1><div style="height:3000px"></div>'
    )

    def write(code: str) -> str:
        name = f"{next(numbers)}.html"
        (tmp_path / name).write_text(f"{head}{opening}{code}", encoding="utf-8")
        return f"{home.replace('127.0.0.1', 'localhost')}{name}"

    with served(tmp_path) as home:
        yield write


@pytest.mark.parametrize("sandbox", SANDBOXES, ids=["no sandbox", "sandbox", "popups", "as offered"])
@pytest.mark.parametrize("address", [REPAIR, MATRIX])
def test_a_frame_shows_the_verdict_in_our_style_whatever_its_sandbox(
    page: Page, article: Article, harbour_site: str, address: str, sandbox: str
) -> None:
    asked, said = listened(page)
    news = article(f'<iframe src="{harbour_site}{address}" width="600" height="500"{sandbox}></iframe>')
    page.goto(news)
    frame = framed(page)
    expect(frame.get_by_text("Partly supported").first).to_be_visible()
    expect(frame.locator(".embed")).to_have_css("display", "flex")
    assert frame.evaluate("document.scripts.length") == 0
    assert asked == [news, harbour_site + address, f"{harbour_site}assets/embed.css"]
    assert said == []


def test_the_code_that_a_page_offers_shows_its_verdict_on_another_site(
    page: Page, article: Article, harbour_site: str
) -> None:
    page.goto(f"{harbour_site}claims/repair-cost/")
    page.get_by_text("Embed this verdict").click()
    code = page.get_by_label("Paste this into your page").input_value()
    page.goto(article(code))
    expect(framed(page).locator("h1")).to_have_text("The bridge cost 4.2 million euros to repair.")
    with page.context.expect_page() as opened:
        framed(page).get_by_role("link", name="Read the full check").click()
    full = opened.value
    assert full.url == f"{harbour_site}claims/repair-cost/"
    assert full.evaluate("[origin, opener]") == [harbour_site.rstrip("/"), None]


def test_where_a_frame_opens_no_windows_its_address_is_in_plain_sight(
    page: Page, article: Article, harbour_site: str
) -> None:
    page.goto(article(f'<iframe src="{harbour_site}{REPAIR}" width="600" height="500" sandbox=""></iframe>'))
    framed(page).get_by_role("link", name="Read the full check").click()
    assert framed(page).url == harbour_site + REPAIR
    assert len(page.context.pages) == 1
    shown = harbour_site.removeprefix("http://") + "claims/repair-cost/"
    expect(framed(page).get_by_text(shown)).to_be_visible()


def test_an_embed_that_lies_on_a_disk_has_its_style(page: Page, on_disk: Path) -> None:
    page.goto((on_disk / REPAIR / "index.html").as_uri())
    expect(page.locator(".embed")).to_have_css("display", "flex")


def test_a_frame_with_a_former_address_shows_what_is_there_now(page: Page, article: Article, harbour_site: str) -> None:
    former = f"{harbour_site}embed/claims/bridge-bill/"
    page.goto(article(f'<iframe src="{former}" width="600" height="500" sandbox=""></iframe>'))
    expect(framed(page).locator("h1")).to_have_text("The bridge cost 4.2 million euros to repair.")


@pytest.mark.parametrize("sandbox", SANDBOXES[:2], ids=["no sandbox", "sandbox"])
def test_a_frame_is_light_or_dark_as_its_reader_prefers_or_as_its_address_says(
    page: Page, article: Article, harbour_site: str, sandbox: str
) -> None:
    shown = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for fragment in ("", "#theme-light", "#theme-dark"):
            frame = f'<iframe src="{harbour_site}{REPAIR}{fragment}" width="600" height="500"{sandbox}></iframe>'
            page.goto(article(frame))
            expect(framed(page).locator(".embed")).to_have_css("display", "flex")
            shown[scheme, fragment] = framed(page).evaluate("getComputedStyle(document.body).backgroundColor")
    light, dark = shown["light", ""], shown["dark", ""]
    assert light != dark
    assert {shown[scheme, "#theme-light"] for scheme in SCHEMES} == {light}
    assert {shown[scheme, "#theme-dark"] for scheme in SCHEMES} == {dark}


def test_a_fragment_in_the_frames_address_does_not_move_the_page_around_it(
    page: Page, article: Article, harbour_site: str
) -> None:
    with page.expect_response(f"{harbour_site}assets/embed.css"):
        page.goto(article(f'<iframe src="{harbour_site}{REPAIR}#theme-dark" width="600" height="500"></iframe>'))
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("name", ["shipped", "harbour"])
def test_no_embed_is_wider_than_a_frame_of_300_pixels(page: Page, shipped: str, harbour_site: str, name: str) -> None:
    home, site = {"shipped": (shipped, shipped_site()), "harbour": (harbour_site, edition())}[name]
    page.set_viewport_size(NARROWEST)
    too_wide = []
    for address in embeds_of(files_of(site)):
        page.goto(home + address)
        if page.evaluate("document.documentElement.scrollWidth") > NARROWEST["width"]:
            too_wide.append(address)
    assert too_wide == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_frame_that_is_offered_is_as_high_as_its_verdict_needs_and_not_much_higher(
    page: Page, article: Article, harbour_site: str, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    for slug in ("repair-cost", "repair-cost-ar", "budget-kept", "toll-planned"):
        page.goto(f"{harbour_site}claims/{slug}/")
        found = page.locator('link[type="application/json+oembed"]').get_attribute("href")
        answer = page.goto(found or "")
        assert answer is not None
        page.goto(article(answer.json()["html"]))
        frame = framed(page)
        expect(frame.locator(".embed")).to_have_css("display", "flex")
        assert frame.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0, slug
        assert frame.evaluate(SPARE) < 120, slug


@pytest.mark.parametrize("address", EMBEDS)
def test_axe_finds_no_breach_of_wcag(page: Page, harbour_site: str, address: str) -> None:
    ways: list[tuple[ViewportSize, Scheme, str]] = [
        (size, scheme, "") for size in (NARROWEST, FULL) for scheme in SCHEMES
    ]
    ways += [(FULL, "light", "#theme-dark"), (FULL, "dark", "#theme-light")]
    found = [
        breach
        for size, scheme, fragment in ways
        for breach in breaches(page, f"{harbour_site}{address}{fragment}", size, scheme)
    ]
    assert found == []


def test_a_matrix_in_a_frame_is_read_by_keyboard(page: Page, harbour_site: str) -> None:
    page.set_viewport_size({"width": 600, "height": 480})
    page.goto(harbour_site + MATRIX)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("region", name="The repair of the harbour bridge")).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("row").last).to_be_in_viewport()
    expect(page.get_by_role("columnheader", name="Harbour Daily")).to_be_in_viewport(ratio=1)


def listened(page: Page) -> tuple[list[str], list[str]]:
    """Gives lists that fill with the addresses that a page asks for, and with what the browser says of it."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.url != "data:," else None)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return asked, said


def framed(page: Page) -> Frame:
    """Gives what the one frame of a page shows."""
    page.locator("iframe").scroll_into_view_if_needed()
    found = page.locator("iframe").element_handle().content_frame()
    assert found is not None
    return found


def embeds_of(files: dict[str, bytes]) -> list[str]:
    """Gives the addresses of the embeds among files."""
    return [path.removesuffix("index.html") for path in files if path.startswith("embed/") and path.endswith(".html")]


def breaches(page: Page, address: str, size: ViewportSize, scheme: Scheme) -> Iterator[str]:
    """Gives what axe finds wrong with an embed of that size in that colour scheme, and where."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    page.goto("about:blank")
    page.goto(address)
    page.evaluate(AXE_SCRIPT)
    for violation in page.evaluate("axe.run()")["violations"]:
        for node in violation["nodes"]:
            yield f"{address}, {size['width']} px, {scheme}: {violation['id']}: {node['html']} {node['failureSummary']}"

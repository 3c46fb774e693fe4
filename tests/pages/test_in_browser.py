"""Pages in a real browser: narrow and wide, light and dark, by keyboard, without script, on paper, from a disk."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.editions import edition, files_of
from tests.editions import shipped as shipped_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

    Scheme = Literal["light", "dark"]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
COLOURS = ["color-contrast", "link-in-text-block"]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
NARROWEST: ViewportSize = {"width": 320, "height": 640}
PHONE: ViewportSize = {"width": 360, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 800}

# One page of each kind, by its edition and its address.
KINDS = {
    "home": ("shipped", ""),
    "claims": ("shipped", "claims/"),
    "claim": ("shipped", "claims/twelve-billion-plan/"),
    "topic": ("shipped", "topics/bytedance-ai-spending/"),
    "matrices": ("shipped", "matrix/"),
    "matrix": ("shipped", "matrix/bytedance-ai-spending/"),
    "sources": ("shipped", "sources/"),
    "source": ("shipped", "sources/decrypt-pt/"),
    "ratings": ("shipped", "ratings/"),
    "corrections": ("harbour", "corrections/"),
    "claimant": ("shipped", "claimants/financial-times/"),
    "tag": ("harbour", "tags/costs/"),
    "page": ("shipped", "how-we-check/"),
    "not found": ("shipped", "404.html"),
    "data": ("harbour", "data/"),
    "corrected claim": ("harbour", "claims/repair-cost/"),
    "retracted claim": ("harbour", "claims/toll-planned/"),
    "right to left": ("harbour", "claims/repair-cost-ar/"),
    "mixed matrix": ("harbour", "matrix/harbour-bridge/"),
}


@dataclass
class Visit:
    """What a visit to a page showed.

    `overflow` is by how many pixels it is too wide, `rating` how far down a verdict's rating ends, 0 without one;
    `asked` has the addresses that it asked for, `said` what the browser said of it.
    """

    address: str
    overflow: int = 0
    rating: float = 0
    links: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def homes(shipped: str, harbour_site: str) -> dict[str, str]:
    """Gives the addresses of the home pages by their edition."""
    return {"shipped": shipped, "harbour": harbour_site}


@pytest.fixture(scope="session")
def visits(browser: Browser, homes: dict[str, str]) -> dict[str, list[Visit]]:
    """Gives a visit to every page of each edition, on the narrowest screen."""
    # These editions are built without a search, which has tests of its own.
    files = {"shipped": files_of(shipped_site()), "harbour": files_of(edition())}
    addresses = {name: [one for one in addresses_of(files[name]) if one != "search/"] for name in homes}
    page = browser.new_page(viewport=NARROWEST)
    made = {name: [visit(page, homes[name] + address) for address in addresses[name]] for name in homes}
    page.close()
    return made


@pytest.mark.parametrize("name", ["shipped", "harbour"])
def test_no_page_scrolls_sideways_on_the_narrowest_screen(visits: dict[str, list[Visit]], name: str) -> None:
    assert [f"{one.address}: {one.overflow} px" for one in visits[name] if one.overflow > 0] == []


@pytest.mark.parametrize("name", ["shipped", "harbour"])
def test_the_browser_has_nothing_to_complain_of(visits: dict[str, list[Visit]], name: str) -> None:
    assert [(one.address, said) for one in visits[name] for said in one.said] == []


@pytest.mark.parametrize("name", ["shipped", "harbour"])
def test_no_page_asks_another_host_for_anything(
    visits: dict[str, list[Visit]], homes: dict[str, str], name: str
) -> None:
    foreign = [(one.address, asked) for one in visits[name] for asked in one.asked if not asked.startswith(homes[name])]
    assert foreign == []
    assert all(any(asked.endswith("assets/site.css") for asked in one.asked) for one in visits[name][:1])


@pytest.mark.parametrize("name", ["shipped", "harbour"])
def test_all_links_to_our_host_stay_below_our_path(
    visits: dict[str, list[Visit]], homes: dict[str, str], name: str
) -> None:
    host = urljoin(homes[name], "/")
    straying = [
        (one.address, link)
        for one in visits[name]
        for link in one.links
        if link.startswith(host) and not link.startswith(homes[name])
    ]
    assert straying == []
    assert any(link.startswith(homes[name]) for one in visits[name] for link in one.links)


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_breach_of_wcag(page: Page, homes: dict[str, str], kind: str) -> None:
    name, address = KINDS[kind]
    page.set_viewport_size(PHONE)
    page.goto(homes[name] + address)
    page.evaluate(AXE_SCRIPT)
    found = [
        f"{size['width']} px, {scheme}: {breach}"
        for size in (PHONE, DESK)
        for scheme in SCHEMES
        for breach in breaches(page, size, scheme)
    ]
    assert found == []


def test_axe_finds_what_is_wrong(page: Page) -> None:
    page.set_content("<html lang=en><title>A page</title><p style='color: #ccc; background: #fff'>Hardly there")
    page.evaluate(AXE_SCRIPT)
    assert any("color-contrast" in breach for breach in breaches(page, PHONE, "light"))


def test_a_rating_is_seen_without_scrolling_on_the_narrowest_screen(visits: dict[str, list[Visit]]) -> None:
    rated = [one for one in visits["shipped"] if one.rating]
    assert len(rated) == len(shipped_site().listed)
    assert [f"{one.address}: {one.rating} px" for one in rated if one.rating > NARROWEST["height"]] == []


def test_without_script_a_reader_finds_the_way_from_home_to_a_source(browser: Browser, homes: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(homes["shipped"])
    page.get_by_role("link", name="Matrix", exact=True).click()
    page.get_by_role("main").get_by_role("link").first.click()
    page.get_by_role("rowheader").get_by_role("link").first.click()
    expect(page.locator(".verdict__text")).to_be_visible()
    page.locator(".appearance__source a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.startswith(f"{homes['shipped']}sources/")
    context.close()


def test_the_first_key_reaches_the_skip_link_and_it_leads_to_the_content(page: Page, homes: dict[str, str]) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{homes['shipped']}claims/twelve-billion-plan/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to the content")
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_be_visible()


def test_every_step_of_the_keyboard_shows_where_it_is(page: Page, homes: dict[str, str]) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{homes['harbour']}claims/repair-cost/")
    steps = 0
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement === document.body"):
        steps += 1
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", page.evaluate("document.activeElement.outerHTML")
        page.keyboard.press("Tab")
    assert steps > page.locator("main a:visible").count()


def test_a_right_to_left_page_is_set_from_the_right_and_its_labels_from_the_left(
    page: Page, homes: dict[str, str]
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{homes['harbour']}claims/repair-cost-ar/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("h1")).to_have_css("direction", "rtl")
    expect(page.locator(".masthead")).to_have_css("direction", "ltr")
    expect(page.locator(".colophon")).to_have_css("direction", "ltr")
    edges = page.evaluate(
        "(({borderLeftWidth, borderRightWidth}) => [borderLeftWidth, borderRightWidth])"
        "(getComputedStyle(document.querySelector('.verdict')))"
    )
    assert edges == ["0px", "6px"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_on_paper_the_verdict_is_dark_on_white_and_the_navigation_is_gone(
    page: Page, homes: dict[str, str], scheme: Scheme
) -> None:
    page.set_viewport_size(DESK)
    page.emulate_media(media="print", color_scheme=scheme)
    page.goto(f"{homes['harbour']}claims/repair-cost/")
    expect(page.locator(".verdict__text")).to_be_visible()
    expect(page.locator(".verdict .badge")).to_be_visible()
    expect(page.locator(".masthead__nav")).to_be_hidden()
    assert lightness(page, ".verdict__text") < 0.5
    assert lightness(page, ".verdict .badge") < 0.5


def test_an_address_where_nothing_is_shows_the_sites_own_page_in_its_own_style(
    page: Page, homes: dict[str, str]
) -> None:
    answer = page.goto(f"{homes['shipped']}no/such/place/")
    assert answer is not None
    assert answer.status == 404
    assert is_styled(page)
    page.get_by_role("main").get_by_role("link", name="All claims").click()
    assert page.url == f"{homes['shipped']}claims/"


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("claims/bridge-bill/", "claims/repair-cost/"),
        ("2024/bridge-cost/", "claims/repair-cost/"),
        ("imprint/", "about/"),
    ],
)
def test_a_former_address_leads_to_where_the_page_is_now(
    page: Page, homes: dict[str, str], former: str, now: str
) -> None:
    page.goto(homes["harbour"] + former)
    page.wait_for_url(homes["harbour"] + now)


def test_an_edition_for_the_disk_is_styled_and_every_link_in_it_works(page: Page, on_disk: Path) -> None:
    page.set_viewport_size(DESK)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    dead = []
    pages = [file for file in sorted(on_disk.rglob("*.html")) if b'http-equiv="refresh"' not in file.read_bytes()]
    for file in pages:
        page.goto(file.as_uri())
        assert "embed" in file.parts or is_styled(page), file
        links = page.evaluate("[...document.querySelectorAll('[href], [src]')].map(e => e.href || e.src)")
        ours = [link for link in links if isinstance(link, str) and link.startswith("file:")]
        assert ours
        dead += [(file.name, link) for link in ours if not is_file(link)]
    assert dead == []
    assert said == []


def test_a_reader_of_the_disk_edition_can_follow_links(page: Page, on_disk: Path) -> None:
    page.goto((on_disk / "index.html").as_uri())
    page.locator(".card__claim a").first.click()
    expect(page.locator(".verdict__text")).to_be_visible()
    page.get_by_role("link", name="Matrix", exact=True).click()
    assert page.url == (on_disk / "matrix/index.html").as_uri()
    assert is_styled(page)


def visit(page: Page, address: str) -> Visit:
    """Go to a page and note what it shows."""
    made = Visit(address)
    page.on("console", said := lambda message: made.said.append(message.text))
    page.on("pageerror", erred := lambda error: made.said.append(str(error)))
    page.on("request", asked := lambda request: made.asked.append(request.url))
    answer = page.goto(address)
    if answer is None or answer.status != 200:
        made.said.append(f"answered with {answer and answer.status}")
    made.overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    made.rating = page.evaluate("document.querySelector('.verdict .badge')?.getBoundingClientRect().bottom ?? 0")
    made.links = page.evaluate("[...document.querySelectorAll('a[href]')].map(link => link.href)")
    for event, listener in (("console", said), ("pageerror", erred), ("request", asked)):
        page.remove_listener(event, listener)
    return made


def addresses_of(files: dict[str, bytes]) -> list[str]:
    """Give the addresses of the pages among files, without redirects and embeds."""
    return [
        path.removesuffix("index.html")
        for path, content in files.items()
        if path.endswith(".html") and not path.startswith("embed/") and b'http-equiv="refresh"' not in content
    ]


def breaches(page: Page, size: ViewportSize, scheme: Scheme) -> Iterator[str]:
    """Give what axe finds wrong with a page of that size in that colour scheme, and where."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    # Only what has to do with colours can be wrong in one scheme and right in the other.
    only = {"type": "tag", "values": WCAG} if scheme == "light" else {"type": "rule", "values": COLOURS}
    options = {"runOnly": only, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(options)", options)
    for violation in found["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {node['html']} {node['failureSummary']}"


def is_styled(page: Page) -> bool:
    """Tell whether the stylesheet was taken."""
    return bool(page.evaluate("getComputedStyle(document.querySelector('.skip-link')).position") == "absolute")


def is_file(link: str) -> bool:
    """Tell whether a file address leads to a file."""
    return Path(unquote(urlsplit(link).path)).is_file()


def lightness(page: Page, selector: str) -> float:
    """Give the lightness of a text's colour, from 0 (black) to 1 (white)."""
    colour = page.evaluate("selector => getComputedStyle(document.querySelector(selector)).color", selector)
    met = re.match(r"oklch\(([0-9.]+)", colour)
    assert met, colour
    return float(met[1])

"""An open page of the preview follows what an editor saves, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from site_src.serving.desk import Desk
from tests.harbour import claim
from tests.serving.preview import COST, COST_PAGE, Office, previewed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
BROKEN = ("reviewed_on: 2024-03-20", "reviewed_on: <i>soon</i>")
MENDED = (BROKEN[1], BROKEN[0])


@pytest.fixture
def host(office: Office, page: Page) -> Iterator[str]:
    """Gives the address of a preview's host, and fails if the browser has anything to complain of."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    with previewed(Desk(office.press())) as origin:
        yield origin
        page.close()
    assert said == []


def problems(page: Page) -> Locator:
    """Gives the problems that are laid over a page."""
    return page.locator(".touchstone-preview .touchstone-problem")


def test_an_open_page_shows_each_change_as_it_is_saved(office: Office, page: Page, host: str) -> None:
    page.goto(f"{host}/harbour/{COST_PAGE}")
    office.edit(COST, "says: Repair cost", "says: First change, cost")
    expect(page.get_by_text("First change")).to_be_visible()
    office.edit(COST, "says: First change", "says: Second change")
    office.edit(COST, "says: Second change", "says: Third change")
    expect(page.get_by_text("Third change")).to_be_visible()
    text = (office.content / COST).read_text(encoding="utf-8")
    office.save(COST, text.replace("Third change", "Put in its place"))
    expect(page.get_by_text("Put in its place")).to_be_visible()
    expect(problems(page)).to_have_count(0)


def test_a_mistake_appears_over_the_page_as_it_was_and_goes_when_it_is_mended(
    office: Office, page: Page, host: str
) -> None:
    page.goto(f"{host}/harbour/{COST_PAGE}")
    page.evaluate("scrollTo(0, 400)")
    office.edit(COST, *BROKEN)
    expect(problems(page)).to_have_count(1)
    expect(problems(page)).to_contain_text("repair-cost.md, line 16, column 14")
    expect(problems(page).locator("pre")).to_have_text("reviewed_on: <i>soon</i>")
    expect(problems(page).locator("mark")).to_have_text("<")
    expect(page.get_by_text("The page is shown as it was before.")).to_be_visible()
    expect(page.locator("h1")).to_have_text("The bridge cost 4.2 million euros to repair.")
    assert page.evaluate("scrollY") == 400
    office.edit(COST, *MENDED)
    expect(problems(page)).to_have_count(0)
    expect(page.locator(".touchstone-preview")).to_be_hidden()


def test_a_page_stays_where_it_was_scrolled_to(office: Office, page: Page, host: str) -> None:
    page.goto(f"{host}/harbour/{COST_PAGE}")
    page.evaluate("scrollTo(0, 700)")
    office.edit(COST, "says: Repair cost", "says: Mending cost")
    expect(page.get_by_text("Mending cost")).to_have_count(1)
    page.wait_for_load_state()
    assert page.evaluate("scrollY") == pytest.approx(700, abs=2)


def test_a_new_file_has_a_page_and_a_deleted_one_has_none(office: Office, page: Page, host: str) -> None:
    page.goto(f"{host}/harbour/claims/")
    office.save("claims/lock.md", claim("claim: The lock is new."))
    page.get_by_role("link", name="The lock is new.").first.click()
    expect(page.locator("h1")).to_have_text("The lock is new.")
    page.goto(f"{host}/harbour/claims/")
    (office.content / "claims/lock.md").unlink()
    expect(page.get_by_text("The lock is new.")).to_have_count(0)


def test_a_draft_is_shown_and_marked(page: Page, host: str) -> None:
    page.goto(f"{host}/harbour/claims/ferry-passengers/")
    expect(page.locator(".notice")).to_contain_text("This page is not published yet.")


def test_the_site_lies_under_its_own_path_and_the_host_leads_there(page: Page, host: str) -> None:
    page.goto(host)
    assert page.url == f"{host}/harbour/"
    assert page.locator("link[rel=canonical]").get_attribute("href") == "https://example.org/harbour/"
    page.get_by_role("link", name="Claims").first.click()
    assert page.url == f"{host}/harbour/claims/"


def test_styles_and_templates_are_followed_too(office: Office, page: Page, host: str) -> None:
    page.goto(f"{host}/harbour/about/")
    style = office.templates / "assets/base.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n@layer base { h1 { opacity: 0.5; } }\n", encoding="utf-8")
    expect(page.locator("h1")).to_have_css("opacity", "0.5")
    template = office.templates / "pages/page.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("{% block main %}", "{% block main %}{{ view.nothing }}"), encoding="utf-8")
    expect(problems(page)).to_contain_text("templates/pages/page.html, line")
    expect(page.locator("h1")).to_be_visible()
    template.write_text(text, encoding="utf-8")
    expect(problems(page)).to_have_count(0)


def test_ratings_and_settings_are_followed_too(office: Office, page: Page, host: str) -> None:
    page.goto(f"{host}/harbour/ratings/")
    office.edit("ratings.yaml", "label: Supported", "label: Well supported")
    expect(page.get_by_text("Well supported").first).to_be_visible()
    office.edit("site.yaml", "title: Harbour Checks", "title: Harbour Proofs")
    expect(page).to_have_title("Ratings – Harbour Proofs")


def test_problems_elsewhere_are_counted_and_lead_to_their_list(office: Office, page: Page, host: str) -> None:
    page.goto(f"{host}/harbour/about/")
    office.edit(COST, *BROKEN)
    page.get_by_role("link", name="1 problem in other files").click()
    expect(page.locator("h1")).to_have_text("1 problem")
    page.get_by_role("link", name="repair-cost.md").click()
    assert page.url == f"{host}/harbour/{COST_PAGE}"
    page.go_back()
    office.edit(COST, *MENDED)
    expect(page.locator("h1")).to_have_text("No problems")


def test_a_folded_list_stays_folded(office: Office, page: Page, host: str) -> None:
    page.goto(f"{host}/harbour/{COST_PAGE}")
    office.edit(COST, *BROKEN)
    page.get_by_text("1 problem on this page").click()
    expect(problems(page)).to_be_hidden()
    office.edit(COST, "status: published", "status: publisht")
    expect(page.get_by_text("2 problems on this page")).to_be_visible()
    expect(problems(page).first).to_be_hidden()
    page.keyboard.press("Enter")
    expect(problems(page).first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_laid_over_a_page_is_accessible_and_fits(
    office: Office, page: Page, host: str, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 700})
    office.edit(COST, *BROKEN)
    office.edit("claims/detour-cost.md", "topic: harbour-bridge", "topic: harbour-bride")
    for path in (f"/harbour/{COST_PAGE}", "/__touchstone/problems"):
        page.goto(f"{host}{path}")
        expect(page.locator(".touchstone-problem").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert broken_rules(page) == []


def test_a_page_without_script_shows_what_was_wrong_when_it_was_loaded(office: Office, page: Page, host: str) -> None:
    office.edit(COST, *BROKEN)
    assert page.context.browser
    context = page.context.browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(f"{host}/harbour/{COST_PAGE}")
    expect(problems(still)).to_contain_text("repair-cost.md, line 16")
    context.close()


def test_when_the_preview_ends_its_pages_say_so(office: Office, page: Page) -> None:
    with previewed(Desk(office.press())) as host:
        page.goto(f"{host}/harbour/about/")
        expect(page.locator("#touchstone-offline")).to_be_hidden()
    expect(page.get_by_text("The preview has ended; this page may be out of date.")).to_be_visible()


def broken_rules(page: Page) -> list[str]:
    """Gives the rules of WCAG that the preview's own parts break."""
    page.evaluate(AXE_SCRIPT)
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run('.touchstone-preview, .touchstone-page', options)", options)
    return [f"{rule['id']}: {node['html']}" for rule in found["violations"] for node in rule["nodes"]]

"""The verdict page in a real browser: the finding at a glance, the way to each sentence, what can be copied, paper."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from site_src.views.passage import passage
from tests.editions import edition, files_of
from tests.editions import shipped as shipped_site
from tests.pages.served import served

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize

    from site_src.site.model import Site

PHONE: ViewportSize = {"width": 360, "height": 640}
NARROWEST: ViewportSize = {"width": 320, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 800}
REPAIR = "claims/repair-cost/"
PLAN = "claims/twelve-billion-plan/"
HEAVIEST = 40_000
"""How many bytes a verdict page may have, compressed, with its styles and scripts."""
STYLE = 12_000


def test_the_finding_is_read_without_scrolling_on_a_phone(page: Page, shipped: str) -> None:
    page.set_viewport_size(PHONE)
    low = []
    for slug in shipped_site().listed:
        page.goto(f"{shipped}claims/{slug}/")
        end = page.evaluate("document.querySelector('.verdict__text').getBoundingClientRect().bottom")
        if end > PHONE["height"]:
            low.append(f"{slug}: {end} px")
    assert low == []


def test_corrections_stand_between_the_finding_and_everything_else(page: Page, harbour_site: str) -> None:
    page.goto(harbour_site + REPAIR)
    after = page.locator(".finding + *")
    expect(after).to_have_attribute("aria-label", "Corrections")
    expect(after).to_contain_text("not 0.8 million")


@pytest.mark.parametrize("size", [NARROWEST, DESK], ids=["narrow", "wide"])
def test_nothing_but_the_finding_stands_beside_the_claim(page: Page, harbour_site: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(harbour_site + REPAIR)
    tops = page.evaluate(
        "[...document.querySelectorAll('.finding__claim, .verdict, .corrections, .section')]"
        ".map(part => part.getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)


def test_the_link_below_an_excerpt_leads_to_the_very_sentence(page: Page, harbour_site: str) -> None:
    page.goto(harbour_site + REPAIR)
    link = page.get_by_role("link", name="Read it there").first
    expect(link).to_have_attribute("href", re.compile(r"#:~:text=The%20repair%20cost%204\.2%20million%20euros$"))


@pytest.mark.parametrize(
    ("sentence", "excerpt"),
    [
        ("The whole of the operation came to more than five million euros in all, the auditors say.", None),
        ("A cost-cutting plan, R&D included, was said to be “well under way” in May.", None),
        ("The board wrote that, as far as anyone knew, the costs were twice as high.", "the costs […] twice as high"),
        ("بلغت تكلفة إصلاح الجسر أربعة ملايين يورو كما يقول المكتب.", None),
        ("पुल की मरम्मत पर बयालीस लाख यूरो खर्च हुए।", None),
        ("橋の修理には四百二十万ユーロかかったと市は述べた。", None),
    ],
    ids=["long", "signs", "gap", "arabic", "hindi", "japanese"],
)
def test_a_browser_goes_to_the_sentence_and_marks_it(
    page: Page, tmp_path: Path, sentence: str, excerpt: str | None
) -> None:
    filler = "".join(f"<p>Line {number} of something else, five of them.</p>" for number in range(200))
    text = f"{filler}<p id=there>{sentence}</p>{filler}"
    head = "<!doctype html><html lang=en><meta charset=utf-8><title>News</title><link rel=icon href='data:,'>"
    (tmp_path / "news.html").write_text(f"{head}{text}", encoding="utf-8")
    with served(tmp_path) as home:
        to = passage(f"{home}news.html", excerpt or sentence)
        (tmp_path / "ours.html").write_text(f"{head}<a href='{to}'>Read it there</a>", encoding="utf-8")
        page.goto(f"{home}ours.html")
        page.get_by_role("link").click()
        expect(page.locator("#there")).to_be_in_viewport()
        assert page.evaluate("scrollY") > 0


@pytest.mark.parametrize(
    ("button", "copied"),
    [
        ("Copy the link", r"https://example\.org/harbour/|http://127\.0\.0\.1:\d+/claims/repair-cost/"),
        ("Copy the code", r"<iframe src=.*claims/repair-cost/.*</iframe>"),
    ],
)
def test_a_button_copies_and_says_so(page: Page, harbour_site: str, button: str, copied: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(harbour_site + REPAIR)
    page.get_by_text("Embed this verdict").click()
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert re.search(copied, clipboard(page))


@pytest.mark.parametrize("way", ["As text", "BibTeX", "CSL-JSON, for reference managers"])
def test_each_way_to_cite_is_copied_as_it_is_shown(page: Page, harbour_site: str, way: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(harbour_site + REPAIR)
    page.get_by_text("Cite this verdict").click()
    shown = page.get_by_role("region", name=way, exact=True)
    page.locator(".way", has_text=way).get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert clipboard(page) == shown.text_content()
    assert "Fact check" in clipboard(page)


def test_where_the_clipboard_is_closed_the_text_is_selected_and_copied_all_the_same(
    page: Page, harbour_site: str
) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(harbour_site + REPAIR)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("Copied|Selected: copy it now"))
    assert page.evaluate("getSelection().toString()") == page.locator("#address").text_content()


def test_where_nothing_can_be_copied_the_reader_is_told_to(page: Page, harbour_site: str) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
    )
    page.goto(harbour_site + REPAIR)
    page.get_by_text("Embed this verdict").click()
    page.get_by_role("button", name="Copy the code").click()
    expect(page.get_by_role("status")).to_have_text("Selected: copy it now")
    expect(page.get_by_label("Paste this into your page")).to_be_focused()


def test_buttons_are_worked_by_keyboard(page: Page, harbour_site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(harbour_site + REPAIR)
    page.get_by_role("button", name="Copy the link").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Copied")


def test_without_script_there_is_no_dead_button_and_all_that_buttons_copy_is_there(
    browser: Browser, harbour_site: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(harbour_site + REPAIR)
    assert page.get_by_role("button").count() == 0
    expect(page.locator("#address")).to_be_visible()
    page.get_by_text("Cite this verdict").click()
    expect(page.get_by_role("region", name="BibTeX")).to_be_visible()
    context.close()


def test_a_mistake_is_reported_for_the_page_on_which_it_is(page: Page, harbour_site: str) -> None:
    page.goto(harbour_site + REPAIR)
    report = page.get_by_role("link", name="Report a mistake")
    expect(report).to_have_count(1)
    expect(report).to_have_attribute("href", re.compile(r"template=mistake\.yml&page=http.*claims%2Frepair-cost%2F$"))
    expect(page.get_by_role("link", name="Suggest a claim")).to_have_attribute("href", re.compile("claim.yml$"))
    expect(page.get_by_role("link", name="Edit this page")).to_have_count(1)


@pytest.mark.parametrize("address", [REPAIR, "claims/repair-cost-ar/"])
def test_labels_and_content_each_say_their_language(page: Page, harbour_site: str, address: str) -> None:
    page.goto(harbour_site + address)
    wrong = page.evaluate(
        r"""() => {
          const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode.data, around = walker.currentNode.parentElement;
            if (around.closest("pre, textarea") || !/\p{L}/u.test(text)) continue;
            const tongue = around.closest("[lang]").lang;
            if (/\p{Script=Arabic}/u.test(text) !== (tongue === "ar")) found.push([tongue, text]);
          }
          return found;
        }"""
    )
    assert wrong == []


def test_on_paper_a_verdict_takes_two_sheets_and_addresses_are_spelled_out(page: Page, shipped: str) -> None:
    page.goto(shipped + PLAN)
    paper = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) <= 2
    page.emulate_media(media="print")
    spelled = page.evaluate("getComputedStyle(document.querySelector('.quote blockquote[cite]'), '::after').content")
    assert spelled == f'"{page.locator(".quote blockquote[cite]").first.get_attribute("cite")}"'
    expect(page.locator("#address")).to_be_visible()
    for hidden in (".masthead__nav", ".offer", ".hand-on__links", ".button"):
        expect(page.locator(hidden).first).to_be_hidden()


@pytest.mark.parametrize("make", [edition, shipped_site], ids=["harbour", "shipped"])
def test_a_verdict_page_is_light_with_its_styles_and_scripts(make: Callable[[], Site]) -> None:
    files = files_of(make())
    sizes = {path: len(gzip.compress(content)) for path, content in files.items()}
    assert sizes["assets/site.css"] < STYLE
    pages = {path: content for path, content in files.items() if re.fullmatch(r"claims/[a-z0-9-]+/index\.html", path)}
    assert pages
    weights = {
        path: sizes[path]
        + sum(sizes[f"assets/{name}"] for name in set(re.findall(r"assets/([\w.-]+\.(?:css|js))", html)))
        for path, html in ((path, content.decode()) for path, content in pages.items())
    }
    assert {path: weight for path, weight in weights.items() if weight > HEAVIEST} == {}


def clipboard(page: Page) -> str:
    """Give what was copied last."""
    copied = page.evaluate("navigator.clipboard.readText()")
    assert isinstance(copied, str)
    return copied

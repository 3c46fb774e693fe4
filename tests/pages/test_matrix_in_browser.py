"""The matrix in a real browser: filters, order, what the address keeps, cells that open, keyboard, phone, no script."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from site_src.building.job import Job
from site_src.building.pipeline import build
from tests.editions import TEMPLATES
from tests.harbour import HARBOUR
from tests.pages.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page, ViewportSize

Scheme = Literal["light", "dark"]

NARROWEST: ViewportSize = {"width": 320, "height": 640}
PHONE: ViewportSize = {"width": 360, "height": 640}
TABLET: ViewportSize = {"width": 700, "height": 900}
DESK: ViewportSize = {"width": 1280, "height": 800}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

SHIFTS = """new Promise(requestAnimationFrame).then(() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: "layout-shift", buffered: true});
    return observer.takeRecords().length;
})"""

COST, ARABIC, WEEKS, DETOUR, BUDGET = (
    "The bridge cost 4.2 million euros to repair.",
    "بلغت تكلفة إصلاح الجسر 4.2 مليون يورو.",
    "The harbour bridge was closed for eleven weeks.",
    "The detour during the bridge repair cost the city 0.9 million euros.",
    "The repair of the bridge stayed within its budget.",
)
AS_IN_THE_TOPIC = [COST, DETOUR, WEEKS, BUDGET, ARABIC]


@pytest.fixture(scope="session")
def matrix(harbour_site: str) -> str:
    """Gives the address of harbour's matrix of five claims and five sources."""
    return f"{harbour_site}matrix/harbour-bridge/"


@pytest.fixture(scope="session")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Gives the address of the same matrix with fifteen sources more, of which nothing was read."""
    content = tmp_path_factory.mktemp("content") / "content"
    shutil.copytree(HARBOUR, content)
    topic = content / "topics/harbour-bridge.md"
    leaflets = [f"leaflet-{number}" for number in range(15)]
    text = topic.read_text(encoding="utf-8")
    listed = "".join(f"  - {leaflet}\n" for leaflet in leaflets)
    topic.write_text(text.replace("  - audit-report\n", f"  - audit-report\n{listed}"), encoding="utf-8")
    for leaflet in leaflets:
        head = f"---\ntitle: A leaflet\npublisher: {leaflet.title()}\nkind: article\n---\n"
        (content / f"sources/{leaflet}.md").write_text(head, encoding="utf-8")
    with served(folder := tmp_path_factory.mktemp("wide") / "root") as host:
        assert build(Job(content, TEMPLATES, folder, base_url=host)).files
        yield f"{host}matrix/harbour-bridge/"


def test_a_rating_leaves_its_claims_and_says_how_many(page: Page, matrix: str) -> None:
    page.goto(matrix)
    assert claims(page) == AS_IN_THE_TOPIC
    lists(page).get_by_label("Partly supported").check()
    assert claims(page) == [COST, ARABIC]
    expect(page.get_by_role("status").first).to_have_text("2 of 5 claims shown")
    lists(page).get_by_label("Contradicted").check()
    assert claims(page) == [COST, BUDGET, ARABIC]
    expect(page.locator("summary").first).to_have_text("Order, rating, stance, source: 2 chosen")


def test_a_stance_leaves_the_claims_on_which_a_source_takes_it(page: Page, matrix: str) -> None:
    page.goto(matrix)
    lists(page).get_by_label("carries a denial").check()
    assert claims(page) == [DETOUR]
    lists(page).get_by_label("carries a denial").uncheck()
    lists(page).get_by_label("was not read for this").check()
    assert claims(page) == holding(page, "cell--not-examined")


def test_sources_leave_their_columns_and_the_claims_to_which_they_speak(page: Page, matrix: str) -> None:
    page.goto(matrix)
    lists(page).get_by_label("Coast Radio").check()
    assert columns(page) == ["Claim", "Coast Radio", "Carried by"]
    assert claims(page) == [COST, DETOUR, WEEKS]
    expect(row(page, COST).get_by_role("cell")).to_have_count(2)
    lists(page).get_by_label("Audit office").check()
    assert columns(page) == ["Claim", "Coast Radio", "Audit office", "Carried by"]


def test_a_stance_is_looked_for_among_the_sources_that_are_shown(page: Page, matrix: str) -> None:
    page.goto(f"{matrix}?stance=differs")
    assert COST in claims(page)
    page.goto(f"{matrix}?stance=differs&source=coast-radio")
    assert claims(page) == []
    expect(page.get_by_role("status").first).to_have_text("0 of 5 claims shown")


def test_sources_differ_where_one_carries_the_claim_and_another_does_not_or_their_figures_part(
    page: Page, matrix: str
) -> None:
    page.goto(matrix)
    page.get_by_label("Only where sources differ").check()
    assert claims(page) == [COST, DETOUR, WEEKS]
    lists(page).get_by_label("Audit office").check()
    assert claims(page) == []


def test_words_are_found_in_claims_and_in_what_sources_say_with_or_without_accents(page: Page, matrix: str) -> None:
    page.goto(matrix)
    words = page.get_by_label("Find words")
    words.fill("ELEVEN weeks")
    assert claims(page) == [WEEKS]
    words.fill("nearly a million")
    assert claims(page) == [DETOUR]
    words.fill("تكلفة")
    assert claims(page) == [ARABIC]
    words.fill("nowhere")
    assert claims(page) == []
    expect(page.get_by_role("status").first).to_have_text("0 of 5 claims shown")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("as in the topic", AS_IN_THE_TOPIC),
        ("lowest rating first", [BUDGET, COST, ARABIC, DETOUR, WEEKS]),
        ("highest rating first", [DETOUR, COST, ARABIC, BUDGET, WEEKS]),
        ("oldest claim first", [WEEKS, BUDGET, COST, ARABIC, DETOUR]),
        ("newest claim first", [DETOUR, COST, ARABIC, BUDGET, WEEKS]),
    ],
)
def test_claims_stand_in_the_order_that_is_chosen(page: Page, matrix: str, order: str, expected: list[str]) -> None:
    page.goto(matrix)
    lists(page).get_by_label("Order").select_option(order)
    assert claims(page) == expected


def test_the_column_by_which_claims_stand_in_order_says_so(page: Page, matrix: str) -> None:
    page.goto(matrix)
    head = page.get_by_role("columnheader", name="Carried by")
    lists(page).get_by_label("Order").select_option("carried by most sources first")
    expect(head).to_have_attribute("aria-sort", "descending")
    carriers = page.locator(".matrix tbody tr").evaluate_all("rows => rows.map(row => Number(row.dataset.carried))")
    assert carriers == sorted(carriers, reverse=True)
    lists(page).get_by_label("Order").select_option("as in the topic")
    expect(head).not_to_have_attribute("aria-sort", re.compile(""))
    assert claims(page) == AS_IN_THE_TOPIC


@pytest.mark.parametrize(("order", "figures"), [("largest", ["5", "3"]), ("smallest", ["3", "5"])])
def test_figures_stand_in_order_within_their_unit_and_claims_without_one_last(
    page: Page, matrix: str, order: str, figures: list[str]
) -> None:
    page.goto(matrix)
    lists(page).get_by_label("Order").select_option(f"{order} figure first")
    shown = page.locator(".matrix tbody tr").evaluate_all(
        "rows => rows.map(({dataset}) => [dataset.figure, dataset.unit])"
    )
    assert shown == [*([figure, "million euros"] for figure in figures), ["12", "weeks"], ["", ""], ["", ""]]


def test_a_view_can_be_shared_by_its_address(page: Page, browser: Browser, matrix: str) -> None:
    page.goto(matrix)
    lists(page).get_by_label("Partly supported").check()
    lists(page).get_by_label("Harbour Daily").check()
    lists(page).get_by_label("Order").select_option("newest claim first")
    assert page.url == f"{matrix}?order=-claimed&rating=partly-supported&source=harbour-daily"
    other = browser.new_page()
    other.goto(page.url)
    assert (claims(other), columns(other)) == (claims(page), columns(page))
    expect(other.get_by_label("Partly supported")).to_be_checked()
    expect(other.get_by_label("Partly supported")).to_be_visible()
    other.close()


def test_back_leads_to_the_view_before_and_forward_to_the_one_after(page: Page, matrix: str) -> None:
    page.goto(matrix)
    lists(page).get_by_label("Contradicted").check()
    page.get_by_label("Find words").press_sequentially("weeks")
    assert claims(page) == []
    page.go_back()  # over the words as a whole, not letter by letter
    expect(page.get_by_label("Find words")).to_have_value("")
    assert claims(page) == [BUDGET]
    page.go_back()
    assert claims(page) == AS_IN_THE_TOPIC
    assert page.url == matrix
    expect(page.get_by_label("Contradicted")).not_to_be_checked()
    page.go_forward()
    assert claims(page) == [BUDGET]


def test_what_an_address_names_and_the_matrix_has_not_is_left_out(page: Page, matrix: str) -> None:
    page.goto(f"{matrix}?rating=unheard-of&source=nobody&order=sideways&stance=whispers&other=1")
    assert claims(page) == AS_IN_THE_TOPIC
    assert len(columns(page)) == 7


def test_everything_is_shown_again_with_one_button_that_is_there_when_it_is_needed(page: Page, matrix: str) -> None:
    page.goto(f"{matrix}?q=weeks&order=rating&source=harbour-daily")
    assert claims(page) == [WEEKS]
    page.get_by_role("button", name="Show all").click()
    assert claims(page) == AS_IN_THE_TOPIC
    assert len(columns(page)) == 7
    assert page.url == matrix
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    expect(page.get_by_label("Find words")).to_be_focused()


def test_a_cell_opens_to_the_words_of_the_source_and_closes_again(page: Page, matrix: str) -> None:
    page.goto(matrix)
    panel = page.get_by_role("group", name="Harbour Daily")
    expect(panel).to_be_hidden()
    opener(page, COST, "Reports it").click()
    expect(panel).to_be_visible()
    expect(panel).to_contain_text("the whole operation came to more than five million")
    expect(panel).to_contain_text("Its own figure, in the second sentence.")
    expect(panel.get_by_role("link", name="City press office").first).to_be_visible()
    there = panel.locator("a[href*=':~:text=']").first
    expect(there).to_have_attribute("href", re.compile("^https://example.org/daily/bridge-repair#:~:text="))
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    opener(page, COST, "Reports it").click()
    page.locator("h1").click()
    expect(panel).to_be_hidden()


def test_a_silence_with_a_note_opens_to_it(page: Page, matrix: str) -> None:
    page.goto(matrix)
    row(page, COST).get_by_role("button", name="Silent").click()
    expect(page.get_by_role("group", name="A post on the detour")).to_contain_text("Written before the opening.")


def test_an_open_cell_lies_within_the_window(page: Page, matrix: str) -> None:
    for size in (NARROWEST, PHONE, TABLET, DESK):
        page.set_viewport_size(size)
        page.goto(matrix)
        for place in (0, -1):
            page.locator(".cell__open").nth(place).click()
            shown = page.locator(".panel:popover-open")
            box = shown.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= size["width"]
            assert box["y"] + box["height"] <= size["height"]
            page.keyboard.press("Escape")


def test_the_keyboard_leads_through_the_matrix(page: Page, matrix: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(matrix)
    page.get_by_label("Find words").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(".cell__open:focus").count():
            break
    first, second = opener(page, COST, "Says so"), opener(page, COST, "Reports it")
    expect(first).to_be_focused()
    expect(first).to_have_css("outline-style", "solid")
    page.keyboard.press("ArrowRight")
    expect(second).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(opener(page, DETOUR, "Reports it")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    panel = page.get_by_role("group", name="Harbour Daily")
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("link", name="Harbour Daily").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(second).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()


def test_arrow_keys_pass_over_what_is_filtered_out_and_close_what_is_open(page: Page, matrix: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{matrix}?rating=partly-supported&rating=not-checkable")
    assert claims(page) == [COST, WEEKS, ARABIC]
    opener(page, COST, "Says so").press("Enter")
    expect(page.get_by_role("group", name="City press office")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".panel:popover-open")).to_have_count(0)
    expect(opener(page, WEEKS, "Says so")).to_be_focused()


def test_a_focused_cell_is_not_covered_by_what_stays_in_view(page: Page, wide: str) -> None:
    page.set_viewport_size({"width": 800, "height": 500})
    page.goto(wide)
    opener(page, BUDGET, "Denies").or_(row(page, BUDGET).locator(".cell__open").last).first.focus()
    page.evaluate("document.querySelector('.matrix-frame').scrollTo(600, 0)")
    first = opener(page, COST, "Says so")
    opener(page, COST, "Reports it").first.focus()
    page.keyboard.press("ArrowLeft")
    expect(first).to_be_focused()
    # Rows far away take their true height when they come near: what is in view may still move a little.
    on_top = first.evaluate("""async button => {
        for (let tries = 0; tries < 60; tries += 1) {
            const {x, y, width, height} = button.getBoundingClientRect();
            if (button.contains(document.elementFromPoint(x + width / 2, y + height / 2))) return true;
            await new Promise(resolve => setTimeout(resolve, 50));
        }
        return false;
    }""")
    assert on_top


def test_row_and_column_of_a_cell_are_marked_while_it_is_pointed_at(page: Page, matrix: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(matrix)
    line, cell = row(page, DETOUR), row(page, DETOUR).get_by_role("cell").nth(2)
    plain = line.evaluate("row => getComputedStyle(row).backgroundColor")
    cell.hover()
    assert line.evaluate("row => getComputedStyle(row).backgroundColor") != plain
    band = "getComputedStyle(document.querySelector('.matrix'), '::after').width"
    box = cell.bounding_box()
    assert box
    assert float(page.evaluate(band).removesuffix("px")) == pytest.approx(box["width"], abs=1)


def test_heads_of_columns_and_rows_stay_in_view(page: Page, wide: str) -> None:
    page.set_viewport_size({"width": 1000, "height": 400})
    page.goto(wide)
    frame = page.get_by_role("region", name="The repair of the harbour bridge")
    frame.scroll_into_view_if_needed()
    frame.evaluate("frame => frame.scrollTo(700, 150)")
    outer = frame.bounding_box()
    corner = page.get_by_role("columnheader", name="Claim").bounding_box()
    side = page.get_by_role("rowheader", name=re.compile(WEEKS)).bounding_box()
    assert outer
    assert corner
    assert side
    assert (corner["x"], corner["y"]) == pytest.approx((outer["x"], outer["y"]), abs=2)
    assert side["x"] == pytest.approx(outer["x"], abs=2)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_it_is_a_table_to_those_who_hear_it(browser: Browser, matrix: str, size: ViewportSize, *, script: bool) -> None:
    page = browser.new_page(java_script_enabled=script, viewport=size)
    page.goto(matrix)
    cell = row(page, COST).get_by_role("cell").nth(1)
    expect(cell.get_by_role("button")).to_have_accessible_name(
        "Reports it exactly 4.20 Differs excerpt verified more than five million"
    )
    if script:
        expect(cell).to_have_attribute("role", "cell")
    heard = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(node["role"]["value"] for node in heard if not node["ignored"])
    assert (roles["table"], roles["row"], roles["columnheader"]) == (1, 9, 7)
    assert roles["rowheader"] >= 5  # and of those at the foot, which are further down
    assert roles["cell"] >= 5 * 6
    page.close()


def test_on_a_phone_each_claim_is_a_card_with_a_line_a_source(page: Page, matrix: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(matrix)
    cells = row(page, COST).get_by_role("cell")
    boxes = [cells.nth(index).bounding_box() for index in range(6)]
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(tops)
    assert len(set(tops)) == 6
    label = "cell => getComputedStyle(cell, '::before').content"
    assert [cells.nth(index).evaluate(label) for index in range(6)] == [
        f'"{name}"'
        for name in (
            "City press office",
            "Harbour Daily",
            "Coast Radio",
            "A post on the detour",
            "Audit office",
            "Carried by",
        )
    ]


def test_on_a_phone_many_sources_that_say_nothing_are_gathered_in_one_line(page: Page, wide: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(wide)
    expect(row(page, COST).get_by_role("cell")).to_have_count(5)
    expect(row(page, COST)).to_contain_text("Not examined: 15 sources")
    page.set_viewport_size(DESK)
    expect(row(page, COST).get_by_role("cell")).to_have_count(21)


def test_without_script_the_table_is_whole_and_its_cells_open(browser: Browser, matrix: str) -> None:
    texts = []
    for script in (True, False):
        page = browser.new_page(java_script_enabled=script, viewport=DESK)
        page.goto(matrix)
        texts.append(page.locator(".matrix").inner_text())
        expect(page.get_by_label("Find words")).to_be_visible(visible=script)
        opener(page, COST, "Reports it").click()
        expect(page.get_by_role("group", name="Harbour Daily")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("group", name="Harbour Daily")).to_be_hidden()
        page.close()
    assert texts[0] == texts[1]
    assert COST in texts[0]


def test_nothing_jumps_when_the_filters_appear(page: Page, matrix: str) -> None:
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        page.goto(matrix)
        expect(page.get_by_label("Find words")).to_be_visible()
        shifts = page.evaluate(SHIFTS)
        assert shifts == 0


@pytest.mark.parametrize("name", ["matrix", "wide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_breach_with_everything_open(
    page: Page, request: pytest.FixtureRequest, name: str, scheme: Scheme, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{request.getfixturevalue(name)}?rating=partly-supported")
    row(page, COST).locator(".cell__open").nth(1).click()
    page.evaluate(AXE_SCRIPT)
    options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(options)", options)
    assert [(one["id"], node["html"]) for one in found["violations"] for node in one["nodes"]] == []


@pytest.mark.parametrize("name", ["matrix", "wide"])
@pytest.mark.parametrize("size", [NARROWEST, TABLET, DESK], ids=["narrowest", "tablet", "desk"])
def test_the_page_does_not_scroll_sideways(
    page: Page, request: pytest.FixtureRequest, name: str, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    page.goto(request.getfixturevalue(name))
    page.locator("summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_from_a_disk_it_filters_too(page: Page, on_disk: Path) -> None:
    page.goto((on_disk / "matrix/harbour-bridge/index.html").as_uri())
    lists(page).get_by_label("Contradicted").check()
    assert claims(page) == [BUDGET]
    assert page.url.endswith("index.html?rating=contradicted")


def claims(page: Page) -> list[str]:
    """Give the claims that are shown, in their order."""
    return page.locator(".matrix tbody tr:not([hidden]) .matrix__claim").all_text_contents()


def columns(page: Page) -> list[str]:
    """Give the names of the columns that are shown."""
    heads = page.get_by_role("columnheader").all()
    return [head.inner_text().partition("\n")[0] for head in heads]


def holding(page: Page, name: str) -> list[str]:
    """Give the claims with a cell of a class."""
    return page.locator(f".matrix tbody tr:has(.{name}) .matrix__claim").all_text_contents()


def row(page: Page, claim: str) -> Locator:
    """Give the row of a claim."""
    return page.locator(".matrix tbody tr").filter(has_text=claim)


def opener(page: Page, claim: str, word: str) -> Locator:
    """Give the cell in a claim's row that opens and has a word in it, the first if several."""
    return row(page, claim).get_by_role("button", name=word, exact=False).first


def lists(page: Page) -> Locator:
    """Give the lists of choices, unfolded."""
    folded = page.locator(".matrix-filters details")
    if folded.get_attribute("open") is None:
        folded.locator("summary").click()
    return folded

"""Embeds: light, without script, true to the page that they are of, and found through oEmbed."""

from __future__ import annotations

import gzip
import json
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest

from site_src.addresses import EMBED_STYLE
from tests.editions import edition, files_of, shipped
from tests.harbour import claim
from tests.outputs.pages import Page, parse, target

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_src.site.model import Site

BASE = "https://example.org/harbour/"
REPAIR = "embed/claims/repair-cost/"
GONE = "embed/claims/toll-planned/"
MATRIX = "embed/matrix/harbour-bridge/"
CLAIMED = "The bridge cost 4.2 million euros to repair."
WITHDRAWN = "The city plans a toll for the harbour bridge."
TOPIC = "The repair of the harbour bridge"
HOSTILE = "</title></textarea></iframe><script>alert(1)</script>\"><b onclick='x'> & {{ 7 * 7 }}"


def test_an_embed_says_what_was_claimed_by_whom_what_came_of_it_and_who_says_so() -> None:
    told = words(embed(REPAIR))
    for part in (
        "Harbour Checks Fact check",
        "Claim by City press office, citing the city's building department, 2 March 2024",
        "The bridge cost 4.2 million euros to repair.",
        "Partly supported",
        "The repair itself cost 4.2 million euros; the claim leaves out 0.9 million spent on the detour.",
        "Checked 20 March 2024, updated 2 May 2024 by Harbour Checks",
        "carried by 3 sources, from 1 origin",
        "Read the full check example.org/harbour/claims/repair-cost/",
    ):
        assert part in told


def test_a_rating_has_its_shape_beside_its_word() -> None:
    badge = embed(REPAIR).root.find(".//p[@class='verdict__rating']/span")
    assert badge is not None
    assert "#sign-warning" in [shape.get("href") for shape in badge.iter()]
    assert "".join(badge.itertext()).strip() == "Partly supported"


def test_the_last_change_is_told_with_the_rating_until_then_and_the_way_to_all() -> None:
    [change] = classed(embed(REPAIR), "embed__change")
    assert change == (
        "Corrected 2 May 2024: The detour cost 0.9 million euros, not 0.8 million, as the final invoice shows. "
        "Rating until then: Half right. All 2 changes"
    )
    assert ("claims/repair-cost/index.html", "history") in led(embed(REPAIR))


def test_a_verdict_that_was_updated_without_a_note_says_when() -> None:
    files = {"claims/lock.md": claim("updated_on: 2024-05-02")}
    assert classed(embed("embed/claims/lock/", edition(files)), "embed__change") == ["Updated 2 May 2024"]


def test_an_update_is_told_as_one() -> None:
    assert classed(embed("embed/claims/detour-cost/"), "embed__change") == [
        "Updated 10 April 2024: The radio's figure was added."
    ]


def test_a_verdict_that_never_changed_speaks_of_no_change() -> None:
    assert classed(embed("embed/claims/budget-kept/"), "embed__change") == []


def test_a_retracted_verdict_begins_with_when_and_why_and_is_struck_out() -> None:
    told = words(embed(GONE))
    parts = (
        "Retracted on 1 April 2024 The statement was about another bridge.",
        "The city plans a toll for the harbour bridge.",
        "The former verdict, which no longer stands:",
        "Contradicted",
    )
    places = [told.index(part) for part in parts]
    assert places == sorted(places)
    assert "carried by" not in told
    struck = embed(GONE).root.find(".//del")
    assert struck is not None
    assert "".join(struck.itertext()).strip() == "Contradicted"


def test_a_draft_has_an_embed_in_a_preview_only_and_it_says_so() -> None:
    path = output_path_of("embed/claims/ferry-passengers/")
    assert path not in files_of(edition())
    preview = embed("embed/claims/ferry-passengers/", edition(drafts=True))
    assert "Draft. This is not published yet." in words(preview)
    assert "last changed" not in words(embed("embed/matrix/harbour-ferry/", edition(drafts=True)))


def test_a_claim_in_another_language_is_set_in_it_and_its_labels_in_theirs() -> None:
    page = embed("embed/claims/repair-cost-ar/")
    assert (page.root.get("lang"), page.root.get("dir")) == ("ar", "rtl")
    assert {one.get("lang") for one in page.root.iter("p") if "Checked" in "".join(one.itertext())} == {"en"}
    assert page.text("h1").startswith("بلغت تكلفة")


def test_a_matrix_has_a_row_a_claim_and_a_sign_with_its_word_a_source() -> None:
    rows = embed(MATRIX).root.findall(".//tbody/tr")
    told = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in rows]
    assert len(told) == 5
    assert told[0] == [
        "Partly supported The bridge cost 4.2 million euros to repair. 3 sources, 1 origin · corrected 2 May 2024",
        "Says so", "Reports it Differs", "Reports it", "Silent", "Earlier",
    ]  # fmt: skip
    heads = ["".join(head.itertext()) for head in embed(MATRIX).root.findall(".//thead/tr/th")]
    assert heads == [
        "Claim",
        "City press office",
        "Harbour Daily",
        "Coast Radio",
        "A post on the detour",
        "Audit office",
    ]
    assert "5 claims against 5 sources, last changed 2 May 2024" in words(embed(MATRIX))


def test_a_matrix_without_claims_says_so() -> None:
    page = embed("embed/matrix/harbour-ferry/")
    assert "No claim of this topic has a verdict yet." in words(page)
    assert page.root.find(".//table") is None


@pytest.mark.parametrize("site", [edition, shipped], ids=["harbour", "shipped"])
def test_there_is_an_embed_and_an_oembed_file_for_every_claim_and_topic(site: Callable[[], Site]) -> None:
    made = {path for path in files_of(site()) if path.startswith("embed/")}
    expected = [
        *(f"embed/claims/{slug}/" for slug in site().claims),
        *(f"embed/matrix/{slug}/" for slug in site().topics),
    ]
    assert {f"{address}{name}" for address in expected for name in ("index.html", "oembed.json")} <= made


@pytest.mark.parametrize("address", [REPAIR, GONE, MATRIX])
def test_an_embed_is_kept_from_search_engines_and_names_the_page_it_is_of(address: str) -> None:
    head = embed(address).root.find("head")
    assert head is not None
    metas = {meta.get("name") or meta.get("http-equiv"): meta.get("content") for meta in head.iter("meta")}
    assert metas["robots"] == "noindex"
    [canonical] = [link.get("href") for link in head.iter("link") if link.get("rel") == "canonical"]
    assert canonical == BASE + address.removeprefix("embed/")


@pytest.mark.parametrize("address", [REPAIR, GONE, MATRIX])
def test_an_embed_may_load_one_stylesheet_of_ours_and_nothing_else(address: str) -> None:
    page = embed(address)
    policies = [meta.get("content") for meta in page.root.iter("meta") if meta.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"]
    assert [target(page, link.get("href", "")) for link in page.root.iter("link")][1:] == [(EMBED_STYLE, "")]
    for tag in ("script", "style", "img", "iframe", "object", "embed", "form", "base"):
        assert page.root.find(f".//{tag}") is None
    assert {
        key for element in page.root.iter() for key in element.attrib if key == "style" or key.startswith("on")
    } == set()


@pytest.mark.parametrize("address", [REPAIR, GONE, MATRIX])
def test_every_link_opens_a_window_of_its_own_without_a_way_back(address: str) -> None:
    out = embed(address).root.findall(".//a")
    assert len(out) >= 2
    assert {(link.get("target"), link.get("rel")) for link in out} == {("_blank", "noopener")}
    files = files_of(edition())
    assert [path for path, _ in led(embed(address)) if path not in files] == []


def test_an_embed_and_its_style_are_light() -> None:
    files = files_of(shipped())
    heaviest = max(
        (path for path in files if re.fullmatch(r"embed/claims/.*/index\.html", path)), key=lambda p: len(files[p])
    )
    assert len(gzip.compress(files[EMBED_STYLE])) < 3_300
    assert len(gzip.compress(files[heaviest])) < 3_000


def test_a_scheme_can_be_settled_by_the_address() -> None:
    marks = [one for one in embed(REPAIR).root.iter("span") if (one.get("id") or "").startswith("theme-")]
    assert [(mark.get("id"), mark.get("hidden")) for mark in marks] == [("theme-light", ""), ("theme-dark", "")]
    style = files_of(edition())[EMBED_STYLE].decode()
    for name in ("light", "dark"):
        assert f":root:has(.theme--{name}:target) {{ color-scheme: {name}; --paper:" in style


@pytest.mark.parametrize(
    ("address", "title", "called"),
    [
        (REPAIR, CLAIMED, f"Fact check by Harbour Checks: {CLAIMED}"),
        (GONE, f"Retracted: {WITHDRAWN}", f"Fact check by Harbour Checks: {WITHDRAWN}"),
        (MATRIX, f"{TOPIC}: who says what", f"Who says what, by Harbour Checks: {TOPIC}"),
    ],
)
def test_oembed_says_what_its_version_1_asks_of_a_rich_type(address: str, title: str, called: str) -> None:
    said = oembed(address)
    code = said.pop("html")
    width, height = said.pop("width"), said.pop("height")
    assert said == {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": "Harbour Checks",
        "author_url": BASE,
        "provider_name": "Harbour Checks",
        "provider_url": BASE,
        "cache_age": 86400,
    }
    frame = ET.fromstring(code)
    assert (frame.tag, frame.text, frame.get("src"), frame.get("title")) == ("iframe", None, BASE + address, called)
    assert (frame.get("width"), frame.get("height")) == (str(width), str(height)) == ("600", str(int(height)))
    assert frame.get("sandbox") == "allow-popups allow-popups-to-escape-sandbox"


@pytest.mark.parametrize(
    ("path", "address"),
    [("claims/repair-cost/", REPAIR), ("claims/toll-planned/", GONE), ("matrix/harbour-bridge/", MATRIX)],
)
def test_programs_find_oembed_from_the_page(path: str, address: str) -> None:
    page = embed(path)
    found = [link for link in page.root.iter("link") if link.get("type") == "application/json+oembed"]
    assert [(link.get("rel"), link.get("href")) for link in found] == [("alternate", f"{BASE}{address}oembed.json")]


@pytest.mark.parametrize(("path", "address"), [("claims/repair-cost/", REPAIR), ("matrix/harbour-bridge/", MATRIX)])
def test_people_find_the_code_on_the_page_as_programs_do_in_oembed(path: str, address: str) -> None:
    [text] = list(embed(path).root.iter("textarea"))
    assert text.text == oembed(address)["html"]
    assert "readonly" in text.attrib


def test_a_retracted_verdict_is_not_offered_any_more() -> None:
    assert list(embed("claims/toll-planned/").root.iter("textarea")) == []


def test_what_tries_to_be_markup_stays_text_in_embed_code_and_oembed() -> None:
    site = edition({"claims/lock.md": claim(f"claim: {json.dumps(HOSTILE)}\nverdict: {json.dumps(HOSTILE)}")})
    page = embed("embed/claims/lock/", site)
    assert page.text("h1") == HOSTILE
    assert list(page.root.iter("script")) == []
    code = oembed("embed/claims/lock/", site)["html"]
    assert ET.fromstring(code).get("title") == f"Fact check by Harbour Checks: {HOSTILE}"
    [text] = list(embed("claims/lock/", site).root.iter("textarea"))
    assert text.text == code


def test_a_longer_text_gets_a_higher_frame_and_a_narrow_screen_a_higher_one_still() -> None:
    short = oembed("embed/claims/lock/", edition({"claims/lock.md": claim()}))
    long = oembed("embed/claims/lock/", edition({"claims/lock.md": claim(f"verdict: {'A long verdict. ' * 20}")}))
    assert long["height"] > short["height"] + 50
    for said in (short, long):
        heights = re.search(r"height:max\((\d+)px,(\d+)px - (\d+)vw\)", said["html"])
        assert heights
        least, tall, shrink = map(int, heights.groups())
        assert least == said["height"]
        assert tall - shrink * 3.92 > least
        assert tall - shrink * 6.32 <= least + 1


def test_a_reason_without_end_does_not_make_a_frame_without_end() -> None:
    gone = f"status: retracted\nretracted: {{date: 2024-06-01, reason: {'Another lock. ' * 500}}}"
    assert oembed("embed/claims/lock/", edition({"claims/lock.md": claim(gone)}))["height"] == 960


def test_letters_that_are_as_wide_as_high_need_more_room() -> None:
    narrow = oembed("embed/claims/lock/", edition({"claims/lock.md": claim(f"verdict: {'ab ' * 100}")}))
    wide = oembed("embed/claims/lock/", edition({"claims/lock.md": claim(f"verdict: {'橋梁 ' * 100}")}))
    assert wide["height"] > narrow["height"]


def embed(address: str, site: Site | None = None) -> Page:
    """Give what lies at an address, as a document in which html5lib finds no mistake."""
    path = output_path_of(address)
    return Page(path, parse(files_of(site or edition())[path]))


def oembed(address: str, site: Site | None = None) -> dict[str, Any]:
    """Give what oEmbed says of an embed."""
    said: dict[str, Any] = json.loads(files_of(site or edition())[f"{address}oembed.json"])
    return said


def output_path_of(address: str) -> str:
    """Give the file of an address that ends in a slash."""
    return f"{address}index.html"


def words(page: Page) -> str:
    """Give the text of a page's main part, spaces put together."""
    main = page.root.find(".//main")
    assert main is not None
    return " ".join("".join(main.itertext()).split())


def classed(page: Page, name: str) -> list[str]:
    """Give the texts of the elements of a class."""
    return [" ".join("".join(one.itertext()).split()) for one in page.root.iter() if one.get("class") == name]


def led(page: Page) -> list[tuple[str, str]]:
    """Give the file and the fragment of each link of a page within the site."""
    return [found for tag, link in page.links() if tag == "a" and (found := target(page, link))]

"""The preview answers as GitHub Pages does with the published site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.serving.answers import Answer, address_of, answer, content_type, part, problems_at
from site_src.serving.desk import Desk
from tests.serving.preview import COST, COST_PAGE, Office

if TYPE_CHECKING:
    from collections.abc import Callable

HTML = "text/html; charset=utf-8"


@pytest.fixture
def ask(office: Office) -> Callable[[str], Answer]:
    """Gives what answers a target."""
    desk = Desk(office.press())
    return lambda target: answer(desk, target)


@pytest.mark.parametrize(
    ("target", "status", "kind"),
    [
        ("/harbour/", 200, HTML),
        ("/harbour/index.html", 200, HTML),
        ("/harbour/?from=mail", 200, HTML),
        ("/harbour/claims/repair-cost/", 200, HTML),
        ("/harbour/claims/ferry-passengers/", 200, HTML),
        ("/harbour/embed/claims/repair-cost/", 200, HTML),
        ("/harbour/404", 200, HTML),
        ("/harbour/assets/site.css", 200, "text/css; charset=utf-8"),
        ("/harbour/assets/icon.svg", 200, "image/svg+xml"),
        ("/harbour/data/claims.json", 200, "application/json; charset=utf-8"),
        ("/harbour/data/claims.csv", 200, "text/csv; charset=utf-8"),
        ("/harbour/feed.xml", 200, "application/xml; charset=utf-8"),
        ("/harbour/robots.txt", 200, "text/plain; charset=utf-8"),
        ("/harbour/files/bridge.png", 200, "image/png"),
        ("/harbour/files/final-invoice.pdf", 200, "application/pdf"),
        ("/harbour/nowhere/", 404, HTML),
        ("/harbour/claims/repair-cost.md", 404, HTML),
        ("/harbour/../../etc/passwd", 404, HTML),
        ("/harbour/%2e%2e/%2e%2e/site.yaml", 404, HTML),
        ("/harbourmaster/", 404, HTML),
        ("/elsewhere", 404, HTML),
        ("/__touchstone/problems", 200, HTML),
        ("/__touchstone/preview.js", 200, "text/javascript; charset=utf-8"),
        ("/__touchstone/preview.css", 200, "text/css; charset=utf-8"),
        ("/__touchstone/panel.html", 404, HTML),
    ],
)
def test_each_address_has_its_status_and_type(
    ask: Callable[[str], Answer], target: str, status: int, kind: str
) -> None:
    given = ask(target)
    assert (given.status, given.type) == (status, kind)
    assert given.body


@pytest.mark.parametrize(
    ("target", "status", "to"),
    [
        ("/", 302, "/harbour/"),
        ("/harbour", 302, "/harbour/"),
        ("/harbour/claims", 301, "/harbour/claims/"),
        ("/harbour/claims/repair-cost?a=b", 301, "/harbour/claims/repair-cost/?a=b"),
    ],
)
def test_folders_lead_on_to_their_pages(ask: Callable[[str], Answer], target: str, status: int, to: str) -> None:
    given = ask(target)
    assert (given.status, given.headers) == (status, (("Location", to),))


def test_files_that_are_no_pages_are_as_published(office: Office, ask: Callable[[str], Answer]) -> None:
    assert ask("/harbour/files/bridge.png").body == (office.content / "files/bridge.png").read_bytes()


def test_a_page_without_a_mistake_says_nothing(ask: Callable[[str], Answer]) -> None:
    assert b"touchstone-problem" not in ask(f"/harbour/{COST_PAGE}").body


def test_problems_stand_on_the_page_of_their_file_and_are_counted_elsewhere(office: Office) -> None:
    desk = Desk(office.press())
    desk.start()
    office.edit(COST, "reviewed_on: 2024-03-20", "reviewed_on: <b>soon</b>")
    here, elsewhere = answer(desk, f"/harbour/{COST_PAGE}"), answer(desk, "/harbour/about/")
    assert here.status == 200
    assert b"The page is shown as it was before." in here.body
    assert b"reviewed_on: <mark>&lt;</mark>b&gt;soon&lt;/b&gt;</code>" in here.body
    assert b"in other files" not in here.body
    assert b"1 problem in other files" in elsewhere.body
    assert b"soon" not in elsewhere.body
    assert b"soon" in answer(desk, "/__touchstone/problems").body
    assert "soon" in (problems_at(desk, f"/harbour/{COST_PAGE}") or "")
    desk.stop()


def test_a_page_that_was_never_without_a_mistake_says_that_it_comes(office: Office) -> None:
    office.edit(COST, "reviewed_on: 2024-03-20", "reviewed_on: soon")
    given = answer(Desk(office.press()), f"/harbour/{COST_PAGE}")
    assert given.status == 200
    assert b"repair-cost \xe2\x80\x93 not readable yet" in given.body
    assert b"The page appears as soon as this is mended." in given.body
    assert b"<mark>s</mark>oon" in given.body


def test_without_settings_every_address_tells_what_is_wrong(office: Office) -> None:
    office.save("site.yaml", "title: [")
    desk = Desk(office.press())
    for target in ("/", "/harbour/", "/harbour/claims/"):
        given = answer(desk, target)
        assert given.status == 503
        assert b"There is no page to show yet." in given.body
    assert problems_at(desk, "/") is None


def test_a_mistake_in_a_template_leaves_the_page_as_it_was_or_says_that_there_is_none(office: Office) -> None:
    desk = Desk(office.press())
    before = answer(desk, f"/harbour/{COST_PAGE}").body
    template = office.templates / "pages/claim.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("{% block main %}", "{% block main %}{{ view.nothing }}"), encoding="utf-8")
    after = answer(desk, f"/harbour/{COST_PAGE}")
    assert after.status == 200
    assert b"templates/pages/claim.html, line" in after.body
    assert between(before) == between(after.body)
    unseen = answer(desk, "/harbour/claims/budget-kept/")
    assert unseen.status == 500
    assert b"This page cannot be made" in unseen.body
    assert b"templates/pages/claim.html, line" in unseen.body
    template.write_text(text, encoding="utf-8")
    assert between(answer(desk, f"/harbour/{COST_PAGE}").body) == between(before)
    assert b"templates/" not in answer(desk, f"/harbour/{COST_PAGE}").body


@pytest.mark.parametrize(
    ("asked", "status", "body", "told"),
    [
        (None, 200, b"0123456789", None),
        ("bytes=0-3", 206, b"0123", "bytes 0-3/10"),
        ("bytes=7-", 206, b"789", "bytes 7-9/10"),
        ("bytes=7-99", 206, b"789", "bytes 7-9/10"),
        ("bytes=-3", 206, b"789", "bytes 7-9/10"),
        ("bytes=-99", 206, b"0123456789", "bytes 0-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=5-3", 200, b"0123456789", None),
        ("bytes=-", 200, b"0123456789", None),
        ("bytes=0-1,3-4", 200, b"0123456789", None),
        ("lines=1-2", 200, b"0123456789", None),
    ],
)
def test_a_part_is_given_where_one_is_asked_for(asked: str | None, status: int, body: bytes, told: str | None) -> None:
    given = part(Answer(200, "text/plain", b"0123456789"), asked)
    assert (given.status, given.body, dict(given.headers).get("Content-Range")) == (status, body, told)


def test_no_part_is_given_of_what_is_no_file() -> None:
    missing = Answer(404, HTML, b"nothing")
    assert part(missing, "bytes=0-1") is missing


@pytest.mark.parametrize(
    ("home", "path", "address"),
    [
        ("/", "/claims/", "claims/"),
        ("/repo/", "/repo/claims/", "claims/"),
        ("/repo/", "/repo/", ""),
        ("/a%20b/", "/a b/about/", "about/"),
        ("/repo/", "/repository/", None),
        ("/repo/", "/", None),
    ],
)
def test_an_address_is_what_follows_the_sites_home(home: str, path: str, address: str | None) -> None:
    assert address_of(home, path) == address


def test_types_go_by_the_ending_in_any_case() -> None:
    assert content_type("files/A.PNG") == "image/png"
    assert content_type(".nojekyll") == "application/octet-stream"


def between(page: bytes) -> bytes:
    """Gives what stands between the head and the preview's own panel."""
    return page.partition(b"<body>")[2].partition(b'<aside class="touchstone-preview"')[0]

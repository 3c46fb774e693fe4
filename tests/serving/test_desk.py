"""Open pages hear of what concerns them: of the page first, of what the checks find after it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from site_src.serving.desk import Desk, State
from tests.serving.preview import COST, COST_PAGE, Office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from site_src.serving.desk import News

PATIENCE = 30.0


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    """Gives a desk that watches."""
    made = Desk(office.press())
    made.start()
    yield made
    made.stop()


def test_a_saved_file_is_news_of_the_site_to_those_who_listen(office: Office, desk: Desk) -> None:
    with desk.listening():
        before = desk.news()
        office.edit(COST, "says: Repair cost", "says: Mending cost")
        after = desk.news_after(before, PATIENCE)
        assert after is not None
        assert (after.site, after.problems) == (before.site + 1, before.problems)


def test_a_mistake_is_news_of_problems_alone_until_it_is_mended(office: Office, desk: Desk) -> None:
    with desk.listening():
        before = desk.news()
        office.edit(COST, "rating: partly-supported", "rating: nearly")
        broken = heard(desk, lambda news: news.problems != before.problems)
        assert broken.site == before.site
        assert desk.told(desk.last(), COST_PAGE).state is State.FORMER
        office.edit(COST, "rating: nearly", "rating: partly-supported")
        heard(desk, lambda _news: not desk.problems())
        assert desk.told(desk.last(), COST_PAGE).state is State.CURRENT


def test_files_that_were_only_touched_are_no_news(office: Office, desk: Desk) -> None:
    before = desk.news()
    (office.content / COST).touch()
    desk.proof()
    assert desk.news() == before


def test_templates_and_pictures_are_part_of_the_site(office: Office, desk: Desk) -> None:
    before = desk.news()
    style = office.templates / "assets/base.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    desk.proof()
    assert desk.news().site == before.site + 1
    picture = office.content / "files/bridge.png"
    picture.write_bytes((office.content / "files/harbour-mark.png").read_bytes())
    assert desk.sheet(desk.proof(), "files/bridge.png").content == picture.read_bytes()
    assert desk.news().site == before.site + 2


def test_nobody_waits_for_a_desk_that_is_closed(desk: Desk) -> None:
    heard_last: list[News | None] = []
    listener = threading.Thread(target=lambda: heard_last.append(desk.news_after(desk.news(), PATIENCE)))
    listener.start()
    desk.stop()
    listener.join(PATIENCE)
    assert heard_last == [None]


def test_two_previews_after_each_other_have_no_number_in_common(office: Office) -> None:
    first, second = Desk(office.press()), Desk(office.press())
    assert first.news().site != second.news().site


def heard(desk: Desk, enough: Callable[[News], bool]) -> News:
    """Listens until the news are what is waited for, and gives them."""
    news = desk.news()
    while not enough(news):
        later = desk.news_after(news, PATIENCE)
        assert later is not None
        assert later != news
        news = later
    return news

"""What a preview shows of files that are being worked on: the newest state that is sound, file by file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from site_src.building.choice import choose, choose_quickly
from site_src.reading.gather import read_file
from tests.harbour import claim, edited, laid_over

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.building.choice import Choice
    from site_src.reading.gather import FileRead

LOCK = "claims/lock.md"
read_once = cache(read_file)


def reads(files: Mapping[str, str | bytes | None]) -> list[FileRead]:
    """Gives harbour as it was read, with files laid over it; the same file is read once."""
    return [read_once(file) for file in laid_over(files).files]


def chosen(files: Mapping[str, str | bytes | None], former: Choice | None = None) -> Choice:
    """Gives the choice among harbour's files and those laid over it."""
    choice = choose(reads(files), former)
    assert choice is not None
    return choice


def test_sound_files_are_shown_as_they_are() -> None:
    assert LOCK in chosen({LOCK: claim()}).reads
    assert chosen({LOCK: claim()}).catalogue.claims["lock"].record.claim == "The northern lock was built in 1911."


@pytest.mark.parametrize(
    "mistake",
    [
        pytest.param(claim("reviewed_on: soon"), id="in the file itself"),
        pytest.param(claim("topic: nowhere"), id="beside other files"),
        pytest.param("no front matter", id="nothing can be read"),
    ],
)
def test_a_file_with_a_mistake_is_shown_as_it_was_and_all_others_as_they_are(mistake: str) -> None:
    former = chosen({LOCK: claim()})
    shown = chosen({LOCK: mistake, "claims/gate.md": claim("claim: The gate weighs twelve tons.")}, former)
    assert shown.reads[LOCK] is former.reads[LOCK]
    assert "gate" in shown.catalogue.claims


@pytest.mark.parametrize(
    ("name", "mistake"),
    [
        (LOCK, claim("reviewed_on: soon")),
        (LOCK, claim("topic: nowhere")),
        (LOCK, "no front matter"),
        ("claims/repair-cost.md", "no front matter"),
        ("topics/harbour-bridge.md", "no front matter"),
        ("sources/port-blog.md", "no front matter"),
        ("pages/how-we-check.md", "no front matter"),
    ],
)
def test_something_stands_in_for_a_file_that_was_never_sound_and_all_others_are_shown(name: str, mistake: str) -> None:
    shown = chosen({name: mistake})
    entry = shown.reads[name].entry
    assert entry is not None
    assert "not readable yet" in str(entry.record)
    assert shown.stand_ins == {name}
    again = chosen({name: mistake, "claims/gate.md": claim("claim: The gate weighs twelve tons.")}, shown)
    assert again.stand_ins == {name}
    assert chosen({}, again).stand_ins == frozenset()
    others = {read.name: read.entry for read in reads({}) if read.name != name}
    assert {other: shown.reads[other].entry for other in others} == others


def test_a_source_that_is_partly_read_still_relays() -> None:
    text = edited("sources/harbour-daily.md", "kind: article", "kind: paper")
    shown = chosen({"sources/harbour-daily.md": text})
    assert shown.catalogue.sources["harbour-daily"].record.relays == ("city-press-release", "audit-report")


@pytest.mark.parametrize("name", ["claims/A lock.md", "claims/lock.txt", "files/lock.png", "sources/lock.shingles"])
def test_nothing_stands_in_for_what_makes_no_page(name: str) -> None:
    shown = chosen({name: "x"})
    assert name not in shown.reads
    assert "repair-cost" in shown.catalogue.claims


def test_what_needs_a_picture_that_is_none_has_a_stand_in_too() -> None:
    media = "media:\n  file: file:gate.png\n  alt: The gate."
    shown = chosen({"files/gate.png": "x", LOCK: claim(media)})
    assert "not readable yet" in shown.catalogue.claims["lock"].record.claim


def test_where_the_mistake_shows_in_another_file_than_was_changed_everything_stays() -> None:
    former = chosen({})
    shown = chosen({"topics/harbour-bridge.md": None}, former)
    assert shown is former


def test_two_files_that_want_one_place_leave_it_to_the_former() -> None:
    former = chosen({LOCK: claim("aliases:\n  - sluice")})
    shown = chosen({LOCK: claim("aliases:\n  - sluice"), "claims/gate.md": claim("aliases:\n  - sluice")}, former)
    assert shown is former


def test_what_is_gone_is_not_shown() -> None:
    assert LOCK not in chosen({}, chosen({LOCK: claim()})).reads


def test_a_file_that_is_there_and_cannot_be_read_is_shown_as_it_was() -> None:
    former = chosen({LOCK: claim()})
    shown = choose(reads({}), former, unread=[LOCK])
    assert shown is former or (shown is not None and LOCK in shown.reads)


@pytest.mark.parametrize("settings", [None, "title: [", edited("site.yaml", "ethics: how-we-check", "ethics: nowhere")])
def test_without_sound_settings_there_is_nothing_to_show_at_first(settings: str | None) -> None:
    assert choose(reads({"site.yaml": settings}), None) is None


@pytest.mark.parametrize("settings", [None, "title: [", edited("site.yaml", "ethics: how-we-check", "ethics: nowhere")])
def test_and_later_the_former_ones_hold(settings: str | None) -> None:
    former = chosen({})
    shown = chosen({"site.yaml": settings}, former)
    assert shown.catalogue.publication == former.catalogue.publication


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param({LOCK: claim("claim: The northern lock was built in 1912.")}, id="a claim"),
        pytest.param({"pages/about.md": edited("pages/about.md", "title: About", "title: All about")}, id="a page"),
    ],
)
def test_a_change_of_claims_and_pages_alone_is_chosen_quickly(edit: dict[str, str | bytes | None]) -> None:
    former = chosen({LOCK: claim()})
    files: dict[str, str | bytes | None] = {LOCK: claim(), **edit}
    quick = choose_quickly(reads(files), former)
    assert quick is not None
    assert quick.catalogue == chosen(files, former).catalogue


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param({LOCK: claim("topic: nowhere")}, id="an error beside other files"),
        pytest.param({LOCK: claim(body="[x](claim:nowhere)\n")}, id="a link that leads nowhere"),
        pytest.param({LOCK: None}, id="a file that is gone"),
        pytest.param({"claims/gate.md": claim()}, id="a new file"),
        pytest.param(
            {"sources/port-blog.md": edited("sources/port-blog.md", "kind: post", "kind: article")}, id="source"
        ),
        pytest.param({"site.yaml": edited("site.yaml", "admin: false", "admin: no")}, id="settings"),
        pytest.param({}, id="nothing"),
    ],
)
def test_all_other_changes_take_their_time(edit: dict[str, str | bytes | None]) -> None:
    assert choose_quickly(reads({LOCK: claim(), **edit}), chosen({LOCK: claim()})) is None


def test_a_file_that_is_broken_meanwhile_does_not_slow_down_the_others() -> None:
    former = chosen({LOCK: claim()})
    files: dict[str, str | bytes | None] = {
        LOCK: claim("reviewed_on: soon"),
        "pages/about.md": "---\ntitle: All\n---\n",
    }
    quick = choose_quickly(reads(files), former)
    assert quick is not None
    assert quick.reads[LOCK] is former.reads[LOCK]
    assert quick.catalogue.pages["about"].record.title == "All"

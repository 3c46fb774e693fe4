"""The laws of building: what is remembered changes no byte, no finding and no path, whatever was edited before."""

from __future__ import annotations

import datetime
import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest

from site_src.building import pool, renewal, update
from site_src.building.incremental import check as check_again
from site_src.building.pagefind import Pagefind
from site_src.building.pipeline import check
from site_src.building.pool import FORKS
from tests.building.desk import Desk, laid_out
from tests.building.publisher import found
from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


COST, DETOUR = "content/claims/repair-cost.md", "content/claims/detour-cost.md"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Gives harbour and the templates, to be edited."""
    return laid_out(tmp_path)


Edit = tuple[str, "Callable[[Desk], None]"]


def change(name: str, old: str, new: str) -> Edit:
    return f"{name}: {old!r} becomes {new!r}", lambda desk: desk.change(name, old, new)


def write(name: str, text: str) -> Edit:
    return f"{name} is written", lambda desk: desk.write(name, text)


def remove(name: str) -> Edit:
    return f"{name} is deleted", lambda desk: (desk.root / name).unlink()


def move(name: str, other: str) -> Edit:
    def moved(desk: Desk) -> None:
        (desk.root / other).parent.mkdir(parents=True, exist_ok=True)
        (desk.root / name).rename(desk.root / other)

    return f"{name} becomes {other}", moved


LOCK = "content/claims/lock.md"
FIELDS = [
    change(DETOUR, "claim: The detour", "claim: That the detour"),
    change(DETOUR, "verdict: The total of", "verdict: The whole total of"),
    change(DETOUR, "rating: supported", "rating: contradicted"),
    change(DETOUR, "reviewed_on: 2024-03-21", "reviewed_on: 2024-03-28"),
    change(DETOUR, "name: Harbour Daily", "name: Weir Daily"),
    change(DETOUR, "claimed_on: 2024-03-05", "claimed_on: 2023-03-05"),
    change(DETOUR, "says: Nearly a million", "says: Close to a million"),
    change(DETOUR, "bound: nearly", "bound: about"),
    change(DETOUR, "stance: denies", "stance: differs"),
    change(DETOUR, "tags:\n", "tags:\n  - lock\n"),
    change(COST, "- Desk for figures", "- Desk for sums"),
    change(COST, "  - bridge-bill", "  - bridge-sum"),
    change(COST, "ar: repair-cost-ar", "de: repair-cost-ar"),
]
FILES = [
    write(LOCK, claim("related: [repair-cost]\naliases: [old-lock]", "A text, and [more](claim:detour-cost).\n")),
    change(LOCK, "A text, and", "Another text, and"),
    change(LOCK, "aliases: [old-lock]", "aliases: [older-lock, /locks/northern/]"),
    change(LOCK, "topic: harbour-bridge", "status: draft\ntopic: harbour-bridge"),
    change(LOCK, "status: draft", "status: retracted\nretracted: {date: 2024-05-05, reason: It was another lock.}"),
    move(LOCK, "content/claims/2024/lock.md"),
    move("content/claims/2024/lock.md", "content/claims/2024/weir.md"),
    remove("content/claims/2024/weir.md"),
    change("content/sources/audit-report.md", "title: Interim", "title: The interim"),
    change("content/sources/audit-report.md", "publisher: Audit office", "publisher: Harbour Daily"),
    change(
        "content/sources/coast-radio.md", "  - harbour-daily\n  - audit-report", "  - audit-report\n  - harbour-daily"
    ),
    remove("content/sources/city-press-release.shingles"),
    change("content/topics/harbour-bridge.md", "title: The repair", "title: The long repair"),
    change("content/topics/harbour-ferry.md", "title: ", "title: Of "),
    change("content/pages/about.md", "title: About", "title: All about"),
    write("content/pages/staff.md", "---\ntitle: Staff\nnav: 3\n---\nWho we are.\n"),
    remove("content/pages/staff.md"),
    write("content/files/more-counts.csv", "day,count\n1,2\n"),
    change("content/files/traffic-counts.csv", "\n", "\n1,2,3\n"),
    remove("content/files/more-counts.csv"),
]
EVERYWHERE = [
    change("content/ratings.yaml", "label: Supported", "label: Fully supported"),
    change("content/site.yaml", "title: Harbour Checks", "title: Harbour Proofs"),
    change("templates/pages/claim.html", "<article", '<article data-edited=""'),
    change("templates/components/badge.html", "<span", '<span data-edited=""'),
    change("templates/assets/tokens.css", ":root", ":root, .edited"),
    change("templates/feeds/atom.xml", "<feed", '<feed class="edited"'),
]


@pytest.mark.parametrize("edits", [FIELDS, FILES, EVERYWHERE], ids=["fields", "files", "everywhere"])
def test_after_any_edit_what_is_remembered_gives_what_a_clean_build_gives(desk: Desk, edits: list[Edit]) -> None:
    desk.build()
    for name, edit in edits:
        edit(desk)
        again, clean = desk.build(), desk.clean()
        assert clean.files, (name, clean.findings)
        assert (again.findings, again.files, again.claims) == (clean.findings, clean.files, clean.claims), name
        assert desk.is_clean(), name


def test_the_search_index_and_the_cards_follow_as_well(desk: Desk) -> None:
    desk.change("content/site.yaml", "cards: false", "cards: true")
    whole = replace(desk, search=True)
    whole.build()
    edits = [
        change(DETOUR, "claim: The detour", "claim: That the detour"),
        change("templates/search/entry.html", "<h1>", '<h1 data-edited="">'),
        change("templates/cards/card.typ", "#set page(", "#set  page("),
        write(LOCK, claim()),
        remove(LOCK),
        change("content/site.yaml", "cards: true", "cards: false"),
    ]
    for name, edit in edits:
        edit(desk)
        assert whole.build().files, name
        assert whole.clean().files, name
        assert desk.is_clean(), name


def test_what_is_searched_alone_has_the_index_made_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = replace(desk, search=True)
    whole.build()
    runs: list[int] = []
    monkeypatch.setattr(Pagefind, "run", lambda *_: runs.append(1))
    desk.change("templates/pages/topic.html", "<h1", '<h1 data-edited=""')
    desk.change(DETOUR, "bound: nearly", "bound: about")
    assert whole.build().written
    assert runs == []


def test_a_second_build_reads_nothing_and_renders_nothing(desk: Desk) -> None:
    desk.build()
    again = desk.build()
    assert (again.parsed, dict(again.rendered), again.written, again.gone) == (0, {}, 0, 0)


@pytest.mark.parametrize("forks", [True, False], ids=["forked", "started anew"])
def test_many_processes_make_what_one_makes(desk: Desk, monkeypatch: pytest.MonkeyPatch, *, forks: bool) -> None:
    desk.clean()
    for part in (update, renewal):
        monkeypatch.setattr(part, "FEW", 0)
        monkeypatch.setattr(part, "AT_ONCE", 5)
        monkeypatch.setattr(part, "FORKS", forks and FORKS)
    monkeypatch.setattr(pool, "FORKS", forks and FORKS)
    watched = Mock(wraps=pool.spread)
    for part in (update, renewal):
        monkeypatch.setattr(part, "spread", watched)
    desk.build(jobs=2)
    shared = [(call.kwargs["jobs"], len(call.args[2]) > 1) for call in watched.call_args_list]
    assert (shared[0], shared[-1]) == ((2, True), (2, True)), "reading and making"
    assert desk.is_clean()


def test_a_mistake_is_told_in_the_same_words_and_the_way_back_is_found(desk: Desk) -> None:
    desk.build()
    before = found(desk.root / "_site")
    desk.change(DETOUR, "topic: harbour-bridge", "topic: harbour-bride")
    desk.change("content/sources/coast-radio.md", "kind: broadcast", "kind: broadcasting")
    again = desk.build()
    assert again.findings == check(desk.job.content).findings
    assert any(finding.is_error for finding in again.findings)
    assert desk.build().findings == again.findings
    assert found(desk.root / "_site") == before
    desk.change(DETOUR, "topic: harbour-bride", "topic: harbour-bridge")
    desk.change("content/sources/coast-radio.md", "kind: broadcasting", "kind: broadcast")
    assert desk.build().findings == ()
    assert found(desk.root / "_site") == before


def test_a_file_that_was_wrong_and_is_wrong_still_is_looked_at_again_by_all_who_name_it(desk: Desk) -> None:
    topic = "content/topics/harbour-bridge.md"
    desk.change(topic, "\nsources:", "\nbogus: x\nsources:")
    desk.build()
    desk.change(topic, "  - coast-radio\n", "")
    assert desk.build().findings == check(desk.job.content).findings
    assert len(desk.build().findings) > 1


def test_a_check_between_two_builds_takes_nothing_from_the_second(desk: Desk) -> None:
    desk.build()
    desk.change(DETOUR, "rating: supported", "rating: contradicted")
    told, claims = check_again(desk.job.content, desk.root / ".touchstone", jobs=1, today=datetime.date(2024, 6, 1))
    assert (told.parsed, claims) == (1, 7)
    desk.build()
    desk.clean()
    assert desk.is_clean()


@pytest.mark.parametrize(
    ("edit", "rendered", "parsed"),
    [
        (change(COST, "That sum is right", "That sum holds"), 4, 1),
        (change(DETOUR, "rating: supported", "rating: contradicted"), 35, 1),
        (change("content/sources/audit-report.md", "title: Interim", "title: The interim"), 21, 1),
        (change("templates/pages/topic.html", "<h1", '<h1 data-edited=""'), 2, 0),
        (change("templates/assets/tokens.css", ":root", ":root, .edited"), 8, 0),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_so_much_is_made_again_and_no_more(desk: Desk, edit: Edit, rendered: int, parsed: int) -> None:
    desk.build()
    edit[1](desk)
    again = desk.build()
    assert (len(again.rendered), again.parsed) == (rendered, parsed)


@pytest.mark.parametrize("name", ["ledger", "mark", "pack-*"])
@pytest.mark.parametrize("harm", ["cut", "garbled", "emptied", "deleted", "linked"])
def test_a_cache_that_was_harmed_does_no_harm(desk: Desk, name: str, harm: str) -> None:
    desk.build()
    for path in (desk.root / ".touchstone").glob(f"*/{name}"):
        text = path.read_bytes()
        path.unlink()
        if harm == "linked":
            path.symlink_to(os.devnull)
        elif harm != "deleted":
            middle = len(text) // 2
            harmed = {"cut": text[:middle], "garbled": text[:middle] + b"harm" + text[middle + 4 :], "emptied": b""}
            path.write_bytes(harmed[harm])
    desk.change(DETOUR, "rating: supported", "rating: contradicted")
    desk.build()
    desk.clean()
    assert desk.is_clean()


def test_a_file_that_somebody_changed_in_the_site_is_made_again(desk: Desk) -> None:
    desk.build()
    (desk.root / "_site/claims/repair-cost/index.html").write_text("changed by hand", encoding="utf-8")
    desk.change(DETOUR, "rating: supported", "rating: contradicted")
    desk.build()
    desk.clean()
    assert desk.is_clean()
    desk.change(DETOUR, "rating: contradicted", "rating: supported")
    desk.build()
    desk.clean()
    assert desk.is_clean()


def test_a_site_that_was_deleted_is_made_again(desk: Desk) -> None:
    desk.build()
    shutil.rmtree(desk.root / "_site")
    assert desk.build().files == desk.clean().files
    assert desk.is_clean()

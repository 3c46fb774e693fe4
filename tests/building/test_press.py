"""Proofs follow the files: only what changed is read again, and what is shown is always sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.building import press as printing
from site_src.building.job import Job
from site_src.building.pipeline import build
from site_src.reading.gather import read_file
from tests.harbour import claim
from tests.serving.preview import COST, COST_PAGE, Office, office

if TYPE_CHECKING:
    from pathlib import Path

    from site_src.reading.files import ContentFile
    from site_src.reading.gather import FileRead


@pytest.fixture
def desk(tmp_path: Path) -> Office:
    """Gives folders to edit in."""
    return office(tmp_path)


def test_every_file_is_the_one_that_a_build_with_drafts_makes(desk: Office, tmp_path: Path) -> None:
    output = tmp_path / "site"
    assert build(Job(desk.content, desk.templates, output, drafts=True)).files
    paths = [path.relative_to(output).as_posix() for path in sorted(output.rglob("*")) if path.is_file()]
    proof = desk.press().take(None)
    made = {path: proof.make(path).content for path in paths if path != "build.json"}
    assert made
    assert made == {path: (output / path).read_bytes() for path in made}


def test_a_folder_stands_for_the_page_in_it(desk: Office) -> None:
    proof = desk.press().take(None)
    assert proof.home == "/harbour/"
    assert proof.has(COST_PAGE)
    assert not proof.has(COST_PAGE.rstrip("/"))
    assert proof.make("") == proof.make("index.html")
    assert proof.make("nowhere/").content is None


def test_the_same_files_give_the_same_proof(desk: Office) -> None:
    press = desk.press()
    first = press.take(None)
    assert press.take(first) is first
    (desk.content / COST).touch()
    assert press.take(first) is first


def test_only_files_that_changed_are_read_again(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    press = desk.press()
    first = press.take(None)
    read: list[str] = []

    def noted(file: ContentFile) -> FileRead:
        read.append(file.name)
        return read_file(file)

    monkeypatch.setattr(printing, "read_file", noted)
    desk.edit(COST, "says: Repair cost", "says: Mending cost")
    second = press.take(first)
    assert read == [COST]
    content = second.make(COST_PAGE).content
    assert content is not None
    assert b"Mending cost" in content


def test_a_mistake_leaves_the_page_and_is_told_with_its_line(desk: Office) -> None:
    press = desk.press()
    first = press.take(None)
    desk.edit(COST, "rating: partly-supported", "rating: nearly")
    desk.edit("claims/detour-cost.md", "claim: The detour", "claim: The long detour")
    second = press.complete(press.take(first))
    former = second.make(COST_PAGE).content
    assert former is not None
    assert b"Partly supported" in former
    assert second.shows_former(COST_PAGE)
    (finding,) = second.findings_at(COST_PAGE)
    assert finding.place.file == f"{desk.content.as_posix()}/{COST}"
    assert second.lines(finding.place.file)[finding.place.line - 1] == "rating: nearly"
    other = second.make("claims/detour-cost/").content
    assert other is not None
    assert b"The long detour" in other
    desk.edit(COST, "rating: nearly", "rating: partly-supported")
    third = press.complete(press.take(second))
    assert third.checked.findings == ()
    assert not third.shows_former(COST_PAGE)


def test_findings_of_files_come_at_once_and_those_of_checks_when_they_have_run(desk: Office) -> None:
    press = desk.press()
    first = press.complete(press.take(None))
    desk.edit(COST, "rating: partly-supported", "rating: nearly")
    desk.edit("claims/detour-cost.md", "reviewed_on: ", "reviewed_on: about ")
    second = press.take(first)
    assert [finding.place.file.rpartition("/")[2] for finding in second.checked.findings] == ["detour-cost.md"]
    third = press.complete(second)
    assert len(third.checked.findings) == 2
    desk.edit("claims/detour-cost.md", "reviewed_on: about ", "reviewed_on: ")
    assert [one.place.file.rpartition("/")[2] for one in press.take(third).checked.findings] == ["repair-cost.md"]


def test_a_page_has_what_is_wrong_in_its_own_file_and_a_topic_what_is_wrong_in_its_claims(desk: Office) -> None:
    press = desk.press()
    first = press.take(None)
    desk.edit(COST, "rating: partly-supported", "rating: nearly")
    proof = press.complete(press.take(first))
    finding = proof.findings_at(COST_PAGE)
    assert proof.findings_at("topics/harbour-bridge/") == finding
    assert proof.findings_at("matrix/harbour-bridge/") == finding
    assert proof.findings_at("claims/detour-cost/") == ()
    assert proof.page_of(finding[0].place.file) == f"/harbour/{COST_PAGE}"


def test_a_new_file_with_a_mistake_has_a_stand_in_until_it_is_mended(desk: Office) -> None:
    press = desk.press()
    first = press.take(None)
    desk.save("claims/lock.md", claim("topic: nowhere"))
    proof = press.complete(press.take(first))
    assert proof.is_stand_in("claims/lock/")
    assert len(proof.findings_at("claims/lock/")) == 1
    desk.save("claims/lock.md", claim())
    mended = press.take(proof)
    assert mended.has("claims/lock/")
    assert not mended.is_stand_in("claims/lock/")
    (desk.content / "claims/lock.md").unlink()
    assert not press.take(mended).has("claims/lock/")


def test_what_a_change_makes_wrong_elsewhere_is_put_back_when_it_is_found(desk: Office) -> None:
    desk.save("claims/lock.md", claim("aliases:\n  - sluice"))
    desk.save("claims/gate.md", claim("claim: The gate weighs twelve tons."))
    press = desk.press()
    first = press.complete(press.take(None))
    desk.save("claims/gate.md", claim("claim: The gate weighs ten tons.\naliases:\n  - sluice"))
    second = press.take(first)
    assert second.sure is first.sure
    third = press.complete(second)
    assert len(third.checked.findings) == 1
    assert third.shown
    assert third.sure is third.shown.choice
    assert third.shown.site.claims["gate"].record.claim == "The gate weighs twelve tons."
    desk.save("claims/gate.md", claim("claim: The gate weighs ten tons."))
    fourth = press.complete(press.take(third))
    assert fourth.shown
    assert fourth.shown.site.claims["gate"].record.claim == "The gate weighs ten tons."
    assert fourth.checked.findings == ()


def test_a_template_with_a_mistake_is_told_and_mended(desk: Office) -> None:
    press = desk.press()
    first = press.take(None)
    page = desk.templates / "pages/page.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\n{% block nothing %}{{ view.nothing }}{% endblock %}", encoding="utf-8")
    page.write_text(text.replace("{% block main %}", "{% block main %}\n{{ view.nothing }}"), encoding="utf-8")
    second = press.take(first)
    assert second.shown is first.shown
    problem = second.make("about/").problem
    assert problem is not None
    assert str(problem.place).startswith("templates/pages/page.html:")
    assert second.lines(problem.place.file)[problem.place.line - 1] == "{{ view.nothing }}"
    page.write_text(text, encoding="utf-8")
    assert press.take(second).make("about/").content == first.make("about/").content


def test_drafts_are_shown_and_marked(desk: Office) -> None:
    content = desk.press().take(None).make("claims/ferry-passengers/").content
    assert content is not None
    assert b"Draft" in content


def test_another_address_changes_where_the_site_lies(desk: Office) -> None:
    proof = desk.press("https://example.org/repo/").take(None)
    assert proof.home == "/repo/"
    content = proof.make("").content
    assert content is not None
    assert b'<link rel="canonical" href="https://example.org/repo/">' in content


def test_without_settings_there_is_nothing_to_show_until_they_are_mended(desk: Office) -> None:
    settings = (desk.content / "site.yaml").read_text(encoding="utf-8")
    desk.save("site.yaml", "title: [")
    press = desk.press()
    first = press.take(None)
    assert (first.shown, first.home, first.make("").content) == (None, "/", None)
    assert first.checked.findings
    desk.save("site.yaml", settings)
    assert press.take(first).home == "/harbour/"

"""The editors' page is there where it is switched on and its program is, and nowhere else."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from site_src.addresses import Addressing
from site_src.outputs import admin
from site_src.rendering.templates import TemplateProblem, Templates
from tests.editions import edition, templates
from tests.modules import ROOT
from tests.views.test_desk import on

if TYPE_CHECKING:
    from site_src.site.model import Site


def paths(site: Site) -> list[str]:
    return [each.path for each in admin.plan(site, Addressing(site.base))]


def page(path: str) -> str:
    """Gives the text of one of its pages."""
    made = {each.path: each for each in admin.plan(on(), Addressing("https://example.org/harbour/"))}
    return admin.render(made[path].view, templates()).decode()


def test_it_is_off_unless_it_is_switched_on() -> None:
    assert paths(edition()) == []
    assert paths(on()) == [
        "admin/index.html", "admin/desk/index.html", "admin/desk/config.json", "admin/desk/sveltia-cms.js",
    ]  # fmt: skip


def test_without_its_program_the_build_says_how_to_get_it() -> None:
    for texts, what in (({}, "is not there"), ({admin.SCRIPT: "another"}, "is another one than this program knows")):
        with pytest.raises(TemplateProblem) as problem:
            admin.render(admin.SCRIPT, Templates(texts))
        finding = problem.value.finding
        assert finding.message.endswith(f"This file {what}.")
        assert finding.hint == "Fetch it with `make admin`, or write `admin: false`."
        assert str(finding.place) == "templates/assets/sveltia-cms.js:1:1"


def test_the_program_is_taken_byte_for_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "const a = '{{ not ours }}';\n"
    monkeypatch.setattr(admin, "SHA256", hashlib.sha256(script.encode()).hexdigest())
    assert admin.render(admin.SCRIPT, Templates({admin.SCRIPT: script})) == script.encode()


def test_the_page_before_it_says_what_a_token_can_do() -> None:
    text = page("admin/index.html")
    for words in (
        "fine-grained token",
        "https://example.org",
        "example/harbour",
        "kept in this browser",
        'href="desk/"',
    ):
        assert words in text
    assert "script-src" not in text


def test_its_program_may_talk_to_github_and_run_no_other_script() -> None:
    text = page("admin/desk/index.html")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    rules = dict(part.strip().split(" ", 1) for part in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert rules["connect-src"] == "'self' data: blob: https://api.github.com"
    assert '<link rel="cms-config-url" type="application/json" href="config.json">' in text
    assert '<script src="sveltia-cms.js"></script>' in text


def test_make_fetches_the_version_that_the_build_expects() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"SVELTIA = {admin.VERSION}\n" in makefile
    assert f"templates/{admin.SCRIPT}" in makefile
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"@sveltia/cms@{admin.VERSION} &&" in readme
    assert f"> templates/{admin.SCRIPT} &&" in readme
    assert f"/templates/{admin.SCRIPT}\n" in (ROOT / ".gitignore").read_text(encoding="utf-8")

"""Styles and scripts: each script of the templates is published as it stands, and says what it is for."""

from __future__ import annotations

import re

import pytest

from site_src.addresses import COPY_SCRIPT
from site_src.outputs import assets
from site_src.rendering.templates import TemplateProblem, Templates
from tests.editions import TEMPLATES, edition, files_of

SCRIPTS = sorted(path.relative_to(TEMPLATES).as_posix() for path in (TEMPLATES / "assets").glob("*.js"))


def test_every_script_of_the_templates_is_published_as_it_stands() -> None:
    files = files_of(edition())
    assert [path for path in files if path.startswith("assets/") and path.endswith(".js")] == sorted(
        map(str, assets.AS_THEY_ARE)
    )
    assert {path: files[path] for path in SCRIPTS} == {path: (TEMPLATES / path).read_bytes() for path in SCRIPTS}


@pytest.mark.parametrize("path", SCRIPTS)
def test_a_script_is_strict_says_what_it_does_and_asks_nobody_elsewhere(path: str) -> None:
    text = (TEMPLATES / path).read_text(encoding="utf-8")
    assert text.startswith('"use strict";\n\n/* ')
    assert re.findall(r"https?://|\beval\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write", text) == []
    assert len(text.splitlines()) <= 250


def test_braces_of_a_script_are_its_own() -> None:
    text = "const shown = `${{a: 1}.a}`; // {{ view }} {% raw %} {#"
    assert assets.render(str(COPY_SCRIPT), Templates({"assets/copy.js": text})) == text.encode()


def test_a_script_that_is_not_there_is_a_mistake_in_the_templates() -> None:
    with pytest.raises(TemplateProblem, match=r"There is no file “assets/copy.js”"):
        assets.render(str(COPY_SCRIPT), Templates({}))

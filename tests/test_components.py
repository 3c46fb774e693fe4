"""Every example of every component renders as sound HTML.

A state of a component that no example shows does not exist: whatever HTML stands in its template comes out of one.
"""

from __future__ import annotations

import re

import html5lib
import pytest

from site_src.rendering.templates import Templates
from tests.component import COMPONENTS, VIEWS, Component, Plain, components

ALL = components()
EACH = pytest.mark.parametrize("component", ALL, ids=lambda component: component.name)
TEXTS = {f"components/{component.name}.html": component.template for component in ALL}
PAGE = '<!doctype html><html lang="en"><head><title>Example</title></head><body>{}</body></html>'
MALICE = "</p>\"'><script>&amp;{{ 7 * 7 }}"


@EACH
def test_it_is_three_files_of_one_name(component: Component) -> None:
    has_style = (COMPONENTS / f"{component.name}.css").exists()
    assert has_style is ("no_style" not in component.told)
    assert component.told.keys() <= {"for", "macros", "examples", "shared", "unstyled", "no_style"}
    assert component.told["for"].endswith(".")
    assert component.template.startswith("{# ")


def test_no_part_of_a_component_is_without_the_others() -> None:
    names = {component.name for component in ALL}
    assert {path.stem for path in COMPONENTS.iterdir()} == names
    assert {path.suffix for path in COMPONENTS.iterdir()} == {".html", ".css", ".yaml"}


@EACH
def test_its_macros_and_their_parameters_are_those_told(component: Component) -> None:
    told = {name: list(parameters or {}) for name, parameters in component.told["macros"].items()}
    assert component.macros() == told
    for parameters in component.told["macros"].values():
        for parameter in (parameters or {}).values():
            assert set(parameter) == {"type", "means"}
            assert set(re.findall(r"\w+", parameter["type"])) - {"tuple", "None"} <= VIEWS.keys()


@EACH
def test_every_macro_has_an_example_and_every_example_a_name(component: Component) -> None:
    examples = [(example.macro, example.name) for example in component.examples()]
    assert {macro for macro, _ in examples} == component.macros().keys()
    assert len(set(examples)) == len(examples)


@EACH
def test_its_examples_are_html_without_error(component: Component) -> None:
    for name, html in rendered(component).items():
        html5lib.HTMLParser(strict=True).parse(PAGE.format(html))
        assert "None" not in html, name
        assert 'href=""' not in html, name


@EACH
def test_no_text_becomes_markup(component: Component) -> None:
    hostile = [{**told, "with": spoilt(told.get("with"))} for told in component.told["examples"]]
    spoilt_ones = rendered(component._replace(told={**component.told, "examples": hostile}))
    for name, html in rendered(component).items():
        html5lib.HTMLParser(strict=True).parse(PAGE.format(spoilt_ones[name]))
        assert "<script" not in spoilt_ones[name], name
        assert spoilt_ones[name].count("<") == html.count("<"), name


@EACH
def test_whatever_stands_in_its_template_comes_out_of_an_example(component: Component) -> None:
    shown = "\n".join(rendered(component).values())
    assert [text for text in component.literals() if text not in shown] == []


@EACH
def test_its_unstyled_classes_are_its_own_and_have_a_reason(component: Component) -> None:
    for name, reason in component.told.get("unstyled", {}).items():
        assert re.search(rf'class="[^"]*(?<![\w-]){re.escape(name)}(?![\w-])', component.template), name
        assert reason.endswith(".")


def rendered(component: Component) -> dict[str, str]:
    """Gives the HTML of each example by its macro and name."""
    made = {}
    for example in component.examples():
        given = ", ".join(f'{name}=view["{name}"]' for name in example.parameters)
        imported = f'{{% from "components/{component.name}.html" import {example.macro} %}}'
        templates = Templates(TEXTS | {"example.html": f"{imported}{{{{ {example.macro}({given}) }}}}"})
        html = templates.render("example.html", example.parameters)
        made[f"{example.macro}: {example.name}"] = html.decode()
    return made


KEPT = {"sign", "tone", "iso", "language", "direction", "interface"}


def spoilt(value: Plain, key: str = "") -> Plain:
    """Gives an example's data with malice behind every text that is shown or linked to."""
    if isinstance(value, dict):
        return {name: spoilt(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [spoilt(one, key) for one in value]
    return f"{value}{MALICE}" if isinstance(value, str) and value and key not in KEPT else value

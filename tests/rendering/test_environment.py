"""The environment of the templates: it escapes as Jinja would, and macros can be called in every way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError, nodes
from markupsafe import Markup, escape

from site_src.addresses import Addressing
from site_src.outputs import OUTPUTS
from site_src.reading.files import read_templates
from site_src.rendering.compiling import finder
from site_src.rendering.environment import environment, escaped
from site_src.rendering.templates import TemplateProblem, Templates, template_texts
from tests.editions import TEMPLATES, edition

if TYPE_CHECKING:
    from site_src.outputs import Output

TEXTS = template_texts(read_templates(TEMPLATES))
HTML = """&<>"'`=/ a\n“é”"""


@given(st.one_of(st.text(), st.text(alphabet=HTML), st.integers(), st.none(), st.floats(), st.text().map(escape)))
def test_what_is_put_out_is_escaped_as_markupsafe_would(value: object) -> None:
    assert escaped(value) == str(escape(value))


def test_what_is_html_already_stays_and_all_else_is_escaped() -> None:
    template = environment({"a": "{{ view }}|{{ '<b>' ~ view }}|{{ [view] | join }}"}).get_template("a")
    assert template.render(view="<i>") == "&lt;i&gt;|&lt;b&gt;&lt;i&gt;|&lt;i&gt;"
    assert template.render(view=Markup("<i>")) == "<i>|&lt;b&gt;<i>|<i>"


def test_macros_take_values_in_order_by_name_and_by_default_and_their_html_stays() -> None:
    texts = {
        "m": "{% macro mark(words, tone='plain') %}<b class={{ tone }}>{{ words }}</b>{% endmacro %}",
        "a": "{% from 'm' import mark %}{% for it in view %}{{ mark(it) }}{{ mark(tone=it, words='&') }}{% endfor %}",
    }
    made = environment(texts).get_template("a").render(view=["<", ">"])
    assert made == "<b class=plain>&lt;</b><b class=&lt;>&amp;</b><b class=plain>&gt;</b><b class=&gt;>&amp;</b>"


def test_a_macro_can_be_wrapped_around_text_and_its_text_shown_as_code() -> None:
    texts = {"a": "{% macro box() %}<p>{{ caller() }}</p>{% endmacro %}{% call box() %}{{ view }}{% endcall %}"}
    assert environment(texts).get_template("a").render(view="<") == "<p>&lt;</p>"
    texts = {"a": "{% macro box(it) %}<p>{{ it }}</p>{% endmacro %}{{ box(view) | forceescape }}"}
    assert environment(texts).get_template("a").render(view="<") == "&lt;p&gt;&amp;lt;&lt;/p&gt;"


@pytest.mark.parametrize(
    "text", ["{{ view.nothing }}", "{{ nothing }}", "{{ nothing() }}", "{% if nothing %}{% endif %}"]
)
def test_what_is_undefined_is_an_error(text: str) -> None:
    with pytest.raises(UndefinedError):
        environment({"a": text}).get_template("a").render(view="")


def test_what_the_quick_way_does_not_find_is_left_to_jinja() -> None:
    texts = {
        "key": "{{ view.key }}",
        "none": "{{ view.nothing | default('no') }}{{ view.nothing is defined }}",
        "word": "{{ view.class }}",
        "block": "{% block one %}{{ view.key }}{% endblock %}{{ self.one() }}",
        "named": "{% macro all() %}{{ kwargs.key }}{{ varargs[0] }}{% endmacro %}{{ all('<', key='>') }}",
    }
    made = environment(texts)
    for name, shown in [
        ("key", "&lt;"),
        ("none", "noFalse"),
        ("word", "w"),
        ("block", "&lt;&lt;"),
        ("named", "&gt;&lt;"),
    ]:
        for _ in range(2):
            assert made.get_template(name).render(view={"key": "<", "class": "w"}) == shown


def test_what_stands_in_a_template_is_found_as_jinja_finds_it() -> None:
    for name in filter(lambda name: name.endswith(".html"), TEXTS):
        tree = environment({}).jinja.parse(TEXTS[name], name)
        for kinds in (nodes.Block, nodes.Filter, nodes.Test, nodes.Name, (nodes.Extends, nodes.FromImport)):
            found = finder(tree)(kinds)
            assert sorted(map(id, found)) == sorted(map(id, tree.find_all(kinds))), name


def test_a_name_that_a_template_does_not_have_or_that_no_filter_has_is_told() -> None:
    texts = {
        "m": "{% macro mark() %}m{% endmacro %}",
        "a": "\n{% from 'm' import nothing %}{{ nothing() }}",
        "b": "\n{{ view | nothing }}",
    }
    templates = Templates(texts)
    templates.prepare(texts)
    with pytest.raises(TemplateProblem, match=r"'m' \(imported on line 2 in 'a'\) does not export .* 'nothing'"):
        templates.render("a", "")
    with pytest.raises(TemplateProblem, match="No filter named 'nothing'") as told:
        templates.render("b", "")
    assert str(told.value.finding.place) == "templates/b:2:1"


def test_a_template_is_parsed_once_and_what_it_imports_looked_up_once() -> None:
    made = environment({"a": "{% from 'm' import mark %}{{ mark() }}", "m": "{% macro mark() %}m{% endmacro %}"})
    assert made.parse("{{ view }}", "a", "a") is made.parse("{{ view }}", "b", "b")
    assert made.get_template("a").render(view="") == "m"
    assert made.module("m", "a") is made.module("m", "b")


@pytest.mark.parametrize(
    "output", [output for output in OUTPUTS if len(output.TEMPLATES) == 1], ids=lambda one: one.NAME
)
def test_every_page_is_as_jinja_alone_would_make_it(output: Output) -> None:
    site = edition()
    made = environment(TEXTS)
    (name,) = output.TEMPLATES
    for artifact in output.plan(site, Addressing(site.base, for_disk=False)):
        if artifact.path.endswith((".html", ".xml")):
            quick = made.get_template(name).render(view=artifact.view)
            assert quick == made.jinja.get_template(name).render(view=artifact.view), artifact.path
    assert made.left_to_jinja == set()

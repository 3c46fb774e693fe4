"""The environment of the templates: it escapes as Jinja would, and macros can be called in every way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from site_src.rendering.environment import environment, escaped

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

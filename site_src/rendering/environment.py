"""The Jinja environment of all templates: escaping on, undefined an error.

Two of its parts are our own, for Jinja's take a third of the time of a page: what is put out is escaped without
being wrapped in an object that remembers it, and macros are called without being asked what they want to know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import nodes
    from jinja2.compiler import Frame


def environment(texts: Mapping[str, str]) -> jinja2.Environment:
    """Give the environment of templates that name each other by their path, such as `pages/claim.html`."""
    made = _Environment(
        # With its path as file name, a template's lines can be told apart in a traceback.
        loader=jinja2.FunctionLoader(lambda name: (texts[name], name, None) if name in texts else None),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    return made


def escaped(value: object) -> str:
    """Give a value as `markupsafe.escape` has it: text escaped for HTML, and what is HTML already as it is."""
    if type(value) is not str:
        return value if isinstance(value, str) and hasattr(value, "__html__") else escape(value)
    text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


class _Generator(CodeGenerator):
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Context(Context):
    def call(self, called: Callable[..., object], *given: object, **named: object) -> object:
        """Call what a template calls; nothing that it can call asks for the context."""
        if named:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return called(*given, **named)


class _Environment(jinja2.Environment):
    code_generator_class = _Generator
    context_class = _Context
    escaped = staticmethod(escaped)

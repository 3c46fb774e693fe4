"""The Jinja environment of all templates: escaping on, undefined an error.

Some of its parts are our own, for Jinja's take more than half of the time of a page. They do what Jinja's do; what they
cannot do they leave to Jinja.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.runtime import Context
from markupsafe import escape

from site_src.rendering.compiling import Generator, QuickMacro, finder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import nodes
    from jinja2.environment import TemplateModule

_HTML = type(escape(""))
_OPTIONS: dict[str, Any] = {
    "undefined": jinja2.StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
    "cache_size": -1,
    # What can be worked out beforehand is so little that to look for it takes longer.
    "optimized": False,
}
_JSON = {"ensure_ascii": False, "sort_keys": False}


def environment(texts: Mapping[str, str]) -> Environment:
    """Give the environment of templates that name each other by their path, such as `pages/claim.html`."""
    # With its path as file name, a template's lines can be told apart in a traceback.
    return Environment(jinja2.FunctionLoader(lambda name: (texts[name], name, None) if name in texts else None))


def escaped(value: object) -> str:
    """Give a value as `markupsafe.escape` has it: text escaped for HTML, and what is HTML already as it is."""
    if type(value) is str:
        text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text.replace("'", "&#39;").replace('"', "&#34;")
    if type(value) is _HTML:
        return value
    return str(value) if type(value) is int or type(value) is float else escape(value)


class _Context(Context):
    def call(self, called: Callable[..., object], *given: object, **named: object) -> object:
        """Call what a template calls; nothing that it can call asks for the context."""
        if named:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return called(*given, **named)

    def resolve(self, key: str) -> object:
        """Give what a name stands for."""
        if key in self.vars:
            return self.vars[key]
        return self.parent[key] if key in self.parent else self.environment.undefined(name=key)


class _Template(jinja2.Template):
    environment: Environment

    def render(self, *given: object, **named: object) -> str:
        """Render a view; what goes wrong is left to Jinja, which looks further for it or says what it is, and where."""
        environment, name = self.environment, self.name or ""
        if name not in environment.left_to_jinja:
            known = {**environment.globals, **dict(*given, **named)}
            try:
                return "".join(self.root_render_func(_Context(environment, known, name, self.blocks)))
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, jinja2.TemplateError):
                environment.left_to_jinja.add(name)
        return environment.jinja.get_template(name).render(*given, **named)


class Environment(jinja2.Environment):
    """Templates that are rendered in a quick way, and by Jinja itself where that is not enough."""

    code_generator_class = Generator
    context_class = _Context
    template_class = _Template
    Macro = QuickMacro
    escaped = staticmethod(escaped)

    def __init__(self, loader: jinja2.BaseLoader) -> None:
        super().__init__(loader=loader, autoescape=True, **_OPTIONS)
        self.policies["json.dumps_kwargs"] = _JSON
        self.left_to_jinja: set[str] = set()
        self._trees: dict[str, nodes.Template] = {}
        self._modules: dict[str, TemplateModule] = {}

    @cached_property
    def jinja(self) -> jinja2.Environment:
        """The same templates, rendered by Jinja as it is."""
        made = jinja2.Environment(loader=self.loader, autoescape=True, **_OPTIONS)
        made.policies["json.dumps_kwargs"] = _JSON
        return made

    def module(self, name: str, parent: str) -> TemplateModule:
        """Give what a template has for others that import from it."""
        if name not in self._modules:
            self._modules[name] = self.get_template(name, parent).module
        return self._modules[name]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse a template once, be it to see what it draws in or to compile it."""
        if source not in self._trees:
            tree = self._trees[source] = super()._parse(source, name, filename)
            vars(tree)["find_all"] = finder(tree)
        return self._trees[source]

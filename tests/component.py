"""Components as their YAML tells them: macros with their parameters, and examples as the views that they name."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import types
from pathlib import Path
from typing import Any, Literal, NamedTuple, NewType, Union, get_args, get_origin, get_type_hints

import yaml
from jinja2 import Environment
from jinja2.nodes import Macro, TemplateData
from markupsafe import Markup

import site_src.views
from site_src.models.ratings import Tone
from site_src.site.matrix import Count

TEMPLATES = Path(__file__).parents[1] / "templates"
COMPONENTS = TEMPLATES / "components"

ENVIRONMENT = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
# What is written as text or number: each type with those of the data that stand for it.
WRITTEN: dict[type, tuple[type, ...]] = {
    str: (str,), Markup: (str,), int: (int,), float: (int, float), bool: (bool,),
}  # fmt: skip
Plain = Any  # what YAML gives: texts, numbers, lists and groups of keys


class Example(NamedTuple):
    """One use of a component: its name, the macro, and the parameters as views."""

    name: str
    macro: str
    parameters: dict[str, object]


class Component(NamedTuple):
    """A component: the parts of its YAML, and its template's text."""

    name: str
    told: dict[str, Plain]
    template: str

    def macros(self) -> dict[str, list[str]]:
        """Gives the names of the template's macros, each with those of its parameters."""
        found = ENVIRONMENT.parse(self.template).find_all(Macro)
        return {macro.name: [argument.name for argument in macro.args] for macro in found}

    def literals(self) -> list[str]:
        """Gives the pieces of HTML that stand in the template as they are."""
        found = (part.data.strip() for part in ENVIRONMENT.parse(self.template).find_all(TemplateData))
        return [text for text in found if text]

    def examples(self) -> list[Example]:
        """Gives the examples, their data turned into the views that the macros' parameters name."""
        return [self._example(told) for told in self.told["examples"]]

    def _example(self, told: dict[str, Plain]) -> Example:
        parameters = self.told["macros"][told["macro"]] or {}
        given = told.get("with") or {}
        assert given.keys() <= parameters.keys(), told["name"]
        views = {
            name: view(parameters[name]["type"], value, f"{told['name']}, {name}") for name, value in given.items()
        }
        return Example(told["name"], told["macro"], views)


def components() -> list[Component]:
    """Reads every component that has a template."""
    return [
        Component(
            path.stem,
            yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8")),
            path.read_text(encoding="utf-8"),
        )
        for path in sorted(COMPONENTS.glob("*.html"))
    ]


def view(wanted: str, value: Plain, where: str) -> object:
    """Turns plain data into what a parameter wants, such as `Card`, `tuple[Card, ...]` or `Logged | None`."""
    if wanted.endswith(" | None"):
        return None if value is None else view(wanted.removesuffix(" | None"), value, where)
    if wanted.startswith("tuple["):
        each = wanted.removeprefix("tuple[").removesuffix(", ...]")
        return tuple(view(each, one, f"{where}, {n}") for n, one in enumerate(value, start=1))
    return made(VIEWS[wanted], value, where)


def made(wanted: object, value: Plain, where: str) -> object:
    """Turns plain data into what a type wants; what does not fit fails, with the way that leads there."""
    if isinstance(wanted, NewType):
        return made(wanted.__supertype__, value, where)
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        (one,) = (argument for argument in arguments if argument is not type(None))
        return None if value is None else made(one, value, where)
    if origin is Literal:
        assert value in arguments, f"{where}: {value}"
        return value
    if origin is tuple:
        assert isinstance(value, list), where
        kinds = [arguments[0]] * len(value) if arguments[-1] is ... else arguments
        return tuple(
            made(kind, one, f"{where}, {n}") for n, (kind, one) in enumerate(zip(kinds, value, strict=True), start=1)
        )
    assert isinstance(wanted, type), where
    if wanted not in WRITTEN:
        return _view(wanted, value, where)
    assert type(value) in WRITTEN[wanted], f"{where}: {value!r}"
    plain: object = wanted(value)
    return plain


def _view(wanted: type, value: Plain, where: str) -> object:
    hints = get_type_hints(wanted, localns=NAMES)
    if dataclasses.is_dataclass(wanted):
        needed = [f.name for f in dataclasses.fields(wanted) if f.default is f.default_factory is dataclasses.MISSING]
    else:
        needed = [name for name in hints if name not in getattr(wanted, "_field_defaults", {})]
    assert isinstance(value, dict), where
    assert set(needed) <= value.keys() <= hints.keys(), f"{where}: {value.keys() ^ hints.keys()}"
    built: object = wanted(**{name: made(hints[name], one, f"{where}, {name}") for name, one in value.items()})
    return built


def _views() -> dict[str, type]:
    """Gives the views by name; no two have one name."""
    found: dict[str, type] = {}
    for module in pkgutil.iter_modules(site_src.views.__path__, "site_src.views."):
        for name, view in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if view.__module__ == module.name and not name.startswith("_"):
                assert name not in found, name
                found[name] = view
    return found


VIEWS: dict[str, type] = {**_views(), "str": str, "int": int}
NAMES = {**VIEWS, "Tone": Tone, "Count": Count, "Markup": Markup}

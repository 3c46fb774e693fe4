"""Jinja over the texts of the templates folder: a view in, text out, and template mistakes as findings."""

from __future__ import annotations

import hashlib
import traceback
from contextlib import suppress
from copy import copy
from typing import TYPE_CHECKING

import jinja2
from jinja2.meta import find_referenced_templates

from site_src.diagnostics.finding import Finding, Place
from site_src.rendering.environment import environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_AS_THEY_STAND = (".js", ".typ")


class TemplateProblem(Exception):
    """A template that cannot be used: `finding` says where and why."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding."""
        super().__init__(finding.message)
        self.finding = finding


class Undeclared(Exception):
    """An output renders a template that it does not declare: a mistake of the program."""


def template_texts(files: Mapping[str, bytes]) -> dict[str, str]:
    """Give the texts of templates by their paths; raises TemplateProblem with the place of what is not UTF-8."""
    return {name: _text(name, content) for name, content in files.items()}


class Templates:
    """The templates of a folder; each sees one view, under the name `view`."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Take the texts by their path from the templates folder, such as `pages/claim.html`."""
        self._texts = texts
        self._only: frozenset[str] | None = None
        self._environment = environment(texts)
        self._drawn_in: dict[str, set[str | None]] = {}

    def only(self, names: Iterable[str]) -> Templates:
        """Give the same templates to one who may render these alone, with whatever they draw in."""
        part = copy(self)
        vars(part).update(_only=frozenset(names))
        return part

    def closure(self, names: Iterable[str]) -> frozenset[str]:
        """Give the names of these templates and of all that they extend, include or import, at any depth.

        Where a name is worked out while rendering, or a template cannot be parsed, that is all templates.
        """
        found, waiting = set[str](), set(names)
        while waiting:
            name = waiting.pop()
            found.add(name)
            if name not in self._drawn_in:
                text = "" if name.endswith(_AS_THEY_STAND) else self._texts.get(name, "")
                self._drawn_in[name] = _drawn_in(self._environment, text)
            drawn = self._drawn_in[name]
            if None in drawn:
                return frozenset(self._texts)
            waiting |= {one for one in drawn if one} - found
        return frozenset(found)

    def prepare(self, names: Iterable[str]) -> None:
        """Compile these templates and all that they draw in; processes that are forked then begin with them."""
        for name in sorted(self.closure(names)):
            if not name.endswith(_AS_THEY_STAND):
                with suppress(jinja2.TemplateError):  # it is told where the template is rendered
                    self._environment.get_template(name)

    def render(self, name: str, view: object) -> bytes:
        """Give the text of a view as UTF-8; raises TemplateProblem with the place in the template."""
        self._see_that_it_is_declared(name)
        try:
            return self._environment.get_template(name).render(view=view).encode("utf-8")
        except jinja2.TemplateSyntaxError as error:
            place = Place(f"templates/{error.name or name}", error.lineno)
            raise TemplateProblem(Finding(place, "template", error.message or "This is not Jinja.")) from error
        except jinja2.TemplateNotFound as error:
            message = f"There is no template “{error.name}”."
            raise TemplateProblem(Finding(_place(error, name), "template", message)) from error
        except jinja2.TemplateRuntimeError as error:
            message = f"{error.message or 'Something is undefined'}."
            raise TemplateProblem(Finding(_place(error, name), "template", message)) from error

    def text(self, name: str) -> bytes:
        """Give a file of the templates as it stands, as UTF-8; raises TemplateProblem where there is none."""
        self._see_that_it_is_declared(name)
        if name not in self._texts:
            raise TemplateProblem(Finding(Place(f"templates/{name}"), "template", f"There is no file “{name}”."))
        return self._texts[name].encode("utf-8")

    def pinned(self, name: str, digest: str, *, needed: str, hint: str) -> bytes:
        """Give a file of the templates that must have that SHA-256; raises TemplateProblem with the hint.

        `needed` says what it is needed for, in a sentence.
        """
        self._see_that_it_is_declared(name)
        content = self._texts[name].encode("utf-8") if name in self._texts else b""
        if hashlib.sha256(content).hexdigest() == digest:
            return content
        what = "is another one than this program knows" if content else "is not there"
        raise TemplateProblem(Finding(Place(f"templates/{name}"), "template", f"{needed} This file {what}.", hint))

    def _see_that_it_is_declared(self, name: str) -> None:
        if self._only is not None and name not in self._only:
            raise Undeclared(name)


def _drawn_in(environment: jinja2.Environment, text: str) -> set[str | None]:
    try:
        return set(find_referenced_templates(environment.parse(text)))
    except jinja2.TemplateSyntaxError:
        return {None}


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        place = Place(f"templates/{name}", before.count("\n") + 1, len(before) - before.rfind("\n"))
        hint = "Save the file as UTF-8 (in most editors: Save with encoding); pictures belong in content/files/."
        raise TemplateProblem(Finding(place, "encoding", "From here on the file is not UTF-8 text.", hint)) from error


def _place(error: Exception, name: str) -> Place:
    """Give the innermost template line in an error's traceback; without one, the first of the template named."""
    lines = [
        Place(f"templates/{frame.f_code.co_filename}", line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename.endswith((".html", ".xml", ".css"))
    ]
    return lines[-1] if lines else Place(f"templates/{name}")

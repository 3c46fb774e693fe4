"""Jinja over the texts of the templates folder: escaping on, undefined an error, template mistakes as findings."""

from __future__ import annotations

import hashlib
import traceback
from typing import TYPE_CHECKING

import jinja2

from site_src.diagnostics.finding import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Mapping


class TemplateProblem(Exception):
    """A template that cannot be used: `finding` says where and why."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding."""
        super().__init__(finding.message)
        self.finding = finding


class Templates:
    """The templates of a folder; each sees one view, under the name `view`."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Take the texts by their path from the templates folder, such as `pages/claim.html`."""
        self._texts = texts
        self._environment = jinja2.Environment(
            # With its path as file name, a template's lines can be told apart in a traceback.
            loader=jinja2.FunctionLoader(lambda name: (texts[name], name, None) if name in texts else None),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}

    def render(self, name: str, view: object) -> bytes:
        """Give the text of a view as UTF-8; raises TemplateProblem with the place in the template."""
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
        if name not in self._texts:
            raise TemplateProblem(Finding(Place(f"templates/{name}"), "template", f"There is no file “{name}”."))
        return self._texts[name].encode("utf-8")

    def pinned(self, name: str, digest: str, *, needed: str, hint: str) -> bytes:
        """Give a file of the templates that must have that SHA-256; raises TemplateProblem with the hint.

        `needed` says what it is needed for, in a sentence.
        """
        content = self._texts[name].encode("utf-8") if name in self._texts else b""
        if hashlib.sha256(content).hexdigest() == digest:
            return content
        what = "is another one than this program knows" if content else "is not there"
        raise TemplateProblem(Finding(Place(f"templates/{name}"), "template", f"{needed} This file {what}.", hint))


def _place(error: Exception, name: str) -> Place:
    """Give the innermost template line in an error's traceback; without one, the first of the template named."""
    lines = [
        Place(f"templates/{frame.f_code.co_filename}", line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename.endswith((".html", ".xml", ".css"))
    ]
    return lines[-1] if lines else Place(f"templates/{name}")

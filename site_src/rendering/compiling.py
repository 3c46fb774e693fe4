"""How templates become Python: as Jinja writes it, save for what runs most often, which is written in a shorter way.

What is put out is escaped without being wrapped in an object that remembers it, attributes are read as Python reads
them, macros are called without being asked what they want to know, and what is imported is looked up once.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING

from jinja2.compiler import CodeGenerator
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.nodes import Call, Expr, Filter, Getattr, Getitem, Impossible, Name, Node, Template, TemplateData, Test
from jinja2.runtime import Macro

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2.compiler import Frame, MacroRef
    from jinja2.nodes import FromImport, Import

Kinds = type[Node] | tuple[type[Node], ...]


class QuickMacro(Macro):
    """A macro that is called at once where it is given all its values, in order."""

    def __call__(self, *given: object, **named: object) -> str:
        """Give the macro's text, which is HTML."""
        if named or len(given) != self._argument_count:
            return super().__call__(*given, **named)
        return self._func(*given)


def finder(tree: Template) -> Callable[[Kinds], list[Node]]:
    """Give what does the work of a tree's `find_all`, which is asked often, without walking through the tree again."""
    nodes: list[Node] = [tree]
    for node in nodes:
        for part in vars(node).values():
            nodes += [one for one in (part if isinstance(part, list) else [part]) if isinstance(one, Node)]
    found: dict[type[Node], list[Node]] = {}
    for node in nodes[1:]:
        found.setdefault(type(node), []).append(node)
    return lambda kinds: [
        node for kind in (kinds if isinstance(kinds, tuple) else [kinds]) for node in found.get(kind, ())
    ]


class Generator(CodeGenerator):
    """The writer of a template's Python: each method writes a part of it."""

    _needs: dict[str, list[str]]

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:
        """Write a template."""
        kinds: dict[str, type[Filter | Test]] = {"filters": Filter, "tests": Test}
        self._needs = {name: sorted({one.name for one in node.find_all(kind)}) for name, kind in kinds.items()}
        super().visit_Template(node, frame)

    def write_commons(self) -> None:
        """Write what each part of a template has at hand."""
        super().write_commons()
        self.writeline("escaped = environment.escaped")
        self.writeline("resolve = context.resolve")

    def pull_dependencies(self, nodes: Iterable[Node]) -> None:
        """Write names for the filters and tests of the template; where one is not known, that is left to Jinja."""
        known = {"filters": self.environment.filters, "tests": self.environment.tests}
        if not all(known[kind].keys() >= set(names) for kind, names in self._needs.items()):
            super().pull_dependencies(nodes)
            return
        for kind, written in (("filters", self.filters), ("tests", self.tests)):
            for name in self._needs[kind]:
                written.setdefault(name, f"{kind}_{len(written)}")
                self.writeline(f"{written[name]} = environment.{kind}[{name!r}]")

    def visit_Name(self, node: Name, frame: Frame) -> None:
        """Write a name; one of the view is known to have a value, be it that it is undefined."""
        ref = frame.symbols.ref(node.name)
        if node.ctx == "load" and (frame.symbols.find_load(ref) or ("",))[0] == VAR_LOAD_RESOLVE:
            self.write(ref)
        else:
            super().visit_Name(node, frame)

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:
        """Write `a.b`, where that is Python too."""
        if iskeyword(node.attr) or not isinstance(node.node, Name | Getattr | Getitem | Call):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call; one with names is left to the context."""
        if node.kwargs or node.dyn_args or node.dyn_kwargs or forward_caller:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """Write the end of a macro; what it gives is HTML, whoever calls it."""
        super().return_buffer_contents(frame, force_unescaped=False)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write what makes a macro of a function; one that takes more than it names is Jinja's own."""
        if not (macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs):
            self.write("environment.")
        super().macro_def(macro_ref, frame)

    def visit_FromImport(self, node: FromImport, frame: Frame) -> None:
        """Write an import of names; one that is not there is an attribute that is not there."""
        names = [(one, one) if isinstance(one, str) else one for one in node.names]
        if not frame.toplevel or any(iskeyword(name) for name, _ in names):
            super().visit_FromImport(node, frame)
            return
        self.writeline("included_template = ", node)
        self._import_common(node, frame)
        for name, here in names:
            self.writeline(f"context.vars[{here!r}] = {frame.symbols.ref(here)} = included_template.{name}")
            self.writeline(f"context.exported_vars.discard({here!r})")

    def _import_common(self, node: Import | FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.module(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r})")

    def _output_child_to_const(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        if isinstance(node, TemplateData):
            return node.data
        raise Impossible

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape:
            self.write("escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

"""The program's modules as their syntax trees tell them: imports, names used, texts, lengths."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = "site_src"

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One module: its path inside the package, such as `reading/files.py`, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """Parse the module once."""
        return ast.parse(self.text, self.path)

    @property
    def room(self) -> str:
        """Give the first part of the path: a folder, or a module that is a room of its own."""
        return self.path.split("/")[0].removesuffix(".py")

    def imports(self) -> Iterator[tuple[int, str]]:
        """Give the line and the full dotted name of all that is imported, for types alone too."""
        for node in ast.walk(self.tree):
            for _, _, name in self._imported(node):
                yield _line(node), name

    def uses(self) -> Iterator[tuple[int, str]]:
        """Give the line and the name of all that could run: `os.environ`, `builtins.open`, `shell=True`.

        An attribute stands a second time by itself, as `.read_text`. Imports for types alone cannot run.
        """
        nodes = list(_nodes_that_run(self.tree))
        imported = [(_line(node), *names) for node in nodes for names in self._imported(node)]
        bound = {alias: full for _, alias, full, _ in imported}
        yield from ((line, name) for line, _, _, name in imported)
        for node in nodes:
            for name in _names(node, bound):
                yield _line(node), name

    def texts(self) -> Iterator[tuple[int, str]]:
        """Give the line and the value of every text in the code, docstrings aside."""
        docstrings = {id(_docstring(node)) for node in ast.walk(self.tree)}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                yield node.lineno, node.value

    def functions(self) -> Iterator[tuple[int, str, int]]:
        """Give the line, the name and the number of lines in the body of every function, docstrings aside."""
        for node in ast.walk(self.tree):
            if isinstance(node, FunctionNode):
                body = node.body[1:] if _docstring(node) else node.body
                length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
                yield node.lineno, node.name, length

    def _imported(self, node: ast.AST) -> Iterator[tuple[str, str, str]]:
        """Give, for each name imported, what it is called here, what that stands for, and its full name."""
        if isinstance(node, ast.Import):
            for each in node.names:
                first = each.name.split(".")[0]
                yield (each.asname, each.name, each.name) if each.asname else (first, first, each.name)
        elif isinstance(node, ast.ImportFrom):
            above = [PACKAGE, *self.path.split("/")][: -node.level] if node.level else []
            origin = ".".join([*above, node.module] if node.module else above)
            for each in node.names:
                yield each.asname or each.name, f"{origin}.{each.name}", f"{origin}.{each.name}"


def modules() -> list[Module]:
    """Read every module of the program."""
    package = ROOT / PACKAGE
    paths = sorted(package.rglob("*.py"))
    return [Module(path.relative_to(package).as_posix(), path.read_text(encoding="utf-8")) for path in paths]


def _nodes_that_run(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        children: list[ast.AST] = [*node.orelse]
    else:
        children = list(ast.iter_child_nodes(node))
    for child in children:
        yield from _nodes_that_run(child)


def _names(node: ast.AST, bound: dict[str, str]) -> Iterator[str]:
    if isinstance(node, ast.Attribute):
        yield f".{node.attr}"
        if dotted := _dotted(node, bound):
            yield dotted
    elif isinstance(node, ast.Name):
        if node.id in bound:
            yield bound[node.id]
        elif hasattr(builtins, node.id):
            yield f"builtins.{node.id}"
    elif isinstance(node, FunctionNode):
        yield f"def:{node.name}"
    elif isinstance(node, ast.keyword) and isinstance(node.value, ast.Constant):
        yield f"{node.arg}={node.value.value!r}"


def _dotted(node: ast.expr, bound: dict[str, str]) -> str | None:
    if isinstance(node, ast.Name):
        return bound.get(node.id)
    if isinstance(node, ast.Attribute) and (origin := _dotted(node.value, bound)):
        return f"{origin}.{node.attr}"
    return None


def _docstring(node: ast.AST) -> ast.Constant | None:
    if isinstance(node, ast.Module | ast.ClassDef | FunctionNode) and node.body:
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            return first.value
    return None


def _line(node: ast.AST) -> int:
    return getattr(node, "lineno", 0)

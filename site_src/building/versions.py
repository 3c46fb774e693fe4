"""The versions of Python and of the packages by which a site is made."""

from __future__ import annotations

import sys

PACKAGES = (
    "Babel", "click", "Jinja2", "markdown-it-py", "MarkupSafe", "mdit-py-plugins", "pagefind-bin", "pydantic",
    "pydantic-core", "PyYAML",
)  # fmt: skip
"""The packages that pyproject.toml declares."""


def python() -> str:
    """Give the version of Python."""
    return ".".join(map(str, sys.version_info[:3]))


def packages() -> dict[str, str]:
    """Give the version of each package that is used."""
    return {name: _version(name) for name in PACKAGES}


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    # A site without a search can be made without the package that makes its index.
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"

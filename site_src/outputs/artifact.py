"""A file to be: its path in the output, which output makes it, and the view it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ParamSpec

from site_src.addresses import Address, output_path

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the site: its view is `at_hand`, or `look` gives it when the file is to be made, for it takes time.

    In the second case the file is made again by itself, in the first whenever its output is planned again.
    """

    path: str
    output: str
    at_hand: object = None
    look: partial[object] | None = None

    @property
    def view(self) -> object:
        """Give all that the file's content depends on beside the templates."""
        return self.look() if self.look else self.at_hand


def planned(output: str, address: Address, look: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> Artifact:
    """Make the artifact of the page at an address, of the function that gives its view and what that is called with."""
    return Artifact(output_path(address), output, look=partial(look, *args, **kwargs))


def artifact(output: str, address: Address, view: object) -> Artifact:
    """Make the artifact of the page at an address whose view is at hand."""
    return Artifact(output_path(address), output, view)

"""A file to be: its path in the output, which output makes it, and the view it is made of."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.addresses import Address, output_path


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the site; `view` is all that its content depends on beside the templates."""

    path: str
    output: str
    view: object


def artifact(output: str, address: Address, view: object) -> Artifact:
    """Make the artifact of the page at an address."""
    return Artifact(output_path(address), output, view)

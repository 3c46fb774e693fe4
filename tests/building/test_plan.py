"""Every file of the site is planned once, and two outputs never share a path."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from site_src.addresses import Addressing, page
from site_src.building import plan as planning
from site_src.building.plan import PathTaken, plan
from site_src.outputs import OUTPUTS
from site_src.outputs.artifact import planned
from tests.editions import edition, shipped
from tests.modules import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from site_src.outputs.artifact import Artifact
    from site_src.site.model import Site


@pytest.mark.parametrize("site", [edition, shipped])
def test_no_path_is_planned_twice(site: Callable[[], Site]) -> None:
    paths = [artifact.path for artifact in plan(site(), at())]
    assert len(paths) == len(set(paths))


def test_every_path_lies_within_the_output() -> None:
    for artifact in plan(edition(), at()):
        assert re.fullmatch(r"[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*", artifact.path)
        assert not {".", ".."} & set(artifact.path.split("/"))


def test_two_outputs_on_one_path_are_refused_naming_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "OUTPUTS", (*OUTPUTS, second_output()))
    with pytest.raises(PathTaken, match=r"about/index\.html is made by pages and by leaflets\."):
        list(plan(edition(), at()))


def test_every_output_plans_under_its_own_name() -> None:
    names = [output.NAME for output in OUTPUTS]
    assert len(names) == len(set(names))
    # Cards and the editors' page are made only where they are asked for.
    assert {artifact.output for artifact in plan(edition(), at())} == set(names) - {"cards", "admin"}


def test_every_module_of_the_outputs_is_in_the_list() -> None:
    modules = {path.stem for path in (ROOT / "site_src" / "outputs").glob("*.py")}
    assert modules - {"__init__", "artifact"} == {output.NAME for output in OUTPUTS}


def test_the_same_site_is_planned_the_same() -> None:
    once, again = (
        [(artifact.path, artifact.output, artifact.view) for artifact in plan(edition(), at())] for _ in range(2)
    )
    assert once == again


def at() -> Addressing:
    """Give how harbour links."""
    return Addressing("https://example.org/harbour/")


def second_output() -> SimpleNamespace:
    """Give an output that wants the place of a standing page."""

    def made(site: Site, at: Addressing) -> Iterator[Artifact]:
        del site, at
        yield planned("leaflets", page("about"), str)

    return SimpleNamespace(NAME="leaflets", plan=made)

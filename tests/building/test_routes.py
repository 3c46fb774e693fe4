"""A path leads to its artifact, and only as much is planned as it takes to find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Addressing
from site_src.building import routes as finding
from site_src.building.plan import plan
from site_src.building.routes import Routes
from site_src.outputs import OUTPUTS
from tests.editions import edition

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from site_src.outputs.artifact import Artifact
    from site_src.site.model import Site

AT = Addressing("https://example.org/harbour/")


def test_every_planned_path_leads_to_its_output() -> None:
    planned = {artifact.path: artifact.output for artifact in plan(edition(), AT)}
    routes = Routes(edition(), AT, {})
    assert {path: artifact.output for path in reversed(planned) if (artifact := routes.find(path))} == planned
    assert routes.find("claims/nowhere/index.html") is None


def test_the_output_that_had_the_path_before_is_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    planned: list[str] = []

    class Noted:
        def __init__(self, name: str, plans: Iterator[Artifact]) -> None:
            self.NAME, self.plans = name, plans

        def plan(self, site: Site, at: Addressing) -> Iterator[Artifact]:
            del site, at
            for artifact in self.plans:
                planned.append(artifact.path)
                yield artifact

    owners: dict[str, str] = {}
    assert Routes(edition(), AT, owners).find("claims/repair-cost/index.html")
    outputs = tuple(Noted(output.NAME, output.plan(edition(), AT)) for output in OUTPUTS)
    monkeypatch.setattr(finding, "OUTPUTS", outputs)
    again = Routes(edition(), AT, owners)
    assert again.find("claims/repair-cost/index.html")
    assert all(path.startswith("claims/") for path in planned)
    before = len(planned)
    assert again.find("claims/repair-cost/index.html")
    assert len(planned) == before

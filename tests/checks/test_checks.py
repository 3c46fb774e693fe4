"""The list of checks is the only one, and what they find comes in the order of its places."""

from __future__ import annotations

import pkgutil

from site_src import checks
from site_src.reading.catalogue import Catalogue
from site_src.reading.gather import read_catalogue
from tests.harbour import claim, laid_over


def test_every_module_of_the_room_is_in_the_list_under_a_name_of_its_own() -> None:
    modules = {f"{checks.__name__}.{module.name}" for module in pkgutil.iter_modules(checks.__path__)}
    assert modules == {getattr(check, "__name__", "") for check in checks.ALL}
    assert len({check.RULE for check in checks.ALL}) == len(checks.ALL)


def test_nothing_is_found_in_an_empty_catalogue() -> None:
    assert checks.run(Catalogue()) == ()


def test_what_several_checks_find_is_told_by_file_and_line() -> None:
    files = {
        "claims/lock.md": claim("rating: nothing\nrelated:\n  - nowhere\nupdated_on: 2024-01-01", "TODO\n"),
        "claims/gate.md": claim("topic: nowhere\nclaim: The gate weighs twelve tons.", "[x](claim:nowhere)\n"),
    }
    places = [finding.place for finding in checks.run(read_catalogue(laid_over(files))[0])]
    assert len(places) == 6
    assert places == sorted(places)

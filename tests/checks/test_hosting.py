"""A site that GitHub Pages would not take is told before it is published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from site_src.checks import hosting
from site_src.reading.gather import read_catalogue
from tests.harbour import laid_over

if TYPE_CHECKING:
    from site_src.reading.catalogue import Catalogue


@pytest.fixture(scope="module")
def harbour() -> Catalogue:
    return read_catalogue(laid_over({}))[0]


def test_a_small_site_is_let_be(harbour: Catalogue) -> None:
    assert list(hosting.check(harbour)) == []


def test_it_is_told_at_the_file_with_which_the_limit_is_passed(harbour: Catalogue) -> None:
    files = {f"files/{name}.png": 400_000_000 for name in "abcd"}
    (finding,) = hosting.check(replace(harbour, sizes=files))
    assert finding.place.file == "content/files/c.png"
    assert "all comes to 1.6 GB" in finding.message
    assert not finding.is_error


def test_pages_alone_can_be_too_many(harbour: Catalogue) -> None:
    one = harbour.claims["budget-kept"]
    many = {f"c{n}": one for n in range(20_500)}
    (finding,) = hosting.check(replace(harbour, claims=many, sizes={f"claims/{slug}.md": 1_000 for slug in many}))
    assert finding.place.file == "content/site.yaml"
    assert "GitHub Pages takes 1 GB" in finding.message


def test_data_alone_can_be_too_large(harbour: Catalogue) -> None:
    (finding,) = hosting.check(replace(harbour, sizes={f"claims/c{n}.md": 900_000 for n in range(60)}))
    assert "GitHub Pages takes 100 MB a file" in finding.message

"""A site that GitHub Pages would not take is told before it is published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from site_src.checks import hosting
from site_src.reading.gather import read_catalogue
from site_src.reading.media import MediaFile
from tests.harbour import laid_over

if TYPE_CHECKING:
    from site_src.reading.catalogue import Catalogue


class Heavy(bytes):
    """Bytes that weigh as much as a test says."""

    __slots__ = ()

    def __len__(self) -> int:
        return 400_000_000


@pytest.fixture(scope="module")
def harbour() -> Catalogue:
    return read_catalogue(laid_over({}))[0]


def test_a_small_site_is_let_be(harbour: Catalogue) -> None:
    assert list(hosting.check(harbour)) == []


def test_it_is_told_at_the_file_with_which_the_limit_is_passed(harbour: Catalogue) -> None:
    files = {name: MediaFile(name, Heavy()) for name in ("a.png", "b.png", "c.png", "d.png")}
    (finding,) = hosting.check(replace(harbour, files=files))
    assert finding.place.file == "content/files/c.png"
    assert "all comes to 1.6 GB" in finding.message
    assert not finding.is_error


def test_pages_alone_can_be_too_many(harbour: Catalogue) -> None:
    one = harbour.claims["budget-kept"]
    (finding,) = hosting.check(replace(harbour, claims={f"c{n}": one for n in range(20_500)}))
    assert finding.place.file == "content/site.yaml"
    assert "GitHub Pages takes 1 GB" in finding.message


def test_data_alone_can_be_too_large(harbour: Catalogue) -> None:
    one = harbour.claims["repair-cost"]
    long = replace(one, document=replace(one.document, body="x" * 900_000))
    (finding,) = hosting.check(replace(harbour, claims={f"c{n}": long for n in range(60)}))
    assert "GitHub Pages takes 100 MB a file" in finding.message

"""The reference of all keys is made of the models: `make goldens` writes it again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_src.editing.reference import reference
from site_src.models.claim import Claim
from site_src.models.described import keys
from tests.modules import ROOT

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture


def test_the_reference_in_the_content_folder_is_that_of_the_models(file_regression: FileRegressionFixture) -> None:
    file_regression.check(reference(), fullpath=ROOT / "content" / "README.md", encoding="utf-8")


def test_every_key_stands_in_its_table_once_with_what_it_is_for() -> None:
    claims = reference().partition("## claims/")[2].partition("## sources/")[0]
    own = re.findall(r"^\| `(\w+)` \| (yes|no|to publish) \| (.+) \|$", claims.partition("###")[0], re.MULTILINE)
    assert [name for name, _, _ in own] == [each.name for each in keys(Claim)]
    assert ("verdict", "to publish") in [(name, needed) for name, needed, _ in own]
    for group in ("claimant", "appearances", "evidence", "corrections.was"):
        assert f"### In `{group}`\n" in claims

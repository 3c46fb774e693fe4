"""Pages of harbour as readers get them: one whole, of the others what stands between the same head and foot.

`pytest --regen-all` writes the golden files again; their diff is read like code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.editions import edition, files_of

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture

WHOLE = {
    "claim": "claims/repair-cost/index.html",
    "redirect": "2024/bridge-cost/index.html",
}
MAIN = {
    "claim-retracted": "claims/toll-planned/index.html",
    "claim-right-to-left": "claims/repair-cost-ar/index.html",
    "claimant": "claimants/city/index.html",
    "claims": "claims/index.html",
    "corrections": "corrections/index.html",
    "home": "index.html",
    "matrices": "matrix/index.html",
    "matrix": "matrix/harbour-bridge/index.html",
    "not-found": "404.html",
    "page": "how-we-check/index.html",
    "ratings": "ratings/index.html",
    "search": "search/index.html",
    "source": "sources/harbour-daily/index.html",
    "sources": "sources/index.html",
    "tag": "tags/costs/index.html",
    "topic": "topics/harbour-bridge/index.html",
    "topic-without-claims": "topics/harbour-ferry/index.html",
}


@pytest.mark.parametrize("name", WHOLE)
def test_whole_page(name: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(page(WHOLE[name]), basename=name, extension=".html", encoding="utf-8")


@pytest.mark.parametrize("name", MAIN)
def test_main_part_of_page(name: str, file_regression: FileRegressionFixture) -> None:
    main = re.search(r"<main .*</main>\n", page(MAIN[name]), flags=re.DOTALL)
    assert main
    file_regression.check(main[0], basename=name, extension=".html", encoding="utf-8")


def test_a_draft_is_marked_on_its_page(file_regression: FileRegressionFixture) -> None:
    drafts = files_of(edition(drafts=True))
    main = re.search(r"<main .*</main>\n", drafts["claims/ferry-passengers/index.html"].decode(), flags=re.DOTALL)
    assert main
    file_regression.check(main[0], basename="claim-draft", extension=".html", encoding="utf-8")


def page(path: str) -> str:
    """Give a file of harbour's edition."""
    return files_of(edition())[path].decode()

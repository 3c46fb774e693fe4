"""Any valid content builds; anything else is refused with a place, or builds. `long_run` tries many more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given, settings

from site_src.reading.files import ContentFile, Tree
from tests.editions import files_of, site_of
from tests.harbour import findings, laid_over, lines
from tests.hostile.breakage import broken
from tests.hostile.shape import shape
from tests.hostile.trees import valid

if TYPE_CHECKING:
    from tests.hostile.trees import Files


@given(files=valid())
@settings(max_examples=15)
def test_any_valid_content_builds(files: Files) -> None:
    whole = Tree(tuple(ContentFile(name, str(text).encode()) for name, text in sorted(files.items())), ())
    assert [f"{finding.place}: {finding.message}" for finding in findings(whole) if finding.is_error] == []
    for path, content in files_of(site_of(whole)).items():
        shape(path, content)


@given(files=broken())
@settings(max_examples=60)
def test_broken_content_is_refused_with_a_place_or_builds(files: Files) -> None:
    whole = laid_over(files)
    found = findings(whole)
    for finding in found:
        place = finding.place
        assert finding.message
        text = lines(whole, place.file)
        assert place.line <= max(1, len(text)), place
    if not any(finding.is_error for finding in found):
        assert json.loads(files_of(site_of(whole))["data/claims.json"])

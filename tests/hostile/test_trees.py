"""Any valid content builds; anything else is refused with a place, or builds.

A hundred content folders a run; SEARCH in the environment says how many times as many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from site_src.reading.files import read_content
from tests.harbour import HARBOUR, laid_over
from tests.hostile.breakage import broken
from tests.hostile.laws import told_or_built
from tests.hostile.searching import examples
from tests.hostile.trees import tree_of, valid

if TYPE_CHECKING:
    from tests.hostile.trees import Files

TEXTS = {file.name: file.content for file in read_content(HARBOUR).files if not file.name.startswith("files/")}


@given(files=valid())
@examples(30)
def test_any_valid_content_builds(files: Files) -> None:
    found = told_or_built(tree_of(files))
    assert [f"{finding.place}: {finding.message}" for finding in found if finding.is_error] == []


@given(files=valid(), data=st.data())
@examples(20)
def test_valid_content_in_which_something_breaks_is_refused_with_a_place_or_builds(
    files: Files, data: st.DataObject
) -> None:
    texts = {name: text.encode() for name, text in files.items() if isinstance(text, str)}
    told_or_built(tree_of({**files, **data.draw(broken(texts))}))


@given(files=broken(TEXTS))
@examples(50)
def test_harbour_in_which_something_breaks_is_refused_with_a_place_or_builds(files: Files) -> None:
    told_or_built(laid_over(files))

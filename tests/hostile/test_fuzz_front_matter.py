"""Whatever stands in a file's front matter is read, or refused with a place in the file; twice the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from site_src.reading.files import read_content
from tests.harbour import HARBOUR, findings, laid_over, lines
from tests.hostile.laws import assert_telling
from tests.hostile.near_yaml import fronts, mistyped
from tests.hostile.searching import examples

if TYPE_CHECKING:
    from site_src.diagnostics.finding import Finding

TEXTS = {
    file.name: file.content.decode()
    for file in read_content(HARBOUR).files
    if file.name.endswith((".md", ".yaml")) and file.content.isascii()
}
OTHERS = ("claims/lock.md", "sources/lock.md", "topics/lock.md", "pages/lock.md", "site.yaml", "ratings.yaml")


@given(name=st.sampled_from(sorted(TEXTS)), data=st.data())
@examples(80)
def test_a_sound_file_with_slips_of_the_hand(name: str, data: st.DataObject) -> None:
    told(name, data.draw(mistyped(TEXTS[name])))


@given(name=st.sampled_from(OTHERS), front=fronts)
@examples(80)
def test_what_is_nearly_yaml(name: str, front: str) -> None:
    told(name, front if name.endswith(".yaml") else f"---\n{front}\n---\n")


@given(name=st.sampled_from(OTHERS), text=st.text(max_size=80))
@examples(50)
def test_any_text(name: str, text: str) -> None:
    told(name, f"---\n{text}\n---\n")
    told(name, text)


@given(name=st.sampled_from(OTHERS), before=st.sampled_from([b"", b": ", b"\n"]), content=st.binary(max_size=40))
@examples(50)
def test_any_bytes_in_a_file(name: str, before: bytes, content: bytes) -> None:
    told(name, b"---\ntitle: Lock" + before + content + b"\n---\n")


def told(name: str, text: str | bytes) -> None:
    """Look through all that is found where this file lies in harbour."""
    encoded = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    tree = laid_over({name: encoded})
    found = findings(tree)
    for finding in found:
        assert_telling(finding, lines(tree, finding.place.file))
    assert [*map(as_line, found)] == [*map(as_line, findings(laid_over({name: encoded})))]


def as_line(finding: Finding) -> str:
    """Give a finding as it is printed, its rule and hint with it."""
    return f"{finding.place} {finding.severity} {finding.message} {finding.rule} {finding.hint}"

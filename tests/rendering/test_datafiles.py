"""Data files: JSON that comes back as it was, and CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_src.rendering.datafiles import csv_bytes, json_bytes

FORMULA = ("=", "+", "-", "@", "\t", "\r")
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\t\r\n"))
CELL = TEXT | st.builds("{}{}".format, st.sampled_from(FORMULA), TEXT)
LINE = st.text(st.characters(exclude_categories=["Cc", "Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
)


@given(st.lists(st.tuples(CELL, CELL)))
@example([('=HYPERLINK("https://example.org")', "-1+1")])
def test_no_cell_begins_as_a_formula_does_unless_it_is_a_number(rows: list[tuple[str, str]]) -> None:
    for cell in cells(csv_bytes(("a", "b"), rows)):
        assert is_number(cell) or not cell.startswith(FORMULA)


@given(st.lists(st.tuples(LINE, st.builds("{};{}{}".format, LINE, st.sampled_from("=+-@"), LINE))))
@example([("said so;=1+1", 'or so";@1'), ("so;", "=1")])
def test_no_cell_does_where_a_spreadsheet_parts_them_at_semicolons_either(rows: list[tuple[str, str]]) -> None:
    texts = [row for row in rows if not any(is_number(cell) for cell in row)]
    for cell in cells(csv_bytes(("a", "b"), texts), delimiter=";"):
        assert not cell.strip(" \r\n").startswith(FORMULA)


@given(st.lists(st.tuples(TEXT, TEXT)))
def test_every_other_cell_comes_back_as_it_was(rows: list[tuple[str, str]]) -> None:
    harmless = [row for row in rows if not any(re.search(r"(^|;) *[=+\-@\t\r\n＝＋－＠]", cell) for cell in row)]
    assert list(cells(csv_bytes(("a", "b"), harmless))) == ["a", "b", *(cell for row in harmless for cell in row)]


@pytest.mark.parametrize("number", ["-5", "4.20", "-0.5", "1e5", "-1E-30", "12345678901234567890"])
def test_numbers_keep_their_digits_and_their_sign(number: str) -> None:
    assert csv_bytes(("n",), [(number,)]) == f'"n"\r\n"{number}"\r\n'.encode()


@pytest.mark.parametrize("text", ["-", "+5", "-5 to 5", "--5", "-٥", "=5", "＝5"])
def test_what_only_looks_like_a_number_gets_the_apostrophe(text: str) -> None:
    assert list(cells(csv_bytes(("n",), [(text,)]))) == ["n", f"'{text}"]


@given(VALUES)
def test_json_comes_back_as_it_was(value: object) -> None:
    content = json_bytes(value)
    assert json.loads(content) == value
    assert content.endswith(b"\n")


def test_json_has_every_script_as_it_is() -> None:
    assert json_bytes({"b": "بلغت", "a": "十二"}) == '{"b": "بلغت", "a": "十二"}\n'.encode()


def cells(content: bytes, *, delimiter: str = ",") -> list[str]:
    """Gives the cells that a reader of CSV finds."""
    found = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), delimiter=delimiter)
    return [cell for row in found for cell in row]


def is_number(cell: str) -> bool:
    """Tells whether a spreadsheet takes a cell for a number."""
    try:
        float(cell)
    except ValueError:
        return False
    return cell.isascii() and cell[:1] != "+" and cell == cell.strip()

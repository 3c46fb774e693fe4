"""Numbers, ranges and dates: what an editor may type, what it means, and what is said of anything else."""

from __future__ import annotations

import contextlib
import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.models.values import Figure, Number, PartialDate, ValueProblem, read_day, read_period

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0", Fraction(0)),
        ("42", Fraction(42)),
        ("-7", Fraction(-7)),
        ("4.20", Fraction(42, 10)),
        ("0.001", Fraction(1, 1000)),
        ("-0", Fraction(0)),
        ("1e3", Fraction(1000)),
        ("1E+3", Fraction(1000)),
        ("2.5e-3", Fraction(25, 10_000)),
        ("1e30", Fraction(10**30)),
        ("1e-30", Fraction(1, 10**30)),
        ("9" * 40, Fraction(10**40 - 1)),
    ],
)
def test_a_number_means_exactly_what_was_typed_and_keeps_its_digits(typed: str, meant: Fraction) -> None:
    number = Number.read(typed)
    assert (number.exact, number.text) == (meant, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "", " 4", "4 ", "4\n", "+4", "04", "-04", "00", "4.", ".5", "1,000", "1 000", "1_000", "0x1f",
        "1e", "1e1.5", "e3", "--4", "−4", "٣", "４", "½", "nan", "inf", "-inf", "Infinity", "true", "four", "4%",
        "4 million", "€4", "1e31", "1e-31", "9" * 41, "1e" + "9" * 5000,
    ],
)  # fmt: skip
def test_anything_else_is_no_number(typed: str) -> None:
    refused(Number.read, typed)


def test_leading_zeros_of_an_exponent_do_not_count_against_it() -> None:
    assert Number.read("1e+03").exact == 1000


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("4,2", "4.2"),
        ("-4,25", "-4.25"),
        ("1,000", "1000"),
        ("12,345,678.9", "12345678.9"),
        ("1 000", "1000"),
        ("1\u202f000", "1000"),
        ("4.2 million", "4.2"),
        ("€5", "5"),
        ("007", "7"),
        ("many", "such as 4.2"),
    ],
)
def test_the_hint_has_the_number_that_was_likely_meant(typed: str, instead: str) -> None:
    assert instead in refused(Number.read, typed).hint


@pytest.mark.parametrize("value", [None, True, 4, 4.2, ["4"], {"low": "4"}])
def test_only_text_is_read_as_a_number(value: object) -> None:
    refused(Number.read, value)


@given(st.integers(min_value=-(10**39), max_value=10**39), st.integers(min_value=-30, max_value=30))
def test_every_number_up_to_the_limits_can_be_read(whole: int, exponent: int) -> None:
    typed = f"{whole}e{exponent}"
    if sum(character.isdigit() for character in typed) <= 40:
        assert Number.read(typed).exact == whole * Fraction(10) ** exponent


@given(st.text())
def test_no_text_at_all_breaks_the_reading_of_numbers_and_dates(text: str) -> None:
    for read in (Number.read, PartialDate.read, read_day, read_period):
        with contextlib.suppress(ValueProblem):
            read(text)


def test_a_range_has_a_low_and_a_high_end() -> None:
    figure = Figure.read(["4.0", "4.5"])
    assert figure == Figure(Number("4.0"), Number("4.5"))


def test_a_single_number_has_no_high_end() -> None:
    assert Figure.read("4.2") == Figure.read(["4.2"]) == Figure(Number("4.2"), None)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (["5", "4"], "[4, 5]"),
        (["4", "4.0"], "4 alone"),
        (["-1", "-2"], "[-2, -1]"),
        ([], "[low, high]"),
        (["1", "2", "3"], "[low, high]"),
        (["4", "five"], "point for decimals"),
        ([["1", "2"], "3"], "point for decimals"),
    ],
)
def test_a_range_that_is_none_is_refused_with_what_to_write(typed: list[object], hint: str) -> None:
    assert hint in refused(Figure.read, typed).hint


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024-03-02", "2024-03-02", "2024-03-02"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("~2024-03", "2024-03-01", "2024-03-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_date_reaches_from_its_first_day_to_its_last(typed: str, first: str, last: str) -> None:
    date = PartialDate.read(typed)
    assert (date.first.isoformat(), date.last.isoformat()) == (first, last)


def test_a_tilde_says_that_a_date_is_inferred() -> None:
    assert PartialDate.read("~2025-01-24") == PartialDate("2025-01-24", inferred=True)
    assert not PartialDate.read("2025-01-24").inferred


def test_only_the_parts_that_were_typed_are_known() -> None:
    assert [PartialDate.read(typed).parts for typed in ("2024", "2024-03", "~2024-03-02")] == [
        (2024,),
        (2024, 3),
        (2024, 3, 2),
    ]


NO_DATES = [
    "", "2024-3-2", "24-03-02", "2024/03/02", "02.03.2024", "2 March 2024", "2024-03-02T10:00", "20240302",
    "1705881600", "2024-02-30", "2023-02-29", "2024-13", "2024-00-10", "2024-01-00", "0000", "2024-", "~", "~~2024",
    "2024~", "-2024", "٢٠٢٤", "12024", " 2024", "today",
]  # fmt: skip


@pytest.mark.parametrize("typed", NO_DATES)
def test_anything_else_is_no_date(typed: str) -> None:
    for read in (PartialDate.read, read_day, read_period):
        refused(read, typed)


@pytest.mark.parametrize("typed", ["2024", "2024-03", "~2024-03-02"])
def test_a_full_day_is_needed_where_the_contract_says_so(typed: str) -> None:
    assert "2025-01-24" in refused(read_day, typed).hint


def test_a_full_day_is_a_date() -> None:
    assert read_day("2024-02-29") == datetime.date(2024, 2, 29)


def test_a_period_is_not_inferred() -> None:
    assert read_period("2024-03") == PartialDate("2024-03")
    assert "2024-03" in refused(read_period, "~2024-03").hint


def refused(read: Callable[[object], object], value: object) -> ValueProblem:
    """Gives the problem for which a value is refused."""
    with pytest.raises(ValueProblem) as caught:
        read(value)
    return caught.value

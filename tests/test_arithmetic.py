"""Calculations are worked exactly, told plainly, and stay small whatever is typed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.arithmetic import ExpressionError, decimal, holds, pretty, work

if TYPE_CHECKING:
    from decimal import Decimal


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("4.2 + 0.9", "5.1"),
        ("2 + 3 * 4", "14"),
        ("(2 + 3) * 4", "20"),
        ("10 - 4 - 3", "3"),
        ("100 / 10 / 2", "5"),
        ("7−2×3÷4", "5.5"),
        ("1/3*3", "1"),
        ("2 - -3", "5"),
        ("--3", "3"),
        ("-(2 + 3)", "-5"),
        ("3*-2", "-6"),
        ("1.5e6 / 1E+3 + 2e-1", "1500.2"),
        (" 12\u00a0+ 1 ", "13"),
        ("0.1 + 0.2", "0.3"),
    ],
)
def test_an_expression_is_worked_exactly_and_as_at_school(expression: str, result: str) -> None:
    assert Fraction(result) == work(expression)


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("2**3**2", "512"),
        ("-2**2", "-4"),
        ("(-2)**2", "4"),
        ("2**-1", "1/2"),
        ("2**-2**2", "1/16"),
        ("2*3**2", "18"),
        ("2**(1 + 1)", "4"),
        ("4**(4/2)", "16"),
        ("10**-64 * 10**64", "1"),
        ("(1/2)**3", "1/8"),
        ("0**0", "1"),
    ],
)
def test_a_power_binds_tightest_and_to_the_right(expression: str, result: str) -> None:
    assert Fraction(result) == work(expression)


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("12%", "0.12"),
        ("200 + 5%", "200.05"),
        ("50%**2", "0.25"),
        ("-5%", "-0.05"),
        ("2e3%*4", "80"),
        ("5% - 2%", "0.03"),
    ],
)
def test_a_percent_sign_divides_its_number_by_a_hundred_and_nothing_more(expression: str, result: str) -> None:
    assert Fraction(result) == work(expression)


@pytest.mark.parametrize(
    ("expression", "offset", "message", "hint"),
    [
        ("", 0, "A number is missing at the end.", "Between two numbers"),
        ("4.2 + ", 6, "A number is missing at the end.", "Between two numbers"),
        ("2 + * 3", 4, "A number is missing before “*”.", "Between two numbers"),
        ("+5", 0, "A number is missing before “+”.", "Between two numbers"),
        ("()", 1, "A number is missing before “)”.", "Between two numbers"),
        ("2 3", 2, "There is no sign before “3”.", "thousands without a space"),
        ("2(3)", 1, "There is no sign before “(”.", "Between two numbers"),
        ("(2 3)", 3, "There is no sign before “3”.", "Between two numbers"),
        ("1 + (2 * 3", 4, "This “(” is never closed.", "Write “)”"),
        ("1 + 2)", 5, "This “)” closes nothing.", "Leave it out"),
        ("5 %", 2, "“%” can only stand directly after a number.", "without a space"),
        ("(5)%", 3, "“%” can only stand directly after a number.", "12%"),
        ("5%%", 2, "“%” can only stand directly after a number.", "12%"),
        ("1,000 + 1", 0, "“1,000” is not written as a number here.", "nothing between thousands"),
        ("1 + 007", 4, "“007” is not written as a number here.", "no 0 in front"),
        ("1.2.3", 0, "“1.2.3” is not written as a number here.", "Write numbers like"),
        (".5", 0, "“.5” is not written as a number here.", "0.5"),
        ("5.", 0, "“5.” is not written as a number here.", "Write numbers like"),
        ("1e5.5", 0, "“1e5.5” is not written as a number here.", "Write numbers like"),
        ("2 ^ 3", 2, "“^” cannot stand in a calculation.", "Write ** instead."),
        ("2 x 3", 2, "“x” cannot stand in a calculation.", "Write × instead."),
        ("5 – 2", 2, "“–” cannot stand in a calculation.", "Write − instead."),
        ("2 + 2 = 4", 6, "“=” cannot stand in a calculation.", "“equals”"),
        ("12 euros", 3, "“e” cannot stand in a calculation.", "Only numbers"),
        ("٣ + 1", 0, "“٣” cannot stand in a calculation.", "Only numbers"),
        ("1 / (2 - 2)", 4, "This divides by 0.", "÷"),
        ("0**-1", 3, "This divides by 0.", "negative powers"),
        ("2**0.5", 3, "The exponent of ** is 0.5, not a whole number from −64 to 64.", "whole exponents"),
        ("2**65", 3, "The exponent of ** is 65, not a whole number from −64 to 64.", "×"),
        ("2**-65", 3, "The exponent of ** is -65, not a whole number from −64 to 64.", "×"),
        ("1e31", 0, "The exponent of “1e31” is not between −30 and 30.", "another unit"),
        ("1 + 1e-0031", 4, "The exponent of “1e-0031” is not between −30 and 30.", "another unit"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_write(
    expression: str, offset: int, message: str, hint: str
) -> None:
    with pytest.raises(ExpressionError) as caught:
        work(expression)
    assert (offset, message) == (caught.value.offset, caught.value.message)
    assert hint in caught.value.hint
    assert message == str(caught.value)


def test_an_expression_has_at_most_200_characters_and_a_number_40_digits() -> None:
    assert Fraction(100) == work("+".join(["1"] * 100))
    with pytest.raises(ExpressionError, match="201 characters"):
        work("1+" * 100 + "1")
    assert Fraction("1." + "2" * 39) == work("1." + "2" * 39)
    with pytest.raises(ExpressionError, match="more than 40 digits"):
        work("1." + "2" * 40)


@pytest.mark.parametrize(
    "expression",
    [
        "((9**64)**64)**64",
        "(((9**64)**64)**64)**64 * 0",
        "(9**-64)**64",
        "((1/9)**64)**64",
        "1 / (9**64)**64",
        "*".join(["9**64"] * 30),
        "9e30**64",
        "(9**64)**-64",
        "+".join(f"1/{n}**64" for n in range(101, 119)),
    ],
)
def test_results_of_more_than_a_thousand_digits_are_refused(expression: str) -> None:
    with pytest.raises(ExpressionError, match="too large"):
        work(expression)


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("(" * 99 + "1" + ")" * 99, 1),
        ("-" * 199 + "1", -1),
        ("-(" * 66 + "1" + ")" * 66, 1),
        ("1**(" * 39 + "1" + ")" * 39, 1),
        ("**".join(["1"] * 67), 1),
    ],
)
def test_nesting_as_deep_as_200_characters_allow_is_worked(expression: str, result: int) -> None:
    assert result == work(expression)


@pytest.mark.parametrize("expression", ["(" * 200, "-(" * 100, "1**" * 66, ")" * 200, "-" * 200])
def test_nesting_that_never_ends_is_a_plain_error(expression: str) -> None:
    with pytest.raises(ExpressionError):
        work(expression)


@given(st.text(alphabet="0123456789..eE+-*/()%−×÷ ,x", max_size=60))
def test_whatever_is_typed_is_worked_or_refused_at_a_place_in_it(expression: str) -> None:
    outcome = worked_or_refused(expression)
    if isinstance(outcome, Fraction):
        assert max(outcome.numerator.bit_length(), outcome.denominator.bit_length()) <= 4096
    else:
        assert 0 <= outcome.offset <= len(expression)
        assert outcome.message.endswith(".")
        assert outcome.hint.endswith(".")


def worked_or_refused(expression: str) -> Fraction | ExpressionError:
    try:
        return work(expression)
    except ExpressionError as error:
        return error


# How tightly a written expression binds at its outside, with its text and its value.
Written = tuple[int, str, Fraction]


def in_parentheses_below(rank: int, written: Written) -> str:
    return written[1] if written[0] >= rank else f"({written[1]})"


@st.composite
def joined(draw: st.DrawFn, parts: st.SearchStrategy[Written]) -> Written:
    left, right = draw(parts), draw(parts)
    sign = draw(st.sampled_from(["+", "-", "*", "/", "**", "negative"]))
    space = draw(st.sampled_from(["", " "]))
    if sign == "negative":
        return 3, "-" + in_parentheses_below(3, left), -left[2]
    if sign == "**":
        power = draw(st.integers(0, 3))
        return 4, f"{in_parentheses_below(5, left)}**{power}", left[2] ** power
    if sign == "/" and not right[2]:
        sign = "+"
    rank = 1 if sign in "+-" else 2
    text = f"{in_parentheses_below(rank, left)}{space}{sign}{space}{in_parentheses_below(rank + 1, right)}"
    values = {"+": left[2] + right[2], "-": left[2] - right[2], "*": left[2] * right[2]}
    return rank, text, left[2] / right[2] if sign == "/" else values[sign]


NUMBERS = st.decimals(0, 9999, places=2).map(lambda number: (5, str(number), Fraction(number)))
WRITTEN = st.recursive(NUMBERS, joined, max_leaves=8).filter(lambda written: len(written[1]) <= 100)


@given(WRITTEN)
def test_an_expression_of_any_shape_comes_to_what_its_parts_come_to(
    written: Written,
) -> None:
    assert written[2] == work(written[1])


@given(WRITTEN)
def test_an_expression_as_printed_comes_to_the_same(written: Written) -> None:
    assert written[2] == work(pretty(written[1]))


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("5.5+6.8", "5.5 + 6.8"),
        ("7-2*3/4", "7 − 2 × 3 ÷ 4"),
        ("-2 - -3", "−2 − −3"),
        ("- (1+ 2 ) *-4", "−(1 + 2) × −4"),
        ("1.05**-3 - 12%", "1.05 ** −3 − 12%"),
        ("4.20  ×  1e-3", "4.20 × 1e-3"),
    ],
)
def test_an_expression_is_printed_with_the_signs_of_print(expression: str, printed: str) -> None:
    assert printed == pretty(expression)


@pytest.mark.parametrize(
    ("result", "equals", "outcome"),
    [
        ("5.1", "5.1", True),
        ("5.1", "5.10", True),
        ("5.1", "5.2", False),
        ("0.12", "12%", True),
        ("12", "12%", False),
        ("-0.5", "-50%", True),
        ("1500000", "1.5e6", True),
        ("1/3", "0.3333333333333333", False),
        ("0", "-0", True),
    ],
)
def test_a_result_holds_if_it_is_exactly_what_was_typed(result: str, equals: str, *, outcome: bool) -> None:
    assert outcome is holds(Fraction(result), equals)


@pytest.mark.parametrize(
    ("result", "equals", "tolerance", "outcome"),
    [
        ("101", "100", "0.01", True),
        ("99", "100", "0.01", True),
        ("101.001", "100", "0.01", False),
        ("-101", "-100", "0.01", True),
        ("0.0001", "0", "0.5", False),
        ("0.45", "44%", "0.03", True),
        ("5.1", "5.1", "0", True),
    ],
)
def test_the_tolerance_is_a_part_of_the_figure_typed(
    result: str, equals: str, tolerance: str, *, outcome: bool
) -> None:
    assert outcome is holds(Fraction(result), equals, tolerance=tolerance)


@pytest.mark.parametrize(
    ("result", "equals", "outcome"),
    [
        ("1/3", "0.33", True),
        ("1/3", "0.3", True),
        ("1/3", "0.34", False),
        ("2.5", "3", True),
        ("2.5", "2", False),
        ("-2.5", "-3", True),
        ("-2.5", "-2", False),
        ("2.45", "2.5", True),
        ("2.45", "2.50", False),
        ("0.454", "45%", True),
        ("0.455", "46%", True),
        ("0.4544", "45.4%", True),
        ("0.45", "0.45", True),
        ("4249", "4.2e3", True),
        ("4250", "4.2e3", False),
        ("4250", "4.3e3", True),
        ("4249", "4.20e3", False),
        ("1249", "1200", False),
        ("0.00123", "1.2e-3", True),
        ("-0.4", "0", True),
        ("-0.4", "-0", True),
    ],
)
def test_a_rounded_result_is_compared_at_the_digits_typed(result: str, equals: str, *, outcome: bool) -> None:
    assert outcome is holds(Fraction(result), equals, rounded=True)


@given(st.decimals(-9999, 9999, places=3), st.fractions(-1, 1))
def test_a_rounded_result_lies_at_most_half_a_digit_away(typed: Decimal, digits_away: Fraction) -> None:
    result = Fraction(typed) + digits_away / 1000
    if holds(result, f"{typed:f}", rounded=True):
        assert abs(digits_away) <= Fraction(1, 2)
    else:
        assert abs(digits_away) >= Fraction(1, 2)


@pytest.mark.parametrize("equals", ["", "four", "4,2", "1 000", "12 %", "+3", "−3", "0x10", "1e40", "3%%"])
def test_a_figure_that_is_no_number_is_refused(equals: str) -> None:
    with pytest.raises(ExpressionError):
        holds(Fraction(1), equals)


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("12.3", "12.3"),
        ("0", "0"),
        ("-7", "-7"),
        ("1200", "1200"),
        ("39/41", "0.951219…"),
        ("2/3", "0.666666…"),
        ("-1/3", "-0.333333…"),
        ("100/3", "33.333333…"),
        ("0.123456", "0.123456"),
        ("1.1234567", "1.123456…"),
        ("0.000012345678", "0.0000123456…"),
        ("0.00000015", "0.00000015"),
        ("1000000.0000001", "1000000.000000…"),
        ("15e29", "1.5 × 10**30"),
        ("1/9e40", "1.111111… × 10**-41"),
    ],
)
def test_a_result_is_told_in_decimals_that_are_cut_and_not_rounded(result: str, told: str) -> None:
    number, _, below = result.partition("/")
    assert told == decimal(Fraction(number) / Fraction(below or "1"))


def test_a_result_is_told_with_as_many_decimals_as_asked_for() -> None:
    assert decimal(Fraction(100, 3), digits=2) == "33.33…"
    assert decimal(Fraction(1, 30), digits=2) == "0.033…"


def test_the_largest_results_are_told_in_a_few_characters() -> None:
    assert decimal(work("10**64 * 10**64 * 10**64")) == "1 × 10**192"
    assert decimal(work("-(7**64)**20")) == "-5.314852… × 10**1081"

"""Calculations come to what they come to by another way of working; anything typed is worked, or refused at a place."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from site_src.arithmetic import ExpressionError, decimal, pretty, work
from site_src.checks import calculations
from site_src.editing.front_matter import yaml
from site_src.reading.gather import read_catalogue
from tests.harbour import claim, laid_over, lines
from tests.hostile.laws import assert_telling
from tests.hostile.searching import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_src.diagnostics.finding import Finding

LIMIT = 4096  # bits of a numerator or denominator


# Number, sign, or parenthesis; a minus in front of a number is "neg".
Tokens = list[str]


@st.composite
def numbers(draw: st.DrawFn) -> Tokens:
    """Draw a number as it may be typed."""
    whole = str(draw(st.integers(0, 10 ** draw(st.sampled_from([1, 3, 12])))))
    part = draw(st.sampled_from(["", "", ".5", ".0", ".25", ".000001", ".90"]))
    power = draw(st.sampled_from(["", "", "", "e6", "E-3", "e+2", "e0"]))
    return [whole + part + power + draw(st.sampled_from(["", "", "", "%"]))]


@st.composite
def joined(draw: st.DrawFn, parts: st.SearchStrategy[Tokens]) -> Tokens:
    """Draw two sums with a sign between them, or one that is negative, raised, or in parentheses."""
    one = draw(parts)
    way = draw(st.sampled_from(["+", "-", "*", "/", "+", "-", "*", "/", "neg", "**", "()"]))
    if way in "+-*/":
        return [*one, way, *draw(parts)]
    if way == "neg":
        return ["neg", *one]
    grouped = ["(", *one, ")"]
    return (
        [
            *grouped,
            "**",
            *draw(st.sampled_from([["2"], ["0"], ["neg", "3"], ["2", "**", "3"], ["(", "1", "+", "1", ")"]])),
        ]
        if way == "**"
        else grouped
    )


@st.composite
def typed(draw: st.DrawFn, tokens: Tokens) -> str:
    """Draw a way to type a sum."""
    signs = {"neg": "-−", "-": "-−", "*": "*×", "/": "/÷"}
    text = ""
    for token in tokens:
        sign = draw(st.sampled_from(signs[token])) if token in signs else token
        space = draw(st.sampled_from(["", "", " ", "  ", "\u00a0", "\u202f"]))
        text += sign + space
    return text


SUMS = st.recursive(numbers(), joined, max_leaves=9)
PIECES = (
    "**",
    "(",
    ")",
    "9" * 40,
    "1e30",
    "-1e-30",
    "64",
    "%",
    " ",
    "×",
    "÷",
    "–",
    "0",
    "1",
    ".",
    ",",
    "e",
    "x",
    "²",
    "√",
)


@given(tokens=SUMS, data=st.data())
@examples(200)
def test_a_sum_comes_to_what_it_comes_to_on_a_stack(tokens: Tokens, data: st.DataObject) -> None:
    expression = data.draw(typed(tokens))
    assume(len(expression) <= 200)
    expected = on_a_stack(tokens)
    if expected is None:
        assert refused(expression)
    else:
        assert work(expression) == expected
        assert work(pretty(expression)) == expected


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join))
@examples(200)
def test_whatever_is_typed_is_worked_in_bounds_or_refused_at_a_place_in_it(expression: str) -> None:
    if not (told := refused(expression)):
        result = work(expression)
        assert _bits(result) <= LIMIT
        assert len(decimal(result)) < 60
        return
    assert 0 <= told.offset <= min(len(expression), 200)
    assert told.message
    assert told.hint


@given(
    base=st.sampled_from(["9", "10", "99999", "0.001", "(1/3)", "1e30", "9e-30", "9" * 40]),
    powers=st.lists(st.sampled_from(["2", "9", "63", "64", "-64", "(64)", "(2**6)"]), min_size=1, max_size=40),
    is_grouped=st.booleans(),
    sign=st.sampled_from("+-*/"),
)
@examples(100)
def test_towers_of_powers_are_refused_before_they_are_worked(
    base: str, powers: list[str], sign: str, *, is_grouped: bool
) -> None:
    tower = "(" * len(powers) * is_grouped + base + "".join(f"**{power}" + ")" * is_grouped for power in powers)
    for expression in (tower, sign.join([tower] * 2), sign.join([tower] * 5), f"{tower}{sign}1/{tower}"):
        if not refused(expression):
            assert _bits(work(expression)) <= LIMIT


@given(tokens=SUMS, more=st.sampled_from(["", "0", "000"]), data=st.data())
@examples(40)
def test_a_claim_may_rest_on_what_holds_and_not_on_what_is_off_by_the_last_digit(
    tokens: Tokens, more: str, data: st.DataObject
) -> None:
    result, expression = on_a_stack(tokens), data.draw(typed(tokens))
    assume(result is not None and len(expression) <= 200)
    shown = decimal(result) if result is not None else ""
    assume(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", shown) and len(shown) < 35)
    equals = shown + (more if "." in shown else "")
    assert found(expression, equals) == []
    off = equals[:-1] + str((int(equals[-1]) + 1) % 10)
    (told,) = found(expression, off)
    assert told.message == f"“A sum” comes to {shown}, not {off}."
    (offered,) = re.findall("`equals: (.+?)`", told.hint)
    assert found(expression, offered) == []


@given(st.text(st.sampled_from("0123456789.,e+-*/()%−×÷ x²#':"), min_size=1, max_size=40))
@examples(60)
def test_a_fault_in_an_expression_is_told_at_its_sign(text: str) -> None:
    expression = " ".join(text.split())
    assume(expression)
    fault = refused(expression)
    told = [finding.place.column for finding in found(expression, "1") if finding.place.line == 12]
    assert told == ([len('    expression: "') + fault.offset + 1] if fault else [])


def found(expression: str, equals: str) -> list[Finding]:
    """Give what is found in a claim that rests on one calculation; all of it must be told well."""
    front = yaml({"calculations": [{"label": "A sum", "expression": expression, "equals": equals}]})
    tree = laid_over({"claims/lock.md": claim(front)})
    catalogue, _ = read_catalogue(tree)
    told = [finding for finding in calculations.check(catalogue) if finding.place.file.endswith("lock.md")]
    for finding in told:
        assert_telling(finding, lines(tree, finding.place.file))
    return told


def on_a_stack(tokens: Tokens) -> Fraction | None:
    """Work a sum out by two stacks, of numbers and of signs; None where it divides by 0 or becomes too large."""
    stack: list[Fraction] = []
    signs: list[str] = []
    try:
        for part in ["(", *tokens, ")"]:
            if part in ("(", "neg"):
                signs.append(part)
            elif part == ")":
                _work_down(stack, signs, 0)
                signs.pop()
            elif part in _BINDS:
                _work_down(stack, signs, _BINDS[part] + (part == "**"))
                signs.append(part)
            else:
                stack.append(Fraction(part.removesuffix("%")) / (100 if part.endswith("%") else 1))
    except (ZeroDivisionError, OverflowError):
        return None
    return stack[0]


def refused(expression: str) -> ExpressionError | None:
    """Give why an expression is not worked; None where it is."""
    try:
        work(expression)
    except ExpressionError as error:
        return error
    return None


def _work_down(stack: list[Fraction], signs: list[str], least: int) -> None:
    """Work off the signs on top of the stack that bind at least so tightly, up to a parenthesis."""
    while signs[-1] != "(" and _BINDS[signs[-1]] >= least:
        sign = signs.pop()
        right = stack.pop()
        stack.append(-right if sign == "neg" else _WORKED[sign](stack.pop(), right))
        if _bits(stack[-1]) > LIMIT:
            raise OverflowError


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1 or abs(exponent) > 64 or _bits(base) * abs(exponent) > LIMIT:
        raise OverflowError
    result = Fraction(1)
    for _ in range(abs(int(exponent))):
        result *= base
    return result if exponent >= 0 else 1 / result


def _bits(number: Fraction) -> int:
    return max(number.numerator.bit_length(), number.denominator.bit_length())


_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2, "neg": 3, "**": 4}
_WORKED: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": Fraction.__add__,
    "-": Fraction.__sub__,
    "*": Fraction.__mul__,
    "/": Fraction.__truediv__,
    "**": _power,
}

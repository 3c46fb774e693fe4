"""A calculation can be worked, and comes to what the editor says it does.

`expression` has numbers, `+ - * / **` (or − × ÷), parentheses, and `%` directly after a number. It is worked
exactly. `equals` is the result; with `tolerance`, it is near the result; with `rounded: true`, it is the
result rounded to the digits of `equals`.

Right:  expression: 0.9 / 4.2            Wrong:  expression: 0.9 : 4.2
        equals: 21.4%                            equals: 21.4%
        rounded: true
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from site_src.arithmetic import ExpressionError, decimal, holds, work
from site_src.diagnostics.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.models.claim import Calculation, Claim
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.document import Loc
    from site_src.reading.entry import Entry

RULE = "calculation"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds expressions that cannot be worked, and results that are not what was typed."""
    for entry in catalogue.claims.values():
        for n, calculation in enumerate(entry.record.calculations):
            yield from _worked(entry, ("calculations", n), calculation)


def _worked(entry: Entry[Claim], loc: Loc, calculation: Calculation) -> Iterator[Finding]:
    try:
        result = work(calculation.expression)
    except ExpressionError as error:
        place = entry.document.place_in((*loc, "expression"), calculation.expression, error.offset)
        yield Finding(place, RULE, error.message, error.hint)
        return
    equals = calculation.equals
    try:
        agrees = _holds(result, equals, calculation)
    except ExpressionError as error:
        yield entry.finding((*loc, "equals"), RULE, error.message, error.hint)
        return
    if not agrees:
        message = f"“{calculation.label}” comes to {_shown(result, equals)}, not {equals}."
        hint = f"Check the expression, or write {_instead(result, calculation)}."
        yield entry.finding((*loc, "equals"), RULE, message, hint)


def _holds(result: Fraction, equals: str, calculation: Calculation) -> bool:
    tolerance = calculation.tolerance.text if calculation.tolerance else None
    return holds(result, equals, tolerance=tolerance, rounded=calculation.rounded)


def _shown(result: Fraction, equals: str) -> str:
    return f"{decimal(result * 100)}%" if equals.endswith("%") else decimal(result)


def _instead(result: Fraction, calculation: Calculation) -> str:
    """Give the figure that would hold, with the digits that were typed where they are enough."""
    exact = _shown(result, calculation.equals)
    figure = _rounded_like(result, calculation.equals)
    is_telling = not result or any(digit in figure for digit in "123456789")
    if is_telling and _holds(result, figure, calculation):
        return f"`equals: {figure}`"
    if "…" not in exact and "×" not in exact:
        return f"`equals: {exact}`"
    if is_telling and not calculation.tolerance:
        return f"`equals: {figure}` and below it `rounded: true`"
    return "more digits of the result"


def _rounded_like(result: Fraction, equals: str) -> str:
    """Write a result with the decimals, exponent and percent sign of the figure that was typed."""
    mantissa, _, exponent = equals.removesuffix("%").lower().partition("e")
    percent = "%" if equals.endswith("%") else ""
    decimals = len(mantissa.partition(".")[2])
    unit = Fraction(10) ** (int(exponent or "0") - decimals) / (100 if percent else 1)
    digits = str(int(abs(result) / unit + Fraction(1, 2))).zfill(decimals + 1)
    whole, part = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    sign = "-" if result < 0 and digits.strip("0") else ""
    return f"{sign}{whole}" + (f".{part}" if part else "") + (f"e{exponent}" if exponent else "") + percent

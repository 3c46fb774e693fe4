"""A scale for figures: where it begins and ends, its ticks, and where on it a value lies, in percent of its length.

All is worked in whole numbers of a unit small enough for every value and every tick, for fractions take ten times as
long.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS = (1, 2, 5)
_MOST_TICKS = 6
# What a letter under the scale and the gap between two ticks take of its length on a phone, in percent.
_LETTER, _GAP = 2.7, 6.0
# From this many times the smallest value on, the small ones would lie on one point of a linear scale.
_TOO_FAR_APART = 1000
# Differences smaller than this part of the highest value, in hundredths, are told only by a scale that does not begin
# at 0.
_TOO_CLOSE = 8
_LONGEST_WHOLE = 12
_SMALLEST_DECIMAL = -6


class Point(NamedTuple):
    """A tick: where it lies, in percent of the scale's length, and its number as an editor would type it."""

    x: float
    number: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from `low` to `high`, so many times the part of 1 that `unit` says.

    `stride` is 0, or the power of ten by which each tick is more than the one before; then its ends are exponents.
    """

    low: int
    high: int
    unit: int
    ticks: tuple[Point, ...]
    stride: int = 0

    @property
    def has_zero(self) -> bool:
        """Tell whether 0 lies on it."""
        return not self.stride and self.low <= 0 <= self.high

    def whole(self, value: Fraction) -> int:
        """Give how many times the unit is one of the values that it was made for."""
        numerator, denominator = value.as_integer_ratio()
        return numerator * (self.unit // denominator)

    def place(self, value: Fraction) -> float:
        """Give where a value lies, in percent of the scale's length, to two decimals."""
        if self.stride:
            numerator, denominator = math.log10(value).as_integer_ratio()
        else:
            numerator, denominator = value.as_integer_ratio()
            numerator *= self.unit
        return round(100 * (numerator - self.low * denominator) / ((self.high - self.low) * denominator), 2)


def scale(values: Sequence[Fraction], *, open_below: bool = False, open_above: bool = False) -> Scale:
    """Make the scale for values, of which there is at least one.

    It begins or ends at 0, so that lengths can be compared, save where the values are too close together or too far
    apart for that. An open end gets room for an arrow beyond the outermost value.
    """
    ratios = [value.as_integer_ratio() for value in values]
    unit = math.lcm(*[denominator for _, denominator in ratios])
    units = [numerator * (unit // denominator) for numerator, denominator in ratios]
    low, high = min(units), max(units)
    if low > 0 and high >= _TOO_FAR_APART * low:
        return _of_powers(low, high, unit, open_below=open_below, open_above=open_above)
    begin, end = (low, high) if _too_close(low, high) and not open_below else (min(low, 0), max(high, 0))
    if begin == end:
        end = begin + unit
    return _linear(begin, end, unit, open_below=open_below and low == begin, open_above=open_above and high == end)


def plain(digits: int, exponent: int) -> str:
    """Write so many times a power of ten as an editor would: `2500`, `0.25`, `5e12`."""
    if not digits:
        return "0"
    while digits % 10 == 0:
        digits, exponent = digits // 10, exponent + 1
    sign, typed = "-" if digits < 0 else "", str(abs(digits))
    magnitude = exponent + len(typed) - 1
    if magnitude >= _LONGEST_WHOLE or magnitude < _SMALLEST_DECIMAL:
        return f"{sign}{typed[0]}{f'.{typed[1:]}' if typed[1:] else ''}e{magnitude}"
    if exponent >= 0:
        return f"{sign}{typed}{'0' * exponent}"
    typed = typed.rjust(1 - exponent, "0")
    return f"{sign}{typed[:exponent]}.{typed[exponent:]}"


def _too_close(low: int, high: int) -> bool:
    """Tell whether values that differ would lie on one point of a scale that begins or ends at 0."""
    return 0 < 100 * (high - low) < _TOO_CLOSE * max(abs(low), abs(high))


def _linear(low: int, high: int, unit: int, *, open_below: bool, open_above: bool) -> Scale:
    """Set ticks at 1, 2 or 5 times a power of ten, as near to each other as their words have room."""
    # However long a step is, on either side of 0 there is one.
    fewest = 1 + max(1, (low < 0 or (open_below and low == 0)) + (high > 0 or (open_above and high == 0)))
    most = _MOST_TICKS
    exponent = _exponent(high - low, unit) - 1
    finer = 10 ** max(0, -exponent)
    low, high, unit = low * finer, high * finer, unit * finer
    power = unit // finer * 10 ** max(0, exponent)
    while True:
        for leading in _STEPS:
            step = leading * power
            first, last = low // step, -(-high // step)
            # An arrow needs room: a fifth of a step at least between the outermost value and the end.
            first -= open_below and 5 * (low - first * step) < step
            last += open_above and 5 * (last * step - high) < step
            if last - first < most:
                most = last - first
                ticks = _points([plain(leading * n, exponent) for n in range(first, last + 1)])
                if most < fewest or _fits(ticks):
                    return Scale(first * step, last * step, unit, ticks)
        exponent, power = exponent + 1, power * 10


def _of_powers(low: int, high: int, unit: int, *, open_below: bool, open_above: bool) -> Scale:
    first, last = _exponent(low, unit), _exponent(high, unit)
    last += Fraction(high, unit) > Fraction(10) ** last or open_above
    first -= open_below and Fraction(low, unit) == Fraction(10) ** first
    stride = 1
    while True:
        exponents = [*range(first, last, stride), first + stride * math.ceil(Fraction(last - first, stride))]
        ticks = _points([plain(1, exponent) for exponent in exponents])
        if len(exponents) == 2 or (len(exponents) <= _MOST_TICKS and _fits(ticks)):
            return Scale(exponents[0], exponents[-1], unit, ticks, stride)
        stride += 1


def _points(numbers: Sequence[str]) -> tuple[Point, ...]:
    """Set numbers on a scale, equally far from each other."""
    steps = len(numbers) - 1
    return tuple(Point(round(100 * n / steps, 2), number) for n, number in enumerate(numbers))


def _fits(ticks: Sequence[Point]) -> bool:
    """Tell whether the ticks' words stand apart: the first and the last inside the scale, the others in the middle."""
    taken = -_GAP
    for x, number in ticks:
        width = _LETTER * _letters(number)
        begin = 0 if x == 0 else x - width if x == 100 else x - width / 2
        if begin < taken + _GAP:
            return False
        taken = begin + width
    return True


def _letters(text: str) -> int:
    """Count the letters that a number takes when it is shown, its groups or its power of ten apart."""
    return len(text) + 4 if "e" in text else len(text) + len(text.partition(".")[0]) // 4


def _exponent(units: int, unit: int) -> int:
    """Give the exponent of the highest power of ten that is not above so many times a unit, more than none."""
    exponent = len(str(units)) - len(str(unit))
    return exponent if 10 ** max(0, exponent) * unit <= units * 10 ** max(0, -exponent) else exponent - 1

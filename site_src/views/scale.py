"""A scale for figures: where it begins and ends, its ticks, and where on it a value lies, in percent of its length."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS = (1, 2, 5)
_MOST_TICKS = 6
# What a letter under the scale and the gap between two ticks take of its length on a phone, in percent.
_LETTER, _GAP = 2.7, 6.0
# From this many times the smallest value on, the small ones would lie on one point of a linear scale.
_TOO_FAR_APART = 1000
# Differences smaller than this part of the highest value are told only by a scale that does not begin at 0.
_TOO_CLOSE = Fraction(8, 100)
_LONGEST_WHOLE = 10**12
_SMALLEST_DECIMAL = -6
_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from `low` to `high`; `powers` where each step is ten times the one before, its ends being exponents."""

    low: Fraction
    high: Fraction
    ticks: tuple[Fraction, ...]
    powers: bool = False

    @property
    def has_zero(self) -> bool:
        """Tell whether 0 lies on it."""
        return not self.powers and self.low <= 0 <= self.high

    def place(self, value: Fraction) -> float:
        """Give where a value lies, in percent of the scale's length, to two decimals."""
        at = Fraction(math.log10(value)) if self.powers else value
        return round(float(100 * (at - self.low) / (self.high - self.low)), 2)


def scale(values: Sequence[Fraction], *, open_below: bool = False, open_above: bool = False) -> Scale:
    """Make the scale for values, of which there is at least one.

    It begins or ends at 0, so that lengths can be compared, save where the values are too close together or too far
    apart for that. An open end gets room for an arrow beyond the outermost value.
    """
    low, high = min(values), max(values)
    if low > 0 and high >= _TOO_FAR_APART * low:
        return _of_powers(low, high, open_below=open_below, open_above=open_above)
    begin, end = (low, high) if _too_close(low, high) and not open_below else (min(low, _ZERO), max(high, _ZERO))
    if begin == end:
        end = begin + 1
    open_below, open_above = open_below and low == begin, open_above and high == end
    # However long a step is, on either side of 0 there is one.
    fewest = 1 + max(1, (begin < 0 or (open_below and begin == 0)) + (end > 0 or (open_above and end == 0)))
    made = _linear(begin, end, fewest, open_below=open_below, open_above=open_above)
    for most in range(_MOST_TICKS, fewest, -1):
        finer = _linear(begin, end, most, open_below=open_below, open_above=open_above)
        if _fits(finer):
            return finer
    return made


def plain(value: Fraction) -> str:
    """Write the value of a tick as an editor would: `2500`, `0.25`, `5e12`; it has few digits that are not 0."""
    if value == 0:
        return "0"
    exponent = _exponent(abs(value))
    if abs(value) >= _LONGEST_WHOLE or exponent < _SMALLEST_DECIMAL:
        return f"{_decimal(value / Fraction(10) ** exponent)}e{exponent}"
    return _decimal(value)


def _too_close(low: Fraction, high: Fraction) -> bool:
    """Tell whether values that differ would lie on one point of a scale that begins or ends at 0."""
    return 0 < high - low < _TOO_CLOSE * max(abs(low), abs(high))


def _linear(low: Fraction, high: Fraction, most: int, *, open_below: bool, open_above: bool) -> Scale:
    """Set ticks at 1, 2 or 5 times a power of ten, so far apart that they are not more than `most`."""
    exponent = _exponent(high - low) - 2
    while True:
        for leading in _STEPS:
            step = leading * Fraction(10) ** exponent
            first, last = math.floor(low / step), math.ceil(high / step)
            # An arrow needs room: a fifth of a step at least between the outermost value and the end.
            first -= open_below and low - first * step < step / 5
            last += open_above and last * step - high < step / 5
            if last - first < most:
                ticks = tuple(step * n for n in range(first, last + 1))
                return Scale(ticks[0], ticks[-1], ticks)
        exponent += 1


def _of_powers(low: Fraction, high: Fraction, *, open_below: bool, open_above: bool) -> Scale:
    first, last = _exponent(low), _exponent(high)
    last += high > Fraction(10) ** last or open_above
    first -= open_below and low == Fraction(10) ** first
    stride = 1
    while True:
        exponents = [*range(first, last, stride), first + stride * math.ceil(Fraction(last - first, stride))]
        made = Scale(
            Fraction(exponents[0]),
            Fraction(exponents[-1]),
            tuple(Fraction(10) ** n for n in exponents),
            powers=True,
        )
        if len(exponents) == 2 or (len(exponents) <= _MOST_TICKS and _fits(made)):
            return made
        stride += 1


def _fits(made: Scale) -> bool:
    """Tell whether the ticks' words stand apart: the first and the last inside the scale, the others in the middle."""
    taken = -_GAP
    for tick in made.ticks:
        x, width = made.place(tick), _LETTER * _letters(plain(tick))
        begin = 0 if x == 0 else x - width if x == 100 else x - width / 2
        if begin < taken + _GAP:
            return False
        taken = begin + width
    return True


def _letters(text: str) -> int:
    """Count the letters that a number takes when it is shown, its groups or its power of ten apart."""
    return len(text) + 4 if "e" in text else len(text) + len(text.partition(".")[0]) // 4


def _exponent(value: Fraction) -> int:
    """Give the exponent of the highest power of ten that is not above a positive value."""
    exponent = len(str(value.numerator)) - len(str(value.denominator))
    return exponent if Fraction(10) ** exponent <= value else exponent - 1


def _decimal(value: Fraction) -> str:
    """Write a fraction whose denominator is a power of ten, or divides one."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(abs((value * 10**places).numerator)).rjust(places + 1, "0")
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    return f"{'-' if value < 0 else ''}{whole}{f'.{decimals}' if decimals else ''}"

"""Numbers, figures and dates as editors type them: kept as typed, with what they mean beside."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE]([+-]?[0-9]+))?"
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class ValueProblem(ValueError):
    """A text that does not have the value its field needs: what is wrong, and what to write."""

    def __init__(self, message: str, hint: str) -> None:
        """Keep the sentence and the hint."""
        super().__init__(message)
        self.message = message
        self.hint = hint


# Claims and sources have the same days and numbers again and again; so many of each are remembered.
_REMEMBERED = 4_000


@lru_cache(maxsize=_REMEMBERED)
def _exact(text: str) -> Fraction:
    return Fraction(text)


@lru_cache(maxsize=_REMEMBERED)
def _span(text: str) -> tuple[datetime.date, datetime.date]:
    """Give the first and the last day that a date means."""
    parts = tuple(int(part) for part in text.split("-"))
    year, month, *day = (*parts, 12) if len(parts) == 1 else parts
    last = day[0] if day else calendar.monthrange(year, month)[1]
    return datetime.date(*((*parts, 1, 1))[:3]), datetime.date(year, month, last)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the digits that were typed."""

    text: str

    @classmethod
    def read(cls, value: object) -> Number:
        """Read a number of at most 40 digits, its exponent from -30 to 30, or raise ValueProblem."""
        text = value if isinstance(value, str) else ""
        found = re.fullmatch(NUMBER, text)
        if not found:
            raise ValueProblem(f"{_shown(value)} is not a number.", _number_hint(text))
        if sum(c.isdigit() for c in text) > 40 or abs(int(found[1] or 0)) > 30:
            raise ValueProblem(f"“{text[:60]}” is too long a number.", "At most 40 digits, exponents from -30 to 30.")
        return cls(text)

    @property
    def exact(self) -> Fraction:
        """Give its exact value."""
        return _exact(self.text)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or a range from `low` to `high`."""

    low: Number
    high: Number | None = None

    @property
    def ends(self) -> tuple[Number, ...]:
        """Give the number, or both ends of the range, the lower first."""
        return (self.low,) if self.high is None else (self.low, self.high)

    @classmethod
    def read(cls, value: object) -> Figure:
        """Read a number, alone or as a list of one, or a list of two with the lower first, or raise ValueProblem."""
        if not isinstance(value, list):
            return cls(Number.read(value))
        if len(value) == 1:  # as forms write it, for which a key is always a list or never
            return cls(Number.read(value[0]))
        if len(value) != 2:
            raise ValueProblem(f"A range has two numbers, not {len(value)}.", "Write [low, high], such as [4, 5.5].")
        low, high = Number.read(value[0]), Number.read(value[1])
        if low.exact >= high.exact:
            hint = f"Write [{high.text}, {low.text}]." if low.exact > high.exact else f"Write {low.text} alone."
            raise ValueProblem(f"The range [{low.text}, {high.text}] does not rise.", hint)
        return cls(low, high)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`); `inferred` when written with `~` before it."""

    text: str
    inferred: bool = False

    @classmethod
    def read(cls, value: object) -> PartialDate:
        """Read a date of any of the three lengths, or raise ValueProblem."""
        text = value if isinstance(value, str) else ""
        inferred = text.startswith("~")
        found = _DATE.fullmatch(text.removeprefix("~"))
        if not found:
            raise ValueProblem(
                f"{_shown(value)} is not a date.",
                "Write 2025-01-24, 2025-01 or 2025; ~ before it if inferred.",
            )
        made = cls(text.removeprefix("~"), inferred)
        _real(made.text, made.parts)
        return made

    @property
    def parts(self) -> tuple[int, ...]:
        """Give year, month and day, as far as they are known."""
        return tuple(int(part) for part in self.text.split("-"))

    @property
    def first(self) -> datetime.date:
        """Give the first day that is meant."""
        return _span(self.text)[0]

    @property
    def last(self) -> datetime.date:
        """Give the last day that is meant."""
        return _span(self.text)[1]


def read_day(value: object) -> datetime.date:
    """Read a full date, `YYYY-MM-DD`, or raise ValueProblem."""
    text = value if isinstance(value, str) else ""
    found = _DATE.fullmatch(text)
    if not found or not found[3]:
        raise ValueProblem(f"{_shown(value)} is not a date.", "Write year, month and day, such as 2025-01-24.")
    return _real(text, tuple(int(part) for part in found.groups()))


def read_period(value: object) -> PartialDate:
    """Read a day, month or year that is not marked as inferred, or raise ValueProblem."""
    read = PartialDate.read(value)
    if read.inferred:
        raise ValueProblem(f"“~{read.text}” is marked as inferred; a period is not.", f"Write {read.text}.")
    return read


def _real(text: str, parts: tuple[int, ...]) -> datetime.date:
    try:
        return datetime.date(*((*parts, 1, 1))[:3])
    except ValueError:
        raise ValueProblem(
            f"There is no day “{text}” in the calendar.", "Check year, month and day, in this order."
        ) from None


def _shown(value: object) -> str:
    return f"“{value[:60]}”" if isinstance(value, str) else "What stands here"


def _number_hint(text: str) -> str:
    bare = re.sub(r"[\s\u00a0\u202f_]", "", text)
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", bare):
        return f"Write {bare.replace(',', '')}."
    if re.fullmatch(r"-?[0-9]+,[0-9]+", bare):
        return f"Write {bare.replace(',', '.')}."
    if found := re.search(r"-?[0-9]+(?:\.[0-9]+)?", bare):
        return f"Digits only, with a point for decimals: {found[0].lstrip('0') or '0'}."
    return "Digits only, with a point for decimals, such as 4.2."

"""Dates in the many forms in which they are published → YYYY-MM-DD, YYYY-MM or YYYY; what is not certain is no date."""

from __future__ import annotations

import datetime
import re
import unicodedata
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError

from site_src.models.marks import normalized


def read_date(text: str, language: str = "") -> str:
    """Give the day, month or year that a text names, as it stands there without regard to time zones, or nothing.

    Understands ISO 8601, numbers with the year first or with a day above 12, seconds or milliseconds since 1970, and
    names of months in English and in `language` (BCP 47). 3/4/2020 may be two days, and so is none.
    """
    plain = "".join(str(unicodedata.digit(each, each)) for each in normalized("NFKC", text)).strip()
    if re.fullmatch(r"[0-9]{10}|[0-9]{13}", plain):
        return datetime.datetime.fromtimestamp(int(plain[:10]), datetime.UTC).date().isoformat()
    if found := _BASIC.match(plain):
        return _date(*found.groups())
    if several := {_date(*found.groups()) for found in _YEAR_FIRST.finditer(plain)}:
        return several.pop() if len(several) == 1 else ""
    if found := _YEAR_LAST.search(plain):
        return _day_and_month(*found.groups())
    return _named(plain, language) or (_date(plain) if re.fullmatch("[0-9]{4}", plain) else "")


_YEARS = range(1800, 2200)  # others are a mistake, or of another calendar
_BASIC = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T?[0-9]{6}.*)?$")
_YEAR_FIRST = re.compile(r"(?<![0-9])([0-9]{4})\s?[-/.年년]\s?([0-9]{1,2})(?:\s?[-/.月월]\s?([0-9]{1,2}))?(?![0-9])")
_WORD = re.compile(r"[0-9]+|[^\s0-9.,;:/()-]+")
_YEAR_LAST = re.compile(r"(?<![0-9])([0-9]{1,2})\s?[-/.]\s?([0-9]{1,2})\s?[-/.]\s?([0-9]{4})(?![0-9])")


def _date(year: str, month: str | None = None, day: str | None = None) -> str:
    try:
        made = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    if made.year not in _YEARS:
        return ""
    return made.isoformat()[: 10 if day else 7 if month else 4]


def _day_and_month(one: str, other: str, year: str) -> str:
    readings = {_date(year, other, one), _date(year, one, other)} - {""}
    return readings.pop() if len(readings) == 1 else ""


def _named(text: str, language: str) -> str:
    words = _WORD.findall(_folded(text))
    months = _months("en") | _months(language)
    at = next((place for place, word in enumerate(words) if word in months), None)
    years = [word for word in words if re.fullmatch("[0-9]{4}", word)]
    if at is None or len(years) != 1:
        return ""
    around = [*reversed(words[max(at - 3, 0) : at]), *words[at + 1 : at + 2]]
    day = next((word for word in around if re.fullmatch("[0-9]{1,2}", word)), None)
    if day is None and any(re.fullmatch("[0-9]{1,2}", word) for word in words):
        return ""
    return _date(years[0], str(months[words[at]]), day)


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, int]:
    """Give the first word of each month's names in a language (CLDR), save words that begin several."""
    try:
        forms = Locale.parse(language, sep="-").months.values()
    except (ValueError, UnknownLocaleError):
        return {}
    called: dict[str, set[int]] = {}
    for form in forms:
        for number, name in (*form["wide"].items(), *form["abbreviated"].items()):
            for word in _WORD.findall(_folded(name))[:1]:
                called.setdefault(word, set()).add(number)
    return {word: numbers.pop() for word, numbers in called.items() if len(numbers) == 1}


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each))

"""Numbers, ranges, bounds, dates, stances and counts in the words of the interface, which is English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from babel.core import Locale, UnknownLocaleError, get_global

from site_src.site.matrix import Absence

if TYPE_CHECKING:
    import datetime

    from site_src.models.appearance import Appearance, Bound, Stance
    from site_src.models.claim import Measure
    from site_src.models.values import Number, PartialDate

INTERFACE = "en"
INFERRED = "inferred by the editors, not credited"
_RIGHT_TO_LEFT = ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa")

_BOUNDS: dict[Bound, str] = {
    "exactly": "exactly",
    "about": "about",
    "nearly": "nearly",
    "over": "more than",
    "at-least": "at least",
    "at-most": "at most",
}
# A figure in the source's own wording may say its bound itself.
_SAYS_BOUND = re.compile(
    r"(?:about|around|nearly|almost|exactly|over|more than|at least|at most|up to)\b", re.IGNORECASE
)
_OF_SEVERAL: dict[Absence, str] = {
    Absence.SILENT: "say nothing of it",
    Absence.NOT_EXAMINED: "were not read for this",
    Absence.EARLIER: "appeared before the claim was made",
}
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class Said(NamedTuple):
    """A stance or an absence: `sign` names its shape, `short` is its word, `long` goes on after “this source”."""

    sign: str
    short: str
    long: str


class When(NamedTuple):
    """A date for machines (ISO 8601) and for people."""

    iso: str
    words: str


_STANCES: dict[Stance, Said] = {
    "asserts": Said("asserts", "Says so", "says so in its own voice"),
    "attributes": Said("attributes", "Reports it", "reports it from someone else"),
    "differs": Said("differs", "Differs", "says something else"),
    "denies": Said("denies", "Denies", "carries a denial"),
    "silent": Said("silent", "Silent", "says nothing of it"),
}
_ABSENCES: dict[Absence, Said] = {
    Absence.SILENT: Said("silent", "Silent", "says nothing of it"),
    Absence.NOT_EXAMINED: Said("not-examined", "Not examined", "was not read for this"),
    Absence.EARLIER: Said("earlier", "Earlier", "appeared before the claim was made"),
}
# Pages name the same days, numbers and counts again and again; so many of each are remembered.
_REMEMBERED = 4_000


def stance(value: Stance) -> Said:
    """Give the sign and the words of a stance."""
    return _STANCES[value]


def absence(value: Absence) -> Said:
    """Give the sign and the words of an absence."""
    return _ABSENCES[value]


def absent(value: Absence, sources: int) -> str:
    """Say the same of so many sources, as it goes on after their names."""
    return _ABSENCES[value].long if sources == 1 else _OF_SEVERAL[value]


@lru_cache(maxsize=_REMEMBERED)
def day(value: datetime.date) -> When:
    """Give a day in words, as in 21 January 2025."""
    return When(value.isoformat(), f"{value.day} {_month(value.month)} {value.year}")


def date(value: PartialDate) -> When:
    """Give a day, month or year in words, with “about” where it is inferred."""
    return _date(value.text, inferred=value.inferred)


def number(value: Number, language: str) -> str:
    """Give a number with the digits that were typed, its signs and groups as the language has them."""
    return written(value.text, language)


@lru_cache(maxsize=_REMEMBERED)
def written(typed: str, language: str) -> str:
    """Give the number that was typed so, its signs and groups as the language has them."""
    mantissa, _, exponent = typed.lower().partition("e")
    whole, _, decimals = mantissa.removeprefix("-").partition(".")
    symbols = _symbols(language)
    sign = "−" if mantissa.startswith("-") else ""
    fraction = f"{symbols.decimal}{decimals}" if decimals else ""
    power = f" × 10{exponent.removeprefix('+').translate(_RAISED)}" if exponent else ""
    return f"{sign}{_grouped(whole, symbols)}{fraction}{power}"


def figure(appearance: Appearance, measure: Measure | None, language: str) -> str:
    """Give the figure of an appearance in words: bound, then the source's own wording or value and unit.

    Without a measure, the unit is left out.
    """
    value = appearance.value
    if appearance.figure:
        amount = appearance.figure
    elif value is None:
        return ""
    else:
        amount = "–".join([number(end, language) for end in value.ends])
        if measure is not None:
            amount = f"{amount} {measure.unit}"
    if appearance.bound is None or _SAYS_BOUND.match(amount):
        return amount
    return f"{_BOUNDS[appearance.bound]} {amount}"


@lru_cache(maxsize=_REMEMBERED)
def counted(count: int, one: str, many: str = "") -> str:
    """Give a count with its noun, as in 1 source or 3 sources."""
    return f"{_grouped(str(count), _symbols(INTERFACE))} {one if count == 1 else many or f'{one}s'}"


def byte_size(count: int) -> str:
    """Give a number of bytes in words: whole kilobytes of a thousand bytes, at least one, or megabytes."""
    if count < 999_500:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB"


def listed(words: list[str]) -> str:
    """Join words as in “a, b and c”."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def kind(value: str) -> str:
    """Give a kind of document in words."""
    return value.replace("-", " ")


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """Give the direction in which a language is written, `ltr` or `rtl`, by its script, named or likely (CLDR)."""
    return "rtl" if _script(language) in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=256)
def foreign(language: str) -> str | None:
    """Give the tag of a language that is not the interface's, so that texts in it name it among labels; else None."""
    return None if language.split("-", maxsplit=1)[0].lower() == INTERFACE else language


@lru_cache(maxsize=256)
def language_name(language: str) -> str:
    """Give the name of a language in the language of the interface; the tag where it has none."""
    locale = _locale(language)
    return (locale.get_display_name(INTERFACE) if locale else None) or language


@lru_cache(maxsize=256)
def locale_name(language: str) -> str:
    """Give a language with its territory, named or likely (CLDR), as Open Graph writes them: `pt_BR`; else the tag."""
    spoken, *more = language.split("-")
    named = next((part.upper() for part in more if len(part) == 2 and part.isalpha()), "")
    likely = get_global("likely_subtags").get(spoken.lower(), "").split("_")
    territory = named or (likely[2] if len(likely) == 3 else "")
    return f"{spoken.lower()}_{territory}" if territory else language


@lru_cache(maxsize=_REMEMBERED)
def _date(typed: str, *, inferred: bool) -> When:
    year, *rest = (int(part) for part in typed.split("-"))
    words = " ".join([*(str(part) for part in rest[1:]), *(_month(part) for part in rest[:1]), str(year)])
    return When(typed, f"about {words}" if inferred else words)


class _Symbols(NamedTuple):
    decimal: str
    group: str
    sizes: tuple[int, int]


@lru_cache(maxsize=256)
def _symbols(language: str) -> _Symbols:
    locale = _locale(language) or Locale.parse(INTERFACE)
    symbols = locale.number_symbols["latn"]
    return _Symbols(symbols["decimal"], symbols["group"], locale.decimal_formats[None].grouping)


def _grouped(whole: str, symbols: _Symbols) -> str:
    """Set the groups from the right: the first of one size, the others of another (12,34,567 in Hindi)."""
    first, others = symbols.sizes
    if len(whole) <= first:
        return whole
    head, groups = whole[:-first], [whole[-first:]]
    while head:
        groups.append(head[-others:])
        head = head[:-others]
    return symbols.group.join(reversed(groups))


def _script(language: str) -> str:
    spoken, *more = language.split("-")
    named = [part.title() for part in more if len(part) == 4 and part.isalpha()]
    if named:
        return named[0]
    places = [f"_{part.upper()}" for part in more if len(part) == 2]
    likely, spoken = get_global("likely_subtags"), spoken.lower()
    known = get_global("language_aliases").get(spoken, spoken).split("_")[0]
    found = next((likely[key] for place in (*places, "") if (key := f"{known}{place}") in likely), "")
    return found.split("_")[1] if found else ""


@lru_cache(maxsize=256)
def _locale(language: str) -> Locale | None:
    tags = language.split("-")
    for length in range(len(tags), 0, -1):
        try:
            return Locale.parse("-".join(tags[:length]), sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return None


@lru_cache(maxsize=16)
def _month(number: int) -> str:
    return str(Locale.parse(INTERFACE).months["format"]["wide"][number])

"""Sources that carry one statement give one figure, as far as their bounds allow; one that gives another `differs`.

A bare figure stands for all that is rounded to it: 12 for 11.5 to 12.5. `exactly` is the figure alone, `about` a
tenth more or less, `nearly` up to a tenth less; `over` and `at-least`, `at-most` have no other end. Figures whose
`as_of` name different periods are not compared.

Right:  - source: city-press-release      Wrong:  - source: city-press-release
          stance: asserts                           stance: asserts
          value: 4.2                                value: 4.2
        - source: harbour-daily                   - source: harbour-daily
          stance: differs                           stance: asserts
          value: 5.1                                value: 5.1

This is a warning, and none where any appearance of the claim `differs`: then the page shows that they do.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from site_src.diagnostics.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_src.diagnostics.finding import Finding
    from site_src.models.appearance import Appearance
    from site_src.models.claim import Claim
    from site_src.models.values import Figure, Number
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.entry import Entry

RULE = "figure"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds claims whose carriers give figures that cannot be one, though none of them differs."""
    for entry in catalogue.claims.values():
        stances = {appearance.stance for appearance in entry.record.appearances}
        is_whole = entry.knows(("appearances",)) and entry.record.status != "retracted"
        if is_whole and "differs" not in stances and (apart := _apart(entry.record.appearances)):
            yield _told(entry, *apart)


_TENTH = Fraction(1, 10)


class _Span(NamedTuple):
    """What a figure may mean: from `low` to `high`, None having no end; `place` is its appearance's number."""

    place: int
    low: Fraction | None
    high: Fraction | None
    period: str


def _apart(appearances: Sequence[Appearance]) -> tuple[int, int] | None:
    """Find two figures that have nothing in common: the highest lower end against the lowest upper end."""
    spans = [
        _span(place, appearance, appearance.value)
        for place, appearance in enumerate(appearances)
        if appearance.carries and appearance.value is not None
    ]
    for period in dict.fromkeys(span.period for span in spans):
        lows = [(span.low, span.place) for span in spans if span.low is not None and span.period in ("", period)]
        highs = [(span.high, span.place) for span in spans if span.high is not None and span.period in ("", period)]
        if lows and highs and (low := max(lows))[0] > (high := min(highs))[0]:
            return min(low[1], high[1]), max(low[1], high[1])
    return None


def _span(place: int, appearance: Appearance, figure: Figure) -> _Span:
    value, period = figure.low.exact, appearance.as_of.text if appearance.as_of else ""
    if figure.high is not None:
        return _Span(place, value, figure.high.exact, period)
    half = _half_a_digit(figure.low)
    near = max(half, abs(value) * _TENTH)
    match appearance.bound:
        case None:
            return _Span(place, value - half, value + half, period)
        case "exactly":
            return _Span(place, value, value, period)
        case "about":
            return _Span(place, value - near, value + near, period)
        case "nearly":
            return _Span(place, value - near, value, period)
        case "over" | "at-least":
            return _Span(place, value, None, period)
        case "at-most":
            return _Span(place, None, value, period)


def _half_a_digit(number: Number) -> Fraction:
    """Give half of what the last digit counts that was typed; the noughts that end a whole number were rounded to."""
    digits, _, exponent = number.text.lower().partition("e")
    whole, _, decimals = digits.lstrip("-").partition(".")
    noughts = 0 if decimals else len(whole) - len(whole.rstrip("0") or whole)
    # Just short of it, so that 12 and 13 have nothing in common.
    return Fraction(10) ** (int(exponent or "0") + noughts - len(decimals)) * Fraction(499, 1000)


def _told(entry: Entry[Claim], first: int, second: int) -> Finding:
    one, other = entry.record.appearances[first], entry.record.appearances[second]
    line = entry.document.place(("appearances", first, "value")).line
    message = (
        f"{other.source} says {_shown(other)} here, and {one.source} says {_shown(one)} in line {line}; "
        "no bound makes them one, and no appearance differs."
    )
    hint = "Write `stance: differs` where another figure is given than the claim's; or give the `bound` that is meant."
    return entry.finding(("appearances", second, "value"), RULE, message, hint, severity=Severity.WARNING)


def _shown(appearance: Appearance) -> str:
    figure = appearance.value
    if figure is None:
        return ""
    shown = f"{figure.low.text} to {figure.high.text}" if figure.high else figure.low.text
    return f"{appearance.bound.replace('-', ' ')} {shown}" if appearance.bound else shown

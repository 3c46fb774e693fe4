"""A claim's figures on one scale: what each source says, as a point, a range or an open end, and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from site_src.views.claimed import Claimed, claimed
from site_src.views.scale import Point, Scale, plain, scale
from site_src.views.wording import Said, counted, date, figure, foreign, number, stance, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from site_src.models.appearance import Appearance, Bound
    from site_src.models.claim import Measure
    from site_src.models.values import Figure
    from site_src.site.model import Claim
    from site_src.views.appearance import SourceLinks
    from site_src.views.frame import Link

_ROWS_FOR_EACH = 12
_NAMES = 2


class Tick(NamedTuple):
    """A tick of the scale, `x` percent along it; `anchor` is the SVG text-anchor that keeps its words inside."""

    x: float
    words: str
    anchor: str


class Mark(NamedTuple):
    """A figure on the scale, in percent of its length: at `x`, or from `x` to `end`.

    `below` and `above` are open ends, `near_below` and `near_above` say that it is not exact; `hollow` that its source
    does not carry the claim.
    """

    x: float
    end: float | None
    below: bool
    above: bool
    near_below: bool
    near_above: bool
    hollow: bool


class PlotRow(NamedTuple):
    """What one source says, or several alike; `more` counts those whose names do not stand here."""

    said: Said
    sources: tuple[Link, ...]
    more: str
    figure: str
    as_of: str
    mark: Mark


class PlotFigure(NamedTuple):
    """A line of the table: a source with its figure in words, and with its value in the unit of the scale."""

    source: Link
    said: Said
    figure: str
    value: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Figures on one scale; `id` begins the ids of its parts, and `description` tells the picture in a sentence.

    `zero` is where 0 lies, in percent, None where it is not on the scale; `key` explains the signs before the names,
    `note` what is unusual about the scale. `language` is that of title and unit where it is not the interface's.
    """

    id: str
    title: str
    unit: str
    description: str
    claimed: Claimed | None
    rows: tuple[PlotRow, ...]
    ticks: tuple[Tick, ...]
    zero: float | None
    key: tuple[Said, ...]
    note: str
    credit: str
    table: tuple[PlotFigure, ...]
    language: str | None = None


class _Given(NamedTuple):
    """A figure that a source gives: its ends as the scale has them, and what is shown of it wherever it stands."""

    at: tuple[int, ...]
    places: tuple[float, ...]
    record: Appearance
    source: Link
    said: Said
    words: str
    values: tuple[str, ...]
    as_of: str


def plot(named: SourceLinks, it: Claim) -> Plot | None:
    """Set the figures of a claim's sources on one scale, the lowest first; None where no source gives one."""
    record, language = it.record, it.language
    measure = record.measure
    found = [(one, one.value) for one in record.appearances if one.value is not None]
    if measure is None or not found:
        return None
    on = _scale(found)
    unsorted = [_given(named[one.source], one, value, on, language) for one, value in found]
    given = sorted(unsorted, key=lambda each: each.at)
    own = claimed(record, language, on)
    return Plot(
        id=f"figures-{it.slug}",
        title=measure.label,
        unit=measure.unit,
        description=_description(given, measure, own),
        claimed=own,
        rows=_rows(given),
        ticks=tuple(_tick(tick, language) for tick in on.ticks),
        zero=on.place(Fraction(0)) if on.has_zero else None,
        key=tuple(dict.fromkeys(each.said for each in unsorted)),
        note=_note(on, language),
        credit=f"What the sources say, compared by {named.site.publication.title}",
        table=tuple(
            PlotFigure(each.source, each.said, each.words, "–".join(each.values), each.as_of) for each in given
        ),
        language=foreign(language),
    )


def _scale(found: Sequence[tuple[Appearance, Figure]]) -> Scale:
    ends = [end.exact for _, value in found for end in value.ends]
    opens = [_opens(one.bound) for one, _ in found]
    return scale(ends, open_below=any(below for below, _ in opens), open_above=any(above for _, above in opens))


def _opens(bound: Bound | None) -> tuple[bool, bool]:
    """Tell whether a bound leaves the figure open below, and above."""
    return bound == "at-most", bound in ("over", "at-least")


def _given(source: Link, one: Appearance, value: Figure, on: Scale, language: str) -> _Given:
    ends = [end.exact for end in value.ends]
    return _Given(
        at=tuple([on.whole(end) for end in ends]),
        places=tuple([on.place(end) for end in ends]),
        record=one,
        source=source,
        said=stance(one.stance),
        words=figure(one, None, language),
        values=tuple([number(end, language) for end in value.ends]),
        as_of=date(one.as_of).words if one.as_of else "",
    )


def _rows(given: list[_Given]) -> tuple[PlotRow, ...]:
    """Give each its row, or where they are many, one row to all that say the same."""
    if len(given) <= _ROWS_FOR_EACH:
        return tuple(_row([each]) for each in given)
    groups: dict[object, list[_Given]] = {}
    for each in given:
        groups.setdefault((each.said, each.at, each.words, each.as_of), []).append(each)
    return tuple(_row(group) for group in groups.values())


def _row(group: list[_Given]) -> PlotRow:
    sources = tuple({each.record.source: each.source for each in group}.values())
    named = sources if len(sources) <= _NAMES + 1 else sources[:_NAMES]
    rest = len(sources) - len(named)
    first = group[0]
    return PlotRow(
        said=first.said,
        sources=named,
        more=counted(rest, "other") if rest else "",
        figure=first.words,
        as_of=first.as_of,
        mark=_mark(first),
    )


def _mark(each: _Given) -> Mark:
    bound = each.record.bound
    below, above = _opens(bound)
    return Mark(
        x=each.places[0],
        end=each.places[1] if len(each.places) > 1 else None,
        below=below,
        above=above,
        near_below=bound in ("about", "nearly"),
        near_above=bound == "about",
        hollow=not each.record.carries,
    )


def _tick(at: Point, language: str) -> Tick:
    return Tick(at.x, written(at.number, language), "start" if at.x == 0 else "end" if at.x == 100 else "middle")


def _description(given: list[_Given], measure: Measure, claimed_as: Claimed | None) -> str:
    """Tell the picture in a sentence: how many figures, from where to where, and the claim's own."""
    lowest, highest = given[0], max(given, key=lambda each: each.at[-1])
    low, high = lowest.values[0], highest.values[-1]
    span = f"at {low}" if lowest.at[0] == highest.at[-1] else f"from {low} to {high}"
    own = f"; the claim’s own is {claimed_as.figure}" if claimed_as else ""
    return f"{counted(len(given), 'figure')} {span} {measure.unit}{own}."


def _note(on: Scale, language: str) -> str:
    if on.stride:
        factor = written(plain(1, on.stride), language)
        return f"The figures lie far apart: each line of the scale stands for {factor} times the one before it."
    if not on.has_zero:
        start = written(on.ticks[0 if on.low > 0 else -1].number, language)
        return f"The scale does not reach 0; it {'begins' if on.low > 0 else 'ends'} at {start}."
    return ""

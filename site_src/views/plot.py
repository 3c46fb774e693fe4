"""A claim's figures on one scale: what each source says, as a point, a range or an open end, and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from site_src.models.values import Number
from site_src.views.appearance import source_link
from site_src.views.claimed import Claimed, claimed
from site_src.views.scale import Scale, plain, scale
from site_src.views.wording import Said, counted, date, figure, foreign, number, stance

if TYPE_CHECKING:
    from fractions import Fraction

    from site_src.addresses import Links
    from site_src.models.appearance import Appearance, Bound
    from site_src.models.claim import Measure
    from site_src.models.values import Figure
    from site_src.site.model import Claim, Site
    from site_src.views.frame import Link

_ROWS_FOR_EACH = 12
_NAMES = 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of the scale, `x` percent along it; `anchor` is the SVG text-anchor that keeps its words inside."""

    x: float
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Mark:
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


@dataclass(frozen=True, slots=True)
class PlotRow:
    """What one source says, or several alike; `more` counts those whose names do not stand here."""

    said: Said
    sources: tuple[Link, ...]
    more: str
    figure: str
    as_of: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class PlotFigure:
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
    """A figure that a source gives."""

    record: Appearance
    value: Figure
    measure: Measure

    @property
    def ends(self) -> tuple[Fraction, ...]:
        return tuple(end.exact for end in (self.value.low, self.value.high) if end is not None)


def plot(site: Site, links: Links, it: Claim) -> Plot | None:
    """Set the figures of a claim's sources on one scale, the lowest first; None where no source gives one."""
    measure = it.record.measure
    if measure is None:
        return None
    found = [_Given(one, one.value, measure) for one in it.record.appearances if one.value is not None]
    if not found:
        return None
    given = sorted(found, key=lambda each: (each.ends[0], each.ends[-1]))
    on = _scale(given)
    own = claimed(it, on)
    return Plot(
        id=f"figures-{it.slug}",
        title=measure.label,
        unit=measure.unit,
        description=_description(it, given, own),
        claimed=own,
        rows=_rows(site, links, it, given, on),
        ticks=tuple(_tick(tick, on, it.language) for tick in on.ticks),
        zero=on.place(on.low * 0) if on.has_zero else None,
        key=tuple(dict.fromkeys(stance(one.record.stance) for one in it.appearances if one.record.value is not None)),
        note=_note(on, it.language),
        credit=f"What the sources say, compared by {site.publication.title}",
        table=tuple(_line(site, links, it, each) for each in given),
        language=foreign(it.language),
    )


def _scale(given: list[_Given]) -> Scale:
    ends = [end for each in given for end in each.ends]
    opens = [_opens(each.record.bound) for each in given]
    return scale(ends, open_below=any(below for below, _ in opens), open_above=any(above for _, above in opens))


def _opens(bound: Bound | None) -> tuple[bool, bool]:
    """Tell whether a bound leaves the figure open below, and above."""
    return bound == "at-most", bound in ("over", "at-least")


def _rows(site: Site, links: Links, it: Claim, given: list[_Given], on: Scale) -> tuple[PlotRow, ...]:
    """Give each its row, or where they are many, one row to all that say the same."""
    groups: dict[object, list[_Given]] = {}
    for n, each in enumerate(given):
        alike = (each.record.stance, each.ends, _words(it, each), _as_of(each))
        groups.setdefault(alike if len(given) > _ROWS_FOR_EACH else n, []).append(each)
    return tuple(_row(site, links, it, group, on) for group in groups.values())


def _row(site: Site, links: Links, it: Claim, group: list[_Given], on: Scale) -> PlotRow:
    sources = tuple(dict.fromkeys(source_link(site, links, each.record.source) for each in group))
    named = sources if len(sources) <= _NAMES + 1 else sources[:_NAMES]
    rest = len(sources) - len(named)
    first = group[0]
    return PlotRow(
        said=stance(first.record.stance),
        sources=named,
        more=counted(rest, "other") if rest else "",
        figure=_words(it, first),
        as_of=_as_of(first),
        mark=_mark(first, on),
    )


def _mark(each: _Given, on: Scale) -> Mark:
    bound = each.record.bound
    below, above = _opens(bound)
    places = [on.place(end) for end in each.ends]
    return Mark(
        x=places[0],
        end=places[1] if len(places) > 1 else None,
        below=below,
        above=above,
        near_below=bound in ("about", "nearly"),
        near_above=bound == "about",
        hollow=not each.record.carries,
    )


def _line(site: Site, links: Links, it: Claim, each: _Given) -> PlotFigure:
    return PlotFigure(
        source=source_link(site, links, each.record.source),
        said=stance(each.record.stance),
        figure=_words(it, each),
        value="–".join(number(end, it.language) for end in (each.value.low, each.value.high) if end is not None),
        as_of=_as_of(each),
    )


def _words(it: Claim, each: _Given) -> str:
    return figure(each.record, each.measure, it.language, unit=False)


def _as_of(each: _Given) -> str:
    return date(each.record.as_of).words if each.record.as_of else ""


def _tick(value: Fraction, on: Scale, language: str) -> Tick:
    x = on.place(value)
    return Tick(x, number(Number(plain(value)), language), "start" if x == 0 else "end" if x == 100 else "middle")


def _description(it: Claim, given: list[_Given], claimed_as: Claimed | None) -> str:
    """Tell the picture in a sentence: how many figures, from where to where, and the claim's own."""
    low = min((each.value.low for each in given), key=lambda end: end.exact)
    high = max((each.value.high or each.value.low for each in given), key=lambda end: end.exact)
    unit = given[0].measure.unit
    ends = [number(end, it.language) for end in (low, high)]
    span = f"at {ends[0]}" if low.exact == high.exact else f"from {ends[0]} to {ends[1]}"
    own = f"; the claim’s own is {claimed_as.figure}" if claimed_as else ""
    return f"{counted(len(given), 'figure')} {span} {unit}{own}."


def _note(on: Scale, language: str) -> str:
    if on.powers:
        factor = number(Number(plain(on.ticks[1] / on.ticks[0])), language)
        return f"The figures lie far apart: each line of the scale stands for {factor} times the one before it."
    if not on.has_zero:
        start = number(Number(plain(on.low if on.low > 0 else on.high)), language)
        return f"The scale does not reach 0; it {'begins' if on.low > 0 else 'ends'} at {start}."
    return ""

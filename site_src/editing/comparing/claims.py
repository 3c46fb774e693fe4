"""Verdicts that are new, otherwise, retracted or gone; their figures and their excerpts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import claim
from site_src.editing.comparing.notice import Detail, Notice, Section, details
from site_src.site.model import Excerpt
from site_src.views.appearance import source_name
from site_src.views.wording import date, day, figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from site_src.editing.comparing.pairs import Pairs
    from site_src.site.model import Appearance, Claim, Site

    Told = Callable[["Side", "Side"], Iterable[Detail]]


class Side:
    """A claim in its site."""

    def __init__(self, site: Site, it: Claim) -> None:
        self.site, self.it, self.record = site, it, it.record

    def name(self, slug: str) -> str:
        """Give the name by which readers know a source."""
        return source_name(self.site.sources[slug])

    def said_by(self, told: Callable[[Appearance], str]) -> dict[str, str]:
        """Give something of the appearances of each source, joined where it has several."""
        found: dict[str, list[str]] = {}
        for one in self.it.appearances:
            if words := told(one):
                found.setdefault(one.source, []).append(words)
        return {slug: "; ".join(words) for slug, words in found.items()}


def sections(then: Site, now: Site, pairs: Pairs) -> Iterator[Section]:
    """Gives what readers will notice of the verdicts."""
    both = [(Side(then, then.claims[one]), Side(now, now.claims[other])) for one, other in pairs.both.values()]
    fresh = [now.claims[slug] for slug in pairs.new]
    retracted = [it for it in fresh if it.status == "retracted"]
    retracted += [side.it for was, side in both if side.it.status == "retracted" != was.it.status]
    yield Section("New verdicts", tuple(_new(it) for it in fresh if it.status != "retracted"))
    yield Section("Changed verdicts", _noticed(both, _changes))
    yield Section("Retracted verdicts", tuple(map(_retracted, retracted)))
    yield Section("Verdicts that are gone", tuple(Notice(then.claims[slug].record.claim, None) for slug in pairs.gone))
    yield Section("Figures", _noticed(both, _figures))
    yield Section("Excerpts", _noticed(both, _excerpts))


def _noticed(both: list[tuple[Side, Side]], told: Told) -> tuple[Notice, ...]:
    """Give those claims of which something is told, with it."""
    found = ((side, tuple(told(was, side))) for was, side in both)
    return tuple(Notice(side.record.claim, claim(side.it.slug), several) for side, several in found if several)


def _new(it: Claim) -> Notice:
    found = (Detail("rating", now=it.rating.label), Detail("verdict", now=it.verdict))
    return Notice(it.record.claim, claim(it.slug), found)


def _retracted(it: Claim) -> Notice:
    reason = it.record.retracted.reason if it.record.retracted else ""
    return Notice(it.record.claim, claim(it.slug), (Detail("reason", now=reason),))


def _changes(was: Side, side: Side) -> Iterator[Detail]:
    then, now = was.record, side.record
    yield from details(
        ("address", claim(was.it.slug), claim(side.it.slug)),
        ("statement", then.claim, now.claim),
        ("rating", was.it.rating.label, side.it.rating.label),
        ("verdict", was.it.verdict, side.it.verdict),
        ("claimant", then.claimant.name if then.claimant else "", now.claimant.name if now.claimant else ""),
        ("made on", *(date(each.claimed_on).words if each.claimed_on else "" for each in (then, now))),
        ("topic", was.site.topics[then.topic].record.title, side.site.topics[now.topic].record.title),
        ("measure", *(f"{each.measure.label}, {each.measure.unit}" if each.measure else "" for each in (then, now))),
        ("reviewed on", *(day(each.reviewed_on).words if each.reviewed_on else "" for each in (then, now))),
    )
    if was.it.status == "retracted" != side.it.status:
        yield Detail("retraction", was="retracted", now="taken back")
    yield from _by_source(was, side, lambda one: one.record.says or "", "what {} says")
    yield from _listed("evidence", _evidence(was), _evidence(side))
    if was.it.body.text != side.it.body.text:
        yield Detail("the text below it", was="", now="worded anew")
    for correction in now.corrections:
        if correction not in then.corrections:
            yield Detail(f"{correction.kind} of {day(correction.date).words}", now=correction.note)


def _evidence(side: Side) -> list[str]:
    return [side.name(one.source) if one.source else one.title or "" for one in side.record.evidence]


def _listed(label: str, then: list[str], now: list[str]) -> Iterator[Detail]:
    yield from (Detail(f"{label}, new", now=one) for one in now if one not in then)
    yield from (Detail(f"{label}, gone", was=one) for one in then if one not in now)


def _figures(was: Side, side: Side) -> Iterator[Detail]:
    yield from _by_source(was, side, lambda one: figure(one.record, side.record.measure, side.it.language), "{}")
    then, now = (
        {one.label: f"{one.expression} = {one.equals}" for one in each.record.calculations} for each in (was, side)
    )
    yield from details(*((label, then.get(label, ""), now.get(label, "")) for label in {**then, **now}))


def _excerpts(was: Side, side: Side) -> Iterator[Detail]:
    then, now = _known(was), _known(side)
    yield from details(*((name, then.get(name, ""), now.get(name, "")) for name in {**then, **now}))


def _known(side: Side) -> dict[str, str]:
    """Give what is known of each excerpt, by its source's name and its words."""
    return {
        f"{side.name(one.source)}, “{one.record.excerpt}”": _STATES[one.excerpt]
        for one in side.it.appearances
        if one.record.excerpt
    }


_STATES = {Excerpt.VERIFIED: "verified", Excerpt.UNVERIFIED: "not verified", Excerpt.NONE: ""}


def _by_source(was: Side, side: Side, told: Callable[[Appearance], str], label: str) -> Iterator[Detail]:
    """Compare something of what each source says; a source that is new or gone has it on one side alone."""
    then, now = was.said_by(told), side.said_by(told)
    names = {slug: was.name(slug) for slug in then} | {slug: side.name(slug) for slug in now}
    yield from details(*((label.format(name), then.get(slug, ""), now.get(slug, "")) for slug, name in names.items()))

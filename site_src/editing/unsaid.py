"""What changed in a published claim and is not told to its readers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from site_src.reading.mended import in_quotes

if TYPE_CHECKING:
    import datetime

    from site_src.models.appearance import Appearance
    from site_src.models.claim import Claim
    from site_src.reading.document import Loc
    from site_src.reading.entry import Entry


class Change(NamedTuple):
    """One change: the key, where it stands now, and what it is, in words; with what `was` may say of it."""

    key: str
    loc: Loc
    words: str
    was: str = ""


def unsaid(before: Entry[Claim], entry: Entry[Claim]) -> list[Change]:
    """Gives the changes of substance between two states of a published claim, if its readers are not told."""
    then, now = before.record, entry.record
    if len(now.corrections) > len(then.corrections) or not entry.knows(("corrections",)):
        return []
    found = [*_statement(before, entry), *_appearances(before, entry)]
    last = then.updated_on or then.reviewed_on
    is_updated = now.updated_on and last and now.updated_on > last
    if (
        now.verdict != then.verdict
        and not is_updated
        and _known(before, entry, "verdict")
        and entry.knows(("updated_on",))
    ):
        found.append(Change("verdict", ("verdict",), "the verdict is worded anew"))
    return found


def lost_corrections(before: Entry[Claim], entry: Entry[Claim]) -> list[datetime.date]:
    """Gives the dates of corrections that were published and are not there any more."""
    if not _known(before, entry, "corrections"):
        return []
    then, now = (Counter(one.date for one in each.record.corrections) for each in (before, entry))
    return sorted((then - now).elements())


def what_to_add(changes: list[Change], today: datetime.date | None) -> str:
    """Says what to write so that readers are told of the changes."""
    date = f"`date: {today}`" if today else "`date`"
    was = ", ".join(change.was for change in changes if change.was)
    entry = f"{date}, `kind: correction` (or `update`, `clarification`), `note:` with what changed and why"
    hint = f"Add an entry to `corrections`: {entry}" + (f", and `was: {{{was}}}`" if was else "")
    if [change.key for change in changes] == ["verdict"]:
        return (
            f"Write `updated_on: {today}`; or, if its sense changed, add an entry to `corrections`." if today else hint
        )
    return f"{hint}."


def _statement(before: Entry[Claim], entry: Entry[Claim]) -> list[Change]:
    then, now = before.record, entry.record
    found = []
    if then.rating != now.rating and _known(before, entry, "rating"):
        words = f"the rating was {then.rating} and is {now.rating}"
        found.append(Change("rating", ("rating",), words, f"rating: {then.rating}"))
    if then.claim != now.claim and _known(before, entry, "claim"):
        words = f"the statement was “{then.claim}”"
        found.append(Change("claim", ("claim",), words, f"claim: {in_quotes(then.claim)}"))
    if then.status == "retracted" and now.status == "published":
        found.append(Change("status", ("status",), "it was retracted, and is not any more"))
    return found


def _appearances(before: Entry[Claim], entry: Entry[Claim]) -> list[Change]:
    if not _known(before, entry, "appearances"):
        return []
    then, now = before.record, entry.record
    found = []
    if then.measure and now.measure and then.measure.unit != now.measure.unit and any(a.value for a in now.appearances):
        words = f"values were in {then.measure.unit} and are in {now.measure.unit}"
        found.append(Change("value", ("measure", "unit"), words))
    for source in dict.fromkeys(one.source for one in then.appearances):
        former = {_said(one): one for one in then.appearances if one.source == source}
        present = {n: one for n, one in enumerate(now.appearances) if one.source == source}
        missing = former.keys() - set(map(_said, present.values()))
        new = {n: one for n, one in present.items() if _said(one) not in former}
        found += [_changed(one, new) for said, one in former.items() if said in missing]
    return found


def _said(appearance: Appearance) -> tuple[object, ...]:
    """Give what of an appearance readers compare: its stance, and its figure as numbers and bound."""
    value, bound = appearance.value, appearance.bound or "exactly"
    if value is None:
        return (appearance.stance,)
    return appearance.stance, bound, value.low.exact, value.high.exact if value.high else None


def _changed(was: Appearance, new: dict[int, Appearance]) -> Change:
    """Tell what became of an appearance: the nearest of its source's new ones took its place, or none did."""
    if not new:
        return Change("stance", ("appearances",), f"what {was.source} said ({_shown(was)}) is gone")
    place, now = min(new.items(), key=lambda one: (one[1].stance != was.stance, one[0]))
    key = "value" if now.stance == was.stance and now.value else "stance"
    words = f"{was.source} was “{_shown(was)}” and is “{_shown(now)}”"
    return Change(key, ("appearances", place, key), words)


def _shown(appearance: Appearance) -> str:
    value = appearance.value
    figure = f"{value.low.text} to {value.high.text}" if value and value.high else value.low.text if value else ""
    return " ".join(filter(None, (appearance.stance, (appearance.bound or "").replace("-", " "), figure)))


def _known(before: Entry[Claim], entry: Entry[Claim], key: str) -> bool:
    return before.knows((key,)) and entry.knows((key,))

"""Nothing changes in silence: what of a former state of the content may not just be gone, or be otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import former
from site_src.building.job import at_home
from site_src.diagnostics.finding import Finding, Place, Severity, in_order
from site_src.editing.unsaid import lost_corrections, unsaid, what_to_add
from site_src.models.claim import Claim
from site_src.reading.files import Tree
from site_src.reading.gather import read_catalogue
from site_src.reading.revision import RevisionRefused, read_revision

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from site_src.addresses import Address
    from site_src.building.pipeline import Checked
    from site_src.reading.catalogue import AnyEntry, Catalogue
    from site_src.reading.entry import Entry

__all__ = ["PAGES", "RevisionRefused", "check", "compared"]

GONE = "lasting-address"
SILENT = "silent-change"
PAGES = {
    GONE: """\
Claims, topics, sources and pages keep their addresses, for others have linked to them. A file that is renamed has
its former slug among its `aliases`, and readers are led on. A claim that should not have been published is retracted:
its page stays and says so. It does not become a draft again, and is not deleted.

Right:  (bridge-cost.md became repair-cost.md)  Wrong:  (bridge-cost.md became repair-cost.md, and nothing
        aliases:                                         names bridge-cost any more)
          - bridge-cost
        status: retracted                       Wrong:  status: draft
        retracted:
          date: 2024-04-01
          reason: It was about another bridge.

`check --since REF` finds it, by comparing with the content at a git revision.""",
    SILENT: """\
What changes in a published claim is told to its readers. If the rating or the statement changes, or the stance or
value of an appearance, there is a new entry in `corrections`; if the verdict is worded anew, that or a later
`updated_on`. Corrections that were published stay.

Right:  rating: contradicted                    Wrong:  rating: contradicted
        corrections:                                    (it was `supported`, and nothing tells that)
          - date: 2024-05-02
            kind: correction
            note: The final invoice shows another sum.
            was: {rating: supported}

`check --since REF` finds it, by comparing with the content at a git revision.""",
}


def check(
    checked: Checked, content: Path, name: str, environment: Mapping[str, str], today: datetime.date | None = None
) -> tuple[Finding, ...]:
    """Gives what has vanished or changed in silence since a git revision, by place; raises RevisionRefused.

    `environment` are the variables that git shall see.
    """
    then = read_revision(content, name, environment, now=checked.tree).tree
    found = compared(checked.catalogue, checked.tree, then, today)
    return tuple(at_home(finding, checked.folder) for finding in found)


def compared(catalogue: Catalogue, now: Tree, then: Tree, today: datetime.date | None = None) -> tuple[Finding, ...]:
    """Gives what has vanished or changed in silence between the content `then` and `now`, by place.

    `catalogue` is that of `now`, in which entries of unreadable files are not missed.
    """
    at_hand = {file.name: file for file in now.files}
    before, _ = read_catalogue(Tree(tuple(file for file in then.files if at_hand.get(file.name) != file), ()))
    former_files = {f"content/{file.name}" for file in then.files}
    state = _State(catalogue, frozenset(entry.file for entry in catalogue.entries()) - former_files)
    found = [finding for entry in before.entries() if _is_public(entry) for finding in _gone(entry, state)]
    for entry in before.claims.values():
        if successor := _successor(entry, state):
            found += _silent(entry, successor, today)
    return in_order(found)


class _State:
    """The content at hand: each entry by its address, whither each redirect leads, and the files that are new."""

    def __init__(self, catalogue: Catalogue, new: frozenset[str]) -> None:
        public = [entry for entry in catalogue.entries() if _is_public(entry)]
        self.failed = catalogue.failed
        self.standing = {former(entry.kind, entry.slug): entry for entry in catalogue.entries()}
        self.led = {former(entry.kind, alias): entry for entry in public for alias in entry.record.aliases}
        self.new = [entry for entry in catalogue.entries() if entry.file in new]

    def at(self, address: Address) -> AnyEntry | None:
        """Give the entry to which readers come at an address."""
        return self.standing.get(address) or self.led.get(address)


def _gone(entry: AnyEntry, state: _State) -> Iterator[Finding]:
    address = former(entry.kind, entry.slug)
    present = state.at(address)
    if present is None:
        if (entry.kind, entry.slug) not in state.failed:
            yield _deleted(entry, state, address)
        return
    if not _is_public(present) and present.knows(("status",)) and address not in state.led:
        message = f"This claim is published at /{address}, and as a draft its page would disappear."
        hint = "Leave it published; or retract it: `status: retracted`, and `retracted:` with `date` and `reason`."
        yield present.finding(("status",), GONE, message, hint)
    for alias in entry.record.aliases if present.sound else ():
        if state.at(former(entry.kind, alias)) is None:
            message = f"/{former(entry.kind, alias)} led here, and leads nowhere any more."
            hint = f"Put {alias} back under `aliases`; take it out only if it was never published."
            yield Finding(present.document.key_place(("aliases",)), GONE, message, hint, Severity.WARNING)


def _deleted(entry: AnyEntry, state: _State, address: Address) -> Finding:
    likely = _renamed(entry, state)
    where = f"in {likely.file}" if likely else "in the file that takes its place"
    retract = ", with `status: retracted` and `retracted:` (`date`, `reason`) if it was wrong"
    hint = f"If it was renamed, add {entry.slug} to `aliases` {where}. Otherwise put the file back"
    message = f"This file is gone, and with it the page at /{address}, to which others may have linked."
    return Finding(Place(entry.file), GONE, message, f"{hint}{retract if entry.kind == 'claims' else ''}.")


def _renamed(entry: AnyEntry, state: _State) -> AnyEntry | None:
    """Find the new entry of its kind that shares most lines with one that is gone, more than half of them."""
    lines = _lines(entry)
    shared = {other.file: len(lines & _lines(other)) for other in state.new if other.kind == entry.kind}
    likely = max(state.new, key=lambda other: shared.get(other.file, 0), default=None)
    return likely if likely and 2 * shared.get(likely.file, 0) > len(lines) else None


def _lines(entry: AnyEntry) -> frozenset[str]:
    return frozenset(filter(str.strip, [*entry.document.front.split("\n"), *entry.document.body.split("\n")]))


def _successor(entry: Entry[Claim], state: _State) -> Entry[Claim] | None:
    """Give what a published claim is now, at its address or where that leads, if that is a published claim too."""
    present = state.at(former("claims", entry.slug))
    if present is None or not _is_public(entry) or not _is_public(present):
        return None
    return present if isinstance(present.record, Claim) else None


def _silent(before: Entry[Claim], entry: Entry[Claim], today: datetime.date | None) -> Iterator[Finding]:
    if changes := unsaid(before, entry):
        words = "; ".join(change.words for change in changes)
        message = f"Readers are not told of a change: {words}{'' if words.endswith('.”') else '.'}"
        yield entry.finding(changes[0].loc, SILENT, message, what_to_add(changes, today))
    for date in lost_corrections(before, entry):
        message = f"The correction of {date} was published, and is gone."
        place = entry.document.key_place(("corrections",))
        yield Finding(place, SILENT, message, "Put it back; what it says can be worded anew.", Severity.WARNING)


def _is_public(entry: AnyEntry) -> bool:
    return not isinstance(entry.record, Claim) or (entry.knows(("status",)) and entry.record.status != "draft")

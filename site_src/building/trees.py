"""The two trees of a published site: the live one, and the spare one that is brought up to date and takes its place.

Files that are the same in both are one file with two names. What the ledger knows of them (digest and print) is true
of the live tree; of the spare one it knows in which paths it is *behind*. A tree is taken as it is only if its
build.json is the one that the ledger remembers and every file has its print; else it is made anew: by the live tree's
files, and where that is doubtful too, by rendering all.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import TYPE_CHECKING

from site_src.addresses import BUILD
from site_src.building import fingerprint, manifest
from site_src.building.digests import digest_of_digests
from site_src.building.memory import note_pieces
from site_src.building.open_tree import OpenTree, duplicate, stands
from site_src.building.renewal import FILE
from site_src.building.spare import behind_in, marker_is, marker_text
from site_src.building.versions import python
from site_src.rendering.templates import TemplateProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from site_src.building.ledger import Ledger
    from site_src.building.making import Made, Row, Wanted
    from site_src.building.renewal import Plan
    from site_src.building.search import SearchIndex
    from site_src.building.writer import Renewal


INDEX = "search index"
"""The name under which the ledger has its files, beside the outputs'."""


class Trees:
    """One build's work on the two trees; what is stale, and no more, is in `plan`."""

    def __init__(self, ledger: Ledger, plan: Plan, spare_stands: Callable[[], bool]) -> None:
        """Take a ledger and a plan; `spare_stands` tells what the function of that name found out."""
        self._ledger = ledger
        self._spare_stands = spare_stands
        self._plan = plan
        self._is_known: bool | None = None
        self._index_stands = False
        self._live_text = b""
        self._former: list[tuple[str, int, int, int]] = []
        self._new: list[str] = []
        self._extra: list[str] = []
        self._lost: set[str] = set()
        self._marker_now = ""
        self.count = 0
        self.written = 0
        self.files = 0

    def is_good(self, renewal: Renewal) -> bool:
        """Tell whether the spare tree is what the last build but one left."""
        return self._know_live(renewal) and marker_is(self._ledger, renewal.spare) and self._spare_stands()

    def begin(self, renewal: Renewal) -> None:
        """Make the spare tree what the live one is, but for what is stale or no more; what differs there is stale."""
        self._know_live(renewal)
        spare = OpenTree(renewal.spare)
        try:
            spare.take_out(BUILD)
            if self._is_known:
                live = OpenTree(renewal.live)
                try:
                    self._take_over(live, spare, is_kept=renewal.is_kept)
                finally:
                    live.close()
            else:
                self._plan.stale = dict.fromkeys(self._ledger_paths(), "made for the first time") | self._plan.stale
            for path in self._plan.gone:
                self._plan.stale.pop(path, None)
                spare.take_out(path)
            self._index_stands = not self._plan.drop(self._ledger.made_of(INDEX))
        finally:
            spare.close()

    def known(self) -> dict[str, bytes]:
        """Give the digests of those stale files that stand in the spare tree."""
        if not self._is_known:
            return {}
        found = ((path, self._ledger.digest_of(path)) for path in self._plan.stale)
        return {path: digest for path, digest in found if digest and path not in self._lost}

    def note(self, wanted: Sequence[Wanted], made: Made) -> None:
        """Note in the ledger what was made of some artifacts; raises TemplateProblem or OSError if that failed."""
        if made.problem:
            raise TemplateProblem(made.problem)
        if made.refused:
            raise OSError(*made.refused)
        self._note_files(made.rows)
        numbers = self._ledger.number(FILE, [(path, "") for path, _ in wanted])
        self._ledger.uses.note({fact: [numbers[at] for at in users] for fact, users in made.uses.items()})
        note_pieces(self._ledger, made.pieces)
        self.count += len(wanted)

    def renew_index(self, renewal: Renewal, index: SearchIndex | None, made_of: dict[str, str]) -> None:
        """Make the search index in the spare tree, unless it stands there as made of the same by the same."""
        told = json.dumps(made_of)
        if self._index_stands and told == self._ledger.said("searched"):
            return
        files = index.made(renewal.spare) if index else {}
        gone = self._ledger.made_of(INDEX) - files.keys()
        spare = OpenTree(renewal.spare)
        try:
            rows = [
                (path, INDEX, hashlib.sha256(content).digest(), *spare.put(path, content))
                for path, content in files.items()
            ]
            for path in gone:
                spare.take_out(path)
        finally:
            spare.close()
        self._note_files(rows)
        self._plan.gone |= gone
        self._ledger.say("searched", told)

    def _note_files(self, rows: list[Row]) -> None:
        for path, *_ in rows:
            former = self._ledger.print_of(path)
            if former:
                self._former.append((path, *former))
            else:
                self._new.append(path)
        self._ledger.note_made(rows)
        self.written += len(rows)

    def finish(self, renewal: Renewal, told: manifest.Told) -> None:
        """Write the spare tree's build.json: from now on it is whole."""
        gone = [(path, *(self._ledger.print_of(path) or (0, 0, 0))) for path in sorted(self._plan.gone)]
        self._ledger.drop_made([path for path, *_ in gone])
        self._ledger.drop_users(FILE, [path for path, *_ in gone])
        self._extra = [path for path, *_ in gone]
        text = self._manifest(told)
        spare = OpenTree(renewal.spare)
        try:
            spare.put(BUILD, text)
        finally:
            spare.close()
        self._marker_now = hashlib.sha256(text).hexdigest()
        self.files = self._ledger.count_made() + 1

    def keep(self, renewal: Renewal) -> bool:
        """Tell whether the former site, the spare tree now, may be kept; where it may not, make one that may."""
        behind: dict[str, object] = {"changed": [], "missing": [], "extra": []}
        if self._is_known:
            behind = {"changed": self._former, "missing": self._new, "extra": self._extra}
            self._ledger.say("spare marker", self._ledger.said("live marker"))
        elif duplicate(renewal.live, renewal.spare, self._ledger_paths(), BUILD):
            self._ledger.say("spare marker", self._marker_now)
        else:
            self._ledger.say("spare marker", "")
            return False
        self._ledger.say("live marker", self._marker_now)
        self._ledger.say("behind", json.dumps(behind))
        return True

    def _know_live(self, renewal: Renewal) -> bool:
        """Tell whether the live tree's build.json is the one that the ledger remembers."""
        if self._is_known is None:
            kept = self._ledger.said("live marker")
            self._is_known = False
            if kept and stands(renewal.live):
                self._live_text = marker_text(renewal.live)
                self._is_known = hashlib.sha256(self._live_text).hexdigest() == kept
        return self._is_known

    def _take_over(self, live: OpenTree, spare: OpenTree, *, is_kept: bool) -> None:
        behind = behind_in(self._ledger)
        if is_kept:
            paths = [path for path, *_ in behind["changed"]] + behind["missing"]
            rows = [(path, *printed) for path in paths if (printed := self._ledger.print_of(path))]
            for path in behind["extra"]:
                spare.take_out(path)
        else:
            rows = list(self._ledger.prints())
        self._lost = set(live.differing(rows))
        for path, *_ in rows:
            if path in self._lost:
                spare.take_out(path)
                self._plan.stale[path] = "somebody changed the file"
            elif path not in self._plan.gone:
                spare.share(path, live)

    def _ledger_paths(self) -> list[str]:
        return [row[0] for row in self._ledger.prints()]

    def _manifest(self, told: manifest.Told) -> bytes:
        ledger = self._ledger
        head = manifest.Manifest(
            generator=manifest.GENERATOR,
            source=ledger.said("source digest"),
            lock=fingerprint.lock(),
            python=python(),
            unicode=unicodedata.unidata_version,
            packages=json.loads(ledger.said("packages")),
            base=told.base,
            drafts=told.drafts,
            for_disk=told.for_disk,
            search=told.search,
            content=digest_of_digests((name, digest.hex()) for name, digest in ledger.digests()),
            templates=ledger.said("templates digest"),
            searched=json.loads(ledger.said("searched")),
            cards=told.cards,
            files={},
        )
        if self._is_known and not self._new and not self._extra:
            changed = {path: ledger.digest_of(path).hex() for path, *_ in self._former}
            return head.beside(self._live_text, changed)
        head.files.update((path, digest.hex()) for path, digest in ledger.made_digests())
        return head.as_bytes()
